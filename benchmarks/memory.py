"""Memory of a long crawl with a job: sampled while it runs, and its slope; and of a process with a long queue.

python -m benchmarks.memory                    # 50,000 pages
python -m benchmarks.memory --queue 1000000    # URLs that wait, nothing fetched
"""

import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.commands import parser_of
from benchmarks.crawl import BARE, LINKS_A_LIST, ROOT, SETTINGS
from benchmarks.loopback import Answer, serve
from crawler.job.frontier import Frontier
from crawler.job.ledger import LEDGER, Ledger
from crawler.job.rows import Link, Settled
from crawler.job.session import GROUP

_SAMPLE_SECONDS = 2.0


class Site:
    """As the one of `benchmarks.crawl`, with pages of 4 KB."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        self.served = 0

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        self.served += 1
        if target.startswith("/article/"):
            return Answer(f"<html><title>{target}</title><p>{'合成的文字。' * 220}</p></html>".encode())
        first = int(target.strip("/") or 0)
        last = min(first + LINKS_A_LIST, self._pages)
        links = [f'<a href="/article/{n}.html">第{n}号</a>' for n in range(first, last)]
        links += [f'<a href="/{last}">下一页</a>'] if last < self._pages else []
        return Answer("".join(links).encode())


def measure(pages: int) -> list[tuple[int, float]]:
    """(pages served, megabytes resident) over the time of the crawl."""
    site = Site(pages)
    samples = []
    with serve(site.answer) as url, tempfile.TemporaryDirectory() as job:
        command = [sys.executable, "-m", "scrapy", "runspider", "benchmarks/crawl_spider.py"]
        command += ["-a", f"url={url}/", "-s", f"JOB={job}", "-s", f"ITEM_PIPELINES={BARE}"]
        for name, value in {**SETTINGS, "LOG_LEVEL": "ERROR"}.items():
            command += ["-s", f"{name}={value}"]
        with subprocess.Popen(command, cwd=ROOT) as process:
            while process.poll() is None:
                time.sleep(_SAMPLE_SECONDS)
                if (size := _resident(process.pid)) and site.served:
                    samples.append((site.served, size))
    return samples


def queue(urls: int) -> None:
    """Queue URLs, take and commit a hundredth of them, and print what that took."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder))
        ledger.begin_run()
        for first in range(0, urls, 1_000):
            ledger.commit((), [_link(number) for number in range(first, min(first + 1_000, urls))])
        frontier = Frontier(ledger)
        begin = time.perf_counter()
        rows = [_take_group(ledger, frontier) for _ in range(urls // 100 // GROUP)]
        rate = sum(rows) / (time.perf_counter() - begin)
        size = (Path(folder) / LEDGER).stat().st_size / 1e6
        print(
            f"{urls:,} URLs: {_resident(os.getpid()):.0f} MB resident, {size:.0f} MB on disk, {rate:.0f} rows/s"
        )
        ledger.close()


def _link(number: int) -> Link:
    host = f"host{number % 50}.example"
    url = f"http://{host}/article/2026/11/22/{number}.html"
    return Link(hashlib.sha1(url.encode()).digest(), url, host, "site", 1, '{"callback":"parse_article"}')


def _take_group(ledger: Ledger, frontier: Frontier) -> int:
    rows = [row for row in (frontier.take() for _ in range(GROUP)) if row]
    frontier.added(ledger.commit([Settled(row) for row in rows]))
    for row in rows:
        frontier.committed(row)
    return len(rows)


def main() -> None:
    """Print ten of the samples, and the slope over the second half."""
    parser = parser_of(__doc__)
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--queue", type=int, metavar="URLS")
    options = parser.parse_args()
    if options.queue:
        queue(options.queue)
        return
    samples = measure(options.pages)
    for served, size in samples[:: max(1, len(samples) // 10)]:
        print(f"{served:8,} pages  {size:6.1f} MB")
    later = samples[len(samples) // 2 :]
    slope = statistics.linear_regression([n for n, _ in later], [size for _, size in later]).slope
    print(f"slope over the second half: {slope * 1000:.3f} MB per 1,000 pages")


def _resident(pid: int) -> float:
    """Megabytes, 0 when the process has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmRSS")), "VmRSS: 0")
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
