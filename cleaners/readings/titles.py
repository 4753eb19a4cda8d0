"""Lines that may print the title; none is one of the possibilities."""

from __future__ import annotations

from dataclasses import replace

from cleaners.document import Document
from cleaners.metadata.title import Title, title_candidates

_MOST = 5
"""Lines that are tried."""
_NEAR = 0.5
"""Share of the first one's weight under which a line is no rival of it."""
_NONE = Title("", "")


def title_lines(doc: Document) -> list[Title]:
    """The likeliest title first, then the other lines that may print it, and the first one without its line."""
    candidates = title_candidates(doc)
    first = next(iter(candidates), _NONE)
    lines: dict[int, Title] = {}
    for title in candidates:
        if title.run is not None and title.weight >= first.weight * _NEAR:
            lines.setdefault(title.run, title)
    return [*list(lines.values())[:_MOST], replace(first, run=None)]
