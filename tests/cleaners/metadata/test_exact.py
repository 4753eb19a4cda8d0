"""A time that is printed as so long ago, and the moment in the scripts of the page (synthetic)."""

from datetime import datetime

import pytest

from cleaners.metadata.dates import BEIJING
from tests.cleaners.metadata.pages import page, read

NOW = datetime(2026, 5, 9, 12, 0, tzinfo=BEIJING)


def published(ago: str, script: str) -> str:
    source = page(byline=f"<p><span>{ago}</span></p>", below=f"<script>{script}</script>")
    found = read(source, fetched_at=NOW).metadata["published_at"]
    return f"{found:%m-%d %H:%M:%S}"


@pytest.mark.parametrize(
    ("ago", "script", "expected"),
    [
        ("20小时前", 'window.__NUXT__={detail:{publishTime:"2026-05-08 15:20:48"}}', "05-08 15:20:48"),
        (
            "20小時前",
            '{"pubDate":"2026-05-08T16:03:48+08:00","crawlTime":"2026-05-08 16:30:00"}',
            "05-08 16:03:48",
        ),
        ("5分钟前", 'var a = {"publish_time": 1778298910}', "05-09 11:55:10"),
        ("3天前", '{\\"createdAt\\":\\"2026-05-06T08:10:00\\"}', "05-06 08:10:00"),
        ("刚刚", '{"publishedAt":"2026-05-09 11:59:07"}', "05-09 11:59:07"),
        (
            "20小时前",
            '{"publishTime":"2026-05-08 15:20:48"},{"publishTime":"2026-05-08 09:00:00"}',
            "05-08 15:20:48",
        ),
        (
            "20小时前",
            '{"publishTime":"2026-05-08 15:20:48","createTime":"2026-05-08 15:10:00"}',
            "05-08 15:20:48",
        ),
        ("20小时前", '{"publishTime":"2026-05-08 15:00:01"}', "05-08 15:00:01"),
        ("20小时前", '{"publishTime":"2026-05-08 15:00:00"}', "05-08 16:00:00"),
        ("5分钟前", '{"publishTime":"2026-05-09 11:55:59"}', "05-09 11:55:59"),
        ("5分钟前", '{"publishTime":"2026-05-09 11:56:00"}', "05-09 11:55:00"),
        (
            "20小时前",
            '{"publishTime":"00000000"},{"publishTime":"2026-05-08 15:20:48"}',
            "05-08 15:20:48",
        ),
        # two that agree, none that agrees, another key, a day, an exact time that is printed
        (
            "20小时前",
            '[{"publishTime":"2026-05-08 15:20:48"},{"publishTime":"2026-05-08 15:40:00"}]',
            "05-08 16:00:00",
        ),
        ("20小时前", '{"publishTime":"2026-05-08 09:00:00"}', "05-08 16:00:00"),
        ("20小时前", '{"crawlTime":"2026-05-08 15:20:48"}', "05-08 16:00:00"),
        ("3天前", '{"publishTime":"2026-05-06"}', "05-06 00:00:00"),
        ("2026-05-08 16:00", '{"publishTime":"2026-05-08 16:20:48"}', "05-08 16:00:00"),
        ("昨天 16:00", '{"publishTime":"2026-05-08 16:20:48"}', "05-08 16:00:00"),
    ],
)
def test_the_moment_in_the_scripts(ago: str, script: str, expected: str) -> None:
    assert published(ago, script) == expected


@pytest.mark.parametrize(("before", "expected"), [(199, "05-08 15:20:48"), (200, "05-08 16:00:00")])
def test_so_many_values_are_looked_at(before: int, expected: str) -> None:
    others = '{"publishTime":"2026-04-01 10:00:00"},' * before
    assert published("20小时前", f'{others}{{"publishTime":"2026-05-08 15:20:48"}}') == expected
