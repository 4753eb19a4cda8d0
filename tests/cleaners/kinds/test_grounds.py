"""Which short lines below a headline and a name are a poem, one bound at a time. Invented lines (合成)."""

from __future__ import annotations

from typing import Any

import pytest

from cleaners.document import Run
from cleaners.kinds.grounds import Sight
from cleaners.metadata.byline.names import names_alone
from tests.cleaners.kinds.sights import sight

NAME, OTHER = "王小明", "李小红"


def verses(count: int, size: int = 4) -> list[str]:
    """Lines of so many characters, none twice."""
    return [place * (size - 3) + "到天明" for place in "洗落听走看退说飘"[:count]]


def poem(
    lines: list[str], *, over: tuple[str, ...] = (), under: tuple[str, ...] = (NAME,), **given: Any
) -> Sight:
    """A headline between lines, and verses that were taken."""
    base = {"run": len(over), "weight": 1.0, "gap": 0.54, "missed": 0.19, "share": 0.5, "list": 0.84}
    found = sight(text="\n".join(lines), **base | given)
    found.doc.runs += [Run(line, None) for line in (*over, "退水", *under)]
    return found


def test_no_verse_here_is_a_name() -> None:
    assert not any(map(names_alone, verses(8)))
    assert names_alone(NAME)


@pytest.mark.parametrize(
    ("given", "is_poem"),
    [
        ({}, True),
        ({"run": None}, False),
        ({"weight": 0.99}, False),
        ({"chosen": False}, False),
        ({"above": 0.1}, False),
        ({"gap": 0.55}, False),
        ({"missed": 0.2}, False),
        ({"kept_links": 0.1}, False),
        ({"share": 0.49}, False),
        ({"list": 0.85}, False),
        ({"above": 0.1, "kept_links": 0.1}, False),
    ],
)
def test_a_poem_stands_right_below_its_headline_on_a_page_without_other_text(
    given: dict[str, Any], is_poem: bool
) -> None:
    assert poem(verses(8), **given)._is_poem is is_poem


@pytest.mark.parametrize(
    ("above", "below", "signed"),
    [
        ((), (NAME,), True),
        ((), ("石桥诗刊", NAME), True),
        ((), ("石桥诗刊", "第二期", NAME), False),
        ((), ("石桥诗刊",), False),
        ((NAME,), (), False),
        (("石桥诗刊",), (NAME,), True),
    ],
)
def test_a_name_stands_in_the_two_lines_below_the_headline(
    above: tuple[str, ...], below: tuple[str, ...], signed: bool
) -> None:
    assert poem(verses(8), over=above, under=below)._is_signed_verse() is signed


@pytest.mark.parametrize(
    ("lines", "verse"),
    [
        (verses(8), True),
        (verses(7), False),
        ([NAME, *verses(8)], True),
        ([NAME, *verses(7)], False),
        ([OTHER, *verses(7, 5)], True),
        ([OTHER, "张小河", *verses(6, 5)], True),
        ([OTHER, "张小河", "赵小山", *verses(6, 5)], False),
        (verses(8, 3), False),
        ([*verses(7), "到天明"], False),
        ([*verses(7), "电话：0000-7788"], False),
        ([*verses(7), "第三章 退水"], False),
        (verses(4) * 2, True),
        ([*verses(3), *verses(3), *verses(2)], False),
    ],
)
def test_eight_lines_of_four_characters_most_of_which_differ_and_are_no_names(
    lines: list[str], verse: bool
) -> None:
    """The name of who signed them is none of them."""
    assert poem(lines)._is_signed_verse() is verse
