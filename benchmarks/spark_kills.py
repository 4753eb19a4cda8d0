"""Spark with executors that die: the corpus must be that of the local engine, to the byte.

    python -m benchmarks.spark_kills [--pages 6000] [--files 200] [--kills 10]

A cluster on this machine, master and two executors in processes of their own, cleans WARC files of synthetic pages while
an executor gets kill -9 every few seconds. Exit code 1 where a byte differs or fewer executors were killed than asked for.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.batch import digest
from benchmarks.batch_pages import write_archives
from benchmarks.commands import parser_of

ROOT = Path(__file__).parents[1]
EXECUTOR = b"CoarseGrainedExecutorBackend"
LEAST, MOST = 3.0, 8.0
"""Seconds between two kills."""


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--pages", type=int, default=6000)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--kills", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_archives(folder / "raw", options.pages, options.files)
        killed, seconds = clean_on_spark(folder, options.kills)
        subprocess.run([*batch(folder, "local"), "--workers", "2"], check=True, cwd=ROOT)
        same = digest(folder / "spark") == digest(folder / "local")
    print(
        f"| {options.files} WARC files, {options.pages} pages | {killed} executors killed | {seconds:.0f} s "
        f"| byte-identical: {'yes' if same else 'NO'} |"
    )
    sys.exit(not same or killed < options.kills)


def batch(folder: Path, engine: str) -> list[str]:
    """The command of one engine."""
    out = str(folder / engine)
    command = [sys.executable, "-m", "crawler.cli", "batch", str(folder / "raw"), "--out", out, "--quiet"]
    return [*command, "--engine", engine, "--shard-size", "0.2"]


def clean_on_spark(folder: Path, kills: int) -> tuple[int, float]:
    """How many executors were killed while it ran, and how long it took."""
    settings = {
        "spark.executor.memory": "1g",
        "spark.executorEnv.PYTHONPATH": str(ROOT),
        "spark.ui.enabled": "false",
        "spark.task.maxFailures": str(kills + 1),
        "spark.deploy.maxExecutorRetries": "-1",
    }
    options = " ".join(f"--conf {name}={value}" for name, value in settings.items())
    environment = {
        **os.environ,
        "PYSPARK_SUBMIT_ARGS": f"--master local-cluster[2,1,1024] {options} pyspark-shell",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    started, killed = time.monotonic(), 0
    with subprocess.Popen(batch(folder, "spark"), cwd=ROOT, env=environment) as driver:
        while driver.poll() is None and killed < kills:
            time.sleep(random.uniform(LEAST, MOST))
            if found := list(executors(driver.pid)):
                os.kill(random.choice(found), signal.SIGKILL)
                killed += 1
        if driver.wait():
            sys.exit("the Spark job failed")
    return killed, time.monotonic() - started


def executors(driver: int) -> Iterator[int]:
    """Process ids of the executors that a driver started, itself or by others."""
    parents, found = {}, []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat, command = (entry / "stat").read_bytes(), (entry / "cmdline").read_bytes()
            except OSError:  # it has ended
                continue
            parents[int(entry.name)] = int(stat.rpartition(b")")[2].split()[1])
            found += [int(entry.name)] if EXECUTOR in command else []
    return (process for process in found if driver in ancestors(process, parents))


def ancestors(process: int, parents: Mapping[int, int]) -> Iterator[int]:
    """Its parent, and theirs."""
    while process := parents.get(process, 0):
        yield process


if __name__ == "__main__":
    main()
