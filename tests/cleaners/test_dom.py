from __future__ import annotations

import pytest

from cleaners.dom import parse, select
from cleaners.errors import CleanerError
from cleaners.limits import MAX_CHARS, MAX_DEPTH, MAX_TAGS, TooLarge
from cleaners.runs import read_runs
from cleaners.sites import GENERIC


def _text(html: str) -> str:
    return "|".join(run.text for run in read_runs(parse(html), GENERIC))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("石桥", "石桥"),
        ('<?xml version="1.0" encoding="gbk"?><html><p>石桥</p></html>', "石桥"),
        ('<meta charset="big5"><p>石桥</p>', "石桥"),
        ("<p>石\0桥</p>", "石\ufffd桥"),
        ("<p>石\ud800桥</p>", "石?桥"),
        ("</body></html><html><body><p>石桥</p></body></html><div>步道</div>", "石桥|步道"),
        (
            "<P>石桥</BODY></HTML><TABLE><TR><TD>步道凉亭观景台青石河边老人孩子</TABLE>",
            "石桥|步道凉亭观景台青石河边老人孩子",
        ),
        ("<p>石桥<!-- 注 --><?php 1 ?>步道</p>", "石桥步道"),
        ("<b><p>石桥</b>步道", "石桥步道"),
        (
            "<title>石桥</title><header><p>步道</p></header><main><p>凉亭</p></main><div>河边</div>",
            "步道|凉亭|河边",
        ),
        ("<title>石桥</title><article><p>步道</p></article>", "步道"),
    ],
)
def test_odd_pages(html: str, text: str) -> None:
    assert _text(html) == text


def test_too_many_characters() -> None:
    with pytest.raises(TooLarge, match="characters"):
        parse(" " * (MAX_CHARS + 1))


def test_too_many_tags() -> None:
    with pytest.raises(TooLarge, match="tags"):
        parse("<b>" * (MAX_TAGS + 1))


def test_a_cleaner_error() -> None:
    assert issubclass(TooLarge, CleanerError)


@pytest.mark.parametrize("tag", ["div", "font", "b", "table><tr><td"])
def test_nesting(tag: str) -> None:
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    levels = MAX_DEPTH // (2 * len(tag.split("><")))
    assert "石桥" in _text(f"<{tag}>" * levels + "石桥" + closing * levels)


@pytest.mark.parametrize("tag", ["div", "font", "ul"])
def test_too_deep(tag: str) -> None:
    with pytest.raises(TooLarge, match="levels"):
        _text(f"<{tag}>" * 5000 + "石桥")


def test_select() -> None:
    tree = parse("<div class=a></div><p class=a></p>")
    assert {element.tag for element in select(tree, ".a")} == {"div", "p"}
    assert select(tree, "") == frozenset()
