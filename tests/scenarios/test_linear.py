"""Sixteen times the page takes sixteen times the time."""

from contextlib import suppress
from functools import partial
from time import process_time

import pytest

from benchmarks.bounds import ENVELOPES, SHAPES, seconds
from cleaners import Cleaner, Rejected
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


_SAID = (
    "沿河的步道修好以后的第{0}天，傍晚来散步的人比{0}天以前多了一倍，桥上的灯一盏一盏亮起来，河边又热闹了。"
)
_AGAIN = {
    "notes": f"{_SAID}\n声明：本文第{{0}}版不代表本站立场",
    "editors": f"{_SAID}\n责任编辑：王石桥{{0}}",
    "headings": f"相关新闻 {{0}}\n{_SAID}\n{_SAID}\n{_SAID}\n{_SAID}",
    "neighbours": f"{_SAID}\n下一篇：第{{0}}则新闻的标题",
}


def _dumped(form: str, count: int) -> float:
    """Seconds for a dump in which so many lines could each end the text."""
    lines = [form.format(number) for number in range(count)]
    lines += [_SAID.format(number) for number in range(count, 3 * count)]
    started = process_time()
    with suppress(Rejected):
        Cleaner().clean_text("\n".join(["石桥的傍晚", _SAID.format("一"), *lines]))
    return process_time() - started


@pytest.mark.parametrize("name", _AGAIN)
def test_dumps_are_linear_in_the_lines_that_may_end_them(name: str) -> None:
    assert is_linear(partial(_dumped, _AGAIN[name], 100), partial(_dumped, _AGAIN[name], 1600))
