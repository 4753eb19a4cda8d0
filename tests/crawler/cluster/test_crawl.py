"""Real crawls by several processes, which are killed, stopped and cut off."""

import asyncio
import json
import os
import random
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from benchmarks.cluster_job import Server, Worker, faults
from benchmarks.cluster_job import workers as fresh_workers
from benchmarks.loopback import Answer, serve
from tests import forks
from tests.crawler.dropping import Dropping
from tests.crawler.job.crawls import News

ROOT = Path(__file__).parents[3]
PAGES = 60
SOUND: dict[str, list[str]] = {"lost": [], "doubled": [], "wrong": []}


class Forked(Worker):
    """A worker in a fork."""

    def start(self, command: list[str]) -> None:
        """Start it."""
        self._fork = forks.start(command, cwd=ROOT, out=self._log, err=self._log)

    def send(self, number: signal.Signals) -> None:
        """Send a signal, where there is still somebody to take it."""
        if self._fork.is_alive() and self._fork.pid:
            os.kill(self._fork.pid, number)

    def wait(self, seconds: float = 600) -> int:
        """Wait for its end; gives the exit code."""
        self._fork.join(seconds)
        assert self._fork.exitcode is not None, "it does not end"
        return self._fork.exitcode


workers = partial(fresh_workers, kind=Forked)


class Watched:
    """The site, and when it was asked."""

    def __init__(self, articles: int, seconds: float = 0.02) -> None:
        self._news = News(articles)
        self._seconds = seconds
        self.times: list[float] = []
        self.asked = self._news.asked
        self.moved = self._news.moved
        self.most = self._now = 0
        """Requests at a time."""
        self.open: Callable[[], bool] = lambda: True

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request, not at once."""
        self.times.append(time.monotonic())
        self._now += 1
        self.most = max(self.most, self._now)
        while not self.open():
            await asyncio.sleep(0.05)
        await asyncio.sleep(self._seconds)
        self._now -= 1
        if target == "/robots.txt":
            return Answer(b"User-agent: *\nCrawl-delay: 0.3\n", headers={"Content-Type": "text/plain"})
        return await self._news.answer(target, headers)

    def move(self, articles: dict[str, str]) -> None:
        """Have them lead to others, and the lists name them last."""
        self.moved.update(articles)
        for path in articles:
            self._news.texts[path] = self._news.texts.pop(path)

    def wait_for(self, requests: int) -> None:
        """Until so many were made."""
        for _ in range(15_000):
            if len(self.times) >= requests:
                return
            time.sleep(0.02)
        raise TimeoutError(f"{len(self.times)} requests")

    def expected(self, url: str) -> dict[str, str]:
        """What must become of its pages."""
        return {f"{url}/article/{n}.html": "articles" for n in range(len(self._news.texts))}


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Watched:
    return Watched(getattr(request, "param", PAGES))


@pytest.fixture
def url(site: Watched) -> Iterator[str]:
    with serve(site.answer) as base:
        yield base


@pytest.fixture
def job(tmp_path: Path) -> Path:
    return tmp_path / "job"


def spider(url: str) -> tuple[str, ...]:
    return ("crawl", "generic", "-a", f"url={url}/", "-a", "allow=/article/")


def finish(*ended: Worker) -> None:
    for worker in ended:
        assert worker.wait() == 0
        assert "Traceback" not in worker.log(), worker.log()


@pytest.mark.slow
@pytest.mark.parametrize("site", [10], indirect=True)
def test_two_workers_ask_a_host_as_politely_as_one(site: Watched, url: str, job: Path, redis: Server) -> None:
    site.open = lambda: len(list(job.glob("*/worker.json"))) == 2
    with workers(2, job, redis.url, *spider(url), ROBOTSTXT_OBEY=1) as crew:
        finish(*crew)
    assert faults(job, site.expected(url)) == SOUND
    assert site.most == 1
    # When a server takes notice of a request depends on the machine; of all together, only the first and the last do.
    assert site.times[-1] - site.times[0] > (len(site.times) - 2) * 0.3
    assert site.times[-1] - site.times[0] < 40, "Scrapy's own look at the queue comes every five seconds only"
    assert len(site.asked) == len(set(site.asked)) == 13  # the start URL was asked for once, as all were


@pytest.mark.slow
def test_four_workers(site: Watched, url: str, job: Path, redis: Server) -> None:
    """One that joined when the others are done would begin the next run."""
    site.open = lambda: len(list(job.glob("*/worker.json"))) == 4
    with workers(4, job, redis.url, *spider(url), CONCURRENT_REQUESTS_PER_DOMAIN=8) as crew:
        finish(*crew)
    assert faults(job, site.expected(url)) == SOUND
    assert len(site.asked) == len(set(site.asked))
    assert site.most <= 8


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_one_of_two_workers_is_killed(seed: int, site: Watched, url: str, job: Path, redis: Server) -> None:
    settings: dict[str, Any] = {"CONCURRENT_REQUESTS_PER_DOMAIN": 4, "JOB_LEASE": 2}
    with workers(2, job, redis.url, *spider(url), **settings) as (victim, other):
        site.wait_for(random.Random(seed).randrange(5, PAGES))
        victim.send(signal.SIGKILL)
        finish(other)
    assert faults(job, site.expected(url)) == SOUND


@pytest.mark.slow
def test_a_worker_that_slept_beyond_its_lease_is_fenced(
    site: Watched, url: str, job: Path, redis: Server
) -> None:
    settings: dict[str, Any] = {"CONCURRENT_REQUESTS_PER_DOMAIN": 4, "JOB_LEASE": 1}
    with workers(1, job, redis.url, *spider(url), **settings) as (sleeper,):
        site.wait_for(15)
        sleeper.send(signal.SIGSTOP)
        with workers(1, job, redis.url, *spider(url), **settings) as (other,):
            finish(other)
        sleeper.send(signal.SIGCONT)
        assert sleeper.wait() == 0
        assert "lost their lease" in sleeper.log()
    assert faults(job, site.expected(url)) == SOUND


@pytest.mark.slow
@pytest.mark.parametrize("site", [4], indirect=True)
def test_the_last_page_is_a_redirect(site: Watched, url: str, job: Path, redis: Server) -> None:
    """It is in doubt, and nobody else has anything to ask."""
    site.move({"/article/2.html": "/article/1.html"})
    with workers(2, job, redis.url, *spider(url), CONCURRENT_REQUESTS_PER_DOMAIN=1) as crew:
        finish(*crew)
    # a worker that is up when the other has ended begins a run, which asks the lists again
    assert ("/article/2.html", "/article/1.html") in pairwise(site.asked)


@pytest.mark.slow
@pytest.mark.parametrize("site", [4], indirect=True)
def test_a_page_that_gets_lost_on_the_way_fails_and_the_rest_goes_on(
    site: Watched, url: str, job: Path, redis: Server
) -> None:
    """It keeps its host busy, behind which the others wait."""
    site.moved["/article/1.html"] = "/dropped"
    extensions = {f"{Dropping.__module__}.{Dropping.__name__}": 1}
    settings: dict[str, Any] = {"EXTENSIONS": json.dumps(extensions), "JOB_ATTEMPTS": 1}
    with workers(1, job, redis.url, *spider(url), CONCURRENT_REQUESTS_PER_DOMAIN=1, **settings) as crew:
        finish(*crew)
    expected = site.expected(url) | {f"{url}/article/1.html": "failures"}
    assert faults(job, expected) == SOUND


@pytest.mark.slow
def test_redis_is_killed_and_comes_back(site: Watched, url: str, job: Path, redis: Server) -> None:
    with workers(2, job, redis.url, *spider(url), CONCURRENT_REQUESTS_PER_DOMAIN=4) as crew:
        site.wait_for(20)
        redis.kill()
        time.sleep(0.5)
        redis.start()
        finish(*crew)
    assert faults(job, site.expected(url)) == SOUND
