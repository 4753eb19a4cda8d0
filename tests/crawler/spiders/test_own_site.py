"""A spider written by hand has its pages cleaned by the site that it names; SITES is there for all."""

from pathlib import Path

from cleaners import Site as SiteFile
from crawler.spiders.base import ArticleSpider
from tests.crawler.loopback import Site, crawl
from tests.crawler.spiders.made import YybnetSpider
from tests.crawler.texts import article, links

PAGES = {
    "/list/": links("/p/1.html"),
    "/p/1.html": article("合成报道", "<div class=content><p>没有的一行。</p></div>"),
}
RULES = {"article_url": "^/p/", "list_url": "^/list/$", "drop": ".content > p:first-child"}


class Own(ArticleSpider):
    """Its site claims no host: every page of the crawl is its."""

    name = "own"
    site = SiteFile(name="own", **RULES)  # type: ignore[arg-type]  # a table of keyword arguments


def test_a_spider_of_ones_own_reaches_the_cleaner() -> None:
    with Site(PAGES) as site:
        (found,) = crawl(Own, start=f"{site.url}/list/").items
    assert found.site == "own" and found.site_digest == Own.site.digest
    assert "本报讯" not in found.text  # the first paragraph


def test_the_setting_reaches_any_spider(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        "name = 'mine'\nhosts = ['127.0.0.1']\ndrop = '.content > p:first-child'", "utf-8"
    )
    pages = {"/wuzhou/news/201807/1.html": PAGES["/p/1.html"]}
    with Site(pages) as site:
        start = f"{site.url}/wuzhou/news/201807/1.html"
        (found,) = crawl(YybnetSpider, {"SITES": [str(tmp_path)]}, start=start).items
        (without,) = crawl(YybnetSpider, start=start).items
    assert found.site == "mine" and "本报讯" not in found.text
    assert "本报讯" in without.text
