"""A mistyped spider argument is refused, whoever starts the spider."""

import sys
from pathlib import Path
from typing import Any

import pytest

from crawler.spiders.arguments import WrongArgument
from crawler.spiders.base import ArticleSpider
from crawler.spiders.generic import GenericSpider
from tests import forks
from tests.crawler.spiders.made import YybnetSpider

ROOT = Path(__file__).parents[3]


class Own(ArticleSpider):
    name = "own"

    def __init__(self, channel: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)


@pytest.mark.parametrize(
    ("spider", "arguments", "message"),
    [
        (YybnetSpider, {"lmit": "5"}, "no argument 'lmit'. Did you mean limit? There are: start, limit."),
        (YybnetSpider, {"url": "x"}, "no argument 'url'. There are: start, limit."),
        (
            GenericSpider,
            {"sitmap": "x"},
            "Did you mean sitemap? There are: url, sitemap, feed, allow, deny, start",
        ),
        (Own, {"chanel": "x"}, "Did you mean channel? There are: channel, start, limit."),
        (YybnetSpider, {"limit": "x"}, "limit=x: a whole number from 1 on is needed"),
        (YybnetSpider, {"limit": "-1"}, "limit=-1: a whole number from 1 on is needed"),
        (GenericSpider, {"allow": "("}, "allow=( is not a regular expression: missing )"),
        (GenericSpider, {"deny": "["}, "deny=[ is not a regular expression: unterminated"),
    ],
)
def test_refused(spider: type[ArticleSpider], arguments: dict[str, str], message: str) -> None:
    with pytest.raises(WrongArgument) as raised:
        spider(**arguments)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("spider", "arguments"),
    [
        (YybnetSpider, {"start": "https://a.example/", "limit": "5"}),
        (YybnetSpider, {"_job": "scrapyd's"}),
        (GenericSpider, {"url": "https://a.example/", "allow": r"/a/\d+", "limit": "5"}),
        (Own, {"channel": "x", "limit": 5}),
    ],
)
def test_accepted(spider: type[ArticleSpider], arguments: dict[str, Any]) -> None:
    spider(**arguments)


def test_scrapy_exits_with_1() -> None:
    command = [sys.executable, "-m", "scrapy", "crawl", "yybnet", "-a", "lmit=5"]
    ended = forks.run(command, cwd=ROOT)
    assert ended.returncode == 1 and "Did you mean limit?" in ended.stderr
