"""When a second opinion is asked, and what is made of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaners.metadata.title import Title
from cleaners.readings import opinion
from cleaners.readings.proposals import Reading
from cleaners.readings.view import View
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, read
from tests.cleaners.readings.views import good, lines

PAGE = f"<body><h1>石桥</h1><p>{LEAD}</p><p>{SECOND}</p><p>{LAST}</p><p>桥头</p></body>"


def asked(
    monkeypatch: pytest.MonkeyPatch, said: str, *kept: tuple[int, ...], runs: int = 0, chars: int = 0
) -> Reading | None:
    """What is made of lines that were extracted, beside readings that keep others; on a page of so many lines or characters."""
    monkeypatch.setattr(opinion, "_extracted", lambda html: said)
    doc = read(PAGE).doc
    view = View(doc.runs)
    doc = replace(doc, runs=doc.runs[:1] * runs or doc.runs, html="石" * chars or doc.html)
    first = Title("石桥", "h1", 0)
    readings = [Reading(first, None, 0, 5, [""] * 5, one, at) for at, one in enumerate(kept or [(1,)])]
    return opinion.second_opinion(doc, view, readings)


def test_what_is_extracted_is_one_more_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(monkeypatch, f"石桥\n{LEAD}\n{LAST}", (1,), (2,))
    assert found is not None
    assert (found.kept, found.start, found.end, found.number) == ((1, 3), 1, 4, 2)
    assert found.rules == ["", "body", "aside", "body", ""]
    assert found.box is None


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        ("版权所有 石桥网", None),
        ("责任编辑：李石", None),
        ("违法和不良信息举报电话：000-0000000", None),
        ("2024年5月20日", (1, 2, 3)),
        ("河边的灯都亮了", (1, 2, 3)),
    ],
)
def test_what_closes_a_page_is_none_of_it(
    monkeypatch: pytest.MonkeyPatch, tail: str, kept: tuple[int, ...] | None
) -> None:
    said = [LEAD, "版权所有 石桥网", tail]
    monkeypatch.setattr(opinion, "_extracted", lambda html: "\n".join(said))
    doc = read(f"<body><h1>石桥</h1>{''.join(f'<p>{line}</p>' for line in said)}</body>").doc
    reading = Reading(Title("石桥", "h1", 0), None, 0, 4, [""] * 4, (1,), 0)
    found = opinion.second_opinion(doc, View(doc.runs), [reading])
    assert (found.kept if found else None) == kept


@pytest.mark.parametrize(("said", "kept"), [("", (1,)), ("石桥", (1,)), (LEAD, (1,))])
def test_nothing_new_is_no_reading(monkeypatch: pytest.MonkeyPatch, said: str, kept: tuple[int, ...]) -> None:
    assert asked(monkeypatch, said, (2,), kept) is None


@pytest.mark.parametrize(
    ("runs", "chars", "given"), [(1500, 0, True), (1501, 0, False), (0, 400_000, True), (0, 400_001, False)]
)
def test_of_a_large_page_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch, runs: int, chars: int, given: bool
) -> None:
    assert (asked(monkeypatch, LAST, runs=runs, chars=chars) is not None) is given


def test_of_text_without_markup_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinion, "_extracted", lambda html: good(40))
    doc = replace(read(PAGE).doc, tree=None)
    assert opinion.second_opinion(doc, View(doc.runs), [Reading(Title("", ""), None, 0, 0, [], ())]) is None


def test_lists_of_other_stories_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    items = "".join(
        f"<div class=t><a href=/{n}>石桥镇新闻第{n}</a><p>{good(30 + n)}</p></div>" for n in range(3)
    )
    doc = read(f"<body><p>{LEAD}</p>{items}</body>").doc
    said = "\n".join(run.text for run in doc.runs)
    monkeypatch.setattr(opinion, "_extracted", lambda html: said)
    found = opinion.second_opinion(doc, View(doc.runs), [Reading(Title("", ""), None, 0, 0, [], ())])
    assert found is not None and found.kept == (0,)


def test_what_trafilatura_extracts() -> None:
    said = opinion._extracted(f"<html>{PAGE}</html>")
    assert LEAD in said and LAST in said
    assert opinion._extracted("") == ""


@pytest.mark.parametrize(("size", "kept"), [(20_000, [0]), (20_001, [])])
def test_no_giant_line_is_kept(size: int, kept: list[int]) -> None:
    text = "石" * size
    assert opinion._kept(lines(text), frozenset([text]), text, Title("", "")) == kept
