"""A value that a page may mean for a field, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)

ENOUGH = 0.5
"""Weight from which a candidate is taken at all: no value is better than a wrong one."""


@dataclass(frozen=True, slots=True)
class Found(Generic[V_co]):
    """A candidate for a field."""

    value: V_co
    where: str
    """The rule that found it, e.g. `line under the title`."""
    weight: float
    """0 to about 1.5: how sure the rule is, and how much else on the page agrees."""
    raw: str = ""
    """As printed, where that is not the value."""


class Choice(NamedTuple):
    """The candidates for one field of the Article, and the one that was taken."""

    field: str
    candidates: tuple[Found[object], ...]
    chosen: Found[object] | None


def best(candidates: Iterable[Found[V]]) -> Found[V] | None:
    """The candidate of the greatest weight, of equals the first; None where none has enough."""
    chosen: Found[V] | None = None
    for found in candidates:
        if found.weight >= ENOUGH and (chosen is None or found.weight > chosen.weight):
            chosen = found
    return chosen


def all_of(field: str, values: Sequence[object], where: str) -> Choice:
    """A field that takes all that one rule finds."""
    found = tuple(Found(value, where, 1.0) for value in values)
    return Choice(field, found, Found(tuple(values), where, 1.0) if values else None)
