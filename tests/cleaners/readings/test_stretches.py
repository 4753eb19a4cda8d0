"""Which lines of a text without markup are the article."""

import pytest

from cleaners.document import Run
from cleaners.metadata.title import Title
from cleaners.readings.stretches import _is_jam, stretches_of
from cleaners.readings.view import View

TEXT = "七月的梯田里,稻花鱼正成群游过,田埂上多了许多背着网兜的人。"
MENU = "首页 新闻 体育"
STORY = "梯田里的第二份收成"
BLANKS = "田裡的魚已經長大了 老人說再過兩天就要開網"
NAMES = ["河谷镇中学", "梯田小学", "石桥镇文化站", "下游渡口"]
BOOKS = [f"[{number}] 梯田志" for number in range(2, 14)]
CITED = "Li Q. Terraced fields of the valley, Journal of Fields 12, 2018: https://fields.example/12"
FACTS = [
    "青禾",
    "年龄：三十三岁",
    "作品：梯田的鱼",
    "住处：河谷镇",
    "木生",
    "年龄：二十七岁",
    "作品：田埂上的人",
    "住处：石桥镇",
]
ENGLISH = "The fields above the valley were opened to visitors in July, and the fish are ready to be caught by hand now."
OTHER = "万亩茶山变金山 产业旺 乡村兴"


@pytest.mark.parametrize(
    ("lines", "title", "article"),
    [
        ([MENU, STORY, TEXT, TEXT, OTHER, OTHER, OTHER], STORY, [TEXT, TEXT]),
        ([MENU, MENU, MENU, TEXT, OTHER, TEXT, OTHER, OTHER, OTHER], "", [TEXT, OTHER, TEXT]),
        (["各有关单位:", TEXT], "", ["各有关单位:", TEXT]),
        ([STORY, MENU, STORY, "一块田", TEXT, TEXT], STORY, ["一块田", TEXT, TEXT]),
        ([STORY, TEXT, "青禾县人民政府", "2018年7月27日"], STORY, [TEXT, "青禾县人民政府", "2018年7月27日"]),
        (
            [STORY, TEXT, "名单如下：", "周青禾 林木生", "特此公示"],
            STORY,
            [TEXT, "名单如下：", "周青禾 林木生", "特此公示"],
        ),
        ([STORY, TEXT, "田埂上的人", "网兜里的鱼", "打印"], STORY, [TEXT, "田埂上的人", "网兜里的鱼"]),
        (["本站首页", STORY, TEXT, "田埂上的人", "本站首页"], STORY, [TEXT, "田埂上的人"]),
        (
            ["青禾县人民政府", STORY, TEXT, "青禾县人民政府", "2018年7月27日"],
            STORY,
            [TEXT, "青禾县人民政府", "2018年7月27日"],
        ),
        ([STORY, TEXT, OTHER.replace(" ", "") * 7], STORY, [TEXT]),
        ([STORY, BLANKS, BLANKS, BLANKS], STORY, [BLANKS] * 3),
        ([f"{STORY}(图)", TEXT], STORY, [TEXT]),
        ([STORY, TEXT, *[OTHER] * 40, TEXT, TEXT], STORY, [TEXT]),
        ([STORY, TEXT, "获奖名单：", *NAMES, "打印"], STORY, [TEXT, "获奖名单：", *NAMES]),
        ([STORY, f"{TEXT}，依次是：", *NAMES, "责任编辑：李石"], STORY, [f"{TEXT}，依次是：", *NAMES]),
        ([STORY, TEXT, "相关新闻：", *NAMES], STORY, [TEXT]),
        ([STORY, TEXT, "扫码关注：", *NAMES], STORY, [TEXT]),
        ([STORY, TEXT, "获奖名单：", *NAMES * 3, OTHER], STORY, [TEXT, "获奖名单：", *NAMES * 3, OTHER]),
        ([STORY, TEXT, "获奖名单", *NAMES * 3, OTHER], STORY, [TEXT, "获奖名单", *NAMES * 3, OTHER]),
        ([STORY, TEXT, "获奖单位", *NAMES * 3, OTHER], STORY, [TEXT]),
        ([STORY, f"[1] {TEXT}", *BOOKS, OTHER], STORY, [f"[1] {TEXT}", *BOOKS]),
        ([STORY, f"[3] {TEXT}", *BOOKS, OTHER], STORY, [f"[3] {TEXT}"]),
        ([STORY, f"[1] {TEXT}", *BOOKS[::2], OTHER], STORY, [f"[1] {TEXT}", *BOOKS[::2]]),
        (
            [STORY, TEXT, "打印", "获奖名单：", *NAMES * 3, OTHER],
            STORY,
            [TEXT, "打印", "获奖名单：", *NAMES * 3, OTHER],
        ),
        ([STORY, TEXT, *["打印"] * 3, "获奖名单：", *NAMES * 3, OTHER], STORY, [TEXT]),
        ([STORY, TEXT, "主要参考文献", CITED, "打印"], STORY, [TEXT, "主要参考文献", CITED]),
        ([STORY, TEXT, *FACTS, OTHER], STORY, [TEXT, *FACTS]),
        ([STORY, TEXT, *FACTS[:4], *NAMES * 3, OTHER], STORY, [TEXT]),
        ([STORY, TEXT, ENGLISH, ENGLISH], STORY, [TEXT, ENGLISH, ENGLISH]),
        ([STORY, *[OTHER] * 30, TEXT], STORY, [*[OTHER] * 30, TEXT]),
        ([STORY, *[OTHER] * 31, TEXT], STORY, [TEXT]),
        (["春眠不觉晓", "处处闻啼鸟"], "", ["春眠不觉晓", "处处闻啼鸟"]),
        ([], "", []),
    ],
)
def test_span(lines: list[str], title: str, article: list[str]) -> None:
    view = View([Run(line, None) for line in lines])
    (stretch,) = stretches_of(view, Title(title, "", 0 if title else None))
    assert [lines[at] for at in stretch] == article


@pytest.mark.parametrize(
    ("line", "jam"),
    [
        ("石" * 80, True),
        ("石" * 79, False),
        ("石" * 78 + "，，", False),
        ("石" * 79 + "，，", True),
        ("石" * 120 + "，，，", True),
    ],
)
def test_a_long_line_of_few_clauses_is_a_jam_of_headlines(line: str, jam: bool) -> None:
    assert _is_jam(line) is jam
