"""A few words among other things, which are no article's, and those that are. All invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from schemas import Article, Kind, Page, Reason
from tests.cleaners.readings.pages import FOOTER, NAVIGATION

_STORY = "民国初年，渡口的脚夫周大年捡到一个皮箱，箱子里只有半张地图，从那天夜里起，总有人来敲他的门。"
_LIVES = "喜欢做饭，也喜欢洗碗。住在海州，两个孩子的妈妈，每天早起一小时给家人做早餐，偶尔写点文字。"
_COUNTS = "<div class=lines><div>12 菜谱 88 作品 1,203 粉丝</div></div>"
_BELOW = (
    "<div class=links><a href=/x/1>南瓜小米粥</a> <a href=/x/2>葱油拌面</a> <a href=/x/3>红豆吐司</a></div>"
)


def _outcome(title: str, inner: str, url: str) -> object:
    source = f"<title>{title}_石桥网</title>{NAVIGATION}<div id=wrap><div id=main><h1>{title}</h1>{inner}</div></div>{FOOTER}"
    return Cleaner().process(Page(url=f"https://www.example.com{url}", body=source.encode()))


@pytest.mark.parametrize(("url", "kind"), [("/", Kind.HOME), ("/?p=12", None)])
def test_a_few_words_at_the_root_of_a_site(url: str, kind: Kind | None) -> None:
    found = _outcome("小筑民宿在河边开门迎客", f"<p>{_STORY}</p>", url)
    assert (found.kind is Kind.HOME) is (kind is Kind.HOME)  # type: ignore[attr-defined]  # both outcomes have it


@pytest.mark.parametrize(("chapters", "taken"), [(24, False), (2, True)])
def test_a_few_words_above_links_to_chapters(chapters: int, taken: bool) -> None:
    links = "".join(f"<a href=/b/{n}>第{n}章</a> " for n in range(1, chapters + 1))
    found = _outcome("长河渡", f"<div>作者：石匠</div><div><p>{_STORY}</p></div><div>{links}</div>", "/b/7")
    assert isinstance(found, Article) is taken
    if not isinstance(found, Article):
        assert (found.kind, found.reason) == (Kind.LIST, Reason.LISTING)  # type: ignore[attr-defined]  # a rejection


@pytest.mark.parametrize(("info", "taken"), [("", False), ("<div>2024-03-04 来源：石桥日报</div>", True)])
def test_what_somebody_says_of_himself(info: str, taken: bool) -> None:
    found = _outcome("木子", f"{info}{_COUNTS}<div id=txt><p>{_LIVES}</p></div>{_BELOW}", "/p/5")
    assert isinstance(found, Article) is taken


def test_a_board_whose_address_has_a_keyword() -> None:
    threads = "".join(f"<li><a href=/p/{n}>石桥镇第{n}处步道今天全线开放</a></li>" for n in range(20))
    assert _outcome("石桥", f"<ul>{threads}</ul>", "/f?kw=石桥").kind is Kind.FORUM  # type: ignore[attr-defined]  # both outcomes have it


@pytest.mark.parametrize("signed", [True, False])
def test_verse_in_parts_that_says_nothing_of_its_headline(signed: bool) -> None:
    info = "<div>2017-06-30 来源：石桥文学 作者：木子</div>" if signed else ""
    lines = ["渡口", "船走了", "水还在原地", "对岸一寸一寸退后", "老街", "石板记得每一双布鞋", "雨天说出名字"]
    verse = "".join(f"<p>{line}</p>" for line in lines)
    found = _outcome("青溪组诗（三首）", f"{info}<div>{verse}</div>", "/wx/8.html")
    assert isinstance(found, Article) is signed


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("石桥镇三座老桥昨天修复通车，两岸居民不必再绕行五公里。", True),
        ("石桥镇三座老桥通车了，昨天。", False),
        ("南瓜小米粥的做法很简单，洗净以后用小火慢慢熬半小时。", False),
    ],
    ids=["tells the headline", "too little", "of something else"],
)
def test_one_sentence_without_a_date_below_its_headline(said: str, taken: bool) -> None:
    links = "".join(f"<li><a href=/n/{n}>城东第{n}座图书馆延长开放时间</a></li>" for n in range(30))
    found = _outcome("石桥镇三座老桥通车", f"<div><p>{said}</p></div><ul>{links}</ul>", "/p/9")
    assert isinstance(found, Article) is taken
