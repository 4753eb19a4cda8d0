"""Articles older than asked for are rejected; a run of them tells the spider that lists lead to no newer ones."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from crawler.items import Outcome
from crawler.pipelines.since import ENOUGH, SincePipeline, parse_since
from crawler.spiders.generic import GenericSpider
from schemas import Article, Reason, Rejection

CHINA = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def crawler() -> Crawler:
    made = get_crawler(GenericSpider, {"SINCE": "2026-11-20"})
    made.spider = GenericSpider(start="http://a.example/")
    return made


def outcome(day: int | None) -> Outcome:
    date = datetime(2026, 11, day, tzinfo=CHINA) if day else None
    return Outcome("generic", Article(url="http://a.example/1", title="题", text="正文", published_at=date))


@pytest.mark.parametrize(
    ("day", "reason"), [(19, Reason.TOO_OLD), (20, None), (21, None), (None, None)], ids=str
)
def test_an_older_article_is_rejected(crawler: Crawler, day: int | None, reason: Reason | None) -> None:
    record = SincePipeline.from_crawler(crawler).process_item(outcome(day)).record
    assert (record.reason if isinstance(record, Rejection) else None) is reason


def test_a_run_of_old_articles_ends_the_lists(crawler: Crawler) -> None:
    pipeline = SincePipeline.from_crawler(crawler)
    assert isinstance(crawler.spider, GenericSpider)
    for _ in range(ENOUGH - 1):
        pipeline.process_item(outcome(1))
    assert not crawler.spider.finds_only_old
    pipeline.process_item(outcome(1))
    assert crawler.spider.finds_only_old
    pipeline.process_item(outcome(22))
    assert not crawler.spider.finds_only_old


def test_without_a_date_it_stays_away() -> None:
    with pytest.raises(NotConfigured):
        SincePipeline.from_crawler(get_crawler(GenericSpider))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-20", datetime(2026, 11, 20, tzinfo=CHINA)),
        ("2026-11-20T08:00+00:00", datetime(2026, 11, 20, 16, tzinfo=CHINA)),
    ],
)
def test_dates_are_chinese_time(text: str, moment: datetime) -> None:
    assert parse_since(text) == moment
