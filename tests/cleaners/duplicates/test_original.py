"""Which copy the others were taken from."""

from datetime import datetime, timedelta, timezone

import pytest

from cleaners.duplicates import likely_original
from schemas import Article, Precision

NOON = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=8)))
MIDNIGHT = NOON.replace(hour=0)


def _article(
    url: str, published: datetime | None, precision: Precision | None = Precision.MINUTE, **more: str
) -> Article:
    return Article(
        url=url, title="标题", text="正文", published_at=published, published_precision=precision, **more
    )


EARLY = _article("early", NOON)
LATE = _article("late", NOON + timedelta(hours=2))
DATED = _article("dated", MIDNIGHT, Precision.DAY)
UNDATED = _article("undated", None, None)
NAMED = _article("named", NOON + timedelta(hours=5), site="yybnet")
NAMING = _article("naming", NOON, source="地方网")


@pytest.mark.parametrize(
    ("copies", "url"),
    [
        ([LATE, EARLY], "early"),
        ([UNDATED, LATE], "late"),
        ([DATED, LATE], "late"),
        ([DATED, _article("next day", NOON + timedelta(days=1))], "dated"),
        ([NAMING, EARLY, NAMED], "named"),
        ([NAMED, EARLY], "early"),
        ([UNDATED], "undated"),
    ],
)
def test_original(copies: list[Article], url: str) -> None:
    assert likely_original(copies).url == url


def test_no_copies() -> None:
    with pytest.raises(ValueError, match="no copies"):
        likely_original([])
