"""Batch cleaning: what the guard and the shards cost, whether workers add up, and what kills leave behind.

    python -m benchmarks.batch [--pages 20000] [--files 20] [--kills 10] [--shard-size 2]
    python -m benchmarks.batch --plain --files 1 --pages 100000 --kills 20    # one archive of 2 GB

Prints a Markdown table. Exit code 1 when a bound is broken: two workers >= 1.8 times one, two workers >= .85 of the
cleaners alone on two processes, memory flat, the event loop free, output after kills byte-identical.
"""

from __future__ import annotations

import asyncio
import hashlib
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Generator, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.batch_pages import synthetic_pages, write_archives
from benchmarks.commands import parser_of
from cleaners import Cleaner
from crawler.batch import BatchReport, Settings, ShardReport, find_sources, run_batch
from crawler.batch.local import clean_locally
from crawler.batch.progress import Silent
from crawler.batch.store import Store
from crawler.guard import Guard

ALONE_PAGES = 1500
"""Pages each process of the cleaners alone works on: enough that starting it does not count."""
PAUSE_PAGES, PAUSE_ROUNDS = 500, 5
START_SECONDS = 2.0
"""A run that is killed sooner has not begun to clean."""
MIB = 2**20


class Memory(Silent):
    """Notes the resident memory of this process and its children after each shard."""

    def __init__(self) -> None:
        self.samples: list[int] = []

    def finished(self, report: ShardReport) -> None:
        self.samples.append(sum(map(_resident, [os.getpid(), *_children()])))


def _children() -> list[int]:
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return [int(pid) for path in listed for pid in path.read_text("ascii").split()]


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except FileNotFoundError:
        return 0


class Speed(NamedTuple):
    """How fast some processes were together."""

    rate: float
    """Pages a second, by the clock on the wall."""
    cost: float
    """Processor milliseconds a page, of all processes."""


def batch(raw: Path, out: Path, workers: int, watch: Silent, shard_size: float) -> tuple[BatchReport, Speed]:
    """One run of the local engine, its start included."""
    engine = partial(clean_locally, workers=workers, progress=watch)
    used = processor_seconds()
    report = run_batch(find_sources([str(raw)], str(out), shard_size), Store(str(out)), Settings(), engine)
    used = processor_seconds() - used
    return report, Speed(report.totals.pages / report.seconds, 1000 * used / report.totals.pages)


def processor_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def alone(seed: int) -> tuple[float, float]:
    """Wall and processor seconds one process takes for ALONE_PAGES pages that are in memory already, with nothing
    around the cleaner."""
    pages = list(synthetic_pages(ALONE_PAGES, seed))
    process = Cleaner().process
    for page in pages[:50]:
        process(page)
    started, used = time.perf_counter(), time.process_time()
    for page in pages:
        process(page)
    return time.perf_counter() - started, time.process_time() - used


def cleaners_alone(processes: int) -> Speed:
    """The cleaners alone, on some processes."""
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        took = pool.map(alone, range(processes), chunksize=1)
    cost = sum(cpu for _, cpu in took) / ALONE_PAGES / processes
    return Speed(sum(ALONE_PAGES / wall for wall, _ in took), 1000 * cost)


async def pause_beside(work: Awaitable[object]) -> float:
    """Seconds an event loop was not free at the longest while it awaits `work`."""
    longest, working = 0.0, True

    async def pulse() -> None:
        nonlocal longest
        while working:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - before - 0.005)

    beat = asyncio.create_task(pulse())
    await work
    working = False
    await beat
    return longest


async def pause_beside_guard() -> float:
    """The pause while two guarded workers clean pages for this loop."""
    with Guard(Cleaner().process, workers=2) as guard:
        await guard.clean(next(synthetic_pages(1, 0)))
        pages = list(synthetic_pages(PAUSE_PAGES, 1))
        return await pause_beside(asyncio.gather(*map(guard.clean, pages)))


async def pause_beside_strangers() -> float:
    """The pause while two processes clean pages that have nothing to do with this loop: what the machine costs."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return await pause_beside(asyncio.to_thread(pool.map, alone, range(2)))


def pauses() -> tuple[float, float]:
    """Both pauses: the median of some rounds, as one slice of time given to another program is longer than most."""
    rounds = [
        (asyncio.run(pause_beside_guard()), asyncio.run(pause_beside_strangers()))
        for _ in range(PAUSE_ROUNDS)
    ]
    guard, strangers = zip(*rounds, strict=True)
    return median(guard), median(strangers)


def killed(raw: Path, out: Path, seconds: float, kills: int, shard_size: float) -> int:
    """Run with two workers, killed at random moments and started again until done. Returns the number of kills."""
    command = [
        sys.executable,
        "-m",
        "crawler.cli",
        "batch",
        str(raw),
        "--out",
        str(out),
        "--workers",
        "2",
        "--shard-size",
        str(shard_size),
        "--quiet",
    ]
    chance, done = random.Random(1), 0
    while True:
        limit = START_SECONDS + chance.uniform(0, 1.2 * seconds / kills) if done < kills else None
        process = subprocess.Popen(command)
        try:
            if process.wait(timeout=limit):
                raise SystemExit(f"the run ended with {process.returncode}")
            return done
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            done += 1


def digest(folder: Path) -> str:
    """Digest of every file below a folder, names included."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


Figure = tuple[str, str, bool]
"""(figure, value, whether it keeps its bound)."""


def speeds(raw: Path, folder: Path, pages: int, shard_size: float) -> Generator[Figure, None, float]:
    """One worker, two workers, and the cleaners with nothing around them. Returns the seconds two workers took."""
    memory = Memory()
    report, one = batch(raw, folder / "one", 1, Silent(), shard_size)
    before = cleaners_alone(2)
    _, two = batch(raw, folder / "two", 2, memory, shard_size)
    after, single = cleaners_alone(2), cleaners_alone(1)
    both = Speed((before.rate + after.rate) / 2, (before.cost + after.cost) / 2)
    counts = f"{report.totals.pages}, {report.totals.articles}"
    yield "pages, articles", counts, report.totals.pages == pages
    for name, speed in (
        ("one worker", one),
        ("two workers", two),
        ("cleaners alone, one process", single),
        ("cleaners alone, two processes, before", before),
        ("cleaners alone, two processes, after", after),
    ):
        yield f"{name}: pages/s, processor ms a page", f"{speed.rate:.0f}, {speed.cost:.2f}", True
    yield "two workers / one", f"{two.rate / one.rate:.2f}", two.rate >= 1.8 * one.rate
    yield "one worker / two, processor time a page", f"{one.cost / two.cost:.2f}", True
    yield "two processes of cleaners / one: what the machine gives", f"{both.rate / single.rate:.2f}", True
    yield "two workers / cleaners alone, pages/s", f"{two.rate / both.rate:.2f}", two.rate >= 0.85 * both.rate
    work = both.cost / two.cost
    yield "cleaners alone / two workers, processor time", f"{work:.2f}", work >= 0.85
    early, late = memory.samples[len(memory.samples) // 4], memory.samples[-1]
    yield "memory at a quarter, at the end, MiB", f"{early // MIB}, {late // MIB}", late < 1.1 * early
    return pages / two.rate


def measure(
    folder: Path, pages: int, files: int, kills: int, shard_size: float, *, plain: bool
) -> Iterator[Figure]:
    """All figures."""
    raw = folder / "raw"
    write_archives(raw, pages, files, plain=plain)
    yield "input, MB", f"{sum(file.stat().st_size for file in raw.iterdir()) / 1e6:.0f}", True
    seconds = yield from speeds(raw, folder, pages, shard_size)
    pause, control = pauses()
    figure = "longest pause of an event loop, ms, beside the guard / beside other processes"
    yield figure, f"{1000 * pause:.1f} / {1000 * control:.1f}", pause < control + 0.05
    count = killed(raw, folder / "killed", seconds, kills, shard_size)
    same = digest(folder / "one") == digest(folder / "two") == digest(folder / "killed")
    yield f"byte-identical: one worker, two, killed {count} times", "yes" if same else "NO", same


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument(
        "--shard-size", type=float, default=2.0, help="megabytes of output, as of the command"
    )
    parser.add_argument("--plain", action="store_true", help="archives that are not compressed")
    given = parser.parse_args()
    kept = True
    print("| figure | value | bound |\n|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="qingwen-batch-") as folder:
        for figure, value, good in measure(
            Path(folder), given.pages, given.files, given.kills, given.shard_size, plain=given.plain
        ):
            print(f"| {figure} | {value} | {'kept' if good else 'BROKEN'} |", flush=True)
            kept = kept and good
    sys.exit(not kept)


if __name__ == "__main__":
    main()
