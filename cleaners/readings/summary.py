"""What is printed above the text, out of it where it is known elsewhere: a summary that the text says once more, the name of
who wrote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cleaners.lexicon import fold
from cleaners.metadata.summary import LABEL
from cleaners.metadata.title.strings import key
from cleaners.readings.rules import Rule
from cleaners.readings.view import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Collection

    from cleaners.document import Body, Document

_FIRST, _LEAST = 2, 10
"""Lines of the text that may be the summary; letters of one."""
_NAMES = 4
"""Lines at the head of the text among which a name may stand."""
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
                return _without(body, index, doc.runs[index].text, Rule.REPEAT)
    return body


def without_names(doc: Document, body: Body, names: Collection[str]) -> Body:
    """The text without the lines above its first sentence that are a name of the account, the outlet or an author: `names`."""
    for index in body.kept[:_NAMES]:
        text = doc.runs[index].text
        if ends_sentence(text):
            break
        if text in names and len(body.kept) > 1:
            body = _without(body, index, text, Rule.BYLINE)
    return body


def _without(body: Body, index: int, text: str, rule: Rule) -> Body:
    rules = (*body.rules[:index], rule, *body.rules[index + 1 :])
    at = next((at for at, paragraph in enumerate(body.paragraphs[: _FIRST + 1]) if paragraph == text), None)
    paragraphs = body.paragraphs if at is None else (*body.paragraphs[:at], *body.paragraphs[at + 1 :])
    return replace(body, rules=rules, kept=tuple(i for i in body.kept if i != index), paragraphs=paragraphs)
