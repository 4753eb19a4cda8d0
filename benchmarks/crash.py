"""Crawls are killed at random moments, stopped, starved of disk; then the job is run to its end and checked.

    python -m benchmarks.crash            # 40 jobs, 100 kills and more: some 20 minutes
    python -m benchmarks.crash --short    # one job of each kind

Exit code 1 when anything was lost, doubled, torn or miscounted.
"""

import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.commands import parser_of
from benchmarks.crash_check import Verdict, check
from benchmarks.crash_site import Site
from benchmarks.loopback import serve

_ROOT = Path(__file__).parents[1]
_SETTINGS = {
    "DOWNLOAD_DELAY": "0",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "16",
    "DOWNLOAD_TIMEOUT": "1.5",
    "RETRY_TIMES": "2",
    "ROBOTSTXT_OBEY": "0",
    "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
    "LOG_LEVEL": "ERROR",
    "ITEM_PIPELINES": (
        '{"benchmarks.crash_spider.RaisingPipeline": 50, "benchmarks.crash_spider.PoisonedCleaning": 100,'
        ' "crawler.pipelines.cleaning.CleaningPipeline": null}'
    ),
}
_PATIENCE = 1_800  # seconds for a run to end, however busy the machine


@dataclass(slots=True)
class Job:
    """One job folder and the site it crawls."""

    folder: Path
    url: str
    interruptions: int = 0
    ended: bool = False
    """It came to its end before the next interruption: another start would be another run."""

    def start(self, *, file_limit: int | None = None) -> "subprocess.Popen[bytes]":
        """Start a crawl in a process of its own."""
        command = [sys.executable, "-m", "scrapy", "runspider", "benchmarks/crash_spider.py"]
        command += ["-a", f"url={self.url}/", "-a", "allow=/article/", "-s", f"JOB={self.folder}"]
        for name, value in _SETTINGS.items():
            command += ["-s", f"{name}={value}"]
        log = (self.folder.parent / f"{self.folder.name}.log").open("ab")
        limit = _file_limit(file_limit) if file_limit else None
        with log:
            return subprocess.Popen(command, cwd=_ROOT, stderr=log, stdout=log, preexec_fn=limit)

    def finish(self) -> None:
        """Run to the end."""
        if self.ended:
            return
        process = self.start()
        try:
            process.wait(_PATIENCE)
        finally:
            process.kill()

    def interrupt(self, after: float, *signals: int) -> None:
        """Start, and send signals after some seconds; a process that lives on is awaited."""
        if self.ended:
            return
        process = self.start()
        try:
            process.wait(after)
            self.ended = True
            return
        except subprocess.TimeoutExpired:
            self.interruptions += 1
        try:
            for number in signals:
                process.send_signal(number)
                time.sleep(0.05)  # seconds: into the closing of the spider
            process.wait(_PATIENCE)
        finally:
            process.kill()
            process.wait()


def _file_limit(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def kill(job: Job, chance: random.Random) -> None:
    """kill -9, three times."""
    for _ in range(3):
        job.interrupt(chance.uniform(1.0, 5.0), signal.SIGKILL)


def terminate(job: Job, chance: random.Random) -> None:
    """SIGTERM, twice in the job's life."""
    for _ in range(2):
        job.interrupt(chance.uniform(1.5, 4.0), signal.SIGTERM)


def interrupt_twice(job: Job, chance: random.Random) -> None:
    """Ctrl-C, Ctrl-C: no orderly end."""
    for _ in range(2):
        job.interrupt(chance.uniform(1.5, 4.0), signal.SIGINT, signal.SIGINT)


def terminate_then_kill(job: Job, chance: random.Random) -> None:
    """kill -9 while the spider closes."""
    for _ in range(2):
        job.interrupt(chance.uniform(1.5, 4.0), signal.SIGTERM, signal.SIGKILL)


def fill_disk(job: Job, chance: random.Random) -> None:
    """No file may grow beyond a limit, which is then raised."""
    for limit in sorted(chance.randrange(8_000, 150_000) for _ in range(2)):
        process = job.start(file_limit=limit)
        try:
            process.wait(_PATIENCE)
        finally:
            process.kill()
        job.interruptions += 1


KINDS: dict[str, tuple[Callable[[Job, random.Random], None], int]] = {
    "kill -9": (kill, 34),
    "SIGTERM": (terminate, 3),
    "SIGINT twice": (interrupt_twice, 3),
    "SIGTERM, then kill -9": (terminate_then_kill, 4),
    "disk full": (fill_disk, 4),
}


def run_job(kind: str, pages: int, folder: Path, chance: random.Random) -> tuple[int, Verdict]:
    """One job, interrupted, finished and checked. Gives the number of interruptions."""
    site = Site(pages)
    with serve(site.answer) as url:
        job = Job(folder, url)
        KINDS[kind][0](job, chance)
        job.finish()
    return job.interruptions, check(folder, site)


def main() -> int:
    """Print a line for each kind of interruption."""
    parser = parser_of(__doc__)
    parser.add_argument("--short", action="store_true", help="one small job of each kind")
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(f"{options.pages} articles a site, seed {options.seed}")
    print(f"{'interrupted by':24}{'jobs':>6}{'times':>7}{'lost':>6}{'doubled':>9}{'torn':>6}{'wrong':>7}")
    sound = True
    for kind, (_, jobs) in KINDS.items():
        jobs = 1 if options.short else jobs
        with tempfile.TemporaryDirectory() as folder:
            results = [run_job(kind, options.pages, Path(folder) / f"job{n}", chance) for n in range(jobs)]
        sound = _print(kind, results) and sound
    return 0 if sound else 1


def _print(kind: str, results: list[tuple[int, Verdict]]) -> bool:
    times = sum(count for count, _ in results)
    verdicts = [verdict for _, verdict in results]
    lost, doubled, torn, wrong = (
        sum(len(getattr(v, name)) for v in verdicts) for name in ("lost", "doubled", "torn", "wrong")
    )
    print(f"{kind:24}{len(results):6}{times:7}{lost:6}{doubled:9}{torn:6}{wrong:7}", flush=True)
    for verdict in verdicts:
        if not verdict.sound:
            print(f"    {verdict}")
    return all(verdict.sound for verdict in verdicts)


if __name__ == "__main__":
    sys.exit(main())
