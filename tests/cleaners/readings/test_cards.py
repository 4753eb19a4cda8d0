"""Cards between the paragraphs, and boxes that are none: each with one sign changed. All invented (合成)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from time import process_time

import pytest

from cleaners.readings.cards import Cards
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD, article, paragraphs, text_of
from tests.cleaners.readings.views import good, page, scope
from tests.growth import is_linear

BLURB = "石桥的青石从哪里来，一位石匠算给我们听，要经过多少双手。"
GOODS = "<div class=name>《二十节课学会砌石》</div><div>原价199元，限时特惠69元，前五百名送图纸</div>"
STORY = f"<a href=/p/1>石桥为什么用青石</a><p>{BLURB}</p><a href=/p/1>閱讀全文</a>"
SHARE = (
    "<div><span>石桥石材</span> <span>18.62</span> <span>+1.31%</span></div>"
    "<div><span>成交额</span><span>2.17亿</span><span>换手率</span><span>1.04%</span></div>"
)


def between(inner: str) -> list[str]:
    """What is kept of a box between two paragraphs at each end."""
    found = text_of(article(f"<div>{paragraphs([LEAD, SECOND])}{inner}{paragraphs([THIRD, LAST])}</div>"))
    assert [line for line in found if line in TEXT] == TEXT
    return [line for line in found if line not in TEXT]


@pytest.mark.parametrize(
    "inner",
    [
        f"<div class=kc><img src=a.png><div>{GOODS}<a class=btn>立即抢购</a></div></div>",
        f"<section>{GOODS}<p><a href=//shop.example/1>去購買 &gt;</a></p></section>",
        f"<div>{GOODS}<button>加入购物车</button></div>",
        f"<div><div>{GOODS}<div>免费试听</div></div></div>" * 2,
        f"<blockquote class=embed>{STORY}</blockquote>",
        f"<div class=x1><div class=x2>{STORY.replace('閱讀全文', '了解更多 →')}</div></div>",
        f"<div class=quote>{SHARE}</div>",
        "<div><div>石橋石材 18.62 +0.24 +1.31%</div><div>最新价18.62 涨跌幅+1.31%</div></div>",
    ],
)
def test_a_card_goes_as_a_whole(inner: str) -> None:
    assert between(inner) == []


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        (f"<div>{GOODS}<div>前五百名</div></div>", 3),
        (f"<div>{GOODS}<div>“立即抢购”的按钮有多大</div></div>", 3),
        (f"<div><p>{BLURB}</p><p>了解更多石桥的故事，还要看石匠。</p></div>", 2),
        (f"<blockquote><p>{BLURB}</p></blockquote>", 1),
        (
            f"<blockquote>{STORY.replace('<a href=/p/1>石', '<b>石').replace('石</a>', '石</b>')}</blockquote>",
            2,
        ),
        (f"<blockquote>{STORY.replace('/p/1>閱', '/p/2>閱')}</blockquote>", 1),
        ("<ul><li>成交额2.17亿 换手率1.04%</li><li>最新价18.62 涨跌幅+1.31%</li></ul>", 2),
        ("<p>成交额2.17亿 换手率1.04%</p>", 1),
        ("<table><tr><td>成交额</td><td>2.17亿</td></tr><tr><td>换手率</td><td>1.04%</td></tr></table>", 2),
        (f"<div><p>{LEAD[::-1]}</p><p>{SECOND[::-1]}</p><p>{THIRD[::-1]}</p><p>立即抢购</p></div>", 4),
    ],
)
def test_what_is_no_card_stays(inner: str, kept: int) -> None:
    assert len(between(inner)) == kept


PRICE = "最新价18.62 涨跌幅+1.31%"
TOLD = f"<p>{PRICE}</p>"


def found(inner: str, start: int = 0, end: int = 0) -> list[tuple[str, int, int]]:
    """The cards of a text: their tags and lines. `start` and `end`: how many lines at each end are none of the text's."""
    view = page(f"<div class=c>{inner}</div>")
    whole = scope(view, "c")
    cards = Cards(replace(whole, start=whole.start + start, end=whole.end - end)).found()
    return [(card.tag, card.start, card.end) for card, _ in cards]


@pytest.mark.parametrize(
    ("card", "lines"),
    [
        (f"<section><i>石</i>{TOLD}</section>", 2),
        (f"<section>{TOLD}</section>", 0),
        (f"<section>{'<p>石</p>' * 9}{TOLD}</section>", 10),
        (f"<section>{'<p>石</p>' * 10}{TOLD}</section>", 0),
        (f"<section><p>{'石' * (300 - len(PRICE))}</p>{TOLD}</section>", 2),
        (f"<section><p>{'石' * (301 - len(PRICE))}</p>{TOLD}</section>", 0),
        (f"<div><section><p>石</p>{TOLD}</section><p>石</p></div>", 3),
        (f"<div><section><p>石</p>{TOLD}</section>{'<p>石</p>' * 9}</div>", 2),
    ],
)
def test_a_card_is_a_small_box_of_several_lines(card: str, lines: int) -> None:
    text = paragraphs(TEXT)
    assert sum(end - start for _, start, end in found(f"{text}{card}")) == lines
    assert sum(end - start for _, start, end in found(f"{card}{text}")) == lines


@pytest.mark.parametrize(("start", "end", "count"), [(0, 0, 2), (1, 0, 1), (0, 1, 1), (1, 1, 0)])
def test_a_box_that_is_only_partly_the_texts_is_no_card(start: int, end: int, count: int) -> None:
    card = f"<section><p>石</p>{TOLD}<p>石</p></section>"
    assert len(found(f"{card}{paragraphs(TEXT)}{card}", start, end)) == count


@pytest.mark.parametrize(("size", "tags"), [(29, ["section"]), (30, []), (31, [])])
def test_a_box_with_half_of_the_text_may_be_a_card(size: int, tags: list[str]) -> None:
    """But a paragraph of its own makes it none, and only then what is inside of it is not looked at."""
    card = f"<div>{good(30)}<section><p>石</p>{TOLD}</section></div>"
    text = f"<p>{good(size)}</p>"
    assert [tag for tag, *_ in found(f"{text}{card}")] == [tag for tag, *_ in found(f"{card}{text}")] == tags


def test_goods_that_are_the_article_stay() -> None:
    """Each in a box of its own, with its button: the text stands in no other."""
    goods = "".join(
        f"<div class=item><h3>第{n}块青石</h3><p>{line}</p><a class=btn>立即购买</a></div>"
        for n, line in enumerate(TEXT)
    )
    assert [line for line in text_of(article(f"<div class=body>{goods}</div>")) if line in TEXT] == TEXT


def _seconds(size: int) -> float:
    cards = "".join(f"<p>{LEAD}</p><div>{GOODS}<a>立即抢购</a></div>" for _ in range(size))
    page = article(f"<div>{cards}</div>")
    start = process_time()
    text_of(page)
    return process_time() - start


def test_many_cards_cost_no_more_than_their_number() -> None:
    assert is_linear(partial(_seconds, 60), partial(_seconds, 960))
