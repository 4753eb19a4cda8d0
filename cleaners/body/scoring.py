"""What a run is worth as article text."""

from __future__ import annotations

import re

from cleaners.document import Run

_STOP = re.compile(r"[，。！？；…”」』]|[,;!?](?=\s|$)|\.(?=\s|$)")
CAP = 400
"""One run counts at most this much: a page had one spam run of 174,217 characters."""


def is_link(run: Run) -> bool:
    return run.link_chars * 2 > len(run.text)


def is_good(run: Run) -> bool:
    """Running text: long enough, punctuated, mostly outside links."""
    text = run.text
    return len(text) >= 16 and not is_link(run) and _STOP.search(text) is not None


def value(run: Run) -> float:
    """Positive for running text, negative for links and junk."""
    text = run.text
    if run.junk:
        return -min(len(text), 60) * 0.3 - 4
    if is_link(run):
        return -min(run.link_chars, 40) * 0.4 - 4
    if len(text) >= 16 and _STOP.search(text):
        return min(len(text) - run.link_chars, CAP)
    return -2.0
