"""The compiled loops against those in Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.decoding import decode
from cleaners.document import Box, Run
from cleaners.dom import parse, select
from cleaners.hidden import hidden_names
from cleaners.limits import MAX_ATTRIBUTES
from crawler.cases import read_cases
from tests.cleaners.compiled import COUNTS, WALKS
from tests.scenarios.hostile import PAGES

SOURCES = [case.page.body for case in read_cases()]
MANY = " ".join(f"a{number}=1" for number in range(2 * MAX_ATTRIBUTES))
MARKUP = st.lists(
    st.sampled_from(
        ["<div>", "</div>", "<p class='a b'>", "<b hidden>", "<a href=/>", "</a>", "<br>", "<pre>", "</pre>", "<li id=x>",
         "<rt>", "<ruby>", "<style>.b{display:none}</style>", "<i class=b>", "</i>", "<script>", "</script>", "<nav>", "\n",
         "石桥", "步道。\u3000\u3000凉亭", " ", "\u3000", "<table><tr><td>", "<!-- x", "-->", "<o:p>",
         "&nbsp;", "<p style='font-size:0'>"]
    ),
    max_size=40,
)  # fmt: skip  # laid out for reading
PIECES = st.lists(
    st.sampled_from([b"<a", b"<", b">", b"=", b'"', b"'", b" ", b"/", b"x", b"<!--", b"-->", b"--!>", b"-", b"<script",
                     b"</SCRIPT", b"<style>", b"</style>", b"<title", b"\0", b"\xe7", MANY.encode()]),
    max_size=30,
)  # fmt: skip  # laid out for reading


def _box(box: Box | None) -> Iterator[tuple[Any, ...]]:
    while box is not None:
        yield box.tag, box.name, box.junk, box.mark, box.start, box.end, box.element
        box = box.parent


def _seen(run: Run) -> tuple[Any, ...]:
    return run.text, run.link_chars, run.junk, run.verdict, run.good, run.block, list(_box(run.box))


def _walked(html: str, css: str = "") -> list[list[tuple[Any, ...]]]:
    tree = parse(html)
    names = select(tree, css), *hidden_names(tree)
    return [[_seen(run) for run in walk(tree, *names)] for walk in WALKS]


@pytest.mark.parametrize("html", SOURCES)
def test_the_same_runs_of_fixtures(html: bytes) -> None:
    first, *others = _walked(decode(html).text, "p.a, #x")
    assert all(other == first for other in others)


@given(MARKUP)
def test_the_same_runs_of_any_markup(parts: list[str]) -> None:
    first, *others = _walked("".join(parts), "p, .b")
    assert all(other == first for other in others)


@pytest.mark.parametrize("name", PAGES)
def test_the_same_verdict_on_hostile_pages(name: str) -> None:
    html = PAGES[name]()[:2_000_000]
    assert len({count(html) for count in COUNTS}) == 1


@given(PIECES)
def test_the_same_verdict_on_any_tags(parts: list[bytes]) -> None:
    assert len({count(b"".join(parts)) for count in COUNTS}) == 1


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(
    ("html", "crowded"),
    [
        (f"<p {MANY}>", True),
        (f"<p {MANY}", True),
        (f"<p>石桥</p><div {MANY} x='>' {MANY}>", True),
        (f"<script>if (a < b) {MANY}</script>", False),
        (f"<!-- <p {MANY}> -->", False),
        (f"<p title='{MANY}'>{MANY}</p>", False),
        ("<p a=1 b=2>" * MAX_ATTRIBUTES, False),
        ("<", False),
        ("", False),
    ],
)
def test_crowded(count: Any, html: str, crowded: bool) -> None:
    assert count(html.encode()) is crowded
