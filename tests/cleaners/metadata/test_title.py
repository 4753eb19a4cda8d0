"""Choosing the headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.metadata.titles import headline_of, tidy_title
from tests.cleaners.metadata.pages import TEXT, TITLE, lines, page, read

SUFFIXES = [
    ("题目很长的一条新闻_网易新闻", "题目很长的一条新闻"),
    ("题目很长的一条新闻|公园_新浪新闻", "题目很长的一条新闻"),
    ("题目很长的一条新闻 | 生活 | 即時新聞 | 聯合新聞網", "题目很长的一条新闻"),
    ("题目很长的一条新闻 - 新华社会 - 新华网", "题目很长的一条新闻"),
    ("题目很长的一条新闻-新华网", "题目很长的一条新闻"),
    ("题目很长的一条新闻--当代商报", "题目很长的一条新闻"),
    ("题目很长的一条新闻 -中新网", "题目很长的一条新闻"),
    ("题目很长的一条新闻——某某日报", "题目很长的一条新闻"),
    ("世界新聞網-北美華文新聞 - 题目很长的一条新闻", "题目很长的一条新闻"),
    ("雄安新区 - 维基百科，自由的百科全书", "雄安新区"),
    ("1-10月固定资产投资结构趋稳趋优", "1-10月固定资产投资结构趋稳趋优"),
    ("浙江—上海高铁开通", "浙江—上海高铁开通"),
    ("Mate20X 5G-版半天不到需充电", "Mate20X 5G-版半天不到需充电"),
]


@pytest.mark.parametrize(("whole", "headline"), SUFFIXES)
def test_site_names_go(whole: str, headline: str) -> None:
    assert headline_of(whole) == headline


def test_a_known_site_name_goes() -> None:
    assert headline_of("题目很长的一条新闻-某某家园", ["某某家园"]) == "题目很长的一条新闻"


BADGES = [
    ("■稳中求进 年中回望", "稳中求进 年中回望"),
    ("□◆ 题目", "题目"),
    ("[组图] 题目", "题目"),
    ("组图：题目", "题目"),
    ("组图:题目", "题目"),
    ("题目(图)", "题目"),
    ("题目[組圖]", "题目"),
    ("【原创】题目", "题目"),
    ("置顶 题目", "题目"),
    ("NEW 题目", "题目"),
    ("》題目", "題目"),
    ("题目　　副题", "题目 副题"),
    ("【中国稳健前行】坚定实施扩大内需战略", "【中国稳健前行】坚定实施扩大内需战略"),
    ("图书馆开放", "图书馆开放"),
    ("转作风 办实事", "转作风 办实事"),
    ("[图]", "[图]"),
    ("#MeToo", "MeToo"),
]


@pytest.mark.parametrize(("printed", "title"), BADGES)
def test_badges_and_marks_go(printed: str, title: str) -> None:
    assert tidy_title(printed) == title


LD = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>'
CRUMB = f"<h1><a href=/>某某网</a> 〉<a href=/a>新闻</a> 〉{TITLE}</h1>"
PAGES = [
    ("h1 and <title> agree", page(), TITLE),
    ("no h1, a div", page(heading=f"<div class=t>{TITLE}</div>"), TITLE),
    (
        "h1 is the logo",
        page(above="<h1 class=logo>新闻中心</h1>", heading=f"<h2>{TITLE}</h2>", title=f"{TITLE}_新闻中心_某某网"),
        TITLE,
    ),
    ("logo and h1", page(above="<h1>新闻中心</h1>", title=f"{TITLE}_新闻中心_某某网"), TITLE),
    ("empty h1", page(above="<h1></h1>"), TITLE),
    ("<title> names only the site", page(title="某某网"), TITLE),
    (
        "<title> names only the site, no h1",
        page(title="某某网", heading=f"<div>{TITLE}</div>", byline="<p>2020-01-02 10:11 来源：某报</p>"),
        TITLE,
    ),
    (
        "og:title cut at a quote",
        page(title='他说"好"的那天_某某网', heading="", head='<meta property=og:title content="他说">'),
        '他说"好"的那天',
    ),
    ("only og:title", page(title="", heading="", head=f'<meta property=og:title content="{TITLE}">'), TITLE),
    ("only json-ld", page(title="", heading="", head=LD), TITLE),
    ("printed short", page(title=f"{TITLE}_某某网", heading=f"<h1>{TITLE[:-2]}...</h1>"), TITLE),
    ("broken by br", page(heading="<h1>街长制走进社区<br>居民办事少跑腿</h1>"), TITLE),
    ("kicker above, subtitle below", page(heading=f"<p>年中回望</p><h1>{TITLE}</h1><p>——大塘街道见闻</p>"), TITLE),
    ("section badge that <title> lacks", page(heading=f"<h1>【即时播报】{TITLE}</h1>"), TITLE),
    ("badge that <title> has", page(title=f"【说】{TITLE}_某某网", heading=f"<h1>【说】{TITLE}</h1>"), f"【说】{TITLE}"),
    ("a breadcrumb ends with the headline", page(above=CRUMB, heading=f"<div>{TITLE}</div>"), TITLE),
    ("printed fuller than <title>", page(title="居民办事少跑腿_某某网"), TITLE),
    ("related h1s", page(below="<h1>明星写真</h1><h1>体育世界</h1>"), TITLE),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(("source", "title"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_pages(source: str, title: str) -> None:
    assert read(source).title.text == title


def test_the_run_that_prints_it_is_named() -> None:
    reading = read(page())
    assert reading.title.run is not None
    assert reading.doc.runs[reading.title.run].text == TITLE
    assert reading.title.where == "h1"


ORIGINALS = [
    ("（原标题：街长制进社区）", "街长制进社区"),
    ("原标题：街长制进社区", "街长制进社区"),
    ("原標題:街長制進社區", "街長制進社區"),
    ("（原题为《是“减负”还是“加负”》）", "是“减负”还是“加负”"),
    ("本文原标题：《街长制进社区》", "街长制进社区"),
]


@pytest.mark.parametrize(("line", "source_title"), ORIGINALS)
def test_original_title_is_kept_apart(line: str, source_title: str) -> None:
    title = read(page(byline=f"<p>{line}</p>")).title
    assert (title.text, title.source_title) == (TITLE, source_title)


def test_original_title_of_a_related_story_is_not_ours() -> None:
    related = "<div><h3>相关新闻</h3><ul><li>原标题：别的新闻的题目</li></ul></div>"
    assert read(page(below=related)).title.source_title is None


TEXTS = [
    (
        "line above the dateline",
        ("某某网 > 新闻 > 正文", "■" + TITLE, "来源:某报 2018-07-24 11:41", *TEXT),
        TITLE,
    ),
    ("welcome line", ("欢迎光临某某网 会员登陆", TITLE, "2016-09-23 21:23 作者:枫株湖", TITLE, *TEXT), TITLE),
    ("first line, no dateline", (TITLE, *TEXT), TITLE),
    ("<title> first", (f"{TITLE}_要闻_某某网", "首页 新闻 图片", TITLE, *TEXT), TITLE),
    ("text only", TEXT, ""),
    ("opening credit only", ("(吕小进 通讯员 尹小丽 青岛报道)" + TEXT[0], *TEXT[1:]), ""),
]


@pytest.mark.parametrize(("text", "title"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_extracted_text(text: tuple[str, ...], title: str) -> None:
    assert lines(*text).title.text == title


@given(st.text(max_size=100))
def test_strings_never_raise_and_words_stay(text: str) -> None:
    headline_of(text, ["某某网"])
    assert bool(tidy_title(text)) == bool(text.strip())
