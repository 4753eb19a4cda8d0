"""Advertisements between the paragraphs of a dump, and short lines of a text that name a deed or a price."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD, TITLE

HEAD = [TITLE, "2024-05-20 08:00 来源：石桥日报"]


def _text(line: str) -> list[str]:
    lines = [*HEAD, LEAD, SECOND, THIRD, line, LAST]
    return Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize(
    "offer",
    [
        "点击领取新人专享红包",
        "▼ 點擊卡片 領取親子出行清單",
        "扫码领取学习资料",
        "加入好友就送貼圖",
        "不用抽獎，加入好友就送貼圖",
        "去看看 石桥自营 199元 包邮",
        "¥199 直达链接",
        "限时特惠 59元 立即抢购",
        "免费领取备考资料 扫码添加老师",
        "訂閱數位版 首月9元",
        "VIP会员 限时5折",
        "看影片 01:37",
    ],
)
def test_an_offer_is_none_of_the_text(offer: str) -> None:
    assert _text(offer) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "点击量过万",
        "扫码支付 拒收现金",
        "领取号码牌",
        "立即下山",
        "红烧肉 59元",
        "门票 199元",
        "年度订阅 168元",
        "会员价 20元",
        "首月免费",
        "去看看海",
        "限时两小时",
        "包邮的快乐",
        "扫码就能领红包？警方说不。",
        "“点击领取红包”",
        "老板说：点击领红包",
    ],
)
def test_a_short_line_of_the_text_stays(line: str) -> None:
    assert _text(line) == [LEAD, SECOND, THIRD, line, LAST]
