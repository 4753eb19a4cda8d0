"""Counts every Outcome once, in Scrapy's stats, and lets articles through to pipelines and feeds of users.

Stats are `SITE/articles`, `SITE/rejected/REASON` and `SITE/failed/STAGE` below `qingwen/`.
"""

from collections.abc import Mapping
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.items import Outcome, page_settled
from schemas import Article, Failure, Rejection, SiteCounts

_ROOT = "qingwen/"


class NotAnArticle(DropItem):
    """Keeps a rejection or a failure out of the feeds, and carries it to whoever listens for dropped items."""

    def __init__(self, record: Rejection | Failure) -> None:
        if isinstance(record, Rejection):
            what, level = f"rejected, {record.reason}", "INFO"
        else:
            what, level = f"failed, {record.stage} {record.error}", "WARNING"
        super().__init__(f"{what}: {record.url} {record.detail}", log_level=level)
        self.record = record


class AccountingPipeline:
    """The last of qingwen's own pipelines."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        """The article; raises NotAnArticle for what is none. Other items pass."""
        if not isinstance(item, Outcome):
            return item
        record = item.record
        self._crawler.signals.send_catch_log(page_settled, record=record, site=item.site, ticket=item.ticket)
        if isinstance(record, Article):
            self._crawler.stats.inc_value(f"{_ROOT}{item.site}/articles")
            return record
        kind = f"rejected/{record.reason}" if isinstance(record, Rejection) else f"failed/{record.stage}"
        self._crawler.stats.inc_value(f"{_ROOT}{item.site}/{kind}")
        raise NotAnArticle(record)


def site_counts(stats: Mapping[str, Any]) -> dict[str, SiteCounts]:
    """The counts of each site, from Scrapy's stats."""
    sites: dict[str, dict[str, Any]] = {}
    for key, count in stats.items():
        if key.startswith(_ROOT):
            site, kind, *detail = key.removeprefix(_ROOT).split("/")
            counts = sites.setdefault(site, {"fetched": 0, "articles": 0, "rejected": {}, "failed": {}})
            counts["fetched"] += count
            if detail:
                counts[kind][detail[0]] = count
            else:
                counts[kind] = count
    return {site: SiteCounts.model_validate(counts) for site, counts in sorted(sites.items())}
