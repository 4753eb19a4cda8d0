from __future__ import annotations

import pytest

from benchmarks.list_pages import list_pages
from cleaners import Cleaner
from cleaners.kinds.model import CLASSES, WEIGHTS, chances, holds_text
from cleaners.lexicon import words
from schemas import Article, Kind, Page, Reason, Rejection
from tests.cleaners.readings.pages import FOOTER, LEAD, NAVIGATION, OTHER, TEXT, TITLE, article, paragraphs

HEADLINES = "".join(f"<li><a href=/n/{n}.html>石桥镇第{n}处步道今天全线开放</a></li>" for n in range(30))


def _refused(source: str, url: str | None = None, cleaner: Cleaner | None = None) -> Rejection:
    outcome = (cleaner or Cleaner()).process(Page(url=url, body=source.encode()))
    assert isinstance(outcome, Rejection), outcome
    assert outcome.kind is not None
    return outcome


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("石桥新闻网", "https://www.example.com/", Kind.HOME),
        ("石桥 相关新闻", None, Kind.TAG),
        ("步道", "https://www.example.com/tag/步道/", Kind.TAG),
        ("步道_站内搜索", None, Kind.SEARCH),
        ("石桥吧_贴吧", None, Kind.FORUM),
        ("本地新闻", "https://www.example.com/news/", Kind.LIST),
    ],
)
def test_lists(title: str, url: str | None, kind: Kind) -> None:
    found = _refused(f"<title>{title}</title>{NAVIGATION}<ul class=list>{HEADLINES}</ul>{FOOTER}", url)
    assert (found.kind, found.reason) == (kind, Reason.LISTING)
    assert found.detail.startswith(f"{kind.value}: ")


def test_a_menu_that_offers_a_login_makes_no_login_wall() -> None:
    bar = "<div><a href=/login>登录</a> <a href=/reg>注册</a></div>"
    found = _refused(f"<title>本地新闻</title>{bar}<ul>{HEADLINES}</ul>")
    assert found.reason is Reason.LISTING


@pytest.mark.parametrize("word", words("notices.blocked"))
def test_each_word_of_a_ban(word: str) -> None:
    assert _refused(f"<title>提示</title><p>{word}</p>").kind in (Kind.BLOCKED, Kind.ERROR)


@pytest.mark.parametrize("word", words("notices.closed"))
def test_each_word_of_a_closed_site(word: str) -> None:
    assert _refused(f"<title>提示</title><p>{word}</p>").kind is Kind.NOTICE


@pytest.mark.parametrize("word", words("notices.error"))
def test_each_word_of_an_error(word: str) -> None:
    assert _refused(f"<title>提示</title><p>{word}</p>").kind is Kind.ERROR


@pytest.mark.parametrize("word", words("notices.gone"))
def test_each_word_of_what_is_gone(word: str) -> None:
    found = _refused(f"<title>提示</title><p>抱歉，您访问的页面{word}。</p>")
    assert (found.kind, found.reason) == (Kind.ERROR, Reason.ERROR_PAGE)


@pytest.mark.parametrize("word", words("notices.log_in"))
def test_each_word_of_a_login(word: str) -> None:
    found = _refused(f"<title>提示</title><p>请先{word}后再继续访问。</p>")
    assert (found.kind, found.reason) == (Kind.LOGIN, Reason.LOGIN_WALL)


def test_a_player_makes_a_video_page() -> None:
    found = _refused(
        f'<meta property="og:type" content="video"><title>步道开放</title>{NAVIGATION}<video src=a.mp4></video>{FOOTER}'
    )
    assert found.kind is Kind.VIDEO


def test_a_product_says_so() -> None:
    data = '<script type="application/ld+json">{"@type": "Product", "name": "青石板"}</script>'
    page = f"{data}<title>青石板</title><h1>青石板</h1><p>{LEAD}</p><p>规格：60×30</p><p>售价：35元</p>"
    assert (_refused(page).kind, _refused(page).reason) == (Kind.PRODUCT, Reason.OTHER_KIND)
    taken = Cleaner(kinds=[Kind.ARTICLE, Kind.PRODUCT]).process(Page(body=page.encode()))
    assert isinstance(taken, Article)
    assert taken.kind is Kind.PRODUCT


def test_a_frame_without_its_text_is_a_shell() -> None:
    found = _refused(f"<title>步道</title>{NAVIGATION}<h1>步道</h1><div id=app></div>{FOOTER}")
    assert found.kind is Kind.SHELL


def test_a_page_of_lost_characters_without_a_text() -> None:
    links = "".join(f"<li><a href=/{n}>????????</a></li>" for n in range(9))
    assert _refused(f"<title>步道</title><ul>{links}</ul>").reason is Reason.GARBLED


def test_an_article_is_taken_and_says_what_it_is() -> None:
    found = Cleaner().clean(article(f"<div>{paragraphs(TEXT)}</div>"))
    assert found.kind is Kind.ARTICLE


def test_only_what_is_asked_for_is_taken() -> None:
    found = _refused(article(f"<div>{paragraphs(TEXT)}</div>"), cleaner=Cleaner(kinds={"gallery"}))
    assert (found.kind, found.reason) == (Kind.ARTICLE, Reason.OTHER_KIND)


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="poster"):
        Cleaner(kinds={"poster"})  # type: ignore[arg-type]  # a wrong kind is the point


def test_the_weights_know_every_class() -> None:
    assert tuple(WEIGHTS) == CLASSES
    assert all(set(WEIGHTS[name]) == set(WEIGHTS[CLASSES[0]]) for name in CLASSES)
    odds = chances({})
    assert sum(odds.values()) == pytest.approx(1)
    assert isinstance(holds_text(odds), bool)


@pytest.mark.parametrize(("title", "taken"), [(TITLE, True), ("步道", False)])
def test_a_short_dated_text_right_below_its_headline(title: str, taken: bool) -> None:
    """However many stories the page lists; below a channel's name it is a teaser."""
    brief = "石桥镇沿河步道昨日全线开放，镇里新修的步道全长四公里，沿途设有三处凉亭和两座观景台。"
    stories = "".join(
        f"<li><a href=/n/{n}.html>城东第{n}座图书馆延长开放时间</a><p>{OTHER}</p></li>" for n in range(20)
    )
    source = article(
        f"<div class=body><p>{brief}</p></div>", title=title, after=f"<ul>{stories}</ul>{HEADLINES}"
    )
    outcome = Cleaner().process(Page(url=None, body=source.encode()))
    assert isinstance(outcome, Article) is taken
    if isinstance(outcome, Article):
        assert outcome.text == brief


@pytest.mark.parametrize("dated", [True, False])
def test_verse_below_a_dated_headline(dated: bool) -> None:
    """Short lines are an article where they stand right below the headline of a page with a date; else they are a list."""
    lines = ["灯塔把海面", "剪成一片一片", "有一片落在窗上", "我用它照路", "走到天亮", "海又合拢了"]
    info = "<p>2026年5月16日 07:30</p>" if dated else "<p>阅读</p>"
    verse = "".join(f"<p>{line}</p>" for line in lines)
    source = (
        f"<title>写给灯塔的短诗</title>{NAVIGATION}<h1>写给灯塔的短诗</h1>{info}<div>{verse}</div>{FOOTER}"
    )
    outcome = Cleaner().process(Page(url=None, body=source.encode()))
    assert isinstance(outcome, Article) is dated


def test_most_of_the_invented_lists_are_refused_and_threads_taken() -> None:
    """The pages that `benchmarks.kinds` trains on beside labelled ones."""
    cleaner = Cleaner(kinds={"article", "thread"})
    pages = list(list_pages())
    taken = [
        page.kind == "thread"
        for page in pages
        if isinstance(cleaner.process(Page(body=page.html.encode())), Article)
    ]
    assert (len(pages), len(taken) - sum(taken) <= 24, sum(taken) >= 36) == (160, True, True)
