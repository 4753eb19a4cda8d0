from datetime import UTC, datetime

import pytest

from crawler.politeness.retry_after import pause

NOW = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sun, 22 Nov 2026 08:02:00 GMT", 120),
        ("Sunday, 22-Nov-26 08:02:00 GMT", 120),
        ("Sun Nov 22 08:02:00 2026", 120),
        ("Sun, 22 Nov 2026 07:00:00 GMT", 0),
        ("999999999999999999999", 999_999_999),
    ],
)
def test_retry_after(header: str, seconds: float) -> None:
    assert pause(header, 3, NOW) == seconds


@pytest.mark.parametrize("header", [None, "", "soon", "-5", "1.5e3", "²"])
@pytest.mark.parametrize(("times", "seconds"), [(1, 5), (2, 10), (3, 20), (50, 300)])
def test_without_it_pauses_double(header: str | None, times: int, seconds: float) -> None:
    assert pause(header, times, NOW) == seconds
