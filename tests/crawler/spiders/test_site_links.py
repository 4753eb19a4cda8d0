"""What a site file tells of a site's lists is followed: pagers of scripts, lists in JSON."""

import json
from typing import Any

import pytest

from cleaners import Site as SiteFile
from cleaners.sites import Links, Pager
from crawler.spiders.loader import spider_of
from tests.crawler.loopback import Answer, Site, crawl
from tests.crawler.texts import article, links

JSON = {"Content-Type": "application/json; charset=utf-8"}
LAST = 4
ARTICLES = {f"/p/{n}.html": article(f"合成{n}") for n in range(1, 9)}


def trs(number: int) -> str:
    """One of four lists of two articles, as TRS makes them."""
    return links(f"/p/{number * 2 + 1}.html", f"/p/{number * 2 + 2}.html") + (
        f'<script type="text/javascript">createPageHTML({LAST}, {number}, "index", "html");</script>'
    )


def listed(number: int) -> Answer:
    """One of four answers of an endless list; the next one is empty."""
    shown = [{"id": n, "url": f"/p/{n}.html"} for n in (number * 2 - 1, number * 2) if n <= 8]
    return Answer(json.dumps({"data": {"list": shown}}).encode(), headers=JSON)


def shell() -> str:
    data = json.dumps({"props": {"list": [{"id": n} for n in range(1, 9)]}})
    return f'<html><div id=__next></div><script id="__NEXT_DATA__" type="application/json">{data}</script></html>'


TRS = {"/list/": trs(0), **{f"/list/index_{n}.html": trs(n) for n in range(1, LAST)}}
ENDLESS = {
    "/list/": links("/p/1.html", "/p/2.html"),
    **{f"/api/list?page={n}": listed(n) for n in range(2, 6)},
}


@pytest.mark.parametrize(
    ("pages", "told", "lists"),
    [
        (TRS, {"pager": Pager(url="index_{n}.html", count=r"createPageHTML\((\d+)", first=1)}, 4),
        (ENDLESS, {"pager": Pager(url="/api/list?page={n}"), "links": Links(path="data.list.url")}, 5),  # type: ignore[arg-type]  # as in a file
        ({"/list/": shell()}, {"links": Links(path="__NEXT_DATA__.props.list.id", url="/p/{}.html")}, 1),  # type: ignore[arg-type]  # as in a file
    ],
    ids=["TRS", "endless", "Next.js"],
)
def test_every_article_is_found(pages: dict[str, Any], told: dict[str, Any], lists: int) -> None:
    with Site({**pages, **ARTICLES}) as site:
        rules = SiteFile(
            name="listed",
            hosts=("127.0.0.1",),
            start=(f"{site.url}/list/",),
            article_url=r"^/p/\d+\.html$",
            list_url="^/list/$",
            **told,
        )
        result = crawl(spider_of(rules))
        asked = [path for path in site.paths() if not path.startswith("/p/")]
    assert sorted(item.title for item in result.items) == [f"合成{n}" for n in range(1, 9)]
    assert len(asked) == len(set(asked)) == lists


def test_a_site_that_does_not_name_its_articles_is_crawled_as_any_other() -> None:
    pages = {"/": links("/news/20260301/10001.html"), "/news/20260301/10001.html": article("合成报道")}
    with Site(pages) as site:
        rules = SiteFile(name="plain", hosts=("127.0.0.1",), start=(f"{site.url}/",), end="没有的一行")
        result = crawl(spider_of(rules))
    assert "合成报道" in [item.title for item in result.items]
