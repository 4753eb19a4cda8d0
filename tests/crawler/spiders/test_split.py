"""Split articles."""

from crawler.spiders.generic import GenericSpider
from tests.crawler.loopback import Answer, Site, crawl
from tests.crawler.spiders.made import YybnetSpider
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
        "/wuzhou/news/201807/2.html": article("合成短讯"),
        **extra,
    }


def test_pages_are_joined_also_when_a_list_names_them() -> None:
    with Site(pages()) as site:
        result = crawl(YybnetSpider, start=f"{site.url}{NEWS}.html")
    joined, _ = sorted(result.items, key=lambda item: -len(item.text))
    assert [url.removeprefix(site.url) for url in joined.pages] == [
        f"{NEWS}.html",
        f"{NEWS}_2.html",
        f"{NEWS}_3.html",
    ]
    assert "合成长篇报道终。" in joined.text and "joined" in joined.flags and "truncated" not in joined.flags
    assert result.counts["yybnet"].fetched == 2


def test_a_missing_page_makes_it_truncated() -> None:
    with Site({**pages(), f"{NEWS}_3.html": Answer(b"gone", 404)}) as site:
        result = crawl(YybnetSpider, start=f"{site.url}{NEWS}.html")
    joined, _ = sorted(result.items, key=lambda item: -len(item.text))
    assert len(joined.pages) == 2 and "truncated" in joined.flags
    assert result.counts["yybnet"].fetched == 2


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


def test_a_picture_story_is_joined_though_others_headlines_are_longer_than_its_text() -> None:
    hot = "".join(
        f"<li><a href='/pic/9{n}.html'>合成热点图集第{n}号，比正文还要长</a></li>" for n in range(8)
    )

    def shown(part: int) -> str:
        pager = f"<div><a href='/pic/1_{part + 1}.html'>下一页</a></div>" if part < 3 else ""
        return (
            f"<html><title>合成图集</title><body><h1>合成图集</h1><div>2024-05-03 10:00 来源：合成图片社</div>"
            f"<div><p><img src='/{part}.jpg'></p><p>第{part}张：渡口的早晨，雾还没有散，船工已经在等人了，岸上的人说说笑笑，"
            f"一点也不着急。</p></div>{pager}<ol>{hot}</ol></body></html>"
        )

    parts = {"/pic/1.html": shown(1), "/pic/1_2.html": shown(2), "/pic/1_3.html": shown(3)}
    with Site(parts) as site:
        result = crawl(GenericSpider, url=f"{site.url}/pic/1.html")
    assert [len(item.pages) for item in result.items] == [3]
