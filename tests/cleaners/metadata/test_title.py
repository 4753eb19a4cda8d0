"""Choosing the headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import clean
from cleaners.metadata.title import title_candidates
from cleaners.metadata.title.lines import headline_in_lines
from cleaners.metadata.title.strings import first_piece, headline_of, last_piece, tidy_title, without_site
from tests.cleaners.metadata.pages import TEXT, TITLE, lines, page, read

SUFFIXES = [
    ("题目很长的一条新闻_网易新闻", "题目很长的一条新闻"),
    ("题目很长的一条新闻|公园_新浪新闻", "题目很长的一条新闻"),
    ("题目很长的一条新闻 | 生活 | 即時新聞 | 聯合新聞網", "题目很长的一条新闻"),
    ("题目很长的一条新闻 - 新华社会 - 新华网", "题目很长的一条新闻"),
    ("题目很长的一条新闻-新华网", "题目很长的一条新闻"),
    ("题目很长的一条新闻 » 水岸观察", "题目很长的一条新闻"),
    ("题目很长的一条新闻 ‹ 慢船 — WordPress", "题目很长的一条新闻"),
    ("题目很长的一条新闻::民生::某某网", "题目很长的一条新闻"),
    ("题目很长的一条新闻--当代商报", "题目很长的一条新闻"),
    ("题目很长的一条新闻 -中新网", "题目很长的一条新闻"),
    ("题目很长的一条新闻——某某日报", "题目很长的一条新闻"),
    ("世界新聞網-北美華文新聞 - 题目很长的一条新闻", "题目很长的一条新闻"),
    ("雄安新区 - 维基百科，自由的百科全书", "雄安新区"),
    ("独家 | 题目很长的一条新闻_某某网", "题目很长的一条新闻"),
    ("即时新闻 - 时事脉搏 - 街长制走进社区了 - 某某网", "街长制走进社区了"),
    ("江水向东流——一条航线的三十年_某某网", "江水向东流——一条航线的三十年"),
    ("1-10月固定资产投资结构趋稳趋优", "1-10月固定资产投资结构趋稳趋优"),
    ("浙江—上海高铁开通", "浙江—上海高铁开通"),
    ("Mate20X 5G-版半天不到需充电", "Mate20X 5G-版半天不到需充电"),
]


@pytest.mark.parametrize(("whole", "headline"), SUFFIXES)
def test_site_names_go(whole: str, headline: str) -> None:
    assert headline_of(whole) == headline


def test_a_known_site_name_goes() -> None:
    assert headline_of("题目很长的一条新闻-某某家园", ["某某家园"]) == "题目很长的一条新闻"


@pytest.mark.parametrize(
    ("whole", "headline"),
    [
        ("讣告-石桥大学", "讣告"),
        ("訃告——石桥大学", "訃告"),
        ("雨后 -石桥大学", "雨后"),
        ("求租－石桥大学", "求租"),
        ("再见-河岸大学", "再见-河岸大学"),
        ("新闻-石桥大学", "新闻-石桥大学"),
        ("渡-石桥大学", "渡-石桥大学"),
        ("北京-石桥", "北京-石桥"),
    ],
)
def test_a_known_site_name_goes_behind_a_short_headline(whole: str, headline: str) -> None:
    assert headline_of(whole, ["石桥大学", "石桥"]) == headline


BADGES = [
    ("■稳中求进 年中回望", "稳中求进 年中回望"),
    ("□◆ 题目", "题目"),
    ("[组图] 题目", "题目"),
    ("组图：题目", "题目"),
    ("组图:题目", "题目"),
    ("文章主题: 老街开市", "老街开市"),
    ("標　題：老街開市", "老街開市"),
    ("题目难倒考生", "题目难倒考生"),
    ("题目(图)", "题目"),
    ("题目(1/11)", "题目"),
    ("题目(组图)(3)", "题目"),
    ("题目（2）", "题目（2）"),
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
    ("#街长制进社区#居民点赞", "#街长制进社区#居民点赞"),
    ("【原創】題目", "題目"),
    ("圖文：題目", "題目"),
    ("首发 题目", "首发 题目"),
    ("题目<br>副题", "题目 副题"),
    ("<br>", "<br>"),
]


@pytest.mark.parametrize(("printed", "title"), BADGES)
def test_badges_and_marks_go(printed: str, title: str) -> None:
    assert tidy_title(printed) == title


LD = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>'
DATED = "<p>2020-01-02 10:11 来源：某报</p>"
FORUM = f"<p><a href=/>论坛</a> › <a href=/b>闲话</a> › <a href=/c>{TITLE}</a></p>"
CRUMB = f"<h1><a href=/>某某网</a> 〉<a href=/a>新闻</a> 〉{TITLE}</h1>"
PAGES = [
    ("h1 and <title> agree", page(), TITLE),
    ("no h1, a div", page(heading=f"<div class=t>{TITLE}</div>"), TITLE),
    (
        "h1 is the logo",
        page(
            above="<h1 class=logo>新闻中心</h1>",
            heading=f"<h2>{TITLE}</h2>",
            title=f"{TITLE}_新闻中心_某某网",
        ),
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
    (
        "kicker above, subtitle below",
        page(heading=f"<p>年中回望</p><h1>{TITLE}</h1><p>——大塘街道见闻</p>"),
        TITLE,
    ),
    ("section badge that <title> lacks", page(heading=f"<h1>【即时播报】{TITLE}</h1>"), TITLE),
    (
        "badge that <title> has",
        page(title=f"【说】{TITLE}_某某网", heading=f"<h1>【说】{TITLE}</h1>"),
        f"【说】{TITLE}",
    ),
    ("a breadcrumb ends with the headline", page(above=CRUMB, heading=f"<div>{TITLE}</div>"), TITLE),
    ("printed fuller than <title>", page(title="居民办事少跑腿_某某网"), TITLE),
    (
        "linked badge in the h1, breadcrumb above",
        page(above=FORUM, heading=f"<h1><a href=/b>[闲话]</a> {TITLE}</h1>"),
        TITLE,
    ),
    (
        "hidden line that the head states",
        page(heading=f"<p style='display:none'>{TITLE}</p><h1><span>原创</span> {TITLE}</h1>"),
        TITLE,
    ),
    ("column behind the h1", page(title="某某网", heading=f"<h1>{TITLE}<a href=/a>集团新闻</a></h1>"), TITLE),
    (
        "the head states the linked words",
        page(title=f"{TITLE}步道_某某网", heading=f"<h1>{TITLE}<a href=/a>步道</a></h1>"),
        f"{TITLE}步道",
    ),
    ("counter in the h1", page(heading=f"<h1>{TITLE}<span>浏览：1234</span></h1>"), TITLE),
    ("date in the h1", page(heading=f"<h1>{TITLE}<small>2020-01-02 10:11</small></h1>"), TITLE),
    (
        "edit link in the h1, no <title>",
        page(title="", heading=f"<h1>{TITLE}<a href=/e>[编辑]</a></h1>"),
        TITLE,
    ),
    ("button in a box of the h1", page(heading=f"<h1>{TITLE}<div>播报文章</div></h1>"), TITLE),
    (
        "h1 of two boxes",
        page(
            title="街长制走进社区 居民办事少跑腿_某某网",
            heading="<h1><div>街长制走进社区</div><div>居民办事少跑腿</div></h1>",
        ),
        "街长制走进社区 居民办事少跑腿",
    ),
    ("lines that together are the headline", page(heading=f"<p>{TITLE[:5]}</p><p>{TITLE[5:]}</p>"), TITLE),
    (
        "<title> names a kind of page",
        page(title="新闻详情", heading=f"<div>{TITLE}</div>", byline=DATED),
        TITLE,
    ),
    (
        "<title> names the paper",
        page(title="某某日报电子版", heading=f"<strong>{TITLE}</strong>", byline=DATED),
        TITLE,
    ),
    (
        "a subhead is a part of <title>",
        page(
            title="即时新闻，居民办事，街长制 - 某某网",
            above="",
            heading=f"<h1>{TITLE}</h1>",
            below="<h2>居民办事</h2>",
        ),
        TITLE,
    ),
    (
        "a linked h1 is a part of <title>",
        page(
            title=f"{TITLE} | 某某协会某某委员会",
            above="<h1><a href=/>某某协会某某委员会</a></h1>",
            heading=f"<h2>{TITLE}</h2>",
        ),
        TITLE,
    ),
    (
        "the head names only the office, a small heading",
        page(title="云河市水产研究所", heading=f"<h5>{TITLE}</h5>"),
        TITLE,
    ),
    (
        "a site named by its copyright",
        page(title=f"{TITLE}-食间", heading="", below="<p>©2018 食间 All Rights Reserved</p>"),
        TITLE,
    ),
    (
        "a site named by its logo",
        page(title=f"{TITLE}-光影志", heading="", above="<a href=/><img src=l.png alt=光影志></a>"),
        TITLE,
    ),
    ("a dash and no site", page(title=f"{TITLE}-食间", heading=""), f"{TITLE}-食间"),
    (
        "a heading of a part of the text",
        page(title=TITLE, heading="", inside="<h2>案例二：某加油站伪造记录案</h2>"),
        TITLE,
    ),
    ("a short h1 opens <title>", page(title="检讨书-某某小小说", heading="<h1>检讨书</h1>"), "检讨书"),
    (
        "of two letters, before a dash",
        page(title="江豚-某某网", heading="<h1>江豚</h1>", byline="<p>保护级别：一级</p>"),
        "江豚",
    ),
    (
        "with a dot in it, before a dash",
        page(title="渡·归-民生-慢船", heading="<h1>渡·归</h1>", byline=DATED),
        "渡·归",
    ),
    (
        "the h1 is the site",
        page(
            title="渡口的灯 | 水边人的博客",
            above="<h1>水边人的博客</h1>",
            heading="<div>渡口的灯</div>",
            byline=DATED,
            below="<p>版权所有 © 2019 水边人的博客</p>",
        ),
        "渡口的灯",
    ),
    (
        "the line of the copyright is none",
        page(
            title="渡口::民生::云河市人民政府",
            heading="<h2>渡口的灯亮了</h2>",
            byline=DATED,
            below="<p>版权所有 © 2019 云河市人民政府</p>",
        ),
        "渡口的灯亮了",
    ),
    ("of one letter", page(title="渡_某某网", heading="<h1>渡</h1>", byline=DATED), "渡"),
    (
        "short, and stated nowhere",
        page(title="", heading="<h1>鱼灯</h1>", byline="<p>口味：咸鲜</p>"),
        "鱼灯",
    ),
    (
        "the one h1 is a column",
        page(title="", above="<h1>社会</h1>", heading=f"<div>{TITLE}</div>", byline=DATED),
        TITLE,
    ),
    ("related h1s", page(below="<h1>明星写真</h1><h1>体育世界</h1>"), TITLE),
]


@pytest.mark.parametrize(("source", "title"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_pages(source: str, title: str) -> None:
    assert read(source).title.text == title


def test_the_run_that_prints_it_is_named() -> None:
    reading = read(page())
    assert reading.title.run is not None
    assert reading.doc.runs[reading.title.run].text == TITLE
    assert reading.title.where == "h1"


def test_candidates_come_by_weight_and_end_with_the_head() -> None:
    found = title_candidates(read(page(above=f"<p>{TITLE}</p><h2>另外一个小标题</h2>")).doc)
    assert [title.where for title in found] == ["h1", "printed line named in <title>", "h2", "title"]
    assert [title.text for title in found] == [TITLE, TITLE, "另外一个小标题", TITLE]
    assert [title.weight for title in found] == sorted((title.weight for title in found), reverse=True)
    assert found[-1].run is None


def test_unseen_characters_are_in_no_field() -> None:
    reading = page(
        heading="<h1>街长制\u200b走进\ufeff社区</h1>",
        title="",
        byline="<p>来源：某某\u200b日报 作者：王\u200b小明</p>",
    )
    article = clean(reading.encode())
    assert (article.title, article.source, article.authors) == ("街长制走进社区", "某某日报", ("王小明",))


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
    (
        "<title> first and last",
        (f"{TITLE}-某某网", "首页 新闻", TITLE, *TEXT, *["尾巴"] * 12, f"{TITLE}-某某网"),
        TITLE,
    ),
    (
        "bylines between title and date",
        (
            "人物",
            "慢了四分钟",
            "文字 王小明",
            "摄影 李大为",
            "核稿 张三丰",
            "2023/08/14 10:00",
            "「我以前觉得摄影要等光。」",
            *TEXT,
        ),
        "慢了四分钟",
    ),
    (
        "an account below the title",
        ("鸡蛋要不要放冰箱", "饭桌室", "2023-05-16 18:30", "浙江", *TEXT),
        "鸡蛋要不要放冰箱",
    ),
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


def test_a_paragraph_that_shares_words_with_the_headline_is_not_its_print() -> None:
    first = "石桥日报十二日讯，镇里的三座老桥昨天修复通车，两岸的居民不必再绕行五公里，桥面也加宽了一米，老桥修复通车。"
    source = f"<title>镇里三座老桥修复通车</title><div><p>{first}</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div>"
    assert first in clean(source).text


@pytest.mark.parametrize(("head", "heading"), [("青禾报道组织", "h1"), ("青禾", "h2"), ("青禾新闻网", "h2")])
def test_a_headline_in_other_words_than_the_text_stays(head: str, heading: str) -> None:
    """However often the text names the site, which is all that the head states."""
    text = f"<p>{head}从市交通局获悉，云河市的渡轮今天早上恢复通航，船票在一个小时之内就卖完了。</p>" * 2
    page = f"<title>{head}</title><{heading}>好消息 期盼已久终成真</{heading}><p>2026-05-03 10:20</p>{text}"
    assert clean(page).title == "好消息 期盼已久终成真"


HEAD, OTHER, DAY = "街长制走进社区办事少跑腿", "石桥老街修缮完工迎来游客", "2019-09-07 13:43"
# why the second is the headline of the lines
LIKELIER = [
    ("it is nearer to the text", HEAD, (OTHER, HEAD)),
    ("a date follows it", HEAD, (HEAD, DAY, OTHER)),
    ("a date follows it behind bylines", HEAD, (HEAD, "记者 王小明", "摄影 李大为", DAY, OTHER)),
    ("a byline follows it", HEAD, (HEAD, "作者：王小明", OTHER)),
    ("a longer line holds it", HEAD, (f"首页 > 石桥新闻 > {HEAD}", HEAD, OTHER)),
    ("it is printed twice", HEAD, ("石桥新闻网首页", HEAD, "新闻", HEAD, OTHER)),
    ("the page's <title> opens the dump", HEAD, (f"{HEAD}_石桥网", OTHER, HEAD, "首页看点")),
    ("a forum marks it", HEAD, (HEAD, "[复制链接]", OTHER)),
    ("an account marks it as its own", HEAD, (HEAD, "原创", OTHER)),
    ("a diary's day stands over it", "雨天的渡口", ("老街旧事一则", "2019年9月7日 星期六", "雨天的渡口")),
    ("it is a chapter", "第三章 石桥的渡口", ("第三章 石桥的渡口", "石桥老街修缮故事")),
    ("it is of some length", "老街新貌", ("老街新貌", "石桥")),
    ("the other is names", "石桥老街", ("石桥老街", "王小明 李大为")),
    ("the other is an outlet", "石桥老街新貌", ("石桥老街新貌", "石桥日报")),
    ("the other is its author", "石桥老街新貌的故事", ("石桥老街新貌的故事", "河岸", DAY)),
    ("the other is a subtitle", HEAD, (HEAD, "——一条老街的三十年故事")),
    ("the other is a menu", HEAD, (HEAD, "新闻 体育 财经 娱乐")),
    ("the other is an option, printed twice", HEAD, (HEAD, "倒序看帖倒序看帖")),
    ("the other is an account above its button", HEAD, (HEAD, "石桥故事汇与河岸", "关注")),
    ("the other is several headlines in one", HEAD, (HEAD, " ".join([OTHER] * 4))),
    ("the other is a label", HEAD, (HEAD, "时间：明天上午九点")),
    ("the other is a sentence", HEAD, (HEAD, "石桥老街修好了，游客来了，很热闹。")),
    ("it stands in the marks of a book", "《石桥老街》", ("《石桥老街》", "石桥修缮")),
]


@pytest.mark.parametrize(
    ("headline", "above"), [case[1:] for case in LIKELIER], ids=[case[0] for case in LIKELIER]
)
def test_which_line_above_the_text_is_the_headline(headline: str, above: tuple[str, ...]) -> None:
    text = [*above, *TEXT]
    found = headline_in_lines(text)
    assert found and text[found[0]] == headline


@pytest.mark.parametrize("above", [(), ("新闻 体育 财经 娱乐",), (HEAD, *["新闻"] * 30), (DAY,)])
def test_a_text_may_have_no_headline(above: tuple[str, ...]) -> None:
    assert headline_in_lines([*above, *TEXT]) is None


@pytest.mark.parametrize(
    ("whole", "first", "last"),
    [
        ("题目很长的一条新闻_频道_某某网", "题目很长的一条新闻", "某某网"),
        ("题目很长的一条新闻-某某网", "题目很长的一条新闻", "某某网"),
        ("题目很长的一条新闻", "题目很长的一条新闻", ""),
        ("题目_另一条很长很长很长很长很长很长的新闻", "题目", ""),
        ("题目_网", "题目", ""),
    ],
)
def test_the_first_and_the_last_piece(whole: str, first: str, last: str) -> None:
    assert (first_piece(whole), last_piece(whole)) == (first, last)


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("题目很长的一条新闻 | 某某日报网", "题目很长的一条新闻"),
        ("题目很长的一条新闻_某某网_某某日报网", "题目很长的一条新闻"),
        ("题目很长的一条新闻 | 一条老街的故事", "题目很长的一条新闻 | 一条老街的故事"),
        ("某某网", "某某网"),
    ],
)
def test_names_of_the_site_go_from_the_end_of_a_line(line: str, bare: str) -> None:
    assert without_site(line) == bare


COLUMNS = [
    ("观点_石桥老街修缮完工迎来游客_某某网", "石桥老街修缮完工迎来游客"),
    ("石桥老街_石桥老街修缮完工迎来游客_某某网", "石桥老街修缮完工迎来游客"),
    ("石桥老街旧_石桥老街修缮完工迎来游客_某某网", "石桥老街旧"),
    ("石桥老街_修缮完工迎来_某某网", "石桥老街"),
    ("石桥_老街修缮_某某网", "石桥"),
]


@pytest.mark.parametrize(("whole", "headline"), COLUMNS)
def test_a_short_first_segment_may_be_a_column(whole: str, headline: str) -> None:
    assert headline_of(whole) == headline
