"""Workers that share a job in Redis: one of two is killed at a random moment, and how fast two are beside one.

    python -m benchmarks.cluster            # ten kills and the speed: some ten minutes
    python -m benchmarks.cluster --runs 2 --pages 100

Exit code 1 when anything was lost, doubled or miscounted. Each worker has at most 16 pages in work, as Scrapy does by
itself, and each answer takes `--latency` seconds, so that the speed is that of the crawl and not of this machine's
server; the SQLite job stands beside them. Redis writes every commit to the disk (appendfsync always).
"""

import asyncio
import random
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.cluster_job import Server, faults, workers
from benchmarks.commands import parser_of
from benchmarks.crash_site import Site
from benchmarks.loopback import Answer, serve

_KILLED = {
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "JOB_LEASE": 3,
    "DOWNLOAD_TIMEOUT": 2,
    "RETRY_TIMES": 2,
    "LOG_LEVEL": "ERROR",
    "ITEM_PIPELINES": (
        '{"benchmarks.crash_spider.RaisingPipeline": 50, "benchmarks.crash_spider.PoisonedCleaning": 100,'
        ' "crawler.pipelines.cleaning.CleaningPipeline": null}'
    ),
}
_FAST = {"CONCURRENT_REQUESTS_PER_DOMAIN": 64, "LOG_LEVEL": "ERROR"}


class PlainSite(Site):
    """Articles only, each after a while, all linked from the first page; that one waits until all workers are there."""

    def __init__(self, pages: int, latency: float, job: Path, workers: int) -> None:
        super().__init__(pages)
        self._latency = latency
        self._job = job
        self._workers = workers
        self.first = 0.0
        self.last = 0.0

    def kind(self, number: int) -> str:
        """Nothing unusual."""
        return "plain"

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        if target == "/":
            while len(list(self._job.glob("*/worker.json"))) < self._workers:
                await asyncio.sleep(0.05)
            self.first = time.monotonic()
            links = "".join(f'<li><a href="/article/{n}.html">新闻标题第{n}号</a>' for n in range(self.pages))
            return Answer(f"<html><title>列表</title><ul>{links}</ul></html>".encode())
        await asyncio.sleep(self._latency)
        self.last = time.monotonic()
        return await super().answer(target, headers)


def killed(pages: int, folder: Path, chance: random.Random) -> tuple[int, dict[str, list[str]]]:
    """One run in which one of two workers is killed. Gives how many requests were made until then."""
    site, job, asked = Site(pages), folder / "job", 0

    async def answer(target: str, headers: Mapping[str, str]) -> Answer:
        nonlocal asked
        asked += 1
        return await site.answer(target, headers)

    with Server(folder / "redis") as redis, serve(answer) as url:
        spider = ("runspider", "benchmarks/crash_spider.py", "-a", f"url={url}/", "-a", "allow=/article/")
        with workers(2, job, redis.url, *spider, **_KILLED) as (victim, other):
            moment = chance.randrange(1, pages)
            while asked < moment:
                time.sleep(0.01)
            at = asked
            victim.send(signal.SIGKILL)
            if other.wait() or not list(job.glob("*/runs/*.json")):
                raise RuntimeError(other.log())
        return at, faults(job, {url + path: kind for path, kind in site.expected().items()})


def speed(count: int, pages: int, latency: float, folder: Path) -> float:
    """Pages per second from the first answer to the last. No worker: one with the SQLite ledger."""
    job = folder / "job"
    site = PlainSite(pages, latency, job, count)
    with Server(folder / "redis") as redis, serve(site.answer) as url:
        spider = ("crawl", "generic", "-a", f"url={url}/", "-a", "allow=/article/")
        with workers(count or 1, job, redis.url if count else "", *spider, **_FAST) as crew:
            for worker in crew:
                worker.wait()
    return pages / (site.last - site.first)


def main() -> int:
    """Print both tables."""
    parser = parser_of(__doc__)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--latency", type=float, default=0.4, help="seconds")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    sound = _print_kills(options.runs, options.pages, random.Random(options.seed), options.seed)
    _print_speeds(options.pages, options.latency)
    return 0 if sound else 1


def _print_kills(runs: int, pages: int, chance: random.Random, seed: int) -> bool:
    print(f"{pages} articles, one of two workers killed at a random moment (seed {seed})")
    print(f"{'run':>4}{'after requests':>16}{'lost':>6}{'doubled':>9}{'wrong':>7}")
    sound = True
    for run in range(1, runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            asked, found = killed(pages, Path(folder), chance)
        lost, doubled, wrong = (len(found[name]) for name in ("lost", "doubled", "wrong"))
        print(f"{run:4}{asked:16}{lost:6}{doubled:9}{wrong:7}", flush=True)
        if lost or doubled or wrong:
            print(f"    {found}")
            sound = False
    return sound


def _print_speeds(pages: int, latency: float) -> None:
    print(f"\n{pages} articles, answers after {latency} s")
    one = 0.0
    for count, name in ((0, "SQLite, one process"), (1, "Redis, one worker"), (2, "Redis, two workers")):
        with tempfile.TemporaryDirectory() as folder:
            found = speed(count, pages, latency, Path(folder))
        one = one or found
        print(f"{name:22}{found:7.1f} pages/s{found / one:6.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
