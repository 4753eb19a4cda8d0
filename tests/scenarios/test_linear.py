"""Four times the page takes four times the time."""

from time import process_time

import pytest

from benchmarks.bounds import ENVELOPES, SHAPES, seconds
from cleaners import Cleaner
from schemas import Page

SIZE = 150_000
MOST = 10
"""Ratio of two doublings: 4. A busy machine was seen to make 8.5 of it; something quadratic gives 16."""


def ratio(name: str) -> float:
    shape = (SHAPES | ENVELOPES)[name]
    small, large = shape(SIZE), shape(4 * SIZE)
    return seconds(large) / min(seconds(small) for _ in range(3))


@pytest.mark.parametrize("name", [*SHAPES, *ENVELOPES])
def test_linear(name: str) -> None:
    assert any(ratio(name) < MOST for _ in range(3))


@pytest.mark.parametrize("size", [40_000, 80_000])
def test_attributes_are_bounded(size: int) -> None:
    """libxml2 compares each attribute of a tag with all before it; a quoted bracket here and there ends no tag."""
    names = (b"a%d" % number if number % 300 else b'a%d=">"' % number for number in range(size))
    body = b"<div " + b" ".join(names) + b">"
    started = process_time()
    Cleaner().process(Page(body=body))
    assert process_time() - started < 2
