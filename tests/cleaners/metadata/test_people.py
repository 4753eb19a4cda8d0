"""Source and credits of whole pages."""

# ruff: noqa: E501 - a case is one line of markup

import pytest

from schemas import Place, Role
from tests.cleaners.metadata.pages import TEXT, page, read


def credits(source: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for credit in read(source).metadata.credits:
        found[credit.role.value] = (*found.get(credit.role.value, ()), credit.name)
    return found


SOURCES = [
    ("labelled", page(byline="<p>2019-09-07 13:43 来源：某周刊 举报</p>"), "某周刊"),
    ("label and value in two lines", page(byline="<p>来源：</p><p>某周刊</p><p>2019-09-07</p>"), "某周刊"),
    (
        "link glued to a button",
        page(byline="<p>2019-09-07 来源：<a href=/>某某求是</a>互动一下</p>"),
        "某某求是",
    ),
    ("beside the date", page(byline="<p>2019-09-07 13:43 参考消息</p>"), "参考消息"),
    ("alone above the date", page(byline="<p>新华社</p><p>2019-09-07 13:43</p>"), "新华社"),
    (
        "signed by person and paper",
        page(byline="<p>石小佳/中国青年报</p><p>2019-09-07 13:43</p>"),
        "中国青年报",
    ),
    ("desk in brackets", page(byline="<p>【聯合報╱記者陳小明／即時報導】</p><p>2019-09-07</p>"), "聯合報"),
    ("desk without a name", page(byline="<p>【華視新聞╱報導】</p><p>2019-09-07</p>"), "華視新聞"),
    ("desk and place", page(byline="<p>【世界日報╱法新社華盛頓9日電】</p><p>2019-09-07</p>"), "世界日報"),
    ("beside a date that cannot be resolved", page(byline="<p>星島日報 – 3小時前</p>"), "星島日報"),
    ("beside a count of days", page(byline="<p>澎湃新闻 2天前</p>"), "澎湃新闻"),
    (
        "a byline opens with it",
        page(byline="<p>新京报 记者 王小明 编辑 李大为</p><p>2020-07-04 12:10</p>"),
        "新京报",
    ),
    ("below the text", page(below="<p>(本文来源：东方网)</p>"), "东方网"),
    ("above beats below", page(byline="<p>来源：某报</p>", below="<p>来源|某地发布</p>"), "某报"),
    ("government meta", page(head='<meta name="ContentSource" content="省发改委">'), "省发改委"),
    ("outlet in the author meta", page(head='<meta property="article:author" content="新京报">'), "新京报"),
    ("dispatch", page(text=("某某新区讯 " + TEXT[0], *TEXT[1:])), "某某新区"),
    ("empty", page(byline="<p>来源： 作者：王小明</p>"), None),
    ("none", page(byline="<p>2019-09-07 13:43</p>"), None),
    (
        "the title again is no source",
        page(byline="<p>2019-09-07 编辑：</p><p>街长制走进社区 居民办事少跑腿</p>"),
        None,
    ),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in SOURCES], ids=[case[0] for case in SOURCES]
)
def test_sources(source: str, expected: str | None) -> None:
    assert read(source).metadata.source == expected


CREDITS = [
    ("byline", page(byline="<p>来源：某报 作者：王小明 编辑：李大为</p>"), {"author": ("王小明",), "editor": ("李大为",)}),
    ("sign-off", page(inside="<p>某报记者 王小明</p>", below="<p>责任编辑：李大为_NF4425</p>"), {"reporter": ("王小明",), "editor": ("李大为",)}),
    ("sign-off inside the text", page(inside="<p>采写：某报记者 王小明 李大为</p><p>责任编辑：</p>"), {"reporter": ("王小明", "李大为")}),
    ("account above its button", page(byline="<p>2019-09-07 13:43</p><p><a href=/u>中国某地发布</a></p><p>关注</p>"), {"author": ("中国某地发布",)}),
    ("account after a dot", page(byline="<p>2019-05-17 · 某地城市报道</p>"), {"author": ("某地城市报道",)}),
    ("编辑 beside 责任编辑", page(inside="<p>编辑 王小明 校对 李大为</p>", below="<p>责任编辑：张三丰</p>"),
     {"copy_editor": ("王小明",), "proofreader": ("李大为",), "editor": ("张三丰",)}),
    ("编辑 alone", page(inside="<p>编辑|王小明</p>"), {"editor": ("王小明",)}),
    ("below the related stories", page(below="<div>延伸阅读</div><p><a href=/1>别的新闻很长很长</a></p><p>本文来源：某报 责任编辑：王小明</p>"), {"editor": ("王小明",)}),
    ("author of a related story", page(below="<div>相关新闻</div><p>别的新闻 作者：王小明</p>"), {}),
    ("hidden byline", page(byline="<div style='display:none'>作者：王小明</div>"), {}),
    ("meta author", page(head='<meta name="author" content="王小明">'), {"author": ("王小明",)}),
    ("portal in meta author", page(title="街长制走进社区 居民办事少跑腿_网易新闻", head='<meta name="author" content="网易">'), {}),
    ("editor in meta author", page(head='<meta name="author" content="王小明">', below="<p>责任编辑：王小明</p>"), {"editor": ("王小明",)}),
    ("json-ld person", page(head='<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"王小明"}]}</script>'), {"author": ("王小明",)}),
    ("json-ld organisation", page(head='<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"王朝网"}}</script>'), {}),
    ("the outlet is no author", page(byline="<p>出处：PConline 作者：PConline</p>"), {}),
    ("menu", page(above="<div><a href=/a>记者 王小明</a> <a href=/b>作者：李大为的专栏</a></div>"), {}),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in CREDITS], ids=[case[0] for case in CREDITS]
)
def test_credits(source: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert credits(source) == expected


def test_openings_and_closings_have_their_place() -> None:
    text = ("本报讯(记者 王小明 通讯员 李大为)" + TEXT[0], TEXT[1], TEXT[2] + "(张三丰 报道)")
    found = read(page(text=text)).metadata.credits
    assert [(c.name, c.role, c.place) for c in found] == [
        ("王小明", Role.REPORTER, Place.OPENING),
        ("李大为", Role.CORRESPONDENT, Place.OPENING),
        ("张三丰", Role.REPORTER, Place.CLOSING),
    ]
