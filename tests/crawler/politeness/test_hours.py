from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from crawler.politeness.hours import Hours, is_open
from tests.crawler.loopback import Site, crawl
from tests.crawler.spiders.made import YybnetSpider
from tests.crawler.texts import article, links

CHINA = ZoneInfo("Asia/Shanghai")
NEWS = "/wuzhou/news/201807/1.html"


@pytest.mark.parametrize(
    ("hours", "hour", "expected"),
    [
        ("22-6", 23, True),
        ("22-6", 5, True),
        ("22-6", 6, False),
        ("22-6", 21, False),
        ("1-5", 0, False),
        ("1-5", 4, True),
        ("8-24", 23, True),
        ("8-24", 0, False),
        ("0-24", 12, True),
        ("22-6", 22, True),
        ("1-5", 1, True),
        ("1-5", 5, False),
        ("20-1", 1, False),
        ("20-24", 0, False),
        ("20-24", 20, True),
        ("5-5", 5, True),
        ("5-5", 4, True),
    ],
)
def test_hours(hours: str, hour: int, expected: bool) -> None:
    now = datetime(2026, 11, 22, hour, 59, tzinfo=CHINA)
    assert is_open(hours, now.astimezone(ZoneInfo("UTC"))) is expected


@pytest.mark.parametrize("hours", ["", "22", "25-6", "22-25", "a-b", "22:00-6:00"])
def test_wrong_hours(hours: str) -> None:
    with pytest.raises(ValueError, match="22-6"):
        is_open(hours, datetime.now(CHINA))


@pytest.mark.parametrize(("ahead", "articles"), [(0, 1), (3, 0)])
def test_outside_its_hours_a_site_is_not_asked(ahead: int, articles: int) -> None:
    opens = (datetime.now(CHINA) + timedelta(hours=ahead)).hour
    with Site({NEWS: article("合成报道")}) as site:
        result = crawl(YybnetSpider, {"CRAWL_HOURS": f"{opens}-{(opens + 2) % 24}"}, start=site.url + NEWS)
    assert len(result.items) == articles
    assert bool(site.hits) == bool(articles)
    assert result.reason == ("finished" if articles else "outside its hours")


def test_a_crawl_ends_with_its_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hour strikes with the first page that comes; a page later nothing is asked any more."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(2026, 11, 22, 6 if site.paths() else 5, 59, tzinfo=CHINA)

    monkeypatch.setattr("crawler.politeness.hours.datetime", Clock)
    pages = {f"/wuzhou/news/201807/{n}.html": article(f"合成报道{n}") for n in range(40)}
    start = {"/wuzhou/news/list_1.html": links(*pages)}
    with Site({**start, **pages}) as site:
        result = crawl(YybnetSpider, {"CRAWL_HOURS": "22-6"}, start=site.url + "/wuzhou/news/list_1.html")
    assert result.reason == "outside its hours"
    assert len(site.paths()) < 40


def test_without_the_setting_every_hour_is_good() -> None:
    with pytest.raises(NotConfigured):
        Hours.from_crawler(get_crawler())


def test_wrong_hours_are_told_before_the_crawl() -> None:
    with pytest.raises(ValueError, match="22-6"):
        crawl(YybnetSpider, {"CRAWL_HOURS": "late"}, start="http://127.0.0.1:9/")
