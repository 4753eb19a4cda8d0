"""Pages that sell what they describe, and articles beside which something is sold."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from schemas import Article, Kind, Page
from tests.cleaners.readings.pages import FOOTER, NAVIGATION, TEXT, paragraphs

POT = [
    "这把壶一体成型，壶嘴经过十二次试模，水流细而稳，新手也能轻松画圈。",
    "手柄选用榉木，握感温润，长时间使用不烫手，壶盖自带温度计，红线是最佳温度。",
    "一套里有细口壶一把、滤杯一只、滤纸四十张、分享壶一只，送人自用皆可。",
]
READERS = "".join(
    f"<div class=item><b>{name}</b><span>{days}天前</span><p>{said}</p><a href=#>回复</a></div>"
    for name, days, said in (
        ("豆花", 3, "用了一周，水流很稳。"),
        ("阿布", 4, "朋友说好看。"),
        ("大橘", 6, "包装也好。"),
    )
)


def _kind(
    block: str, text: list[str], after: str = "", before: str = "", name: str = "手冲咖啡壶 细口"
) -> Kind | None:
    page = (
        f"<title>{name}-石桥商城</title>{NAVIGATION}{before}<div class=main><h1>{name}</h1>{block}</div>"
        f"<div class=intro>{paragraphs(text)}</div>{after}{FOOTER}"
    )
    found = Cleaner().process(Page(body=page.encode()))
    return None if isinstance(found, Article) else found.kind


@pytest.mark.parametrize("after", ["", f"<div class=cmt><h3>商品评价</h3>{READERS}</div>"])
@pytest.mark.parametrize(
    "block",
    [
        "<p>￥<b>128.00</b></p><button>加入购物车</button><button>立即购买</button>",
        "<span>￥128.00</span><span>已售 300 件</span><a href=#>加入购物车</a>",
        "<div>NT$ 1,280</div><a href=#>放入購物車</a><a href=#>直接購買</a>",
        "<dl><dt>价钱</dt><dd>128元</dd></dl><a href=#>[ 立即抢购 ]</a>",
    ],
)
def test_a_price_and_a_button_above_the_text_sell_it(block: str, after: str) -> None:
    assert _kind(block, POT, after) is Kind.PRODUCT


SHOP = "<p>石桥明信片</p><p>￥12.00</p><button>加入购物车</button>"


@pytest.mark.parametrize(
    ("block", "text", "after", "before"),
    [
        (f"<p>2024-05-20 08:00 来源：石桥日报</p>{SHOP}", TEXT, "", ""),
        ("", TEXT, f"<div>{SHOP}</div>", ""),
        ("", TEXT, "", f"<div class=box>{SHOP}</div>"),
        ("<p>￥12.00</p>", TEXT, "", ""),
        ("<button>立即购买</button>", TEXT, "", ""),
        ("", ["￥128，我在网上买了一把壶。", *TEXT, "点了“加入购物车”，我想起祖父的茶壶。"], "", ""),
    ],
)
def test_what_stands_elsewhere_sells_something_else(
    block: str, text: list[str], after: str, before: str
) -> None:
    assert _kind(block, text, after, before, name="石桥镇新修步道全线开放") is None
