"""A summary printed above the text, out of it where it says the same once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cleaners.lexicon import fold
from cleaners.metadata.summary import LABEL, META
from cleaners.metadata.title.strings import key
from cleaners.readings.rules import Rule

if TYPE_CHECKING:
    from cleaners.document import Body, Document

_FIRST, _LEAST = 2, 10
"""Lines of the text that may be the summary; letters of one."""


def without_summary(doc: Document, body: Body) -> Body:
    """The text without a `导读：…` that stands word for word in the paragraph below it or in the page's description."""
    for place, index in enumerate(body.kept[:_FIRST]):
        label = LABEL.match(fold(doc.runs[index].text))
        if label and place + 1 < len(body.kept):
            below = key(doc.runs[body.kept[place + 1]].text)
            if _doubles(key(doc.runs[index].text[label.end() :]), doc, below):
                return _without(body, index, doc.runs[index].text)
    return body


def _doubles(summary: str, doc: Document, below: str) -> bool:
    others = (below, *(key(doc.metas.get(field, "")) for field in META))
    return len(summary) >= _LEAST and any(
        other.startswith(summary) or (len(other) >= _LEAST and summary.startswith(other)) for other in others
    )


def _without(body: Body, index: int, text: str) -> Body:
    rules = (*body.rules[:index], Rule.REPEAT, *body.rules[index + 1 :])
    at = next((at for at, paragraph in enumerate(body.paragraphs[: _FIRST + 1]) if paragraph == text), None)
    paragraphs = body.paragraphs if at is None else (*body.paragraphs[:at], *body.paragraphs[at + 1 :])
    return replace(body, rules=rules, kept=tuple(i for i in body.kept if i != index), paragraphs=paragraphs)
