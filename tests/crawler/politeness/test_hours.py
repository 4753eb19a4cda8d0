from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from crawler.politeness.hours import is_open
from crawler.spiders.yybnet import YybnetSpider
from tests.crawler.loopback import Site, crawl
from tests.crawler.texts import article

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
