"""Lines of the page that may be its headline, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from cleaners.lexicon import fold
from cleaners.metadata.byline.labels import fields
from cleaners.metadata.byline.names import is_outlet
from cleaners.metadata.byline.unlabelled import OTHER_WORDS
from cleaners.metadata.dates import find_dates
from cleaners.metadata.elements import links_of
from cleaners.metadata.lines import is_dateline
from cleaners.metadata.title.claims import Claim, segment_keys
from cleaners.metadata.title.signs import before_steps
from cleaners.metadata.title.strings import is_site_name, key, opens_title
from cleaners.metadata.urls import absolute

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.document import Box, Document, Run

MIN_CHARS, MAX_CHARS = 3, 150
"""Characters of a headline, punctuation aside at the lower end; a shorter one must be what the head states: `江水`, `渡`."""
_SEARCHED = 600
"""Runs searched for a headline that is no <h1> to <h3>; megaphone pages print it within the first few hundred."""
_CERTAIN = 1.2
"""Weight of an <h1> or <h2> that prints exactly what the head states: below it only the same line is looked for."""
_LONE = 0.7
"""Weight of an <h1> that the head does not state: more than a line that is half of what it states."""
_WHOLE = 0.85
"""Agreement below which a line may be one of several that print the headline."""
_BROKEN = 3
"""Lines over which a headline is broken at most."""
_LONGER = 1.5
"""How many times as long as what the head states a line may be that only shares words with it; paragraphs are longer."""
_HEADINGS = {"h1": 3, "h2": 2, "h3": 1}
_AROUND = 3
"""Boxes around a line that may be its heading."""
_Levels = dict[int, tuple[int, str]]
_LONE_LETTERS, _MINOR_LETTERS = 6, 10
_MINOR_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ISSUE = re.compile(r"(?:19|20)\d\d\s?[年/.-].{1,16}第?\s?\w{1,3}\s?版")
"""The day and the sheet of a paper: no headline, though the head may state it."""
_OWNED = re.compile(r"©|^\W{0,3}(?:版权所有|版權所有|Copyright\b)|All Rights Reserved", re.IGNORECASE)
_INFO = 120
"""Letters of a line of dates and labels."""
_FRONT = re.compile(r"(?:https?://[^/]*/?)?")
_ARROWS = "›»〉→＞>"


class Printed(NamedTuple):
    """A line that may be the headline."""

    weight: float
    """0 to 1.3: how far it is what the head states, and how much of a heading."""
    run: int
    where: str


def printed_titles(doc: Document, claims: Sequence[Claim], sites: Sequence[str]) -> list[Printed]:
    """The lines that may be the headline, the likeliest first; of equals the first printed."""
    visible = [(index, run) for index, run in enumerate(doc.runs) if run.junk != "hidden"]
    levels: _Levels = {}
    stated = {key(claim.text) for claim in claims} | {key(doc.metas.get("title", ""))}
    named = {key(site) for site in sites} - stated
    found = list(_agreeing(doc, visible, claims, segment_keys(doc, sites), named, levels))
    found = [_above_steps(doc, item, levels) for item in found]
    found += _lone_headings(doc, sites, levels, {item.run for item in found})
    return sorted(found, key=lambda item: (-item.weight, item.run))


def _agreeing(
    doc: Document,
    visible: Sequence[tuple[int, Run]],
    claims: Sequence[Claim],
    parts: frozenset[str],
    named: Set[str],
    levels: _Levels,
) -> Iterator[Printed]:
    """Lines that print what the head states, none that is `named` as the site. `levels` takes up the headings down
    to the first certain one."""
    stated = [claim.text for claim in claims] + [doc.metas.get("title", "")]
    wanted, whole = [key(text) for text in stated], "\n".join(stated)
    shortest, certain = {*filter(None, wanted), *parts}, ""
    for index, run in visible:
        text = run.text
        if certain and text != certain:
            continue
        short = len(text) < MIN_CHARS
        if len(text) > MAX_CHARS or (short and (run.link_chars or key(text) not in shortest)):
            continue
        level, where = _level(run.box)
        if short and key(text) not in wanted and where != "h1":
            continue
        if level:
            levels[index] = (level, where)
        elif index >= _SEARCHED or not _shares(text, whole):
            continue
        if _ISSUE.search(text) or _OWNED.search(text) or key(text) in named:
            continue
        if (level < 2 and run.link_chars * 5 > len(text) * 4) or _is_crumb(run):
            continue
        opens = where == "h1" and opens_title(text, doc.metas.get("title", ""))
        agreed = _agreement(
            key(text), wanted, parts | {key(text)} if opens else parts, level, not run.link_chars
        )
        if 0 < agreed < _WHOLE and not run.link_chars and joined_with(doc.runs, index, wanted):
            agreed = 1.0
        if agreed:
            weight = agreed + (level * 0.1 if agreed > 0.4 else 0) - (0.2 if run.junk else 0)
            yield Printed(weight, index, where or "printed line named in <title>")
            certain = text if agreed == 1.0 and weight >= _CERTAIN else certain


def _above_steps(doc: Document, item: Printed, levels: _Levels) -> Printed:
    """The heading that a later one repeats to say that its steps follow: `梅干菜烧肉` for `梅干菜烧肉的做法`."""
    dish = before_steps(key(doc.runs[item.run].text))
    above = (at for at in levels if at < item.run and dish and key(doc.runs[at].text) == dish)
    at = next(above, item.run)
    return item if at == item.run else item._replace(run=at, where=levels[at][1])


def joined_with(runs: Sequence[Run], index: int, wanted: Sequence[str]) -> range | None:
    """The lines around one that together print a headline broken over several; None where they do not."""
    for first in range(max(0, index - _BROKEN + 1), index + 1):
        joined = key(runs[first].text)
        for last in range(first + 1, min(len(runs), first + _BROKEN)):
            joined += key(runs[last].text)
            if last >= index and joined in wanted:
                return range(first, last + 1)
    return None


def _level(box: Box | None) -> tuple[int, str]:
    """Rank and tag of the heading around a box; (0, '') outside of headings."""
    for _ in range(_AROUND):
        if box is None:
            break
        if box.tag in _HEADINGS:
            return _HEADINGS[box.tag], box.tag
        box = box.parent
    return 0, ""


def _shares(line: str, stated: str) -> bool:
    """Whether a line can be the headline at all: its beginning or its end occurs in what the head states."""
    return line[:3] in stated or line[2:5] in stated or line[-4:-1] in stated


def _is_crumb(run: Run) -> bool:
    """Whether a line is a breadcrumb, whose last part may be the headline."""
    return bool(run.link_chars) and sum(map(run.text.count, _ARROWS)) > 0


def _agreement(printed: str, wanted: Sequence[str], parts: frozenset[str], level: int, clear: bool) -> float:
    """How far a printed line is the headline that the head states: 0 (not) to 1 (the same). A line with links that
    holds more than the headline is a breadcrumb before it is the headline."""
    if not printed:
        return 0.0
    long = len(printed) >= _LONE_LETTERS or level == _HEADINGS["h1"]
    best = _LONE if level >= 2 and clear and printed in parts and long else 0.0
    for text in wanted:
        if printed == text:
            return 1.0
        if len(printed) >= 4 and printed in text:
            best = max(best, min(0.95, len(printed) / len(text) + 0.1))
        elif len(text) >= 6 and text in printed and len(printed) < len(text) * _LONGER:
            best = max(best, 0.9 if clear or level == 3 else 0.4)
        elif level or (8 <= len(printed) <= len(text) * _LONGER and len(text) >= 8 and printed[-4:] in text):
            best = max(best, _overlap(printed, text) * (0.9 if clear or level == 3 else 0.4))
    return best if best >= 0.4 else 0.0


def _overlap(one: str, other: str) -> float:
    """Share of common character pairs, 0 when under one half."""
    pairs, others = (
        {one[i : i + 2] for i in range(len(one) - 1)},
        {other[i : i + 2] for i in range(len(other) - 1)},
    )
    share = len(pairs & others) / max(1, min(len(pairs), len(others)))
    return share if share >= 0.6 and len(pairs & others) >= 4 else 0.0


def _lone_headings(
    doc: Document, sites: Sequence[str], levels: _Levels, taken: set[int]
) -> Iterator[Printed]:
    """The first h1s and h2s that are neither logo nor link, for pages whose <title> names only the site."""
    names = [*sites, doc.metas.get("title", ""), *doc.metas.get("title", "").split("_")]
    left = {3: 2, 2: 2}
    for index, (level, where) in levels.items():
        run = doc.runs[index]
        linked = run.link_chars * 2 > len(run.text) and not _leads_here(run, doc.url)
        if not left.get(level) or index in taken or linked or len(run.text) > MAX_CHARS:
            continue
        if len(key(run.text)) >= _LONE_LETTERS and not is_site_name(run.text, names):
            left[level] -= 1
            yield Printed((_LONE if level == 3 else _LONE / 2) - (0.2 if run.junk else 0), index, where)


def only_heading(doc: Document, sites: Sequence[str]) -> int | None:
    """The one h1 of a page whose head states no headline, however short: `渡`. A column, an office and the site are none."""
    found = [
        index
        for index, run in enumerate(doc.runs)
        if not (run.link_chars or run.junk) and key(run.text) and _level(run.box)[1] == "h1"
    ]
    if len(found) != 1:
        return None
    text = doc.runs[found[0]].text
    named = is_outlet(text) or is_site_name(text, sites) or fold(text.strip()) in OTHER_WORDS
    return None if named or len(text) > MAX_CHARS else found[0]


def _leads_here(run: Run, url: str | None) -> bool:
    """It is a link to the page itself, as blogs have it: not to the front page, whose logo is one."""
    own = (absolute(None, url) or "").partition("#")[0]
    if run.block is None or _FRONT.fullmatch(own):
        return False
    links = [*links_of(run), *run.block.iterancestors("a")]
    return any((absolute(own, link.get("href")) or "").partition("#")[0] == own for link in links)


def line_above_info(doc: Document) -> int | None:
    """The line over the first that holds a date and a label, where it may be a headline: the head names it nowhere."""
    if (index := info_line(doc)) is None:
        return None
    above = doc.runs[index - 1]
    plain = not above.link_chars and not above.junk and _LONE_LETTERS <= len(key(above.text)) <= MAX_CHARS
    return index - 1 if plain and not is_outlet(above.text) and not fields(above.text) else None


def info_line(doc: Document) -> int | None:
    """The first line that holds a date and a label, below which the text begins; not the very first of the page."""
    lines = enumerate(doc.runs[1:_SEARCHED], 1)
    return next((index for index, run in lines if not run.junk and is_info(run.text, doc.fetched_at)), None)


def is_info(text: str, fetched_at: datetime | None = None) -> bool:
    """It holds a date and a label."""
    if len(text) > _INFO or not (found := fields(text)):
        return False
    return any(field.marked for field in found) and is_dateline(text, find_dates(text, fetched_at=fetched_at))


def minor_headings(doc: Document) -> Iterator[tuple[int, str]]:
    """(index, tag) of the first line in a heading of any rank that is neither link nor frame."""
    for index, run in enumerate(doc.runs):
        tag = run.box.tag if run.box else ""
        plain = not run.link_chars and not run.junk and len(key(run.text)) >= _MINOR_LETTERS
        if tag in _MINOR_TAGS and plain and len(run.text) <= MAX_CHARS:
            yield index, tag
            return
