"""CSS selectors of tags, classes and ids, below and inside each other; no others are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_COMPOUND = re.compile(r"(\*|[A-Za-z][\w-]{0,40})?((?:[.#][A-Za-z_-][\w-]{0,80}){0,9})\Z")
_NAMED = re.compile(r"[.#]?[A-Za-z_-][\w-]*")
NAME = re.compile(r"[.#][\w-]+")
"""An id or a class in a selector."""
_MAX_SELECTOR = 300
_WITHOUT_SCRIPT = frozenset([".no-js", ".nojs", ".noscript"])
"""Classes that a page's first script takes away."""

Names = frozenset[str]
"""What an element is, or must be: its tag, `#id` and each `.class`."""
Weight = tuple[int, int, int]
"""CSS specificity: how many ids, classes and tags a selector names."""


@dataclass(frozen=True, slots=True)
class Selector:
    last: Names
    """What the element itself must be."""
    around: tuple[tuple[bool, Names], ...]
    """What must stand around it, inner first, each with whether it must be the parent of the one before."""
    outer: Names
    """All names that must stand around it, in whatever order."""

    @property
    def weight(self) -> Weight:
        names = [name for part in (self.last, *(names for _, names in self.around)) for name in part]
        idents, classes = (sum(name[0] == mark for name in names) for mark in "#.")
        return idents, classes, len(names) - idents - classes

    def fits(self, place: Place | None) -> bool:
        """Whether it selects an element that stands in this place."""
        for is_parent, names in self.around:
            while place is not None and not names <= place.names:
                place = None if is_parent else place.up
            if place is None:
                return False
            place = place.up
        return True


class Place(NamedTuple):
    """Where an element stands."""

    names: Names
    """Of the element around it."""
    outer: Names
    """Of all elements around it, as far as a selector asks for them."""
    up: Place | None


def names_of(tag: str, classes: str | None, ident: str | None) -> Names:
    """What an element is found by."""
    return frozenset(
        [tag, *((f"#{ident}",) if ident else ()), *(f".{name}" for name in (classes or "").split())]
    )


def last_names(group: str, there: Names | None) -> Iterator[str]:
    """Of each selector of a rule, a name that its elements have: a quick look, for all rules of a page. None of those
    that ask for an id or a class that is not there, where it is known what is there."""
    for text in group.split(","):
        parts = text[-_MAX_SELECTOR:].replace(">", " ").split()
        is_there = there is None or there.issuperset(NAME.findall(text))
        if is_there and parts and _COMPOUND.match(parts[-1]) and (names := _NAMED.findall(parts[-1])):
            yield names[-1]


def all_names(groups: Iterable[str]) -> Names:
    """All names in the selectors of some rules."""
    return frozenset(_NAMED.findall(" ".join(groups)))


def parse_selectors(group: str) -> Iterator[Selector]:
    """The selectors of a rule that can be read; `group` is what stands before its brace."""
    for text in group.rpartition(";")[2].split(","):
        if len(text) <= _MAX_SELECTOR and (selector := _selector(text)) is not None:
            yield selector


def _selector(text: str) -> Selector | None:
    compounds: list[tuple[bool, Names]] = []
    is_parent = False
    for part in reversed(text.replace(">", " > ").split()):
        if part == ">":
            is_parent = True
            continue
        found = _COMPOUND.match(part)
        if found is None or not _WITHOUT_SCRIPT.isdisjoint(names := _names(found)):
            return None
        compounds.append((is_parent, names))
        is_parent = False
    if not compounds:
        return None
    (_, last), *around = compounds
    return Selector(last, tuple(around), frozenset().union(*(names for _, names in around)))


def _names(found: re.Match[str]) -> Names:
    tag = (found[1] or "").lower().strip("*")
    return frozenset([*((tag,) if tag else ()), *NAME.findall(found[2])])
