"""Boxes of one shape side by side. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.kinds.repeats import boxes_of, groups_of, shape_of
from tests.cleaners.kinds.test_said import ROOT, box, run


@pytest.mark.parametrize(
    ("name", "shape"), [("post-17 first", "post-"), ("17", ""), ("", ""), ("  says more of it", "says")]
)
def test_a_shape_is_the_first_class_without_digits(name: str, shape: str) -> None:
    assert shape_of(name) == shape


def test_every_box_once_and_inner_ones_first() -> None:
    around = box(0, 3, name="list")
    inner = box(0, 2, parent=around)
    assert boxes_of([run("石", inner), run("桥", inner), run("镇", around), run("合")]) == [
        inner,
        around,
        ROOT,
    ]


def test_a_group_is_in_document_order_and_reaches_from_its_first_box_to_its_last() -> None:
    around = box(0, 12, name="list")
    items = [box(start, start + 2, "li", around, f"item-{start}") for start in (2, 5, 9)]
    other = box(0, 2, "li", around, "head")
    [group] = groups_of([items[2], other, items[0], items[1], around, ROOT])
    assert group.boxes == tuple(items)
    assert (group.start, group.end) == (2, 11)


def test_two_are_no_group_unless_two_are_enough() -> None:
    items = [box(0, 2, "li"), box(2, 4, "li")]
    assert groups_of(items) == []
    assert [group.end for group in groups_of(items, least=2)] == [4]
