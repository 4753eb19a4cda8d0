"""The line right under the headline that names somebody without a label."""

# ruff: noqa: E501 - a case is one line of markup

import pytest

from tests.cleaners.metadata.pages import page, read

DATE = "<p>2019-09-07 13:43</p>"
LD = '<script type="application/ld+json">{{"@type":"NewsArticle","author":{{"@type":"{}","name":"{}"}}}}</script>'

# what stands there, (source, account, authors)
NAMES = [
    ("a person and who that is", page(byline=f"<div><a href=/u><span>王小明</span><span>自由撰稿人</span></a></div>{DATE}"), (None, None, ("王小明",))),
    ("a person alone", page(byline=f"<p>王小明</p>{DATE}"), (None, None, ("王小明",))),
    ("persons and the outlet", page(byline=f"<p>王小明、李大为/河岸网</p>{DATE}"), ("河岸网", None, ("王小明", "李大为"))),
    ("an account and that it is official", page(byline=f"<div><span>河岸读书</span><span>河岸读书官方账号</span></div>{DATE}"), ("河岸读书", "河岸读书", ())),
    ("an account and what it is, both a link", page(byline=f"<div><a href=/u><span>河岸故事</span><span>某某出版社非虚构平台</span></a></div>{DATE}"), ("河岸故事", "河岸故事", ())),
    ("an account that the head names", page(head=LD.format("Organization", "河岸小美"), byline=f"<p>河岸小美</p>{DATE}"), (None, "河岸小美", ("河岸小美",))),
    ("an account with its button behind the date", page(byline="<p>铃音12345</p><p>05.18 08:29</p><p>关注</p>", head='<meta property="article:author" content="铃音12345">'), (None, "铃音12345", ("铃音12345",))),
    ("an outlet with a button", page(byline=f"<p>河岸时报</p>{DATE}<p>+ 关注</p>"), ("河岸时报", "河岸时报", ())),
    ("an outlet, buttons between", page(byline=f"<p>河岸网</p><p>下载客户端</p><p>独家抢先看</p>{DATE}"), ("河岸网", None, ())),
    ("a Latin name that the head states", page(head=LD.format("Person", "June Muster"), byline=f"<p>June Muster</p>{DATE}"), (None, None, ("June Muster",))),
    ("a column, linked", page(byline=f"<p><a href=/category/xingbie>河岸新闻</a></p>{DATE}"), (None, None, ())),
    ("words", page(byline=f"<p>最新动态</p>{DATE}"), (None, None, ())),
    ("a sentence", page(byline=f"<p>河岸怎么了？</p>{DATE}"), (None, None, ())),
    ("no date follows", page(byline="<p>河岸小美</p>"), (None, None, ())),
    ("behind the date, a column with a button", page(byline=f"<p>王小明</p>{DATE}<p>河岸文化</p><p>订阅</p>"), (None, "河岸文化", ("王小明",))),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES]
)
def test_names(source: str, expected: tuple[str | None, str | None, tuple[str, ...]]) -> None:
    found = read(source).metadata
    writers = tuple(credit.name for credit in found["credits"] or ())
    assert (found["source"], found["account"], writers) == expected


def test_the_way_back_to_an_account_is_no_section() -> None:
    above = "<div class=crumb><a href=/>首页</a> &gt; <a href=/u>河岸小美</a></div>"
    found = read(page(above=above, byline=f"<p>河岸小美</p>{DATE}<p>关注</p>")).metadata
    assert found["section"] is None
