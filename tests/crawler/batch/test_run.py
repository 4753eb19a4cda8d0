"""Runs over archives with the local engine: what is written, what is done again, and that nothing partial stays."""

import gzip
import json
import random
import sys
import time
from dataclasses import replace
from functools import partial
from itertools import pairwise
from multiprocessing.process import BaseProcess
from pathlib import Path

import fsspec
import pytest

from crawler.batch import BatchError, BatchReport, Format, Kind, Settings, find_sources
from crawler.batch.division import SHARD_SIZE
from crawler.batch.files import File, kind_of
from crawler.batch.local import clean_locally
from crawler.batch.progress import Silent
from crawler.batch.report import InputFailed, Manifest, ShardReport
from crawler.batch.run import run_batch
from crawler.batch.sources import Source
from crawler.batch.store import Store
from crawler.guard import Limits
from schemas import Article
from tests import forks
from tests.crawler.batch import tasks
from tests.crawler.batch.archives import SMALL, listing, pages, read_lines, write_jsonl, write_warc
from tests.crawler.guard.poison import MIB

LIMITS = Limits(seconds=600, memory=256 * MIB)
POISON = [
    ["甲", "listing", "segfault", "乙", "raise"],
    ["too_short", "丙", "hang", "丁"],
    ["戊", "memory", "己"],
]


def run(
    inputs: Path,
    out: Path | str,
    *,
    workers: int = 1,
    task: object = tasks.sort,
    form: Format = Format.JSONL,
    shard_size: float = SMALL,
    limits: Limits = LIMITS,
) -> BatchReport:
    engine = partial(clean_locally, workers=workers, progress=Silent())
    settings = Settings(format=form, limits=limits)
    return run_batch(
        find_sources([str(inputs)], "/nowhere/out", shard_size),
        Store(str(out)),
        settings,
        lambda a, b, c, _: engine(a, b, c, task),  # type: ignore[arg-type]  # engines are called as the command does
    )


def archives(folder: Path, words: list[list[str]]) -> Path:
    """Three archives of different kinds."""
    folder.mkdir()
    write_warc(folder / "a.warc.gz", pages(words[0]))
    write_jsonl(folder / "b.jsonl.gz", pages(words[1]))
    write_warc(folder / "c.warc", pages(words[2]), compressed=False)
    return folder


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return archives(
        tmp_path / "raw", [["甲", "listing", "乙", "raise"], ["too_short", "丙", "丁"], ["戊", "己"]]
    )


def test_every_page_has_its_outcome_in_order_and_the_counts_add_up(tmp_path: Path) -> None:
    raw = archives(tmp_path / "poison", POISON)
    limits = replace(LIMITS, seconds=4)  # on a busy machine any page may take a second
    report = run(raw, tmp_path / "out", workers=2, limits=limits)
    totals = report.totals
    assert (totals.pages, totals.articles) == (12, 6)
    assert totals.rejected == {"listing": 1, "too_short": 1}
    assert totals.failed == {"ValueError": 1, "hung": 1, "killed": 1, "memory": 1}
    assert "".join(str(line["text"]) for line in read_lines(tmp_path / "out/articles")) == "甲乙丙丁戊己"
    assert [line["error"] for line in read_lines(tmp_path / "out/failures")] == [
        "killed",
        "ValueError",
        "hung",
        "memory",
    ]
    assert not report.complete


def test_the_manifest_describes_what_stands_there(raw: Path, tmp_path: Path) -> None:
    run(raw, tmp_path / "out")
    manifest = Manifest.model_validate_json((tmp_path / "out/manifest.json").read_bytes())
    files = {file.path: (file.bytes, file.sha256) for shard in manifest.shards for file in shard.files}
    data = {name: body for name, body in listing(tmp_path / "out").items() if name.endswith(".jsonl.gz")}
    assert files.keys() == data.keys()
    assert all(len(data[name]) == size for name, (size, _) in files.items())
    first = manifest.shards[0]
    assert {
        "qingwen",
        "schema",
        "opencc-python-reimplemented",
        "lxml",
        "trafilatura",
    } <= first.versions.keys()
    assert first.settings["script"] == "simplified"
    assert (first.input, first.input_files) == ((raw / "a.warc.gz").as_uri(), 1)


@pytest.mark.parametrize("form", list(Format))
def test_the_bytes_do_not_depend_on_workers_or_on_when(raw: Path, tmp_path: Path, form: Format) -> None:
    run(raw, tmp_path / "one", workers=1, form=form)
    time.sleep(1.1)
    run(raw, tmp_path / "three", workers=3, form=form)
    assert listing(tmp_path / "one") == listing(tmp_path / "three")


@pytest.mark.parametrize("form", list(Format))
def test_pages_in_many_folders_make_one_file_of_each_kind(tmp_path: Path, form: Format) -> None:
    for number in range(40):
        (tmp_path / f"raw/day-{number:02}").mkdir(parents=True)
        (tmp_path / f"raw/day-{number:02}/a.html").write_text(f"第{number:02}页")
    report = run(tmp_path / "raw", tmp_path / "out", form=form, shard_size=SHARD_SIZE)
    assert (report.cleaned, report.totals.articles) == (1, 40)
    assert {Path(name).parent.name for name in listing(tmp_path / "out")} == {
        "",
        "articles",
        "rejections",
        "failures",
        "_shards",
    }
    assert len(list((tmp_path / "out").glob("*/*"))) == 5


def ranges(path: Path, parts: int) -> list[Source]:
    size = path.stat().st_size
    edges = [size * n // parts for n in range(parts)] + [None]
    kind = kind_of(path.name)
    assert kind
    return [Source(kind, (File(path.as_uri(), size, start or 0, end),)) for start, end in pairwise(edges)]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.jsonl", "a.parquet"])
def test_the_ranges_of_a_file_give_each_page_once(tmp_path: Path, name: str) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    words, path = [f"第{n:03}页" for n in range(200)], tmp_path / name
    if name == "a.parquet":
        table = pa.table({"html": words, "url": [f"http://x.test/{n}" for n in range(200)]})
        parquet.write_table(table, path, row_group_size=9)
    elif name == "a.jsonl":
        write_jsonl(path, pages(words))
    else:
        write_warc(path, pages(words), compressed=path.suffix == ".gz")
    engine = partial(clean_locally, workers=2, progress=Silent())
    store, settings = Store(str(tmp_path / "out")), Settings(limits=LIMITS)
    sources = ranges(path, 7)
    report = run_batch(sources, store, settings, lambda a, b, c, _: engine(a, b, c, tasks.sort))
    assert (report.cleaned, report.totals.pages, report.totals.damaged) == (7, 200, 0)
    shards = {
        shard.name: shard
        for shard in Manifest.model_validate_json((tmp_path / "out/manifest.json").read_bytes()).shards
    }
    texts = [
        str(json.loads(line)["text"])
        for source in sources
        for line in gzip.decompress(
            (tmp_path / "out" / shards[source.name].files[0].path).read_bytes()
        ).splitlines()
    ]
    assert texts == words
    assert sum(bool(shard.articles) for shard in shards.values()) >= 3  # Parquet ends with a long footer


def test_shards_that_hold_inputs_of_now_are_replaced(raw: Path, tmp_path: Path) -> None:
    for number in range(4):
        (raw / f"{number}.html").write_text(f"第{number}页")
    run(raw, tmp_path / "out", shard_size=SHARD_SIZE)
    totals = run(raw, tmp_path / "out").totals
    assert (totals.pages, totals.shards) == (12 + 1, 7)
    assert run(raw, tmp_path / "out", shard_size=SHARD_SIZE).totals.pages == 13
    with pytest.raises(BatchError, match=r"holds file.*/[02-3]\.html in one shard with inputs named now"):
        run(raw / "1.html", tmp_path / "out")
    (raw / "0.html").unlink()
    assert run(raw, tmp_path / "out", shard_size=SHARD_SIZE).totals.pages == 12
    assert len(list((tmp_path / "out/articles").iterdir())) == 3


def test_damage_in_one_of_several_inputs_says_in_which(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for name in ("a", "b"):
        write_jsonl(tmp_path / f"raw/{name}.jsonl", pages(["甲"]))
    (tmp_path / "raw/b.jsonl").write_text("{")
    run(tmp_path / "raw", tmp_path / "out", shard_size=SHARD_SIZE)
    [shard] = json.loads((tmp_path / "out/manifest.json").read_bytes())["shards"]
    assert "b.jsonl: line 1: " in shard["damage"][0]


def test_a_second_run_does_nothing_and_a_lost_shard_is_made_again(raw: Path, tmp_path: Path) -> None:
    run(raw, tmp_path / "out")
    before = listing(tmp_path / "out")
    assert run(raw, tmp_path / "out").cleaned == 0
    [damaged, *_] = (tmp_path / "out/articles").iterdir()
    damaged.write_bytes(b"half")
    again = run(raw, tmp_path / "out")
    assert (again.cleaned, again.skipped) == (1, 2)
    assert listing(tmp_path / "out") == before


def test_a_changed_input_or_setting_is_cleaned_again(raw: Path, tmp_path: Path) -> None:
    run(raw, tmp_path / "out")
    write_jsonl(raw / "b.jsonl.gz", pages(["新"]))
    assert run(raw, tmp_path / "out").cleaned == 1
    assert run(raw, tmp_path / "out", form=Format.PARQUET).cleaned == 3
    assert not list((tmp_path / "out").rglob("*.jsonl.gz"))


def test_an_entry_that_cannot_be_read_is_named(raw: Path, tmp_path: Path) -> None:
    run(raw, tmp_path / "out")
    (tmp_path / "out/_shards/other.json").write_text("{}")
    with pytest.raises(BatchError, match=r"other\.json cannot be read"):
        run(raw, tmp_path / "out")


def test_later_inputs_join_the_same_corpus(raw: Path, tmp_path: Path) -> None:
    run(raw / "a.warc.gz", tmp_path / "out")
    report = run(raw / "c.warc", tmp_path / "out")
    assert (report.cleaned, report.totals.shards, report.totals.pages) == (1, 2, 6)


def test_damage_is_reported_and_the_rest_is_there(raw: Path, tmp_path: Path) -> None:
    archive = raw / "c.warc"
    archive.write_bytes(archive.read_bytes()[:-10])
    report = run(raw, tmp_path / "out")
    assert report.totals.damaged == 1
    manifest = json.loads((tmp_path / "out/manifest.json").read_bytes())
    assert "cut off" in manifest["shards"][2]["damage"][0]
    assert (tmp_path / "out/_SUCCESS").exists()


def test_of_much_damage_the_manifest_names_the_first_and_the_number(tmp_path: Path) -> None:
    (tmp_path / "raw.jsonl").write_text("{\n" * 150)
    run(tmp_path / "raw.jsonl", tmp_path / "out")
    [shard] = json.loads((tmp_path / "out/manifest.json").read_bytes())["shards"]
    assert len(shard["damage"]) == 101
    assert shard["damage"][-1] == "and 50 more"


def test_an_input_that_cannot_be_read_is_tried_again_and_holds_success_back(tmp_path: Path) -> None:
    gone = Source(Kind.JSONL, (File((tmp_path / "gone.jsonl").as_uri(), 3),))
    engine = partial(clean_locally, workers=1, progress=Silent())
    store, settings = Store(str(tmp_path / "out")), Settings(limits=LIMITS)
    report = run_batch([gone], store, settings, engine)
    assert "gone.jsonl" in report.unreadable[0]
    assert not (tmp_path / "out/_SUCCESS").exists()
    assert listing(tmp_path / "out").keys() == {"manifest.json"}
    [result] = engine([gone], store, settings, tasks.sort)
    assert isinstance(result, InputFailed)


def test_parquet_has_the_schema_of_the_record_even_when_it_is_empty(raw: Path, tmp_path: Path) -> None:
    from pyarrow import parquet

    from crawler.batch.arrow import schema_of

    run(raw, tmp_path / "out", form=Format.PARQUET)
    tables = [parquet.read_table(path) for path in sorted((tmp_path / "out/articles").iterdir())]
    assert all(table.schema.equals(schema_of(Article)) for table in tables)
    assert [text for table in tables for text in table["text"].to_pylist()] == list("甲乙丙丁戊己")
    assert parquet.read_table(tmp_path / "out/rejections").num_rows == 2


def test_output_may_be_any_file_system(raw: Path) -> None:
    fs = fsspec.filesystem("memory")
    try:
        run(raw / "b.jsonl.gz", "memory://corpus")
        assert fs.exists("/corpus/_SUCCESS")
        assert not fs.exists("/corpus/_tmp")
        assert run(raw / "b.jsonl.gz", "memory://corpus").skipped == 1
    finally:
        fs.rm("/corpus", recursive=True)


KILLABLE = """
import sys
from pathlib import Path
from tests import forks
from tests.crawler.batch import tasks
from tests.crawler.batch.test_run import run
raw, out, file = map(Path, sys.argv[1:4])
run(raw, out, workers=2, task=tasks.Counted(file, int(sys.argv[4])))
"""


@pytest.mark.slow
def test_killed_at_any_moment_and_run_again_ends_with_the_same_bytes(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for n in range(6):
        write_jsonl(raw / f"{n}.jsonl", pages([f"第{i}页" for i in range(300)]))
    run(raw, tmp_path / "undisturbed", workers=2)
    chance, counted = random.Random(7), tmp_path / "counted"
    counted.touch()
    for _ in range(4):
        wanted = counted.stat().st_size + chance.randrange(1, 250)
        process = _cleaning(raw, tmp_path / "out", counted, wanted + 50)
        while counted.stat().st_size < wanted:
            assert process.exitcode is None, "it ended before it was killed"
            time.sleep(0.001)
        process.kill()
        process.join()
        for shard in (tmp_path / "out/_shards").glob("*.json"):
            ShardReport.model_validate_json(shard.read_bytes())
    process = _cleaning(raw, tmp_path / "out", counted, 10**9)
    process.join(600)
    assert process.exitcode == 0
    assert listing(tmp_path / "out") == listing(tmp_path / "undisturbed")


def _cleaning(raw: Path, out: Path, counted: Path, most: int) -> BaseProcess:
    command = [sys.executable, "-c", KILLABLE, str(raw), str(out), str(counted), str(most)]
    return forks.start(command)
