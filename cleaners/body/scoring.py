"""What a run is worth as article text."""

from __future__ import annotations

import re

from cleaners.document import Run

_SENTENCE = re.compile(r"[，。！？；…”」』]|[,;!?](?=\s|$)|\.(?=\s|$)")
_LEAST = 16
"""Shortest run that counts as running text; shorter ones are subheads, labels, menu items."""
_CAP = 400
"""One run counts at most this much: a page had one spam run of 174,217 characters."""
_GIANT = 20_000
"""Characters that no paragraph has; spam and data dumps do."""
_NAMED = 0.2
"""Weight of text in a box that is named like junk: a theme may put a share class on the article itself."""
_NEVER = frozenset(["hidden", "profile", "teaser"])
"""Marks that rest on more than a name."""


def rate(runs: list[Run]) -> None:
    """Mark the running text among the runs."""
    for run in runs:
        text = run.text
        run.good = _LEAST <= len(text) <= _GIANT and not is_link(run) and _SENTENCE.search(text) is not None


def is_link(run: Run) -> bool:
    """More than half of it stands inside links."""
    return run.link_chars * 2 > len(run.text)


def value(run: Run) -> float:
    """Positive for running text, negative for links, junk and scraps."""
    size = len(run.text)
    if run.good and run.junk not in _NEVER:
        worth = float(min(size - run.link_chars, _CAP))
        return worth * _NAMED if run.junk else worth
    if run.junk:
        return -4 - 0.3 * min(size, 60)
    if is_link(run):
        return -4 - 0.4 * min(run.link_chars, 40)
    if size > _GIANT:
        return -float(_CAP)
    return -2.0


def unhidden_value(run: Run) -> float:
    """The same where the article itself seems to be hidden until a script runs."""
    if run.good and run.junk == "hidden":
        return float(min(len(run.text), _CAP))
    return value(run)


def verse_value(run: Run) -> float:
    """The same for pages whose text is short lines: poems, tables, captions."""
    return -4.0 if run.junk or is_link(run) else float(min(len(run.text), _CAP))
