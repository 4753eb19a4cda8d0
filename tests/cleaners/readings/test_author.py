"""What is said of the author below a text, and lines that look like it."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from cleaners.readings.author import tells_of_author
from tests.cleaners.readings.pages import LEAD, TEXT, TITLE, paragraphs, text_of
from tests.cleaners.readings.views import lines

DUMP_HEAD = [TITLE, "文：叶知音", "2024-05-20 08:00"]


def _dump(*below: str, head: list[str] | None = None) -> list[str]:
    lines = [*(head or DUMP_HEAD), *TEXT, *below]
    return Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")


def _page(*below: str, by: str = "文：叶知音") -> list[str]:
    card = f"<div class=q><img src=/a.jpg><h4>{below[0]}</h4>{paragraphs(list(below[1:]))}</div>"
    return text_of(
        f"<title>{TITLE}</title><h1>{TITLE}</h1><div>{by} 2024-05-20</div><div class=t>{paragraphs(TEXT)}</div>{card}"
    )


LIVES = [
    "自由撰稿人，关心旧区与手艺，著有散文集两种",
    "旅居云溪的作家，养了三只猫。",
    "毕业于石桥大学，现居石桥镇，写字为生",
    "石桥日報記者，關注鄉村教育與老手藝。",
]


@pytest.mark.parametrize("life", LIVES)
def test_the_author_is_told_of_below_the_text(life: str) -> None:
    assert _dump("叶知音", life) == _page("叶知音", life) == TEXT


@pytest.mark.parametrize("by", ["叶知音", "作者：叶知音", "叶知音／文", "By 叶知音"])
def test_the_header_bears_the_name(by: str) -> None:
    assert _dump("叶知音", LIVES[0], head=[TITLE, f"{by} 2024-05-20"]) == TEXT


def test_a_name_in_latin_letters() -> None:
    assert _dump("Jane Stone", LIVES[1], head=[TITLE, "By Jane Stone", "2024-05-20"]) == TEXT


@pytest.mark.parametrize(
    "below",
    [
        ["黎伯", "裁缝，在石桥开了六十年铺子，曾任村里的记者。"],
        ["叶知音", "补记：写完这篇的第二天，铺子关门了，钥匙交给了房东。"],
        ["叶知音", LIVES[0], "桥修好的那天，黎伯也来了，他站在桥头很久没有说话。"],
        ["林晓荷", "作家，著有散文集两种，写过石桥。", "周青禾", "诗人，现居石桥镇，任教于石桥大学。"],
        ["在石桥镇，他叫叶知音，", "自由撰稿人是他自己取的名字，镇上没有人这样叫他。"],
    ],
)
def test_what_else_stands_below_is_text(below: list[str]) -> None:
    assert _dump(*below) == [*TEXT, *below]


NAME, BY = "叶知音", "文：叶知音"


@pytest.mark.parametrize(
    ("above", "start", "told"),
    [
        ([BY, LEAD, NAME], 1, True),
        ([BY, NAME], 0, True),
        ([BY, NAME], 1, True),
        ([BY, NAME], 2, False),
        ([NAME], 0, False),
        ([LEAD, BY, NAME], 0, False),
        ([BY, *["石"] * 12, LEAD, NAME], 13, False),
        ([BY, *["石"] * 11, LEAD, NAME], 12, True),
        (["石", *["石"] * 11, BY, LEAD, NAME], 0, False),
        (["石", *["石"] * 10, BY, LEAD, NAME], 0, True),
        ([f"{BY} {'石' * 34}", LEAD, NAME], 1, True),
        ([f"{BY} {'石' * 35}", LEAD, NAME], 1, False),
        (["石匠叶知音", LEAD, NAME], 1, False),
    ],
)
def test_the_name_stands_above_the_text(above: list[str], start: int, told: bool) -> None:
    assert tells_of_author(lines(*above, LIVES[0]), start, len(above)) is told
