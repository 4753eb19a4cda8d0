"""Views of invented lines and pages, for what is asked of a view alone."""

from __future__ import annotations

from cleaners.document import Box, Run
from cleaners.dom import parse
from cleaners.readings.scope import Scope
from cleaners.readings.view import View
from cleaners.runs import read_runs
from cleaners.sites import GENERIC

GOOD = "石桥镇沿河步道昨日开放，全长四公里。"
"""Running text of eighteen characters, two more than the shortest has."""


def good(size: int) -> str:
    """Running text of so many characters, sixteen at least."""
    return ("石桥镇新修步道，" * (size // 8 + 1))[: size - 1] + "。"


def lines(*texts: str | tuple[str, int]) -> View:
    """Lines without markup; with a number, so many of its characters stand in links."""
    pairs = [(text, 0) if isinstance(text, str) else text for text in texts]
    return View([Run(text, None, links) for text, links in pairs])


def page(inner: str) -> View:
    """The lines of a page's body."""
    return View(read_runs(parse(f"<html><body>{inner}</body></html>"), GENERIC))


def box(view: View, name: str) -> Box:
    """The box of a class."""
    return next(one for one in view.boxes if one.name == name)


def scope(view: View, name: str = "") -> Scope:
    """The box of a class; without one all lines, as in text mode."""
    marks = [run.junk for run in view.runs]
    if not name:
        return Scope(view, marks, None, 0, len(view.runs))
    around = box(view, name)
    return Scope(view, marks, around, around.start, around.end)


def goods(of: Scope) -> list[int]:
    """The lines of running text."""
    return [at for at in range(of.start, of.end) if of.view.good[at]]


def at(view: View, text: str) -> int:
    """The line that is a text."""
    return [run.text for run in view.runs].index(text)
