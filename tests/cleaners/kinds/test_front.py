"""Dumps of front pages and of searches, and of texts that look like them."""

from __future__ import annotations

import pytest

from cleaners import Cleaner, Rejected
from cleaners.kinds.front import front_page
from schemas import Kind, Reason
from tests.cleaners.readings.pages import SECOND, TEXT, THIRD, TITLE

COLUMNS = {
    "要闻": ["石桥镇三座新桥今天同时通车", "县医院添了一台移动胃镜车"],
    "百姓故事": ["守桥人老林的四十年", "从教室到田埂：一位老师的暑假"],
    "财经": ["秋茶开采，收购价比去年略涨", "小微企业贷款贴息续期一年"],
}


def _page(columns: dict[str, list[str]], *more: str) -> list[str]:
    return [line for name, headlines in columns.items() for line in (name, *headlines, *more)]


def _kind(lines: list[str]) -> tuple[Kind | None, Reason | None]:
    try:
        return Cleaner().clean_text("\n".join(lines)).kind, None
    except Rejected as refused:
        return refused.rejection.kind, refused.rejection.reason


FOLDED = _page(COLUMNS)
IN_TWO = _page(dict(list(COLUMNS.items())[:2]))
NO_CHANNEL = _page(dict(zip(["早餐", "午餐", "晚餐"], COLUMNS.values(), strict=True)))
NUMBERED = _page(dict(zip(["第一节", "第二节", "第三节"], COLUMNS.values(), strict=True)))


@pytest.mark.parametrize("around", [[], ["石桥在线", "首页", "登录"], ["石桥在线", "2026年10月"]])
@pytest.mark.parametrize("more", [[], ["更多>>"], ["MORE"]])
def test_headlines_under_channels_are_a_front_page(around: list[str], more: list[str]) -> None:
    assert _kind([*around, *_page(COLUMNS, *more), "联系我们"]) == (Kind.HOME, Reason.LISTING)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (FOLDED, "headlines in 3 columns"),
        (
            ["國際", "三國外長週末在小城會晤", "新一輪談判延後一個月", *FOLDED[3:]],
            "headlines in 3 columns",
        ),
        ([line.replace("要闻", "· 图片新闻 ·") for line in FOLDED], "headlines in 3 columns"),
        (IN_TWO, ""),
        (NO_CHANNEL, ""),
        (NUMBERED, ""),
        ([line[:7] for line in FOLDED], ""),
        ([f"{line}。" for line in FOLDED], ""),
        ([line[:8] for line in FOLDED], "headlines in 3 columns"),
        ([line if len(line) < 8 else line.ljust(44, "桥") for line in FOLDED], "headlines in 3 columns"),
        ([line if len(line) < 8 else line.ljust(45, "桥") for line in FOLDED], ""),
        ([line for line in FOLDED if not line.startswith(("县", "从教", "小微"))], ""),
        ([line.replace("县医院添了一台移动胃镜车", "喜欢此内容的人还喜欢") for line in FOLDED], ""),
        ([line.replace("守桥人老林的四十年", "登录") for line in FOLDED], ""),
    ],
)
def test_columns(lines: list[str], told: str) -> None:
    assert front_page(lines, []) == told


@pytest.mark.parametrize(("told", "front"), [("石" * 44, True), ("石" * 45, False)])
def test_a_headline_is_no_paragraph(told: str, front: bool) -> None:
    assert bool(front_page(FOLDED, [told])) is front


@pytest.mark.parametrize("told", [SECOND, "桥通了。", "石桥" * 23])
def test_what_tells_something_is_none(told: str) -> None:
    assert front_page(FOLDED, [told]) == ""


@pytest.mark.parametrize("stamp", ["2024-05-20 08:00", "2024-05-20 来源：石桥日报"])
def test_dated_captions_above_other_columns_are_an_article(stamp: str) -> None:
    captions = [
        "图为第一辆车驶过新建成的石桥",
        "居民在桥头合影留念",
        "守桥人讲述撑船往事",
        "孩子们在桥上奔跑",
    ]
    assert _kind([TITLE, stamp, *captions, *_page(COLUMNS, "更多>>")])[1] is None


MENU = ["网页", "资讯", "图片", "视频", "地图", "石桥 通车", "搜索一下"]
SNIPPETS = [
    line
    for n in range(3)
    for line in (f"石桥通车第{n}天", f"{SECOND[:20]} ... {THIRD[:18]} ...", "example.com")
]


@pytest.mark.parametrize(
    "count",
    [
        "约 1,280,000 条结果",
        "約有 3,410 項結果 (搜尋時間：0.32 秒)",
        "为您找到约 23,100 条结果",
        "搜索到 12 条相关结果",
    ],
)
@pytest.mark.parametrize("menu", [[], MENU, [*MENU, *MENU]])
def test_what_a_search_found_is_counted_below_a_menu(menu: list[str], count: str) -> None:
    assert _kind([*menu, count, "时间不限", *SNIPPETS]) == (Kind.SEARCH, Reason.LISTING)


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, "在网上搜索石桥镇，找到约 23,100 条结果，比去年多了一倍。", *TEXT],
        [*MENU, TITLE, *TEXT, "约 1,280,000 条结果"],
        [*MENU, "搜索结果", TITLE, *TEXT],
        [*["频道"] * 30, "约 1,280 条结果", TITLE, *TEXT],
    ],
)
def test_an_article_may_tell_of_a_search(lines: list[str]) -> None:
    assert _kind(lines)[1] is None


BOARD = ["石桥论坛", "露营讨论区", "主题", "发表人", "最后发表"]
TOPICS = ["请问十月的山上冷不冷", "出清二手天幕一顶", "第一次带小孩露营要准备什么", "推荐安静的营地"]


@pytest.mark.parametrize(
    "days",
    [
        ["2026-11-17", "2026-11-16", "昨天 22:10", "今天 09:21"],
        ["3 小时前", "5 小时前", "2 天前", "9天前"],
        ["11-02 修好了硬盘", "10-19 半程马拉松", "08-07 最后一卷胶卷", "05-30 整理照片"],
    ],
)
def test_days_without_a_sentence_are_a_list(days: list[str]) -> None:
    lines = [*BOARD, *(line for pair in zip(TOPICS, days, strict=True) for line in pair)]
    assert _kind([*lines, "第 1 页，共 88 页", "线上会员 12 人，访客 208 人"]) == (Kind.LIST, Reason.LISTING)
    assert _kind([*lines, *TEXT])[1] is None
    verse = [
        "老街",
        "石桥的水",
        "流过三代人的门",
        "风从渡口来",
        "吹旧了一面墙",
        "吹不动桥下的灯",
        "还有灯下的人",
        "和他们的影子",
    ]
    assert _kind([*verse, days[0], days[1]])[0] is not Kind.LIST
