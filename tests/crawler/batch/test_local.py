"""The two ways of the local engine: whole shards in a worker each, and page by page under the guard."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.batch import Format, Settings, ShardReport, Source, find_sources
from crawler.batch.files import File, Kind
from crawler.batch.local import clean_locally, divided
from crawler.batch.pages import Task
from crawler.batch.progress import Done, Silent
from crawler.batch.store import Store
from crawler.batch.whole import ShardWorkers, Undone
from crawler.guard import GuardError, Limits, process
from tests.crawler.batch import tasks
from tests.crawler.batch.archives import SMALL, listing, pages, write_warc
from tests.crawler.batch.conftest import FRESH
from tests.crawler.guard.poison import MIB

LIMITS = Limits(seconds=600, memory=256 * MIB)
SETTINGS = Settings(limits=LIMITS)
HANGING = Settings(limits=replace(LIMITS, seconds=4))
"""For pages that never end: on a busy machine any page may take a second."""


class Heard(Silent):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    def reached(self, done: Done) -> None:
        self.told.append((done.shard, done.pages))


def archive(folder: Path, shards: dict[str, Sequence[str]]) -> list[Source]:
    """One WARC file a shard."""
    folder.mkdir(exist_ok=True)
    for name, words in shards.items():
        write_warc(folder / f"{name}.warc.gz", pages(words))
    return find_sources([str(folder)], "/nowhere/out", SMALL)


def whole(
    sources: Sequence[Source],
    out: Path,
    *,
    task: Task = tasks.sort,
    settings: Settings = SETTINGS,
    progress: Silent | None = None,
) -> list[ShardReport | Undone]:
    """What one worker makes of whole shards."""
    with ShardWorkers(task, settings, 1, progress or Silent(), arrow=True) as workers:
        return list(workers.clean(sources, Store(str(out))))


@pytest.mark.parametrize("word", ["segfault", "kill", "exit", "hang", "stop", "memory"])
def test_a_page_that_costs_a_worker_leaves_its_shard_undone_and_no_other(tmp_path: Path, word: str) -> None:
    sources = archive(tmp_path / "raw", {"a": ["甲"], "b": ["乙", word, "丙"], "c": ["丁"]})
    made = whole(sources, tmp_path / "out", settings=HANGING if word in ("hang", "stop") else SETTINGS)
    assert [result.source for result in made if isinstance(result, Undone)] == [sources[1]]
    assert {result.name for result in made if isinstance(result, ShardReport)} == {
        sources[0].name,
        sources[2].name,
    }
    assert not list((tmp_path / "out").rglob(f"{sources[1].name}*"))


@pytest.mark.parametrize("form", list(Format))
def test_both_ways_give_the_same_bytes(tmp_path: Path, form: Format) -> None:
    words = ["甲", "listing", "raise", "sysexit", "x" * 70_000, *map(str, range(40))]
    sources = archive(tmp_path / "raw", {"a": words})
    settings = Settings(format=form, limits=Limits(body=65_536))
    [report] = whole(sources, tmp_path / "whole", settings=settings)
    assert isinstance(report, ShardReport)
    assert report.rejected == {"listing": 1, "too_large": 1}
    assert report.failed == {"SystemExit": 1, "ValueError": 1}
    store = Store(str(tmp_path / "pages"))
    assert list(clean_locally(sources, store, settings, tasks.sort, workers=2, progress=Silent())) == [report]
    assert listing(tmp_path / "whole") == listing(tmp_path / "pages")


def test_a_parquet_input_is_read_within_the_memory_of_a_page(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(
        pa.table({"url": ["http://x.test/"], "body": ["甲".encode()]}), tmp_path / "a.parquet"
    )
    settings = Settings(format=Format.PARQUET)
    [report] = whole(find_sources([str(tmp_path / "a.parquet")], "/nowhere/out"), tmp_path, settings=settings)
    assert isinstance(report, ShardReport)
    assert (report.articles, report.damage) == (1, ())


_ADDRESSES = """
import sys
from pathlib import Path

from crawler.batch.worker import load_arrow

load_arrow()


def peak() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmPeak"))


import pyarrow as pa
from pyarrow import parquet

before = peak()
parquet.write_table(pa.table({f"c{number}": ["x"] * 9 for number in range(40)}), sys.argv[1])
for _ in parquet.ParquetFile(open(sys.argv[1], "rb")).iter_batches(1):
    pass
print(peak() - before)
"""


def test_arrow_reserves_little_of_the_addresses_a_page_may_have(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ADDRESSES, str(tmp_path / "a.parquet")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(ran.stdout) * 1024 < Limits().memory / 4


def test_memory_that_runs_out_while_reading_is_no_damage_of_the_input(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.table({"body": [bytes(8 * MIB)] * 50}), tmp_path / "a.parquet")
    sources = find_sources([str(tmp_path / "a.parquet")], "/nowhere/out")
    assert whole(sources, tmp_path / "out") == [Undone(sources[0], f"memory: more than {256 * MIB} bytes")]


def test_a_shard_that_lost_its_worker_says_so_unless_a_page_is_to_blame(tmp_path: Path) -> None:
    sources = archive(tmp_path / "raw", {"a": ["甲", str(tmp_path / "once")], "b": ["乙", "segfault", "丙"]})
    store = Store(str(tmp_path / "out"))
    reports = clean_locally(sources, store, SETTINGS, tasks.kill_the_first, workers=1, progress=Silent())
    by_pages = {report.pages: report for report in reports if isinstance(report, ShardReport)}
    assert (by_pages[2].redone, by_pages[2].failed) == ("killed: SIGKILL", {})
    assert (by_pages[3].redone, by_pages[3].failed) == ("", {"killed": 1})


def test_an_input_that_cannot_be_read_costs_no_worker(tmp_path: Path) -> None:
    gone = Source(Kind.JSONL, (File((tmp_path / "gone.jsonl").as_uri(), 3),))
    [there] = archive(tmp_path / "raw", {"a": ["pid"]})
    with ShardWorkers(tasks.sort, SETTINGS, 1, Silent(), arrow=False) as workers:
        store = Store(str(tmp_path / "out"))
        first, missing, second = (list(workers.clean([source], store)) for source in (there, gone, there))
    assert [result.source for result in missing if isinstance(result, Undone)] == [gone]
    assert first == second


def test_a_task_that_cannot_be_loaded_ends_the_run(tmp_path: Path) -> None:
    sources = archive(tmp_path / "raw", {"a": ["甲"]})
    with pytest.raises(GuardError, match="cannot load its task"):
        whole(sources, tmp_path / "out", task=tasks.Unloadable())


def test_a_run_given_up_leaves_no_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_spawn", FRESH)  # a fork is another process's child
    sources = archive(tmp_path / "raw", {"a": ["甲"] * 9, "b": ["sleep 60"], "c": ["乙"]})
    before, store = children(), Store(str(tmp_path / "out"))
    results = clean_locally(sources, store, Settings(), tasks.sort, workers=1, progress=Silent())
    next(results)
    assert len(children() - before) == 1
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert children() == before


def children() -> set[int]:
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {int(pid) for path in listed for pid in path.read_text("ascii").split()}


def test_what_is_done_is_told_meanwhile(tmp_path: Path) -> None:
    sources = archive(tmp_path / "raw", {"a": ["sleep 0.2"] * 4})
    heard = Heard()
    whole(sources, tmp_path / "out", progress=heard)
    assert {name for name, _ in heard.told} == {sources[0].name}
    assert any(0 < pages < 4 for _, pages in heard.told)


@pytest.mark.parametrize(
    ("sizes", "workers", "large"),
    [
        ([5], 1, []),
        ([5], 2, [5]),
        ([5, 5, 5, 6], 2, []),
        ([1] * 3, 2, [1, 1, 1]),
        ([9, *[1] * 9], 2, [9]),
        ([], 2, []),
        ([0, 0], 2, []),
    ],
)
def test_a_shard_is_for_all_workers_when_it_is_most_of_a_share(
    sizes: list[int], workers: int, large: list[int]
) -> None:
    sources = [Source(Kind.WARC, (File(f"file:///{n}.warc", size),)) for n, size in enumerate(sizes)]
    one_each, together = divided(sources, workers)
    assert [source.size for source in together] == large
    assert sorted(source.url for source in (*one_each, *together)) == sorted(source.url for source in sources)
