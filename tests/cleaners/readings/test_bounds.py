"""Cost grows with the page and not faster; the same page gives the same article, wherever it is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from cleaners import Cleaner
from cleaners.reading import read_html
from schemas import Article, Page
from tests.cleaners.readings.pages import LEAD, OTHER, TEXT, TITLE, article, paragraphs
from tests.growth import is_linear

# Large enough that 375 of each take some 10 ms, which is measurable on any machine.
SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: paragraphs([LEAD]) * n,
    "breaks": lambda n: f"{LEAD}<br>" * n,
    "links": lambda n: f"<a href=/1>{LEAD[:12]}</a> " * (3 * n),
    "teasers": lambda n: f"<li><a href=/1>{LEAD[:12]}</a><p>{OTHER}</p></li>" * n,
    "headings": lambda n: f"<p>评论</p><p>{LEAD}</p>" * n,
    "editors": lambda n: paragraphs(TEXT) + "<p>责任编辑：李石</p>" * n,
    "short lines": lambda n: paragraphs(TEXT) + "<div><p>石桥</p></div>" * n,
    "cells": lambda n: "<table>" + "<tr><td>1</td><td>石桥</td></tr>" * n + "</table>",
    "dots": lambda n: paragraphs(TEXT) + f"<p>{'.' * 79}x</p>" * n,
    "brackets": lambda n: paragraphs(TEXT) + f"<p>评论{'(' * 37}</p>" * n,
    "blanks": lambda n: "　　 \n" * (200 * n),
    "one line": lambda n: LEAD * (8 * n),
    "rules": lambda n: ("<style>" + ".a,.b{display:none}" * 100 + "</style>") * (n // 25) + paragraphs(TEXT),
    "nested junk": lambda n: ("<div class=share>" * 100 + LEAD + "</div>" * 100) * (n // 25),
    "tables in tables": lambda n: ("<table><tr><td>" * 50 + LEAD + "</table>" * 50) * (n // 25),
}


def _seconds(source: str) -> float:
    start = time.process_time()
    read_html(source, encoding=None)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_cost_is_linear(shape: Callable[[int], str]) -> None:
    assert is_linear(partial(_seconds, article(shape(375))), partial(_seconds, article(shape(6000))))


def _page() -> bytes:
    stories = "".join(f"<li><a href=/{i}>石桥镇第{i}届龙舟赛报名</a><p>{OTHER}</p></li>" for i in range(9))
    return article(f"<div>{paragraphs(TEXT * 3)}<p>责任编辑：李石</p></div><ul>{stories}</ul>").encode()


def _json(body: bytes) -> str:
    found = Cleaner().process(Page(body=body, url="https://example.com/1.html"))
    assert isinstance(found, Article)
    assert found.title == TITLE
    return found.model_dump_json()


def test_the_same_every_time_and_in_threads() -> None:
    body = _page()
    expected = _json(body)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(_json, [body] * 64)) == {expected}
    assert {_json(body) for _ in range(20)} == {expected}
