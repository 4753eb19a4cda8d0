"""Dumps that go on behind a list of other stories, and what else stands behind such a list."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import OTHER, TEXT, TITLE

HEAD = [TITLE, "2024-05-20 08:00 来源：石桥日报"]
STORIES = ["城市书房二十四小时不打烊", "非遗灯彩亮相元宵灯会", "旧城改造明年三月启动"]
ON = "石桥镇还打算把步道接到渡口，让两岸的居民不用绕路，明年春天动工。"
SNIPPET = "石桥镇的书房开了三年，每天晚上都有人来坐坐，灯一直亮到天明。"


def _text(*below: str) -> list[str]:
    lines = [*HEAD, *TEXT, *below, "相关新闻", "雪场提前开板"]
    return Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize("heading", ["延伸阅读", "▪ 延伸閱讀：", "推荐阅读：", "相关报道"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_paragraph_about_the_same_goes_on(heading: str, count: int) -> None:
    assert _text(heading, *STORIES[:count], ON) == [*TEXT, ON]


@pytest.mark.parametrize(
    "below",
    [
        [STORIES[0], OTHER],
        [STORIES[0], SNIPPET, STORIES[1], OTHER],
        [*STORIES, "网友评论", ON],
        [*STORIES * 3, ON],
        [*STORIES, ON.rstrip("。")],
        [*STORIES, "石桥镇日报版权所有，未经授权不得转载、摘编或以其他方式使用上述作品。"],
    ],
)
def test_what_else_stands_there_does_not(below: list[str]) -> None:
    assert _text("延伸阅读", *below) == TEXT


CREW = [
    "渡船每跑完一趟，顾师傅休息十二分钟。",
    "他的手势一天要做一千多次，嘴里同时念出声。",
    "下午两点，交班。",
]
CREW_HANT = [
    "渡船每跑完一趟，顧師傅休息十二分鐘。",
    "他的手勢一天要做一千多次，嘴裡同時唸出聲。",
    "下午兩點，交班。",
]


@pytest.mark.parametrize("heading", ["推荐阅读", "▪ 延伸閱讀："])
@pytest.mark.parametrize("lines", [CREW, CREW_HANT, [CREW[0], CREW[2], CREW[1]], [*CREW, CREW[1]]])
def test_short_sentences_behind_a_box_go_on(heading: str, lines: list[str]) -> None:
    assert _text(heading, STORIES[0], *lines) == [*TEXT, *lines]


@pytest.mark.parametrize(
    "lines",
    [
        [CREW[0], STORIES[1], CREW[1]],
        [CREW[0], CREW[2], "慢走。"],
        [CREW[0], CREW[2]],
        [CREW[0], CREW[2], "石桥日报版权所有，未经授权不得转载、摘编或以其他方式使用上述作品。"],
    ],
)
def test_a_few_words_there_do_not(lines: list[str]) -> None:
    assert _text("推荐阅读", STORIES[0], *lines) == TEXT


def test_tags_that_stand_above_the_text_too_are_none_of_it() -> None:
    lines = [*HEAD, "步道", "石桥", *TEXT, "步道", "石桥", "相关新闻", *STORIES]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == TEXT


LISTING = [
    "$ mv access.log access-1.log",
    "kill -USR1 $(cat /run/web.pid)",
    "gzip access-1.log",
    "rm -f old/*.gz",
]


@pytest.mark.parametrize("button", ["广告 不感兴趣", "不感兴趣", "登录后复制", "[图片]", "IMG_2231.jpg"])
def test_a_button_ends_no_text(button: str) -> None:
    lines = [*HEAD, *TEXT[:2], button, *TEXT[2:]]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == TEXT


@pytest.mark.parametrize("times", [1, 4])
def test_neither_does_a_listing(times: int) -> None:
    lines = [*TEXT[:2], *LISTING * times, *TEXT[2:]]
    text = Cleaner(script="original").clean_text("\n".join([*HEAD, *lines])).text.split("\n")
    assert (text[:2], text[-2:]) == (TEXT[:2], TEXT[2:])


def test_what_is_needed_for_a_dish_stands_above_its_steps() -> None:
    needed = ["石桥炖豆腐的做法，老人说锅要用砂锅，豆腐要老一点的。", "用料", "老豆腐 500克", "雪里蕻 150克"]
    steps = ["豆腐切成小块，放进加了盐的冷水里煮开，捞出。", "雪菜洗两遍，挤干切碎，和肉片一起炒出香味来。"]
    lines = ["石桥炖豆腐", "2026-01-09", *needed, "石桥炖豆腐的做法", *steps]
    article = Cleaner(script="original").clean_text("\n".join(lines))
    assert article.title == "石桥炖豆腐"
    assert [line for line in article.text.split("\n") if line in (*needed, *steps)] == [*needed, *steps]


@pytest.mark.parametrize("heading", ["你可能也會有興趣", "相关阅读：", "推荐阅读"])
@pytest.mark.parametrize("count", [1, 2])
def test_a_box_within_a_text_does_not_end_it(heading: str, count: int) -> None:
    on = [
        "夜里灯亮起来，远处的山看不见了。",
        "孩子们还在桥上跑，谁也不肯先回家。",
        "大人站在岸边等，等到月亮也出来了。",
    ]
    lines = [*HEAD, *TEXT, heading, *STORIES[:count], *on]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == [*TEXT, *on]


def test_snippets_between_headlines_do() -> None:
    assert _text("相关阅读", STORIES[0], OTHER, STORIES[1], OTHER, STORIES[2], OTHER) == TEXT
    assert _text("相关阅读", *STORIES, OTHER, OTHER, OTHER) == TEXT


LONG = [
    "秋天的时候，镇上找来三位老木匠，把凉亭的柱子一根一根换过，又在柱脚垫上从河滩挑来的石头，免得再被水泡坏，这一换就是两个月。",
    "木匠们说，从前修桥的人家里都藏着一本册子，记着每块石头的来历，哪一块是从上游运来的，哪一块是后来补的，如今只剩下两本还在。",
    "两本册子现在收在镇文化站的玻璃柜里，翻开来还能看见当年的墨迹，孩子们放学后常来数那些名字，数到自己的姓就喊出声来。",
    "到了冬天，河水浅下去，桥墩上的刻字露出来，人们才知道这座桥已经站了三百多年，比镇上最老的树还要老，名字也换过三次。",
]
DATED = ["2024年5月18日 09:30", STORIES[0], "2024年5月19日 10:00", STORIES[1]]


@pytest.mark.parametrize(
    "heading", ["你可能也喜欢", "延伸閱讀", "其他火線新聞：", "网友也对以下文章有兴趣：", "延展阅读"]
)
@pytest.mark.parametrize("listed", [[], STORIES, DATED, ["石桥"] * 20])
def test_long_paragraphs_in_a_row_go_on(heading: str, listed: list[str]) -> None:
    assert _text(heading, *listed, *LONG) == [*TEXT, *LONG]


@pytest.mark.parametrize(
    "below",
    [
        [STORIES[0], "2024年5月18日 09:30", *LONG],  # one other story under its date
        [STORIES[0], LONG[0], STORIES[1], LONG[1], STORIES[2], LONG[2]],  # snippets
        ["石桥"] * 25 + LONG,
        [*STORIES, "网友评论", *LONG],
        [*STORIES, "责任编辑：李石", *LONG],
    ],
)
def test_long_paragraphs_elsewhere_do_not(below: list[str]) -> None:
    assert _text("你可能也喜欢", *below) == TEXT


FORM = [
    "用户名：",
    "密码：",
    "匿名",
    "网友评论仅供其表达个人看法，并不表明石桥网立场。",
    "复制成功，按键发送给好友、论坛或博客。",
]


@pytest.mark.parametrize("closing", ["（責任編輯:石橋）", "下一篇> 书房里的灯亮到天明", "密码："])
def test_a_form_behind_the_last_line_is_none_of_it(closing: str) -> None:
    assert _text(closing, *FORM) == TEXT


def test_the_agency_in_front_of_a_snippet_says_nothing() -> None:
    lines = [
        *HEAD,
        f"（石桥社）{TEXT[0]}",
        *TEXT[1:],
        "其他人也在看",
        STORIES[0],
        f"（石桥社）{OTHER}",
        STORIES[1],
        OTHER,
    ]
    text = Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")
    assert text[1:] == TEXT[1:]


def test_a_menu_below_the_name_of_the_site_is_no_header() -> None:
    menu = [f"{name}频道" for name in "山水田林路桥渡船灯书茶酒米面油盐酱醋笔墨纸砚琴棋诗画花鸟鱼虫"]
    lines = ["石桥镇文化站", *menu, *HEAD, *TEXT]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == TEXT


def test_a_caption_between_two_paragraphs_is_no_headline_of_a_snippet() -> None:
    caption = "石桥修好以后的样子"
    on = [LONG[0], LONG[1], caption, LONG[2], LONG[3]]
    assert _text("你可能也喜欢", *STORIES, *on) == [*TEXT, *on]
    assert (
        _text("你可能也喜欢", *STORIES, LONG[0], caption, LONG[1], caption, LONG[2], caption, LONG[3]) == TEXT
    )


PAIR = [
    "渡口的灯今年换了新的，夜里走过来，远远就能看见水面上的光。",
    "老船工说，再过两年他就不撑船了，桥已经替他做完了剩下的事。",
]


@pytest.mark.parametrize("stop", ["相关新闻", "打印", "责任编辑：李石"])
def test_two_last_paragraphs_behind_a_box_go_on(stop: str) -> None:
    lines = [*HEAD, *TEXT, "延伸閱讀", STORIES[0], *PAIR, stop, *STORIES]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == [*TEXT, *PAIR]
    lines = [*HEAD, *TEXT, "延伸閱讀", STORIES[0], PAIR[0], stop, *STORIES]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == TEXT


def test_long_comments_are_none_of_it() -> None:
    said = [f"{name}：{line}" for name, line in zip(("青禾", "白石", "老顾", "阿水"), LONG, strict=True)]
    assert _text("全部评论(5)", *said) == TEXT


def test_another_story_under_its_date_is_none_of_it_however_long() -> None:
    assert (
        _text(
            "责任编辑：李石",
            "分享到：",
            STORIES[0],
            "2024-05-21 09:00 来源：石桥日报",
            *LONG,
            *PAIR,
            *LONG[::-1],
        )
        == TEXT
    )


def test_what_a_notice_announces_may_be_dates() -> None:
    days = [f"5月{day}日 09:00-17:00" for day in range(20, 30)]
    lines = [*HEAD, *TEXT, "开放时间调整如下：", *days, "相关新闻", *STORIES]
    text = Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")
    assert text == [*TEXT, "开放时间调整如下：", *days]


def test_numbered_steps_are_no_headlines() -> None:
    steps = ["1. 糯米粉加温水揉成团", "2. 豆沙分成十二份搓圆", "3. 包好后放进冷水里煮", "4. 浮起来再煮两分钟"]
    lines = [*HEAD, *TEXT, "做法", *steps]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == [*TEXT, "做法", *steps]


@pytest.mark.parametrize("head", ["编后：", "【记者手记】", "后記 "])
def test_an_afterword_stands_behind_the_editor(head: str) -> None:
    told = [f"{head}{ON}", "但愿以后修路之前，都先问一问要走路的人。"]
    assert _text("（责任编辑：石小满）", *told) == [*TEXT, *told]


def test_another_paragraph_behind_the_editor_is_none() -> None:
    assert _text("（责任编辑：石小满）", "记者手里的相机一直没有放下，直到天黑。") == TEXT
