"""Line by line through the chosen box: what is dropped, and by which rule."""

from __future__ import annotations

import re

from cleaners.body.anchor import letters, repeats_title
from cleaners.body.lines import noise
from cleaners.body.sections import Section, section
from cleaners.body.scoring import is_link
from cleaners.body.script import fold
from cleaners.document import Box, Run
from cleaners.sites.profile import Profile

_FINAL = frozenset(["editor", "disclaimer", "keyword", "comment", "end", "neighbour"])
"""Rules of lines that nothing of the article follows."""
_SHORT = 400
"""Longer runs are paragraphs; no pattern is tried on them."""


def filter_lines(
    runs: list[Run], start: int, end: int, container: Box | None, title: str, profile: Profile
) -> None:
    """Give every run of the range its verdict: `body`, or the rule that drops it."""
    wanted = letters(title)
    goods = [i for i in range(start, end) if not runs[i].junk and runs[i].good]
    index = start
    while index < end:
        run = runs[index]
        edge = not goods or index <= goods[0] or index >= goods[-1]
        rule, stop = _profiled(run, index, end, profile)
        if not rule:
            rule, stop = _verdict(runs, index, start, end, container, edge)
        if not rule and repeats_title(run, wanted):
            rule = "title"
        if not rule and index > start and not run.good and run.text == runs[index - 1].text:
            rule = "repeat"
        if not rule and goods and index > goods[-1] and _is_stray(run, runs, goods):
            rule = "stray"
        for at in range(index, stop):
            runs[at].verdict = rule or "body"
        index = stop


def _profiled(run: Run, index: int, end: int, profile: Profile) -> tuple[str, int]:
    """What the site's profile says of this run, and where the next one to look at stands."""
    if len(run.text) <= _SHORT:
        if profile.end and re.search(profile.end, run.text):
            return "profile", end
        if profile.noise and re.fullmatch(profile.noise, run.text):
            return "profile", index + 1
    return "", index + 1


def _verdict(
    runs: list[Run], index: int, start: int, end: int, container: Box | None, edge: bool
) -> tuple[str, int]:
    """The rule for this run ('' to keep it) and where the next one to look at stands."""
    run = runs[index]
    if run.junk:
        return run.junk, index + 1
    if len(run.text) > _SHORT:
        return "", index + 1
    folded = fold(run.text)
    heading = section(folded)
    if heading is not None:
        return heading.rule, _section_end(runs, index, end, container, heading)
    rule = noise(folded, edge)
    if not rule and is_link(run) and (edge or len(folded) < 30 or "。" not in folded):
        rule = "link"
    if rule in _FINAL and _is_over(runs, index, start, end):
        return rule, end
    return rule, index + 1


def _section_end(runs: list[Run], index: int, end: int, container: Box | None, heading: Section) -> int:
    """One past the last run of the section that a heading opens."""
    box, stop = runs[index].box, index + 1
    while box is not None and box is not container and box.start == index and box.end <= end:
        stop = max(stop, box.end)
        box = box.parent
    if stop > index + 1:
        return stop
    if heading.final and _good(runs, index, end) <= _good(runs, container.start if container else 0, index):
        return end
    while stop < end and (runs[stop].junk or is_link(runs[stop])):
        stop += 1
    return stop


def _is_over(runs: list[Run], index: int, start: int, end: int) -> bool:
    """A sign-off ends the article when hardly any text follows it."""
    return _good(runs, index, end) * 4 <= _good(runs, start, index)


def _good(runs: list[Run], start: int, end: int) -> int:
    return sum(len(run.text) for run in runs[start:end] if not run.junk and run.good)


def _is_stray(run: Run, runs: list[Run], goods: list[int]) -> bool:
    """A short line after the last paragraph, in a box that no paragraph shares."""
    if len(run.text) > 24 or run.good or run.box is None or run.box.parent is None:
        return False
    around = run.box.parent
    return not any(around.start <= good < around.end for good in goods)
