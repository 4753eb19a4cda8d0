"""Any site: lists, sitemaps, feeds, patterns, traps."""

import gzip

from crawler.spiders.generic import GenericSpider
from tests.crawler.loopback import Answer, Site, crawl
from tests.crawler.texts import article, links

NEWS = [f"/news/2018-07/24/c_{number}.htm" for number in range(100000, 100004)]
ARTICLES = {path: article(f"合成报道{path[-8:-4]}") for path in NEWS}
XML = {"Content-Type": "application/xml"}


def titles(*paths: str) -> list[str]:
    return sorted(f"合成报道{path[-8:-4]}" for path in paths)


def test_sitemap_index_packed_and_news() -> None:
    pages = dict(ARTICLES)
    with Site(pages) as site:
        urls = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in NEWS[:3])
        pages["/a.xml.gz"] = Answer(
            gzip.compress(f"<urlset>{urls}</urlset>".encode()), headers={"Content-Type": "application/gzip"}
        )
        pages["/index.xml"] = Answer(
            f"<sitemapindex><sitemap><loc>{site.url}/a.xml.gz</loc></sitemap></sitemapindex>".encode(),
            headers=XML,
        )
        pages["/robots.txt"] = Answer(
            f"Sitemap: {site.url}/index.xml".encode(), headers={"Content-Type": "text/plain"}
        )
        result = crawl(GenericSpider, sitemap=f"{site.url}/robots.txt")
    assert sorted(item.title for item in result.items) == titles(*NEWS[:3])


def test_feed_entries_are_candidates_whatever_their_form() -> None:
    pages = {"/some-story": article("合成故事"), **ARTICLES}
    items = f"<item><link>/some-story</link></item><item><link>{NEWS[0]}</link></item>"
    with Site(
        {**pages, "/rss": Answer(f"<rss><channel>{items}</channel></rss>".encode(), headers=XML)}
    ) as site:
        result = crawl(GenericSpider, feed=f"{site.url}/rss")
    assert sorted(item.title for item in result.items) == sorted(["合成故事", *titles(NEWS[0])])


def test_allow_and_deny() -> None:
    front = links(*NEWS, "/essay/one", "/essay/two", "/private/1000001.html")
    pages = {"/": front, "/essay/one": article("合成散文一"), "/essay/two": article("合成散文二"), **ARTICLES}
    with Site(pages) as site:
        result = crawl(GenericSpider, url=f"{site.url}/", allow="/essay/", deny="two$|/news/|/private/")
    assert [item.title for item in result.items] == ["合成散文一"]
    assert site.paths() == ["/", "/essay/one"]


def test_the_page_itself_is_a_candidate() -> None:
    with Site({"/some-story": article("合成故事")}) as site:
        result = crawl(GenericSpider, url=f"{site.url}/some-story")
    assert [item.title for item in result.items] == ["合成故事"]


def test_an_endless_pager_is_left() -> None:
    class Endless(dict[str, str]):
        def get(self, path: str, default: object = None) -> object:  # type: ignore[override]  # a site, not a mapping
            number = int(path.partition("=")[2] or 1)
            return ARTICLES.get(path) or (
                default if path == "/robots.txt" else links(*NEWS, f"/?page={number + 1}")
            )

    with Site(Endless()) as site:
        result = crawl(GenericSpider, url=f"{site.url}/")
    assert result.counts["generic"].articles == len(NEWS)
    assert len(site.paths()) <= len(NEWS) + 6


def test_other_hosts_are_left_alone() -> None:
    with Site({"/": links(NEWS[0], "http://other.example" + NEWS[1]), **ARTICLES}) as site:
        result = crawl(GenericSpider, url=f"{site.url}/")
    assert result.counts["generic"].articles == 1
