"""Do the tests notice? Small changes to the code, one at a time, and the tests of its room after each.

    make mutants                                                  # a sample of all rooms, about ten minutes
    python -m benchmarks.mutants --all --room safety              # every change to one room
    python -m benchmarks.mutants --all --file cleaners/readings/boxes.py

Prints what no test noticed, and a Markdown table. Exit code 1 when a smaller share is noticed than the floor in
floors.toml says. The sample depends on the seed and on the changed lines alone. Changes that change nothing stand in
equivalent_mutants.txt, each with its reason, and are left out. A change that makes the tests hang, or take 4 GB, counts
as noticed. Tests marked slow are left out. Rooms of pure code are tried in forks first (forked.py), which takes a fraction
of a second a change; only what that leaves is tried in fresh interpreters.
"""

from __future__ import annotations

import hashlib
import importlib
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import tomllib
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from benchmarks import forked
from benchmarks.commands import parser_of
from benchmarks.mutation import Mutant, mutants, mutated

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).with_name("floors.toml")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")


class Room(NamedTuple):
    """What is changed, and the tests that should notice, fast ones first."""

    changed: str
    """Files and folders, as patterns below the repository."""
    tests: str
    pure: bool = False
    """No network, no files, no clock: changes are tried in forks first."""


_JOB = "tests/crawler/job/test_{rows,contract,form_counts,requests,frontier,inwork,ledger,replay}.py"
_POLITE = "tests/crawler/politeness/test_{signs,host,hours,retry_after}.py"
ROOMS = {
    "job, its ledger": Room(
        "crawler/job/{errors,form_counts,frontier,inwork,ledger,lock,replay,report,requests,rows,settle,shards,table,twins,warc}.py",
        _JOB,
    ),
    "job, its crawl": Room(
        "crawler/job/{addon,alike,errback,holder,idle,listeners,look,middleware,scheduler,selection,session,tracker,visits}.py",
        "tests/crawler/job/test_{alike,idle,look,visits,selection,session,scheduler,items,crawl}.py",
    ),
    "politeness, pure": Room("crawler/politeness/{health,hours,retry_after,signs}.py", _POLITE),
    "politeness, of a crawl": Room(
        "crawler/politeness/{backoff,pace,robots,ward}.py",
        "tests/crawler/politeness/test_{ward,robots,pace,health}.py",
    ),
    "safety": Room("crawler/safety/*.py", "tests/crawler/safety/test_{urls,safety}.py"),
    "restate": Room("cleaners/restate/*.py", "tests/cleaners/restate", True),
    "judge of kinds": Room(
        "cleaners/kinds/*.py", "tests/{cleaners/kinds,cleaners/cases,test_fixtures.py}", True
    ),
    "metadata": Room(
        "cleaners/metadata/**/*.py", "tests/{cleaners/metadata,cleaners/cases,test_fixtures.py}", True
    ),
    "readings": Room(
        "cleaners/readings/**/*.py",
        "tests/{cleaners/readings,cleaners/dumps,cleaners/cases,test_fixtures.py}",
        True,
    ),
}


def expanded(pattern: str) -> list[str]:
    """A pattern with one {choice,of,names} as several."""
    before, brace, rest = pattern.partition("{")
    names, _, after = rest.partition("}")
    return [f"{before}{name}{after}" for name in names.split(",")] if brace else [pattern]


_COPIED = ("benchmarks", "cleaners", "crawler", "docs", "examples", "fixtures", "schemas", "tests")
_LIBRARIES = ("hypothesis", "scrapy.crawler", "scrapy.commands", "trafilatura", "typer", "rich", "fastwarc")
"""Imported once, before the tests are run again and again."""
_OPTIONS = (
    *("-x", "-q", "--tb=short", "-p", "no:cacheprovider", "-m", "not slow", "--hypothesis-seed=1"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # libraries are imported before
)
_MOST_MEMORY = 4 * 2**30
_PATIENCE = 20.0
"""Seconds that tests may take longer than five times as long as without a change."""


def sample(rooms: Iterable[str], size: int | None, seed: int) -> dict[str, list[Mutant]]:
    """The changes to try in each room: all, or about `size` of all rooms together, at least ten a room."""
    known = equivalent()
    found = {room: [mutant for mutant in _of(room) if mutant.name not in known] for room in rooms}
    total = sum(map(len, found.values()))
    if size is None or size >= total:
        return found
    return {
        room: sorted(changes, key=partial(_draw, seed))[: max(10, round(size * len(changes) / total))]
        for room, changes in found.items()
    }


def equivalent() -> set[str]:
    """The names of changes that change nothing; their reasons stand indented below them."""
    lines = EQUIVALENT.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith((" ", "#"))}


def _of(room: str) -> Iterator[Mutant]:
    for file in sorted(file for pattern in expanded(ROOMS[room].changed) for file in ROOT.glob(pattern)):
        yield from mutants(str(file.relative_to(ROOT)), file.read_text(encoding="utf-8"))


def _draw(seed: int, mutant: Mutant) -> bytes:
    return hashlib.sha256(f"{seed} {mutant.name}".encode()).digest()


class Bench:
    """A copy of the repository in which one process tries changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said = folder / "pytest.log"
        self._allowed: dict[Sequence[str], float] = {}
        self._stamp = int(time.time())
        for name in _COPIED:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for path in ROOT.iterdir():
            if path.is_file():
                shutil.copy(path, folder)
        for name in _LIBRARIES:
            importlib.import_module(name)

    def is_noticed(self, mutant: Mutant, tests: Sequence[str]) -> bool:
        """Whether a test fails, or never ends. Raises AssertionError when one fails without the change."""
        if tests not in self._allowed:
            begun = time.monotonic()
            if self._fails(tests, None):
                raise AssertionError(f"tests fail without a change:\n{self._said.read_text()[-3000:]}")
            self._allowed[tests] = 5 * (time.monotonic() - begun) + _PATIENCE
        path = self._folder / mutant.file
        source = path.read_text(encoding="utf-8")
        self._write(path, mutated(source, mutant))
        try:
            return self._fails(_own_first(tests, mutant.file), self._allowed[tests])
        finally:
            self._write(path, source)

    def _write(self, path: Path, source: str) -> None:
        path.write_text(source, encoding="utf-8")
        self._stamp += 2  # compiled files are told apart by the second
        os.utime(path, (self._stamp, self._stamp))

    def _fails(self, tests: Sequence[str], seconds: float | None) -> bool:
        child = os.fork()
        if not child:
            self._run(tests)
        code = _waited(child, seconds)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # what a test left behind
        return code != 0

    def _run(self, tests: Sequence[str]) -> NoReturn:
        """In a process of its own: ends with the tests' exit code."""
        code = 1
        try:
            os.setsid()
            with self._said.open("wb") as said:
                for stream in (1, 2):
                    os.dup2(said.fileno(), stream)
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
            os.chdir(self._folder)
            os.environ["PYTHONPATH"] = sys.path[0] = str(self._folder)
            sys.dont_write_bytecode = False  # what is not changed is compiled once
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            for name in [name for name in sys.modules if name.partition(".")[0] in _COPIED]:
                del sys.modules[name]
            code = pytest.main([*_OPTIONS, *tests])
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)


def _own_first(tests: Sequence[str], file: str) -> list[str]:
    """The file of tests that is named like the changed one comes first."""
    own = f"test_{Path(file).stem}.py"
    return sorted(tests, key=lambda test: Path(test).name != own)


def _waited(child: int, seconds: float | None) -> int:
    """The exit code; not 0 when the time is over."""
    end = None if seconds is None else time.monotonic() + seconds
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if end is not None and time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return -signal.SIGKILL
        time.sleep(0.02)


_bench: Bench | None = None
"""That of this process."""


def _is_noticed(folder: str, room: str, mutant: Mutant) -> bool:
    global _bench  # made once in each process
    _bench = _bench or Bench(Path(folder) / str(os.getpid()))
    return _bench.is_noticed(mutant, tuple(expanded(ROOMS[room].tests)))


def tried(changes: dict[str, list[Mutant]], workers: int) -> Iterator[tuple[str, Mutant, bool]]:
    """Each change with its room, and whether a test noticed it, as they are done."""
    with (
        tempfile.TemporaryDirectory(prefix="qingwen-mutants-") as folder,
        ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool,
    ):
        done: dict[Future[bool], tuple[str, Mutant]] = {}
        for room, found in changes.items():
            noticed = _noticed_in_forks(ROOMS[room], found, workers) if ROOMS[room].pure else set()
            yield from ((room, mutant, True) for mutant in found if mutant.name in noticed)
            done |= {
                pool.submit(_is_noticed, folder, room, mutant): (room, mutant)
                for mutant in found
                if mutant.name not in noticed
            }
        for future in as_completed(done):
            yield *done[future], future.result()


def _noticed_in_forks(room: Room, found: list[Mutant], workers: int) -> set[str]:
    arguments = (*_OPTIONS, *expanded(room.tests))
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as own:
        return own.submit(forked.noticed, found, arguments, workers).result()


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--room", action="append", choices=list(ROOMS), help="these rooms only")
    parser.add_argument("--all", action="store_true", help="every change, not a sample")
    parser.add_argument("--sample", type=int, default=240, metavar="CHANGES")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--file", help="changes to this file only")
    given = parser.parse_args()
    changes = sample(given.room or ROOMS, None if given.all else given.sample, given.seed)
    if given.file:
        changes = {room: [one for one in found if one.file == given.file] for room, found in changes.items()}
    if not any(changes.values()):
        parser.error("no change to try: --all takes more than the sample does, and a file must be in a room")
    score = _print(changes, given.workers)
    floor = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["mutants"]["noticed"]
    sys.exit(score < floor)


def _print(changes: dict[str, list[Mutant]], workers: int) -> float:
    noticed: Counter[str] = Counter()
    for room, mutant, seen in tried(changes, workers):
        noticed[room] += seen
        if not seen:
            print(f"{mutant.file}:{mutant.line} {mutant.name}", flush=True)
    print("\n| room | changes | noticed | share |\n|---|---|---|---|")
    for room, found in changes.items():
        if found:
            print(f"| {room} | {len(found)} | {noticed[room]} | {noticed[room] / len(found):.3f} |")
    total = sum(map(len, changes.values()))
    score = noticed.total() / total
    print(f"| all | {total} | {noticed.total()} | {score:.3f} |")
    return score


if __name__ == "__main__":
    main()
