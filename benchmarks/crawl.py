"""What durability and cleaning cost a crawl: the same loopback site with and without, in turns, in one run. Each way
writes its articles as JSON lines: a plain crawl by Scrapy's feed, a job by its shards.

python -m benchmarks.crawl                # 2,000 pages of 60 KB, three rounds: four minutes
python -m benchmarks.crawl --rounds 1 --pages 500

The first hundred pages of each are not timed. Where a fetching crawl takes more milliseconds than processor time, it
waited: for the disk, or because something else had the processor.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.commands import parser_of
from benchmarks.crawl_spider import WARM
from benchmarks.loopback import Answer, serve
from cleaners.cleaner import Cleaner
from crawler.guard import Guard
from schemas import Page

ROOT = Path(__file__).parents[1]
LINKS_A_LIST = 100
SETTINGS = {
    "DOWNLOAD_DELAY": "0",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "16",
    "ROBOTSTXT_OBEY": "0",
    "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
    "LOG_LEVEL": "INFO",
}
BARE = json.dumps(
    {
        "crawler.pipelines.cleaning.CleaningPipeline": None,
        "crawler.pipelines.accounting.AccountingPipeline": None,
        "benchmarks.crawl_spider.Uncleaned": 100,
    }
)
WAYS: dict[str, dict[str, str]] = {
    "fetch": {"ITEM_PIPELINES": BARE, "FEEDS": '{"{job}/articles.jsonl": {"format": "jsonlines"}}'},
    "fetch, with Scrapy's JOBDIR": {
        "ITEM_PIPELINES": BARE,
        "FEEDS": '{"{job}/articles.jsonl": {"format": "jsonlines"}}',
        "JOBDIR": "{job}",
    },
    "fetch + ledger": {"ITEM_PIPELINES": BARE, "JOB": "{job}", "JOB_ARCHIVE": "0"},
    "fetch + ledger + archive": {"ITEM_PIPELINES": BARE, "JOB": "{job}"},
    "fetch + ledger + archive + cleaning": {"JOB": "{job}"},
}
_CLEANERS = "cleaners alone"
_COMPARED = (
    ("fetch, with Scrapy's JOBDIR", "fetch"),
    ("fetch + ledger", "fetch"),
    ("fetch + ledger + archive", "fetch"),
    ("fetch + ledger + archive + cleaning", _CLEANERS),
)


class Site:
    """Lists of a hundred links, and pages of 60 KB: navigation, a long article, related stories. Synthetic (合成)."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        links = "".join(f'<li><a href="/channel/{n}">频道第{n}号</a></li>' for n in range(300))
        script = "var data = [" + ",".join(map(str, range(3_000))) + "];"
        self._frame = f"<div class=nav><ul>{links}</ul></div><script>{script}</script>"

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        if target.startswith("/article/"):
            return Answer(self.article(int(target[9:-5])))
        first = int(target.strip("/") or 0)
        last = min(first + LINKS_A_LIST, self._pages)
        links = [f'<a href="/article/{n}.html">第{n}号</a>' for n in range(first, last)]
        links += [f'<a href="/{last}">下一页</a>'] if last < self._pages else []
        return Answer("".join(links).encode())

    def article(self, number: int) -> bytes:
        """60 KB of HTML, 9,000 characters of text."""
        sentence = "记者从有关部门了解到，这项工作已经进行了三年，取得了明显的成效，下一步还要逐步推进。"
        text = "".join(f"<p>第{number}号第{i}段，{sentence * 4}</p>\n" for i in range(50))
        head = f"<title>合成新闻第{number}号</title>"
        return f"<html><head>{head}</head><body>{self._frame}<h1>合成新闻第{number}号</h1>{text}</body></html>".encode()


@dataclass(frozen=True, slots=True)
class Crawl:
    """One measurement."""

    rate: float
    """Pages per second."""
    cpu: float = 0.0
    """Milliseconds of processor time a page, of the crawler's own process: not its site, not the workers."""


def crawl(url: str, way: Mapping[str, str], pages: int, workers: int = 1) -> Crawl:
    """One crawl, from its first hundred articles to the close of the spider."""
    with tempfile.TemporaryDirectory() as job:
        command = [sys.executable, "-m", "scrapy", "runspider", "benchmarks/crawl_spider.py"]
        command += ["-a", f"url={url}/"]
        for name, value in {**SETTINGS, **way, "CLEANER_WORKERS": str(workers)}.items():
            command += ["-s", f"{name}={value.replace('{job}', job)}"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    items, seconds, cpu = (
        float(re.search(rf"'{name}': ([\d.]+)", done.stderr)[1])  # type: ignore[index]  # always among the stats
        for name in ("item_scraped_count", "timed/seconds", "timed/cpu_seconds")
    )
    if items < pages:
        raise RuntimeError(done.stderr[-2000:])
    return Crawl((items - WARM) / seconds, 1000 * cpu / (items - WARM))


def clean(site: Site, pages: int, workers: int) -> float:
    """Pages per second of the cleaners alone, in guarded workers."""

    def bodies(count: int) -> Iterator[Page]:
        for number in range(count):
            yield Page(url=f"http://127.0.0.1/article/{number}.html", body=site.article(number))

    with Guard(Cleaner().process, workers=workers) as guard:
        list(guard.map(bodies(WARM)))
        begin = time.perf_counter()
        list(guard.map(bodies(pages)))
        return pages / (time.perf_counter() - begin)


def main() -> None:
    """Print pages per second, medians of the rounds, and the ratios."""
    parser = parser_of(__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=1, help="processes that clean")
    options = parser.parse_args()
    site = Site(options.pages)
    found: dict[str, list[Crawl]] = {name: [] for name in (*WAYS, _CLEANERS)}
    print(f"{options.pages} pages of {len(site.article(0)):,} bytes, {options.rounds} rounds")
    with serve(site.answer) as url:
        for _ in range(options.rounds):
            for name, way in WAYS.items():
                found[name].append(crawl(url, way, options.pages, options.workers))
            found[_CLEANERS].append(Crawl(clean(site, options.pages, options.workers)))
    print(f"{'':37}pages/s  ms a page (of these, processor) in each round")
    for name, crawls in found.items():
        each = ", ".join(
            f"{1000 / one.rate:.2f}" + (f" ({one.cpu:.2f})" if one.cpu else "") for one in crawls
        )
        print(f"{name:37}{statistics.median(one.rate for one in crawls):7.0f}  {each}")
    for name, to in _COMPARED:
        _print_ratio(found, name, to)


def _print_ratio(found: Mapping[str, list[Crawl]], name: str, to: str) -> None:
    """Within each round, then the median: the machine's mood changes between rounds."""
    pairs = list(zip(found[name], found[to], strict=True))
    rate = statistics.median(a.rate / b.rate for a, b in pairs)
    cpu = (
        f", processor time {statistics.median(a.cpu / b.cpu for a, b in pairs):.2f}"
        if pairs[0][1].cpu
        else ""
    )
    print(f"{name} / {to}: speed {rate:.2f}{cpu}")


if __name__ == "__main__":
    main()
