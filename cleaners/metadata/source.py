"""Choosing the outlet that a page credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from cleaners.metadata.baidu import baidu_text
from cleaners.metadata.byline.labels import Field, fields
from cleaners.metadata.byline.names import is_press
from cleaners.metadata.byline.outlets import clean_source, dateline_source, source_value
from cleaners.metadata.byline.site import is_site
from cleaners.metadata.elements import links_of, text_of
from cleaners.metadata.found import Found
from cleaners.metadata.people.signed import Fields, Signed
from cleaners.metadata.sites import site_values
from cleaners.metadata.title.strings import key

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

_META = ("contentsource", "source", "og:source", "article:source", "mediaid", "copyright-source")
"""Meta keys that hold the outlet: government sites, then portals."""
_SITE, _BAIDU = 1.2, 0.95
_ABOVE, _BELOW, _HEAD, _AUTHOR, _INSIDE, _DISPATCH = 1.0, 0.7, 0.65, 0.6, 0.6, 0.55
_MOST_BESIDE = 0.98
"""A label above the text is believed more than any name without one."""
_PARAGRAPH, _FIRST = 20, 10
"""Characters of a paragraph, and lines of the text that zones look at."""
_AGREEING = 0.3
"""What is added for a name that the head, the host or another place of the page has, too."""


def source_candidates(near: Near, signed: Signed) -> list[Found[str]]:
    """Every outlet the page may credit: a labelled field above the text, a name beside the date, a labelled field
    below the text, the head, the dateline of the dispatch."""
    above = [*signed.above, *signed.header]
    found = [
        *_of_site(near.doc),
        *_labelled(_where(near, above, captions=False), "line under the title", _ABOVE),
        *_labelled(_where(near, above, captions=True), "line in the text", _INSIDE),
        *(Found(name.outlet, "beside the date", name.weight) for name in signed.unlabelled if name.outlet),
        *_labelled(signed.tail, "line below the text", _BELOW),
        *_stated(near.doc),
    ]
    if near.body.paragraphs and (value := dateline_source(near.body.paragraphs[0])):
        found.append(Found(value, "dateline of the text", _DISPATCH))
    places: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        places[key(one.value)].add(_kind(one))
    return [_weighed(one, places[key(one.value)], near) for one in found]


def _where(near: Near, lines: Sequence[Fields], *, captions: bool) -> list[Fields]:
    """The lines that stand among the first paragraphs and name nothing but a source, as under a picture; or the others."""
    doc, kept = near.doc, near.body.kept
    begun = bool(kept) and len(doc.runs[kept[0]].text) >= _PARAGRAPH
    inside = set(doc.runs[kept[0] + 1 : kept[0] + _FIRST]) if begun else set()
    return [
        (line, found)
        for line, found in lines
        if captions == (line.run in inside and len(found) == 1 and not line.dates)
    ]


def _of_site(doc: Document) -> Iterator[Found[str]]:
    for text, where in site_values(doc, "source"):
        if value := clean_source(text):
            yield Found(value, where, _SITE, text)


def _weighed(one: Found[str], places: Set[str], near: Near) -> Found[str]:
    """A name is believed more where another place has it, too, or the headline opens with it: `【某报】…`, `某报：…`."""
    agrees = len(places) > 1 and one.where in ("beside the date", "line below the text")
    if agrees or _opens(near.title.text, one.value):
        most = _MOST_BESIDE if one.where == "beside the date" else _SITE
        return replace(one, weight=max(one.weight, min(one.weight + _AGREEING, most)))
    return one


def _kind(one: Found[str]) -> str:
    return one.where.split(" ")[0]


def _opens(title: str, name: str) -> bool:
    """Whether a headline begins with a name and a mark."""
    bare = title.lstrip("【[「 ")
    return bare.startswith(name) and bare[len(name) : len(name) + 1] in tuple("】]」：:|｜丨")


def _labelled(lines: Sequence[Fields], where: str, weight: float) -> Iterator[Found[str]]:
    for line, found in lines:
        for field in found:
            if value := source_value(field):
                yield Found(_linked(line, field, value), where, weight, field.value)


def _named(text: str) -> str | None:
    """The outlet in what the page keeps for machines, which may have its label before it."""
    named = fields(text)
    return next(filter(None, map(source_value, named)), None) if named else clean_source(text)


def _for_baidu(doc: Document) -> Iterator[Found[str]]:
    if (text := baidu_text(doc, "source")) and (value := _named(text)):
        yield Found(value, "element #source_baidu", _BAIDU, text)


def _stated(doc: Document) -> Iterator[Found[str]]:
    yield from _for_baidu(doc)
    for field in _META:
        stated = doc.metas.get(field)
        if stated and (value := _named(stated)) and not value.startswith("http"):
            yield Found(value, f"meta {field}", _HEAD)
    named = doc.metas.get("article:author", "")
    if is_press(named) and not is_site(doc, named):
        yield Found(named, "meta article:author", _AUTHOR)


def _linked(line: Line, field: Field, value: str) -> str:
    """A linked source ends where its link ends."""
    if line.run.link_chars:
        for link in links_of(line.run):
            text = text_of(link)
            if line.text.count(text) > 1:  # the other one may be the link
                continue
            if 2 <= len(text) < len(value) and value.startswith(text) and field.value.startswith(text):
                return text
    return value
