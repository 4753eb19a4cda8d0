"""Four times the page takes four times the time."""

from time import process_time

import pytest

from benchmarks.bounds import ENVELOPES, SHAPES, seconds
from cleaners import Cleaner
from schemas import Page

SIZE = 150_000
MOST = 10
"""Ratio of two doublings: 4. A busy machine was seen to make more than 10 of one try; something quadratic gives 16."""


@pytest.mark.parametrize("name", [*SHAPES, *ENVELOPES])
def test_linear(name: str) -> None:
    """The best of as many tries as a busy machine needs."""
    shape = (SHAPES | ENVELOPES)[name]
    small, large = shape(SIZE), shape(4 * SIZE)
    least, most = min(seconds(small) for _ in range(3)), seconds(large)
    for _ in range(20):
        if most < MOST * least:
            return
        least, most = min(least, seconds(small)), min(most, seconds(large))
    pytest.fail(f"{most / least:.1f} times the time")


@pytest.mark.parametrize("size", [40_000, 80_000])
def test_attributes_are_bounded(size: int) -> None:
    """libxml2 compares each attribute of a tag with all before it; a quoted bracket here and there ends no tag."""
    names = (b"a%d" % number if number % 300 else b'a%d=">"' % number for number in range(size))
    body = b"<div " + b" ".join(names) + b">"
    started = process_time()
    Cleaner().process(Page(body=body))
    assert process_time() - started < 2
