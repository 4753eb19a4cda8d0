"""What stands between and beside the paragraphs of an article: links, a lead, a door, other stories. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.reading import read_html
from cleaners.readings.subject import subject_of
from cleaners.readings.titles import title_lines
from cleaners.readings.view import View
from tests.cleaners.readings.pages import (
    LEAD,
    OTHER,
    SECOND,
    TEXT,
    THIRD,
    TITLE,
    article,
    paragraphs,
    text_of,
)

_NAMES = ["老照片里的石桥", "凉亭设计图公布", "青石从哪里来", "步道夜景照片"]
_STORIES = [f"{OTHER[:30]}，第{count}版。" for count in "一二三四五"]


@pytest.mark.parametrize(
    "link", ["<p><a href=/{0}>{1}</a></p>", "<div class=r><a href=/{0}>相关：{1}</a></div>"]
)
@pytest.mark.parametrize("count", [3, 4])
def test_another_link_under_each_paragraph_makes_no_list_of_them(link: str, count: int) -> None:
    links = [link.format(at, name) if at < count else "" for at, name in enumerate(_NAMES)]
    inner = "".join(f"<p>{line}</p>{below}" for line, below in zip(TEXT, links, strict=True))
    assert text_of(article(f"<div class=c>{inner}</div>")) == TEXT


def test_links_above_their_snippets_are_a_list() -> None:
    rows = "".join(
        f"<div><a href=/{at}>{name}</a></div><p>{story}</p>"
        for at, (name, story) in enumerate(zip(_NAMES, _STORIES, strict=False))
    )
    assert text_of(article(f"<div class=c>{paragraphs(TEXT, 'div')}</div><div class=d>{rows}</div>")) == TEXT


def test_a_date_below_the_lead_is_no_text() -> None:
    page = (
        f"<title>{TITLE}</title><h1>{TITLE}</h1><div class=lead>{LEAD}</div><div class=info>2024-05-20 08:00 来源：石桥日报</div>"
        f"<div class=c>{paragraphs(TEXT[1:])}</div>"
    )
    assert text_of(page) == TEXT


def test_what_stands_behind_a_door_is_the_doors() -> None:
    door = "<div class=w><h3>登录后继续阅读全文</h3><p>开通会员，畅读全站深度报道，首月仅需六元。</p></div>"
    assert text_of(article(f"<div class=c>{paragraphs(TEXT)}{door}</div>")) == TEXT


def test_who_said_a_quotation_stands_below_it() -> None:
    quote = "<blockquote><p>水不等人，人等水。</p><footer>——石桥老话</footer></blockquote>"
    lines = text_of(article(f"<div class=c>{paragraphs(TEXT[:2])}{quote}{paragraphs(TEXT[2:])}</div>"))
    assert lines == [*TEXT[:2], "水不等人，人等水。", "——石桥老话", *TEXT[2:]]


@pytest.mark.parametrize("heading", ["更多快讯", "精彩评论"])
def test_a_box_that_opens_with_a_heading_of_something_else_is_not_the_articles(heading: str) -> None:
    box = f"<div class=m6><div class=m7>{heading}</div>{paragraphs(_STORIES, 'div')}</div>"
    assert text_of(article(f"<div class=m4>{LEAD}</div>{box}")) == [LEAD]


def test_longer_text_far_below_the_title_that_says_nothing_of_it_is_another_story() -> None:
    stories = [story.replace("开放", "迎客") for story in _STORIES]
    other = f"<div class=q><b>图书馆周末迎客</b>{paragraphs(stories, 'div')}</div>"
    assert text_of(article(f"<div class=c><p>{LEAD}</p><p>{SECOND}</p></div>{other}")) == [LEAD, SECOND]


def test_text_in_boxes_of_one_form_goes_on_below_the_first() -> None:
    pictures = "".join(
        f"<div class=pic><img src={at}.jpg><p>{line}</p></div>" for at, line in enumerate(TEXT)
    )
    assert text_of(article(pictures)) == TEXT


def test_a_story_about_the_title_goes_on_in_another_box() -> None:
    below = [f"{TITLE}以后，{THIRD}", f"说到{TITLE}，{SECOND}"]
    assert text_of(article(f"<div class=s>{LEAD}</div><div class=c>{paragraphs(below)}</div>")) == [
        LEAD,
        *below,
    ]


_HEADS = ["水去了哪里", "谁来付钱", "种田的人怎么办"]
_ASKED = [
    "按设计，水渠每年向下游供水一亿立方米，其中七成用于灌溉，记者看到的分水口大多关着。",
    "分水口不开，是因为末级渠系没有修完，县里说这笔钱应由市里出，市里说没有列。",
    "种了三十亩玉米的田桂枝仍然用柴油机抽河水，渠就在地头，可是渠里的水是别人的。",
]
_OPENING = "投资二十六亿元的石桥镇水库上月通水，第一批水却没有流进沿线的农田。"


def _in_parts(lead: str, part: str) -> str:
    pairs = enumerate(zip(_HEADS, _ASKED, strict=True))
    return lead.format(_OPENING) + "".join(part.format(at, head, line) for at, (head, line) in pairs)


@pytest.mark.parametrize("title", ["三问水库调水工程", "三問水庫調水工程"])
@pytest.mark.parametrize(
    ("lead", "part"),
    [
        ("<section class=i><p>{}</p></section>", "<section class='q q{}'><h3>{}</h3><p>{}</p></section>"),
        ("<div class=i><p>{}</p></div>", "<div class='q q{}'><h2>{}</h2><p>{}</p></div>"),
        (
            "<section class=i><p>{}</p></section>",
            "<section id=s{}><div><h4>{}</h4><div>{}</div></div></section>",
        ),
        ("<div class=i>{}</div>", "<article class=a{}><h3>{}</h3><div class=t><p>{}</p></div></article>"),
        ("<p class=lead>{}</p>", "<section class=q{}><h3>{}</h3><p>{}</p></section>"),
    ],
)
def test_an_article_goes_on_in_parts_of_other_names_below_its_lead(title: str, lead: str, part: str) -> None:
    lines = [line for pair in zip(_HEADS, _ASKED, strict=True) for line in pair]
    assert text_of(article(_in_parts(lead, part), title)) == [_OPENING, *lines]


_NEWS = "<div class=i><p>{0}</p><p>水库管理处说，末级渠系明年开春动工，修好以前先由水车送水，一户也不落下。</p></div>"


@pytest.mark.parametrize(
    "part",
    [
        "<div class='q q{}'><h3><a href=/1>{}</a></h3><p>{}</p></div>",
        "<div class='q q{}'><h1>{}</h1><p>{}</p></div>",
        "<div class='related q{}'><h3>{}</h3><p>{}</p></div>",
        "<div class='q q{}'><b>{}</b><p>{}</p></div>",
        "<div class='q q{}'><h3>推荐阅读</h3><h4>{}</h4><p>{}</p></div>",
    ],
)
def test_boxes_of_something_else_are_no_parts_of_it(part: str) -> None:
    """Their heads are links, of the title's rank, or none; they are named or headed as something else."""
    lines = text_of(article(_in_parts(_NEWS, part), "三问水库调水工程"))
    assert not set(lines) & set(_ASKED)


def test_one_box_below_a_subhead_is_no_part_of_it() -> None:
    other = f"<div class=q><h3>{_HEADS[0]}</h3><p>{_ASKED[0]}</p></div>"
    assert _ASKED[0] not in text_of(article(_NEWS.format(_OPENING) + other, "三问水库调水工程"))


def _apart(page: str) -> float:
    """Share of the running text of a page that counts as apart from its headline."""
    doc = read_html(page, encoding=None).doc
    return subject_of(doc, View(doc.runs), title_lines(doc)).apart(range(len(doc.runs)))


_PARTS = "<div><div><h1>{0}</h1></div><div><div><p>{1}</p></div></div><section><div><div><b>{2}</b></div></div></section></div>"


def test_the_parts_of_a_poem_need_not_repeat_its_name() -> None:
    named, poem = (
        _apart(f"<title>{title}</title>" + _PARTS.format(title, OTHER, OTHER[::-1]))
        for title in (TITLE, "夜雨")
    )
    assert 0 < poem < named


@pytest.mark.parametrize(("tag", "apart"), [("div", True), ("li", False)])
def test_slides_go_on_behind_the_one_that_has_the_headline(tag: str, apart: bool) -> None:
    first = f"<{tag}><h1>{TITLE}</h1><div><p>{OTHER}</p></div></{tag}>"
    others = f"<{tag}><div><div><b>{OTHER[::-1]}</b></div></div></{tag}>" * 3
    assert (_apart(f"<title>{TITLE}</title><ul>{first}{others}</ul>") > 0) is apart


def test_where_no_title_is_printed_the_date_right_above_the_text_stands_in_its_place() -> None:
    links = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in _NAMES)
    other = f"<ul>{links}</ul><div class=q>{paragraphs([story.replace('开放', '迎客') for story in _STORIES], 'div')}</div>"
    page = f"<title>{TITLE}_石桥网</title><div>2024年5月20日 林青禾</div><div class=c><p>{LEAD}</p><p>{SECOND}</p></div>{other}"
    assert text_of(page) == [LEAD, SECOND]
