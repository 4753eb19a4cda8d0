from collections.abc import Iterator
from typing import Any

import pytest
from scrapy import Spider
from scrapy.http import Response

from tests.crawler.loopback import Site, crawl
from tests.crawler.spiders.made import YybnetSpider
from tests.crawler.texts import article, links

LIST, NEWS = "/wuzhou/", "/wuzhou/news/201807/1.html"


class Raising(YybnetSpider):
    name = "raising"

    def parse_article(self, response: Response, pages: Any = ()) -> Iterator[Any]:
        raise KeyError("合成")


class RaisingLate(Raising):
    def parse_article(self, response: Response, pages: Any = ()) -> Iterator[Any]:
        yield from ()
        raise KeyError("合成")


@pytest.mark.parametrize("spider", [Raising, RaisingLate])
def test_a_callback_that_raises_gives_a_failure(spider: type[Spider]) -> None:
    with Site({LIST: links(NEWS), NEWS: article("合成报道")}) as site:
        result = crawl(spider, start=site.url + LIST)
    assert result.counts["raising"].failed == {"discover": 1}
    assert result.counts["raising"].fetched == 1


def test_nothing_answers() -> None:
    with Site({}) as site:
        closed = site.url
    result = crawl(YybnetSpider, start=closed + NEWS)
    assert result.counts["yybnet"].failed == {"fetch": 1}
    assert "DownloadConnectionRefusedError" in result.dropped[0]


def test_a_list_that_does_not_exist_is_no_candidate() -> None:
    with Site({LIST: links(NEWS, "/wuzhou/list_2.html"), NEWS: article("合成报道")}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].fetched == 1
    assert result.stats["lists/status"] == 1
