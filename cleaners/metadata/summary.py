"""The summary that a page gives of its article: 导读, 摘要, the head's description."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.lexicon import filled, fold
from cleaners.metadata.found import Choice, Found, best
from cleaners.metadata.head import ld_texts
from cleaners.metadata.title.strings import key, tidy_title

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

LABEL = re.compile(filled(r"[\[【(（\s]{0,3}<~around.summary>\s?(?:[\]】)）]\s?[:：]?|[:：])\s?(?=\S)"))
META = ("og:description", "description", "twitter:description")
_FIRST = 2
"""Paragraphs of the text among which a summary may stand."""
_LEAST, _MOST = 15, 1_000
"""Characters of a summary."""
_PRINTED, _LD, _HEAD = 1.0, 0.8, 0.7
_TAG = re.compile(r"<[^<>]{1,200}>")
_READ = 6_000
"""Characters of an article that a description may be about."""
_COPIED = 8
"""Bylines that a description begins with at most."""
_LINE, _BYLINE = 4, 60
"""Characters of a line that a description may begin with by more than chance, and of one that is no text."""
_SHORT, _SAMPLES, _SIZE, _OWN = 8, 24, 3, 0.15
"""Characters of a keyword; places of a description where so many characters are looked for in the article, and the
share that must be found there: another is about the site."""


def find_summary(near: Near) -> Iterator[Choice]:
    """The summary: a labelled line above the text, else JSON-LD or the head. A text that is the headline, a list of
    keywords, or about the site is none."""
    found = [one for one in _candidates(near) if _is_summary(one.value, near.title.text)]
    yield Choice("summary", tuple(found), best(found))


def _candidates(near: Near) -> Iterator[Found[str]]:
    above = ((line.text, line.folded) for line in near.zones.header)
    opening = ((text, fold(text)) for text in near.body.paragraphs[:_FIRST])
    for text, folded in (*above, *opening):
        if label := LABEL.match(folded):
            yield Found(text[label.end() :].strip(), "labelled line", _PRINTED)
    stated = [(text, "json-ld", _LD) for text in ld_texts(near.doc.json_ld, "description", "abstract")]
    stated += [(near.doc.metas[field], f"meta {field}", _HEAD) for field in META if near.doc.metas.get(field)]
    said = " ".join((near.title.text, *near.body.paragraphs))[:_READ] if stated else ""
    article = "".join(said.split())
    lines = [line for line in map(_squeezed, near.zones.header) if _LINE <= len(line) <= _BYLINE]
    for raw, where, weight in stated:
        text = _plain(raw)
        text = text if key(text) == key(near.title.text) else _without_lines(text, lines)
        if _is_about(text, article):
            yield Found(text, where, weight)


def _plain(text: str) -> str:
    """A description without the entities and tags that software wrote into it."""
    return (
        " ".join(_TAG.sub(" ", html.unescape(text)).split()) if "&" in text or "<" in text else text.strip()
    )


def _without_lines(text: str, lines: Sequence[str]) -> str:
    """A description without the bylines that stand above the text and were copied into it, line by line and glued."""
    for _ in range(_COPIED):
        opening = next((line for line in lines if _opens(text, line)), "")
        behind = _behind(text, len(opening)) if opening else ""
        if len(behind) < _LEAST:
            break
        text = behind
    return text


def _squeezed(line: Line) -> str:
    """Its characters, or '' for a sentence, which may be the summary."""
    return "" if line.text.endswith(("。", "！", "？", "”")) else "".join(line.text.split())


def _opens(text: str, line: str) -> bool:
    return "".join(text[: 2 * len(line)].split()).startswith(line)


def _behind(text: str, letters: int) -> str:
    """What stands behind so many characters, blanks not counted."""
    ends = (at for at, char in enumerate(text, 1) if not char.isspace())
    return text[next(islice(ends, letters - 1, None)) :].lstrip()


def _is_about(text: str, article: str) -> bool:
    """Whether a description says something that the article says, too."""
    text = "".join(text.split())
    places = [at for at in range(len(text) - _SIZE + 1) if text[at : at + _SIZE].isalnum()]
    places = places[:: max(1, len(places) // _SAMPLES)]
    return sum(text[at : at + _SIZE] in article for at in places) >= max(1, _OWN * len(places))


def _is_summary(text: str, title: str) -> bool:
    if not _LEAST <= len(text) <= _MOST or key(tidy_title(text)) == key(title):
        return False
    return bool(re.search("[，。！？；,]", text)) and not _is_list(text, title)


def _is_list(text: str, title: str) -> bool:
    """`题目,词,词,词`: a headline and keywords."""
    first, *others = (part.strip() for part in text.rstrip(",").split(","))
    several = len(others) > 1 or (bool(others) and key(first) == key(title))
    return several and all(len(part) <= _SHORT for part in others)
