"""Texts that a page carries outside of what it prints. Invented (合成)."""

from __future__ import annotations

import html
import json
from functools import partial
from time import process_time

import pytest

from cleaners.page.scripts import put, written
from tests.cleaners.readings.pages import TEXT, article, paragraphs, text_of
from tests.growth import is_linear

_HALVES = paragraphs(TEXT[:2]), paragraphs(TEXT[2:])


@pytest.mark.parametrize(
    "inner",
    [
        f"<script>document.write('{''.join(_HALVES)}');</script>",
        f'<script>var a = 1;\ndocument.writeln({json.dumps(_HALVES[0])} + "{_HALVES[1]}");</script>',
        f"<script>document.write('{_HALVES[0]}');document.write('{_HALVES[1]}');</script>",
        f"<svg><g><foreignObject width=9 height=9><div>{''.join(_HALVES)}</div></foreignObject></g></svg>",
    ],
)
def test_a_text_that_a_script_or_a_drawing_holds(inner: str) -> None:
    assert text_of(article(f"<div class=c>{inner}</div>")) == TEXT


_MARKUP = "".join(_HALVES)
_ESCAPED = json.dumps(_MARKUP).replace("<", "\\u003c")
_STATE = html.escape(json.dumps({"id": 7, "title": "石桥", "body_html": _MARKUP}))


@pytest.mark.parametrize(
    "inner",
    [
        f"<script>var pageConfig={{cid:3}};var articleContent={_ESCAPED};var list=[];</script>",
        f"<script>let n = 1\nwindow.news_html = `{_MARKUP}`\n</script>",
        f"<script>document.getElementById('c').innerHTML='{_HALVES[0]}' + '{_HALVES[1]}';</script>",
        f"<script>$(function(){{$('#c').html({_ESCAPED})}})</script>",
        f'<article-page :article="{_STATE}"></article-page>',
        f'<div data-page="{_STATE}"></div>',
        f'<div data-content="{html.escape(_MARKUP)}"></div>',
        f'<iframe srcdoc="{html.escape(_MARKUP)}"></iframe>',
    ],
    ids=[
        "variable",
        "template literal",
        "innerHTML",
        "html()",
        "component",
        "data of a page",
        "attribute",
        "frame",
    ],
)
def test_a_text_that_a_script_is_to_put_in_place(inner: str) -> None:
    assert text_of(article(f"<div id=c></div>{inner}")) == TEXT


@pytest.mark.parametrize(
    "inner",
    [
        f"<script>var shareDesc={json.dumps(''.join(TEXT))};</script>",
        f"<script>var dialog={_ESCAPED};</script>",
        f"<script>var content={_ESCAPED}+name;</script>",
        f"<script>var content='{_MARKUP}</script>",
        f'<a title="{html.escape(_MARKUP)}">石桥</a>',
        f'<div data-content="{"".join(TEXT)}"></div>',
    ],
    ids=["a summary", "another name", "computed", "without an end", "a tip", "words without markup"],
)
def test_strings_that_are_not_put_where_a_text_stands(inner: str) -> None:
    assert not set(text_of(article(f"<div id=c></div>{inner}"))) & set(TEXT)


def test_strings_are_found_in_linear_time() -> None:
    def seconds(times: int) -> float:
        script, start = "a=\"'+'b=`" * times, process_time()
        assert not any(len(text) > len(script) for _, text in put(script))
        return process_time() - start

    assert is_linear(partial(seconds, 4_000), partial(seconds, 64_000))


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("document.write('<p>\\u77f3桥</p>')", "<p>石桥</p>"),
        ("document.write(\"石\" + '桥')", "石桥"),
        ("document.write('石' + name + '桥')", ""),
        ("document.write('石桥", ""),
        ("document.write(name)", ""),
    ],
)
def test_only_what_stands_in_the_script_word_for_word_is_written(script: str, text: str) -> None:
    assert written(script) == text
