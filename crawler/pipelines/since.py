"""Articles older than the setting SINCE (an ISO date or time, Asia/Shanghai) are rejected."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from cleaners.version import VERSION
from crawler.items import Outcome
from schemas import Article, Reason, Rejection

ENOUGH = 30
"""Old articles in a row after which lists lead to no newer ones: lists name the newest first."""


class SincePipeline:
    """Between cleaning and writing. Tells the spider when it finds only old articles. An article without a date is
    kept: nobody knows."""

    def __init__(self, crawler: Crawler, since: datetime) -> None:
        self._crawler = crawler
        self._since = since
        self._old = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not crawler.settings["SINCE"]:
            raise NotConfigured
        return cls(crawler, parse_since(crawler.settings["SINCE"]))

    def process_item(self, item: Any) -> Any:
        """The outcome, or a Rejection in its place. Other items pass."""
        if not isinstance(item, Outcome):
            return item
        article = item.record
        if not isinstance(article, Article) or article.published_at is None:
            return item
        old = article.published_at < self._since
        self._old = self._old + 1 if old else 0
        spider: Any = self._crawler.spider
        spider.finds_only_old = self._old >= ENOUGH
        return replace(item, record=_too_old(article)) if old else item


def parse_since(text: str) -> datetime:
    """The moment; raises ValueError."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("Asia/Shanghai"))


def _too_old(article: Article) -> Rejection:
    return Rejection.of(article, Reason.TOO_OLD, str(article.published_at), cleaner_version=VERSION)
