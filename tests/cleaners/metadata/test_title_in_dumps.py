"""The headline of dumps that print a table of labels, or a recipe's ingredients, above the text."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import TEXT

NOTICE = "石桥镇人民政府办公室关于做好2026年防汛工作的通知"
BODY = [
    "各村（居）委会：",
    "为做好今年防汛工作，确保群众生命财产安全，现就有关事项通知如下，请认真落实。",
    "各村要在六月十五日前完成到岗履职，逐级签订责任书，落实专人巡查。",
    "石桥镇人民政府办公室",
    "2026年6月8日",
]
RECIPE = [
    *["用料", "五花肉", "600克", "梅干菜", "80克", "黄酒", "250毫升", "做法"],
    "五花肉整块焯水，冷水下锅，放两片姜，煮开后再煮五分钟，捞出切成小方块。",
    "锅里不放油，肉皮朝下小火煎到微黄，逼出的油盛出来备用。",
    "用肉油把挤干水的梅干菜煸香，和肉一起入砂锅，小火炖一个半小时。",
]


@pytest.mark.parametrize(
    "table",
    [
        [
            "索引号：",
            "0152-2026",
            "发文机关：",
            "石桥镇人民政府办公室",
            "成文日期：",
            "2026年06月08日",
            "标题：",
            NOTICE,
        ],
        [
            "发布机构：",
            "石桥镇人民政府办公室",
            "发布日期：",
            "2026-06-08",
            "名　　称：",
            NOTICE,
            "有效性：",
            "有效",
        ],
        ["索引號：", "0152-2026", "發文單位：", "石橋鎮人民政府辦公室", "發文日期：", "2026-06-08"],
        ["索引号：0152-2026", "发文机关：石桥镇人民政府办公室", f"标题：{NOTICE}"],
    ],
)
def test_a_value_under_its_label_is_no_headline(table: list[str]) -> None:
    article = Cleaner().clean_text("\n".join(["石桥镇人民政府", *table, NOTICE, *BODY]))
    assert (article.title, article.text.split("\n")) == (NOTICE, BODY)


def test_the_title_under_its_label_is_one() -> None:
    lines = ["发布机构：", "石桥镇人民政府办公室", "发布日期：", "2026-06-08", "标题：", NOTICE, *BODY]
    assert Cleaner().clean_text("\n".join(lines)).title == NOTICE


def test_a_headline_below_one_label_stays() -> None:
    lines = ["您的位置：", "石桥镇三座新桥通车", "2026-06-08", *TEXT]
    assert Cleaner().clean_text("\n".join(lines)).title == "石桥镇三座新桥通车"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            ["菜谱大全", "登录", "梅干菜烧肉，肥而不腻", "阿珍的厨房", "关注", "1.2万浏览 320收藏"],
            "梅干菜烧肉，肥而不腻",
        ),
        (["食譜", "登入", "梅干菜烧肉的家常做法", "廚娘阿珍", "+關注"], "梅干菜烧肉的家常做法"),
        (["梅干菜烧肉", "作者：阿珍", "2026-10-12"], "梅干菜烧肉"),
    ],
)
def test_amounts_are_no_headline_and_what_they_are_of_no_person(above: list[str], title: str) -> None:
    article = Cleaner().clean_text("\n".join([*above, *RECIPE]))
    assert (article.title, article.text.split("\n")) == (title, RECIPE)


@pytest.mark.parametrize("title", ["24小时", "365天", "3650公里"])
def test_an_amount_over_a_date_may_be_one(title: str) -> None:
    lines = ["石桥文学", title, "2026-03-02 来源：石桥日报", *TEXT]
    assert Cleaner().clean_text("\n".join(lines)).title == title


HEAD = "石桥镇三座新桥同日通车"
DAY = "2026-06-08 09:12 来源：石桥日报"


@pytest.mark.parametrize(
    "above",
    [
        ["石桥在线", "登录", "当前位置：", "石桥在线", ">", "社会新闻", ">", "正文", HEAD, DAY],
        ["石桥在线", "石桥在线", "›", "要闻", "›", HEAD, DAY],
        ["發新話題 回復", f"[原创] {HEAD}", "楼主 | 发表于 2026-06-08 09:12 | 只看该作者"],
        ["石桥县政府新闻稿", "发布日期：中华民国115年6月8日", "发布单位：农业处", HEAD],
        ["石橋縣政府 新聞資料", "2026年6月8日", HEAD],
        ["石桥市环保局", HEAD, "分享至Facebook 分享至LINE 友善列印", "发布日期：2026-06-08"],
        ["绿石文学城", "[收藏此文章] [推荐给朋友] [灌溉营养液] [投诉]", HEAD],
        [HEAD, "石匠老顾", "石桥维修 26 年", "1,204 人赞同了该回答"],
        [
            "石桥学报",
            "作者投稿 专家审稿",
            "石桥学报 ›› 2026, Vol. 38 ›› Issue (2): 211-223.",
            HEAD,
            "白若溪1, 段知远1,2",
        ],
    ],
)
def test_what_a_site_prints_around_it_is_no_headline(above: list[str]) -> None:
    article = Cleaner().clean_text("\n".join([*above, *TEXT]))
    assert (article.title, article.text.split("\n")) == (HEAD, TEXT)


@pytest.mark.parametrize(
    "title",
    [
        "石桥在线教育的三年",
        "一份新闻稿的诞生",
        "石桥市教育局关于桥名的函",
        "[石桥] 三座新桥通车",
        "分享石桥人的一天",
        "300人走过新桥",
        "雪菜炖老豆腐的做法",
    ],
)
def test_a_headline_that_looks_like_it_is_one(title: str) -> None:
    assert Cleaner().clean_text("\n".join(["石桥文学", title, DAY, *TEXT])).title == title


WRAPPED = [
    "十月的第一个星期天，三座新桥同时放行，",
    "河西的三个村子到镇上不用再绕远路，孩",
    "子们上学能多睡半个钟头。",
    "“以前摆渡要等半个钟头，遇到大水就停，",
    "一停就是三四天。”在渡口摆渡多年的顾",
    "师傅说，他的船以后改运石料。",
]
"""Cut at the width of a screen."""


@pytest.mark.parametrize(
    "around",
    [
        ([HEAD, "10-11 07:58 · 石桥市"], []),
        ([HEAD, "石桥在线官方号 已认证 +关注", "10-11 07:58"], ["原标题：《石桥三桥通车》"]),
        ([HEAD, "石桥自然观察站 · 已认证", "2026-06-08 09:12"], []),
        (["博客等级： 博客积分：0 博客访问：61,204 关注人气：88", HEAD, "2026-06-08 09:12"], []),
        (["積分：0 訪問：61,204", HEAD, "2026-06-08 09:12"], ["原標題：石橋三橋通車"]),
    ],
)
@pytest.mark.parametrize("text", [TEXT, WRAPPED], ids=["whole", "wrapped"])
def test_stamps_counters_and_accounts_are_no_headline(
    around: tuple[list[str], list[str]], text: list[str]
) -> None:
    above, below = around
    article = Cleaner().clean_text("\n".join(["石桥在线", *above, *text, *below]))
    assert article.title == HEAD
    assert article.text.startswith(text[0])


@pytest.mark.parametrize(
    "title",
    [
        "10-11 比分之夜",
        "10.11 石桥市集开张",
        "三座新桥：一座通车：两座在建",
        "身份证实名认证为何这么难",
        "桥名：老名 新名：新名",
    ],
)
def test_a_headline_with_a_day_or_a_colon_is_one(title: str) -> None:
    assert Cleaner().clean_text("\n".join(["石桥文学", title, DAY, *TEXT])).title == title


@pytest.mark.parametrize(
    "lines",
    [
        ["三座新桥放行，河西三村不再绕远路", "老渡口停摆，摆渡人改运石料去了北", "石桥日报社。"],
        ["河西三村通车", "老渡口停摆", "三座新桥放行。"],
    ],
)
def test_headlines_of_one_width_are_no_wrapped_text(lines: list[str]) -> None:
    assert Cleaner().clean_text("\n".join([HEAD, DAY, *TEXT, *lines])).title == HEAD


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("父亲的算盘(2026-11-02 20:17:31)", "父亲的算盘"),
        ("父親的算盤 （2026-11-02 20:17）", "父親的算盤"),
        ("《老石桥》(2026-11-02 20:17:31)", "老石桥"),
        ("谁还记得老石桥？(2026-11-02 20:17:31)", "谁还记得老石桥？"),
    ],
)
def test_a_headline_with_its_time_in_brackets(line: str, title: str) -> None:
    above = ["老磨盘的博客", "首页 博文目录 图片", "相关博文", "谁看过这篇博文", "正文", "字体大小：大 中 小"]
    article = Cleaner(script="original").clean_text(
        "\n".join([*above, line, "标签： 往事 分类： 旧人旧事", *TEXT])
    )
    assert article.title == title
    assert str(article.published_at).startswith("2026-11-02 20:17")


@pytest.mark.parametrize(
    "above",
    [
        [HEAD, DAY, "桥(2026)"],
        ["秋天的萝卜(2026-11-01 20:17:31)", "修钟表的人(2026-10-02 20:17:31)", HEAD, DAY],
        [HEAD, "(2026-11-02 20:17:31)"],
        [HEAD, "2026-11-02 20:17:31"],
    ],
)
def test_times_elsewhere_name_no_headline(above: list[str]) -> None:
    assert Cleaner().clean_text("\n".join(["石桥文学", *above, *TEXT])).title == HEAD


STORY = "石桥镇新修步道全线开放"
MENU = [
    f"{one}{other}村"
    for one in "上下前后东西南北"
    for other in "桥河山林田路井塘渡口坝湾岭坡沟湖泉洲岛滩崖峰谷坪"
]


@pytest.mark.parametrize("first", [f"{STORY}_石桥网", f"{STORY} - 石橋日報 Shiqiao Daily News and Notices"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_the_first_line_names_behind_a_long_menu(first: str, times: int) -> None:
    banner = "石橋日報 Shiqiao Daily News and Notices"
    lines = [
        first,
        *MENU * times,
        banner,
        *["快讯：渡口停航一天，请乘客改走石桥。"] * 3,
        STORY,
        "2026-06-08",
        *TEXT,
    ]
    article = Cleaner(script="original").clean_text("\n".join(lines))
    assert (article.title, article.text.split("\n")) == (STORY, TEXT)


def test_a_part_of_the_headline_that_stands_alone_is_a_subhead() -> None:
    lines = [
        f"{STORY}，两岸居民不用绕路_石桥网",
        f"{STORY}，两岸居民不用绕路",
        *["分享"] * 16,
        *TEXT[:2],
        STORY,
        *TEXT[2:],
    ]
    article = Cleaner(script="original").clean_text("\n".join(lines))
    assert (article.title, article.text.split("\n")[:2]) == (f"{STORY}，两岸居民不用绕路", TEXT[:2])


MENU = ["首页", "新闻", "体育"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["在车站 - 青禾的诗 - 石桥诗歌网", *MENU, "在车站", "作者：青禾", *TEXT], "在车站"),
        (["石桥网_石桥老街", *MENU, "石桥网", "石桥老街修缮完工", "2026-06-08 08:00", *TEXT], "石桥老街修缮完工"),
        (["石桥步道今日全线开放 - 石桥论坛", *MENU, "论坛", "›", "石桥步道今日全线开放", "返回列表", *["帖子"] * 25, *TEXT],
         "石桥步道今日全线开放"),
    ],
)  # fmt: skip  # laid out for reading
def test_what_the_first_line_of_a_dump_names(lines: list[str], title: str) -> None:
    assert Cleaner().clean_text("\n".join(lines)).title == title


def test_a_dish_is_called_so_and_not_the_way_to_it() -> None:
    dump = [
        "梅干菜烧肉的做法大全_石桥食谱",
        *MENU,
        "梅干菜烧肉",
        *RECIPE[:7],
        "梅干菜烧肉的做法",
        *RECIPE[8:],
    ]
    found = Cleaner().clean_text("\n".join(dump))
    assert found.title == "梅干菜烧肉"
    assert "梅干菜 80克" in found.text.replace("\n", " ")
