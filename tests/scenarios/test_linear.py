"""Sixteen times the page takes sixteen times the time."""

from functools import partial
from time import process_time

import pytest

from benchmarks.bounds import ENVELOPES, SHAPES, seconds
from cleaners import Cleaner
from schemas import Page
from tests.growth import is_linear

SIZE = 600_000


@pytest.mark.parametrize("name", [*SHAPES, *ENVELOPES])
def test_linear(name: str) -> None:
    shape = (SHAPES | ENVELOPES)[name]
    assert is_linear(partial(seconds, shape(SIZE // 16)), partial(seconds, shape(SIZE)))


@pytest.mark.parametrize("size", [40_000, 80_000])
def test_attributes_are_bounded(size: int) -> None:
    """libxml2 compares each attribute of a tag with all before it; a quoted bracket here and there ends no tag."""
    names = (b"a%d" % number if number % 300 else b'a%d=">"' % number for number in range(size))
    body = b"<div " + b" ".join(names) + b">"
    started = process_time()
    Cleaner().process(Page(body=body))
    assert process_time() - started < 2
