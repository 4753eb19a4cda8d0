"""Split articles."""

from crawler.spiders.generic import GenericSpider
from crawler.spiders.yybnet import YybnetSpider
from tests.crawler.loopback import Answer, Site, crawl
from tests.crawler.texts import article, links

NEWS = "/wuzhou/news/201807/1"
SECOND, THIRD = f"<a href='{NEWS}_2.html'>下一页</a>", f"<a href='{NEWS}_3.html'>3</a>"
OTHER = "<a href='/wuzhou/news/201807/2.html'>下一篇</a>"
LIST = "/wuzhou/"


def pages(**extra: Answer | str) -> dict[str, Answer | str]:
    return {
        LIST: links(f"{NEWS}.html", f"{NEWS}_2.html"),
        f"{NEWS}.html": article("合成长篇报道", OTHER, SECOND),
        f"{NEWS}_2.html": article("合成长篇报道续", OTHER, THIRD),
        f"{NEWS}_3.html": article("合成长篇报道终", OTHER),
        **extra,
    }


def test_pages_are_joined_also_when_a_list_names_them() -> None:
    with Site(pages()) as site:
        result = crawl(YybnetSpider, start=f"{site.url}{NEWS}.html")
    (joined,) = result.items
    assert [url.removeprefix(site.url) for url in joined.pages] == [
        f"{NEWS}.html",
        f"{NEWS}_2.html",
        f"{NEWS}_3.html",
    ]
    assert "合成长篇报道终。" in joined.text and "joined" in joined.flags and "truncated" not in joined.flags
    assert result.counts["yybnet"].fetched == 1


def test_a_missing_page_makes_it_truncated() -> None:
    with Site({**pages(), f"{NEWS}_3.html": Answer(b"gone", 404)}) as site:
        result = crawl(YybnetSpider, start=f"{site.url}{NEWS}.html")
    (joined,) = result.items
    assert len(joined.pages) == 2 and "truncated" in joined.flags
    assert result.counts["yybnet"].fetched == 1


def test_pages_in_a_circle_end() -> None:
    circle = article("合成长篇报道续", f"<a href='{NEWS}.html'>1</a><a href='{NEWS}_2.html'>下一页</a>")
    with Site({**pages(), f"{NEWS}_2.html": circle}) as site:
        result = crawl(YybnetSpider, start=f"{site.url}{NEWS}.html")
    assert len(result.items[0].pages) == 2


def test_query_pages() -> None:
    first, second = "/show.asp?id=12", "/show.asp?id=12&page=2"
    with Site(
        {first: article("合成报道", f"<a href='{second}'>下一页</a>"), second: article("合成报道续")}
    ) as site:
        result = crawl(GenericSpider, url=site.url + first)
    assert len(result.items[0].pages) == 2
