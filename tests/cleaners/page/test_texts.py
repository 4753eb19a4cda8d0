"""Texts that a page carries outside of what it prints. Invented (合成)."""

from __future__ import annotations

import json

import pytest

from cleaners.page.scripts import written
from tests.cleaners.readings.pages import TEXT, article, paragraphs, text_of

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
