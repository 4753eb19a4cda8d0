import pytest

from tests.crawler.loopback import Answer, Site, crawl
from tests.crawler.spiders.made import FastadminSpider, YybnetSpider
from tests.crawler.texts import article, links


def test_lists_pages_and_articles() -> None:
    pages = {
        "/wuzhou/": links("/wuzhou/news/201807/1000001.html", "/wuzhou/list_2.html", "/about.html"),
        "/wuzhou/list_2.html": links(
            "/wuzhou/news/201807/1000002.html", "/wuzhou/news/201807/1000001.html#c"
        ),
        "/wuzhou/news/201807/1000001.html": article("第一篇报道"),
        "/wuzhou/news/201807/1000002.html": article("第二篇报道"),
    }
    with Site(pages) as site:
        result = crawl(YybnetSpider, start=f"{site.url}/wuzhou/")
    assert sorted(item.title for item in result.items) == ["第一篇报道", "第二篇报道"]
    assert sorted(site.paths()) == sorted(pages)
    assert result.counts["yybnet"].articles == result.counts["yybnet"].fetched == 2


def test_every_candidate_is_accounted_for() -> None:
    news = "/wuzhou/news/201807/"
    with Site(
        {
            "/wuzhou/": links(*(f"{news}{n}.html" for n in range(1, 7))),
            f"{news}1.html": article("第一篇报道"),
            f"{news}2.html": Answer(b"gone", 410),
            f"{news}3.html": Answer(b"broken", 500),
            f"{news}4.html": "",
            f"{news}5.html": Answer(b"x" * 2_000_000),
            f"{news}6.html": Answer(b"", 302, {"Location": "http://10.0.0.1/"}),
        }
    ) as site:
        result = crawl(YybnetSpider, {"DOWNLOAD_MAXSIZE": 1_000_000}, start=f"{site.url}/wuzhou/")
    counts = result.counts["yybnet"]
    assert counts.fetched == 6 and counts.articles == 1
    assert counts.rejected == {"status": 1, "empty": 1, "too_large": 1}
    assert counts.failed == {"fetch": 2}
    assert len(site.times(f"{news}3.html")) == 2


def test_limit() -> None:
    news = [f"/wuzhou/news/201807/{n}.html" for n in range(9)]
    pages = {path: article(f"合成报道{path[-6]}") for path in news}
    with Site({"/wuzhou/": links(*news, "/wuzhou/list_2.html"), **pages}) as site:
        result = crawl(YybnetSpider, start=f"{site.url}/wuzhou/", limit=3)
    assert result.counts["yybnet"].articles == 3
    assert result.reason == "limit"


def test_no_start() -> None:
    assert crawl(FastadminSpider).reason == "no start URL"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("a.cn", "neither http nor https"),
        ("ftp://a.cn/", "neither http nor https"),
        ("http://[/", "malformed"),
    ],
)
def test_bad_start(url: str, why: str) -> None:
    assert crawl(FastadminSpider, start=url).reason == f"bad start URL: {why}"


def test_a_site_spider_takes_sitemaps_too() -> None:
    news = "/wuzhou/news/201807/1000001.html"
    pages = {news: article("第一篇报道")}
    with Site(pages) as site:
        locations = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in (news, "/about.html"))
        pages["/map.xml"] = f"<urlset>{locations}</urlset>"
        result = crawl(YybnetSpider, start=f"{site.url}/map.xml")
    assert [item.title for item in result.items] == ["第一篇报道"]
    assert site.paths() == ["/map.xml", news]
