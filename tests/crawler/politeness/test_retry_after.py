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
        ("1.5", 1.5),
        ("30s", 30),
        ("5 minutes", 300),
        ("2 h", 7200),
        ("60, 60", 60),
    ],
)
def test_retry_after(header: str, seconds: float) -> None:
    assert pause(header, 3, NOW) == seconds


@pytest.mark.parametrize("header", [None, "", "soon", "-5", "1.5e3", "²",
    "1 Jan 2020 00:00:00 +999999999999999999", "Sun, 99 Nov 2026 08:00:00 GMT", "Sun, 22 Nov 99999 08:00:00 GMT",
    "Sun,", "\x00", "9" * 5000 + "x", ",", "1 2 3 4 5 6 7"])  # fmt: skip  # laid out for reading
@pytest.mark.parametrize(("times", "seconds"), [(1, 5), (2, 10), (3, 20), (50, 300)])
def test_without_it_pauses_double(header: str | None, times: int, seconds: float) -> None:
    assert pause(header, times, NOW) == seconds
