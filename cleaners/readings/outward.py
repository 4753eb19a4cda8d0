"""Lists of links between the paragraphs that are text: each leads to another site, as tools, sources and works do. Other stories
are of one site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from cleaners.document import Box, Run
from cleaners.readings.view import is_good, is_link
from cleaners.tags import HEADINGS

_LINKS = 200
"""Links of a list that are looked at."""
_SITES = 3
"""Sites that such a list leads to at least."""
_LISTS = frozenset(["ul", "ol", "dl"])
_HOST = re.compile(r"(?:https?:)?//(?:[^/?#@]{0,80}@)?([\w.-]{1,200})", re.IGNORECASE)


def with_lists_told(runs: list[Run]) -> list[Run]:
    """The lines of a page, those of such lists as if they were no links: what takes them for furniture is that they are."""
    told = {at for lines in _lists(runs) if _leads_to_sites(runs, lines) for at in lines}
    return (
        [replace(run, link_chars=0) if at in told else run for at, run in enumerate(runs)] if told else runs
    )


def _lists(runs: Sequence[Run]) -> Iterator[range]:
    """Lines that are links, one behind the other, with a paragraph above and one below them."""
    start = 0
    for linked, group in groupby(runs, is_link):
        lines = range(start, start := start + len(list(group)))
        if linked and len(lines) > 1 and lines.start > 0 and lines.stop < len(runs):
            outer = _outer(runs[lines.start].box)
            beside = runs[lines.start - 1], runs[lines.stop]
            if (
                outer is not None
                and all(_is_text(run, outer) for run in beside)
                and any(map(is_good, beside))
            ):
                yield lines


def _is_text(run: Run, outer: Box) -> bool:
    box = run.box
    return box is not None and box.parent is outer and (is_good(run) or box.tag in HEADINGS)


def _outer(box: Box | None) -> Box | None:
    """The box around the list that a line stands in, or around the line."""
    outer = box.parent if box is not None else None
    return outer.parent if outer is not None and outer.tag in _LISTS else outer


def _leads_to_sites(runs: Sequence[Run], lines: range) -> bool:
    boxes = dict.fromkeys(box for at in lines if (box := runs[at].box) is not None)
    links = [
        link.get("href") or "" for link in islice((a for box in boxes for a in box.element.iter("a")), _LINKS)
    ]
    sites = {site for link in links if (site := _site_of(link))}
    return len(sites) >= _SITES and len(sites) * 2 >= len(links)


def _site_of(link: str) -> str:
    """The last names of its host; '' for a link within the site."""
    found = _HOST.match(link)
    names = found[1].lower().split(".") if found else []
    short = len(names) > 2 and len(names[-1]) == 2 and len(names[-2]) <= 3  # com.cn, co.uk
    return ".".join(names[-3 if short else -2 :])
