"""What is made of the reading that was taken: its text, or a fuller one that the page carries in its data."""

from __future__ import annotations

from dataclasses import replace

import pytest

import cleaners.readings as readings
from cleaners.document import Run
from cleaners.metadata.title import Title
from cleaners.page.texts import EmbeddedText
from cleaners.readings.judge import Judged
from cleaners.readings.proposals import Reading
from cleaners.readings.view import View
from cleaners.sites import Site
from tests.cleaners.readings.pages import read
from tests.cleaners.readings.views import good

TITLE = "河湾新桥"
STORY = ["河湾新桥昨日通车，两岸的人都来看。", good(200)]
DOC = read(f"<body><h1>{TITLE}</h1><p>{good(20)}</p><p>石<a href=/1>桥</a></p><p>{good(290)}</p></body>").doc


def judged(kept: tuple[int, ...], confidence: float = 0.9, weight: float = 0.5) -> Judged:
    title = Title(TITLE, "h1", 0, weight=weight)
    return Judged(Reading(title, None, 1, 4, ["", "body", "body", "body"], kept), confidence, 0.0)


@pytest.mark.parametrize(
    ("kept", "confidence", "weight", "body", "doubt"),
    [
        ((1,), 0.59, 0.5, "", True),
        ((1,), 0.6, 0.5, "", False),
        ((), 0.59, 0.5, "", False),
        ((1,), 0.59, 1.2, "", False),
        ((1,), 0.59, 0.5, "p", False),
    ],
)
def test_when_a_second_opinion_is_wanted(
    kept: tuple[int, ...], confidence: float, weight: float, body: str, doubt: bool
) -> None:
    doc = replace(DOC, site=Site(name="test", body=body))
    assert readings._is_in_doubt(doc, judged(kept, confidence, weight)) is doubt


def carry(monkeypatch: pytest.MonkeyPatch, *texts: list[str]) -> None:
    carried = [
        EmbeddedText("json", tuple(Run(line, None) for line in text), sum(map(len, text))) for text in texts
    ]
    monkeypatch.setattr(readings, "embedded_texts", lambda doc: carried)


@pytest.mark.parametrize(
    ("printed", "carried", "taken"),
    [
        (["石桥"], [STORY], STORY),
        (["石桥"], [[TITLE, *STORY]], STORY),
        (["石桥"], [[good(200)], STORY], STORY),
        (["石桥"], [[good(200)]], []),
        (["石桥"], [], []),
        ([good(50)], [[good(200)]], [good(200)]),
        ([good(51)], [[good(200)]], []),
        ([good(100)], [[TITLE + good(200 - len(TITLE))]], [TITLE + good(200 - len(TITLE))]),
        ([good(101)], [[TITLE + good(200 - len(TITLE))]], []),
    ],
)
def test_a_fuller_text_that_the_page_carries(
    monkeypatch: pytest.MonkeyPatch, printed: list[str], carried: list[list[str]], taken: list[str]
) -> None:
    carry(monkeypatch, *carried)
    assert readings._embedded(DOC, TITLE, printed) == taken


@pytest.mark.parametrize(
    ("text", "printed", "fuller"),
    [
        ("一二三四五六七八", "一二三四五", True),
        ("一二三四五", "一二三四五六", True),
        ("一二三四", "一二三四五", True),
        ("一二三四", "一二三四五六", False),
        ("河湾", "石", True),
        ("河湾", "河湾", False),
        ("石", "河湾", False),
        ("石", "桥", False),
    ],
)
def test_what_is_fuller_holds_what_is_printed_or_more_of_the_headline(
    text: str, printed: str, fuller: bool
) -> None:
    assert readings._is_fuller(text, TITLE, [printed]) is fuller


@pytest.mark.parametrize(
    ("carried", "kept", "apart"),
    [
        ([], ["石桥"], False),
        (["河湾"], ["石桥"], True),
        (["河湾", "石桥镇"], ["石桥…"], False),
        (["河湾"], [], True),
        (["河湾"], ["石桥", "河湾"], False),
    ],
)
def test_a_text_of_which_nothing_is_printed(carried: list[str], kept: list[str], apart: bool) -> None:
    assert readings._is_apart(carried, [Run(text, None) for text in kept]) is apart


def test_the_body_of_a_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    carry(monkeypatch)
    view = View(DOC.runs)
    found = readings._body(DOC, view, judged((1, 2), 0.98765))
    assert found.paragraphs == (good(20), "石桥")
    assert (found.start, found.end, found.kept, found.container) == (1, 4, (1, 2), None)
    assert found.link_share == pytest.approx(1 / 22)
    assert (found.confidence, found.truncated, found.doubtful) == (0.988, False, "")
    nothing = readings._body(DOC, view, judged(()))
    assert (nothing.paragraphs, nothing.link_share) == ((), 0.0)


@pytest.mark.parametrize(("size", "taken"), [(299, True), (300, False)])
def test_a_long_text_is_not_replaced(monkeypatch: pytest.MonkeyPatch, size: int, taken: bool) -> None:
    carry(monkeypatch, [good(1200)])
    doc = read(f"<body><h1>{TITLE}</h1><p>{good(size)}</p></body>").doc
    found = readings._body(
        doc, View(doc.runs), replace(judged((1,)), reading=replace(judged((1,)).reading, end=2))
    )
    assert (found.paragraphs == (good(1200),)) is taken
