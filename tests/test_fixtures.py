"""Every site has its cases, and every case gives what it must."""

import re
from collections import Counter
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from lxml.html import HTMLParser, document_fromstring

from cleaners import Cleaner, Site, decode, known_sites
from cleaners.joining import join
from crawler.cases import FIXTURES, Case, read_case
from schemas import Article, Rejection
from tests.expectations import assert_article
from tests.fixtures.build import SITES, build_site, built

FOLDERS = sorted(path.parent for path in FIXTURES.glob("*/*/response.json"))
CASES = [f"{folder.parent.name}/{folder.name}" for folder in FOLDERS]
MINIMUM = {"article": 6, "list": 2, "rejection": 1}
KNOWN = [site.name for site in known_sites()]


@cache
def load(name: str) -> Case:
    return read_case(FIXTURES / name)


def tree_of(case: Case) -> Any:
    return document_fromstring(
        decode(case.page.body, headers=case.page.headers).text.encode(), HTMLParser(encoding="utf-8")
    )


def of_kind(*kinds: str) -> list[str]:
    return [name for name in CASES if load(name).expected["kind"] in kinds]


def named(site: str) -> Site:
    known = known_sites().named(site)
    assert known, site
    return known


@pytest.mark.parametrize("site", [*KNOWN, "generic"])
def test_a_site_has_its_cases(site: str) -> None:
    kinds = Counter(load(name).expected["kind"] for name in CASES if name.startswith(f"{site}/"))
    least = (
        MINIMUM if named(site).list_url or site == "generic" else {"article": 1}
    )  # a platform is read, not crawled
    assert all(kinds[kind] >= count for kind, count in least.items()), kinds


def test_no_case_is_without_a_site() -> None:
    assert {name.partition("/")[0] for name in CASES} <= {*KNOWN, "generic"}


@pytest.mark.parametrize("site", SITES)
def test_built_cases_agree_with_their_source(site: str) -> None:
    for case in build_site(site):
        assert load(f"{site}/{case.name}") == case


@pytest.mark.parametrize("name", CASES)
def test_a_case_says_where_it_is_from(name: str) -> None:
    assert load(name).page.url
    assert load(name).note


@pytest.mark.parametrize("name", of_kind("article"))
def test_article(name: str) -> None:
    case = load(name)
    article = Cleaner().process(case.page)
    assert isinstance(article, Article), article
    assert article.site == case.site or case.site == "generic"
    assert_article(article, case.expected)


@pytest.mark.parametrize("name", sorted(built().intersection(of_kind("article"))))
def test_article_of_an_unknown_host_without_headings(name: str) -> None:
    case = load(name)
    html = decode(case.page.body, headers=case.page.headers).text
    plain = re.sub(r"<(/?)(?:h[1-6]|main|aside|footer|header|nav|article)\b", r"<\1div", html)
    page = case.page.model_copy(update={"url": None, "body": plain.encode(), "headers": ()})
    article = Cleaner().process(page)
    assert isinstance(article, Article), article
    assert_article(article, {key: value for key, value in case.expected.items() if key != "next_page"})


@pytest.mark.parametrize("name", of_kind("rejection"))
def test_rejection(name: str) -> None:
    case = load(name)
    outcome = Cleaner().process(case.page)
    assert isinstance(outcome, Rejection), outcome.title
    assert outcome.reason == case.expected["reason"], outcome.detail


@pytest.mark.parametrize("name", of_kind("list"))
def test_a_list_page_is_no_article(name: str) -> None:
    outcome = Cleaner().process(load(name).page)
    assert isinstance(outcome, Rejection), outcome.title


@pytest.mark.parametrize("name", of_kind("article", "list", "rejection"))
def test_the_site_is_found(name: str) -> None:
    case = load(name)
    if case.expected["kind"] != "rejection":
        source = case.page.body.decode("utf-8", "replace")
        assert known_sites().of(case.page.url, source).name == case.site


@pytest.mark.parametrize("name", [name for name in of_kind("list") if not name.startswith("generic/")])
def test_the_site_tells_articles_from_lists(name: str) -> None:
    case = load(name)
    site = named(case.site)
    links = [urljoin(case.page.url or "", href) for href in tree_of(case).xpath("//a/@href")]
    paths = {link: link.removeprefix(f"{urlsplit(link).scheme}://{urlsplit(link).netloc}") for link in links}
    articles = [link for link, path in paths.items() if re.search(site.article_url, path)]
    assert articles == case.expected["articles"]
    lists = {link for link, path in paths.items() if re.search(site.list_url, path)}
    assert lists.issuperset(case.expected["pages"])
    assert not lists.intersection(articles)


@pytest.mark.parametrize(
    ("name", "encoding", "declared", "telling"),
    [
        ("yybnet/short-notice", "gb18030", "gb2312", "陆喆"),  # 喆 is not in GB2312
        ("yybnet/reading-room", "gb18030", "gbk", "白鹭洲"),  # the HTTP header says utf-8
        ("yybnet/old-street", "gb18030", None, "太平街"),
        ("ppfocus/harbour-village", "big5hkscs", "big5", "邨"),  # 邨 is in the Hong Kong supplement only
        ("sanwenwang/plum-rain", "gb18030", None, "梅雨"),
        ("sanwenwang/grandmothers-stove", "utf-8", "gb2312", "灶膛"),
        ("fastadmin/crossing-guard", "utf-8", "gbk", "红绿灯"),
        ("generic/wetland", "gb18030", "gb2312", "豆雁"),  # the HTTP header says iso-8859-1
    ],
)
def test_encodings(name: str, encoding: str, declared: str | None, telling: str) -> None:
    article = Cleaner().process(load(name).page)
    assert isinstance(article, Article) and article.encoding is not None
    assert (article.encoding.encoding, article.encoding.declared) == (encoding, declared)
    assert article.encoding.replaced == 0
    assert telling in article.text


@pytest.mark.parametrize("name", [name for name in of_kind("article") if "joined" in load(name).expected])
def test_split_articles_are_joined(name: str) -> None:
    wanted = load(name).expected["joined"]
    by_url = {load(other).page.url: load(other).page for other in CASES}
    pages: list[Article] = []
    following: str | None = load(name).page.url
    while following:
        outcome = Cleaner().process(by_url[following])
        assert isinstance(outcome, Article)
        pages.append(outcome)
        following = outcome.next_page
    whole = join(pages)
    assert list(whole.pages) == wanted["pages"]
    assert whole.text.splitlines() == wanted["text"]
    assert whole.title == load(name).expected["title"]
