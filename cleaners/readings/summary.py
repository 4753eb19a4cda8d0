"""A summary printed above the text, out of it where the text says the same once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cleaners.lexicon import fold
from cleaners.metadata.summary import LABEL
from cleaners.metadata.title.strings import key
from cleaners.readings.rules import Rule

if TYPE_CHECKING:
    from cleaners.document import Body, Document

_FIRST, _LEAST = 2, 10
"""Lines of the text that may be the summary; letters of one."""
_BELOW = 8
"""Paragraphs below it whose beginning it may be."""


def without_summary(doc: Document, body: Body) -> Body:
    """The text without a `导读：…` that stands word for word at the beginning of what follows. One that the text does not
    repeat is an editor's, and stays, whatever the page's description says."""
    for place, index in enumerate(body.kept[:_FIRST]):
        if label := LABEL.match(fold(doc.runs[index].text)):
            summary = key(doc.runs[index].text[label.end() :])
            below = body.kept[place + 1 : place + 1 + _BELOW]
            if len(summary) >= _LEAST and key("".join(doc.runs[at].text for at in below)).startswith(summary):
                return _without(body, index, doc.runs[index].text)
    return body


def _without(body: Body, index: int, text: str) -> Body:
    rules = (*body.rules[:index], Rule.REPEAT, *body.rules[index + 1 :])
    at = next((at for at, paragraph in enumerate(body.paragraphs[: _FIRST + 1]) if paragraph == text), None)
    paragraphs = body.paragraphs if at is None else (*body.paragraphs[:at], *body.paragraphs[at + 1 :])
    return replace(body, rules=rules, kept=tuple(i for i in body.kept if i != index), paragraphs=paragraphs)
