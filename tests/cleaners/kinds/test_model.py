"""The chances of each kind of page, by figures and weights that are counted by hand."""

from __future__ import annotations

import math

import pytest

from cleaners.kinds.model import CLASSES, chances, holds_text

PLAIN = {name: {"": 0.0} for name in CLASSES}


def test_what_has_not_been_measured_counts_nothing() -> None:
    weights = PLAIN | {"article": {"": 1.0, "stops": 2.0, "players": -5.0}}
    found = chances({"stops": 0.5}, weights)
    assert found["article"] == pytest.approx(math.exp(2) / (math.exp(2) + len(CLASSES) - 1))
    assert sum(found.values()) == pytest.approx(1.0)


def test_great_sums_stay_chances() -> None:
    found = chances({"stops": 1.0}, PLAIN | {"article": {"": 0.0, "stops": 1000.0}})
    assert (found["article"], found["list"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("article", "thread", "others", "holds"),
    [
        (0.35, 0.0, 0.1, True),
        (0.2, 0.15, 0.1, True),
        (0.34, 0.0, 0.1, False),
        (0.4, 0.0, 0.19, True),
        (0.4, 0.0, 0.2, False),
    ],
)
def test_a_page_holds_a_text(article: float, thread: float, others: float, holds: bool) -> None:
    """A third of the chances, and more than half of those of other kinds; furniture is none of them."""
    odds = dict.fromkeys(("list", "product", "video", "blank"), others)
    assert holds_text(odds | {"article": article, "thread": thread, "furniture": 9.0}) is holds
