"""Copies end in one group, others do not. All texts are synthetic (合成)."""

import random

import pytest

from benchmarks.synthetic import Writer
from cleaners.duplicates import DuplicateIndex, signature

RNG = random.Random(20261122)
EVENT = Writer(RNG).event()
FIRST, SECOND, THIRD = (Writer(RNG).report(EVENT) for _ in range(3))


def _groups(*texts: str) -> list[tuple[str, ...]]:
    index = DuplicateIndex()
    for number, text in enumerate(texts):
        index.add(str(number), signature(text))
    return index.groups()


@pytest.mark.parametrize(
    "copy",
    [
        FIRST,
        FIRST.replace("“", "「").replace("”", "」"),
        "另一个标题\n" + FIRST,
        "\n".join(FIRST.split("\n")[1:]),
        FIRST + "\n" + Writer(RNG).promotion(),
        f"本网讯（记者某某）{FIRST}（完）",
    ],
)
def test_a_copy_joins_its_original_and_not_another_report_of_the_event(copy: str) -> None:
    assert _groups(FIRST, SECOND, copy, THIRD) == [("0", "2")]


def test_copies_of_copies_are_one_group() -> None:
    tail = [Writer(RNG).sentence() for _ in range(12)]
    texts = ["\n".join([FIRST, *tail[: 4 * cut]]) for cut in range(4)]
    assert _groups(SECOND, *texts) == [("1", "2", "3", "4")]


def test_groups_come_in_the_order_in_which_texts_were_added() -> None:
    assert _groups(FIRST, SECOND, THIRD, THIRD, FIRST) == [("0", "4"), ("2", "3")]


def test_texts_without_content_are_nobodys_copies() -> None:
    assert _groups("", "。", "", FIRST) == []


def test_more_can_be_added_after_grouping() -> None:
    index = DuplicateIndex()
    index.add("a", signature(FIRST))
    assert index.groups() == []
    index.add("b", signature(FIRST))
    assert index.groups() == [("a", "b")]
    assert len(index) == 2
