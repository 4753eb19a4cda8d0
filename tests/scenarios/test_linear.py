"""Twice the page takes twice the time."""

from time import process_time

import pytest

from benchmarks.bounds import SHAPES, seconds
from cleaners import Cleaner
from schemas import Page

SIZE = 400_000
MOST = 2.6
"""Ratio of one doubling: 2, and what a busy machine adds. Something quadratic gives 4."""


def ratio(name: str) -> float:
    small, large = SHAPES[name](SIZE), SHAPES[name](2 * SIZE)
    seconds(small)
    return min(seconds(large) for _ in range(2)) / min(seconds(small) for _ in range(3))


@pytest.mark.parametrize("name", SHAPES)
def test_linear(name: str) -> None:
    assert min(ratio(name) for _ in range(2)) < MOST or ratio(name) < MOST


def test_attributes_are_bounded() -> None:
    """libxml2 compares each attribute of a tag with all before it."""
    body = b"<div " + b" ".join(b"a%d=1" % number for number in range(40_000)) + b">"
    started = process_time()
    Cleaner().process(Page(body=body))
    assert process_time() - started < 2
