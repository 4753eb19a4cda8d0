"""A Redis server, workers that share a job, and what their folders hold: for the benchmark and the tests."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from schemas import RunReport

KINDS = ("articles", "rejections", "failures")
_ROOT = Path(__file__).parents[1]
_PATIENCE = 600  # seconds for a worker to end and a server to answer, however busy the machine


class Server:
    """redis-server on a free port of the loopback interface, with an append-only file."""

    def __init__(self, folder: Path, *, fsync: str = "always") -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._fsync = fsync
        self._port = _free_port()
        self.url = f"redis://127.0.0.1:{self._port}/0"
        self.client = Redis(port=self._port, retry=Retry(NoBackoff(), retries=0))
        self.start()

    def start(self) -> None:
        """Start it and wait until it has read its file."""
        options = {
            "port": self._port,
            "bind": "127.0.0.1",
            "dir": self._folder,
            "save": "",
            "appendonly": "yes",
        }
        options["appendfsync"] = self._fsync
        command = [
            "redis-server",
            *(text for name, value in options.items() for text in (f"--{name}", f"{value}")),
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        end = time.monotonic() + _PATIENCE
        while self._process.poll() is None and time.monotonic() < end:
            try:
                self.client.ping()
                return
            except RedisError:
                time.sleep(0.05)
        raise TimeoutError("redis-server does not answer")

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self.kill()


class Worker:
    """`scrapy ...` with a shared job, in a process of its own."""

    def __init__(self, job: Path, redis: str, *arguments: str, **settings: object) -> None:
        settings = {
            "JOB": job,
            "JOB_REDIS": redis,
            "DOWNLOAD_DELAY": 0,
            "ROBOTSTXT_OBEY": 0,
            "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
            "CLEANER_WORKERS": 0,
            "LOG_LEVEL": "WARNING",
        } | settings
        command = [sys.executable, "-m", "scrapy", *arguments]
        for name, value in settings.items():
            command += ["-s", f"{name}={value}"]
        self._log = job.parent / f"{time.monotonic_ns()}.log"
        self.start(command)

    def start(self, command: list[str]) -> None:
        """Start it in a fresh interpreter."""
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, cwd=_ROOT, stderr=log, stdout=log)

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        self._process.send_signal(number)

    def wait(self, seconds: float = _PATIENCE) -> int:
        """Wait for its end; gives the exit code. Raises TimeoutExpired."""
        return self._process.wait(seconds)

    def log(self) -> str:
        """What it wrote to its log."""
        return self._log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def workers(
    count: int, job: Path, redis: str, *arguments: str, kind: type[Worker] = Worker, **settings: object
) -> Iterator[list[Worker]]:
    """Workers that are gone when the block ends."""
    started = [kind(job, redis, *arguments, **settings) for _ in range(count)]
    try:
        yield started
    finally:
        for worker in started:
            worker.send(signal.SIGKILL)
            worker.wait()


def outcomes(job: Path) -> Counter[tuple[str, str]]:
    """How often each URL stands in each kind of file, over all workers. Raises ValueError for a torn line."""
    found: Counter[tuple[str, str]] = Counter()
    for kind in KINDS:
        for file in sorted(job.glob(f"*/{kind}-*.jsonl")):
            found.update((json.loads(line)["url"], kind) for line in file.read_bytes().splitlines())
    return found


def faults(job: Path, expected: Mapping[str, str]) -> dict[str, list[str]]:
    """What is lost, doubled or miscounted, given the kind of file each URL must be in; empty lists when all is well."""
    found = outcomes(job)
    report = max(job.glob("*/runs/00001.json"), key=lambda path: path.stat().st_mtime)
    counts = next(iter(RunReport.model_validate_json(report.read_bytes()).sites.values()))
    told = (counts.articles, sum(counts.rejected.values()), sum(counts.failed.values()))
    lines = tuple(sum(count for (_, kind), count in found.items() if kind == k) for k in KINDS)
    return {
        "lost": sorted(url for url, kind in expected.items() if (url, kind) not in found),
        "doubled": sorted(url for (url, _), count in found.items() if count > 1),
        "wrong": [] if told == lines else [f"the report says {told}, the files hold {lines}"],
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
