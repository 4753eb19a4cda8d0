"""A mistyped setting is told with the name that was meant; names of other packages are left alone."""

import sys

import pytest

from crawler.names import mistyped
from tests import forks


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("PRIVATE_HOST_ALLOWED", "PRIVATE_HOSTS_ALLOWED"),
        ("DOWNLOAD_DELY", "DOWNLOAD_DELAY"),
        ("ROBOTTXT_OBEY", "ROBOTSTXT_OBEY"),
        ("JOB_ARCHIV", "JOB_ARCHIVE"),
        ("DOWNLOD_DELAY", "DOWNLOAD_DELAY"),
        ("download_delay", "DOWNLOAD_DELAY"),
        ("DOWNLOAD_DELAY", None),
        ("PLAYWRIGHT_BROWSER_TYPE", None),
        ("MY_DATABASE", None),
    ],
)
def test_names(name: str, meant: str | None) -> None:
    assert list(mistyped([name])) == ([(name, meant)] if meant else [])


def test_the_command_says_so() -> None:
    command = [
        sys.executable,
        "-m",
        "crawler.cli",
        "clean",
        "http://127.0.0.1/",
        "-s",
        "PRIVATE_HOST_ALLOWED=127.0.0.1",
    ]
    done = forks.run(command)
    warning = "unknown setting PRIVATE_HOST_ALLOWED: did you mean PRIVATE_HOSTS_ALLOWED?"
    assert done.stderr.count(warning) == 1
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "crawl",
        "yybnet",
        "-s",
        "DOWNLOAD_DELY=3",
        "-a",
        "start=http://127.0.0.1:9/",
    ]
    done = forks.run(command)
    assert "Unknown setting DOWNLOAD_DELY: did you mean DOWNLOAD_DELAY?" in done.stderr
