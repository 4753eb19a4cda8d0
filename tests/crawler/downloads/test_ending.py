"""A crawl that is told to end does not wait for what is queued or on its way; that waits for the next."""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.loopback import Answer, serve
from crawler.downloads import ending
from tests import forks
from tests.crawler.job.crawls import News, lines

ARTICLES = 12


class Patient:
    """A site whose articles do not arrive as long as it is slow."""

    def __init__(self, slow: bool) -> None:
        self.news = News(ARTICLES)
        self.slow = slow
        self.asked = 0

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        self.asked += "/article/" in target
        while self.slow and "/article/" in target:
            await asyncio.sleep(0.05)
        return await self.news.answer(target, headers)


def command(url: str, job: Path, **settings: object) -> list[str]:
    given = {"PRIVATE_HOSTS_ALLOWED": "127.0.0.1", "ROBOTSTXT_OBEY": 0, "CLEANER_WORKERS": 0} | settings
    return [
        *(sys.executable, "-m", "crawler.cli", "crawl", "generic", "--out", str(job), "--json"),
        *("--arg", f"url={url}/", "--arg", "allow=/article/"),
        *(part for name, value in given.items() for part in ("--set", f"{name}={value}")),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("slow", "settings"),
    [
        (False, {"DOWNLOAD_DELAY": 2}),
        (True, {"DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "DOWNLOAD_TIMEOUT": 3600}),
    ],
    ids=["delay", "slow bodies"],
)
def test_sigterm(slow: bool, settings: dict[str, int], tmp_path: Path) -> None:
    site = Patient(slow)
    with serve(site.answer) as url:
        crawl = subprocess.Popen(command(url, tmp_path, **settings), stdout=subprocess.DEVNULL)
        try:
            while not site.asked and crawl.poll() is None:
                time.sleep(0.05)
            crawl.send_signal(signal.SIGTERM)
            assert crawl.wait(600) == 5
        finally:
            crawl.kill()
        assert len(lines(tmp_path, "articles")) < ARTICLES
        assert not lines(tmp_path, "failures")
        site.slow = False
        again = forks.run(command(url, tmp_path, DOWNLOAD_DELAY=0))
    assert again.returncode == 0
    assert len(lines(tmp_path, "articles")) == ARTICLES
    assert not (tmp_path / "runs/00002.json").exists(), "the same run went on"


def test_what_is_on_its_way_is_given_up_before_schedulers_lose_patience() -> None:
    assert ending._GRACE < 10, "seconds that `docker stop` waits"
