"""Which files of what the user names are read, as which shards."""

from pathlib import Path

import fsspec
import pytest

from crawler.batch import BatchError, Kind, Source, find_sources
from crawler.batch.division import SHARD_SIZE, divide
from crawler.batch.files import File
from tests.crawler.batch.archives import SMALL


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")


def found(*inputs: str, shard_size: float = SMALL) -> list[tuple[Kind, list[str]]]:
    sources = find_sources(inputs, "/nowhere/out", shard_size)
    return [(s.kind, [Path(file.url).name for file in s.files]) for s in sources]


def test_a_folder_is_searched_and_small_files_of_a_kind_make_a_shard(tmp_path: Path) -> None:
    touch(
        tmp_path, "a.warc.gz", "deep/B.WARC", "deep/c.wet.gz", "d.jsonl", "e.jsonl.gz", "f.parquet", "g.txt"
    )
    touch(tmp_path, "h.html", "i.htm", "deep/j.shtml", "k.png", "_tmp/l.html", ".git/m.html", "_n.html")
    assert found(str(tmp_path), shard_size=SHARD_SIZE) == [
        (Kind.WARC, ["a.warc.gz", "B.WARC", "c.wet.gz"]),
        (Kind.JSONL, ["d.jsonl", "e.jsonl.gz"]),
        (Kind.HTML, ["j.shtml", "h.html", "i.htm"]),
        (Kind.PARQUET, ["f.parquet"]),
        (Kind.TEXT, ["g.txt"]),
    ]


def test_files_fill_a_shard_up_to_its_size(tmp_path: Path) -> None:
    touch(tmp_path, *(f"day-{n:02}/a.html" for n in range(40)))
    assert len(found(str(tmp_path), shard_size=1.1e-7)) == 40 // 5  # one byte a file, .02 of output each
    assert len(found(str(tmp_path), shard_size=SHARD_SIZE)) == 1


MB = 1_000_000


@pytest.mark.parametrize(
    ("kind", "name", "size", "ranges"),
    [
        (Kind.WARC, "a.warc.gz", 1000 * MB, 1),
        (Kind.WARC, "a.warc.gz", 10_000 * MB, 7),
        (Kind.WARC, "a.warc", 10_000 * MB, 2),
        (Kind.PARQUET, "a.parquet", 3000 * MB, 2),
        (Kind.JSONL, "a.jsonl", 10_000 * MB, 2),
        (Kind.JSONL, "a.jsonl.gz", 10_000 * MB, 1),
        (Kind.TEXT, "a.txt", 10_000 * MB, 1),
    ],
)
def test_a_large_file_is_divided_where_it_can_be_read_from_the_middle(
    kind: Kind, name: str, size: int, ranges: int
) -> None:
    shards = list(divide([File(f"file:///{name}", size)], kind, SHARD_SIZE))
    assert len(shards) == ranges
    assert [files[0].start for files in shards[1:]] == [files[0].end for files in shards[:-1]]
    assert (shards[0][0].start, shards[-1][0].end) == (0, None)
    assert sum(files[0].span for files in shards) == size
    assert len({Source(kind, files).name for files in shards}) == ranges


def test_the_division_depends_on_nothing_but_what_comes_before() -> None:
    files = [File(f"file:///{n:03}.html", 500 * MB) for n in range(100)]
    shards = list(divide(files, Kind.HTML, SHARD_SIZE))
    assert {len(shard) for shard in shards} == {10}
    assert list(divide(files[:95], Kind.HTML, SHARD_SIZE))[:9] == shards[:9]


def test_of_a_job_only_the_archive_is_taken(tmp_path: Path) -> None:
    touch(tmp_path, "ledger.sqlite", "articles-00000.jsonl", "archive-00000.warc.gz", "report.html")
    assert found(str(tmp_path)) == [(Kind.WARC, ["archive-00000.warc.gz"])]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.warc.gz", "b.warc.gz")
    names = [
        str(tmp_path),
        str(tmp_path / "a.warc.gz"),
        str(tmp_path / "*.warc.gz"),
        f"file://{tmp_path}/b.warc.gz",
    ]
    assert found(*names) == [(Kind.WARC, ["a.warc.gz"]), (Kind.WARC, ["b.warc.gz"])]


def test_names_are_readable_and_stay_when_other_inputs_come(tmp_path: Path) -> None:
    touch(tmp_path, "新闻 2026.warc.gz", "x/a.warc.gz", "y/a.warc.gz")
    [first] = find_sources([str(tmp_path / "x")], "/nowhere/out", SMALL)
    names = {source.name for source in find_sources([str(tmp_path)], "/nowhere/out", SMALL)}
    assert first.name.startswith("a-")
    assert first.name in names
    assert len(names) == 3


def test_a_change_of_the_input_shows_in_the_fingerprint(tmp_path: Path) -> None:
    touch(tmp_path, "a.html")
    before = find_sources([str(tmp_path)], "/nowhere/out")[0]
    touch(tmp_path, "b.html")
    after = find_sources([str(tmp_path)], "/nowhere/out")[0]
    assert before.name == after.name
    assert before.fingerprint != after.fingerprint


def test_other_file_systems_are_read_by_url() -> None:
    fs = fsspec.filesystem("memory")
    fs.pipe_file("/raw/a.jsonl", b"{}")
    try:
        [source] = find_sources(["memory://raw"], "/nowhere/out")
        assert [tuple(file) for file in source.files] == [("memory:///raw/a.jsonl", 2, 0, None)]
    finally:
        fs.rm("/raw", recursive=True)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.warc.gz", "cannot be read"),
        ("a.png", "no known kind"),
        ("empty", "nothing to read"),
        ("*.nothing", "nothing to read"),
        ("nosuch://x", "Protocol not known"),
    ],
)
def test_an_input_that_gives_nothing_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str
) -> None:
    touch(tmp_path, "a.png")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BatchError, match=message):
        find_sources([name], "/nowhere/out")


def test_what_stands_in_the_output_folder_is_no_input(tmp_path: Path) -> None:
    touch(tmp_path, "a.jsonl", "out/articles/a.jsonl.gz", "output/b.jsonl")
    [source] = find_sources([str(tmp_path)], str(tmp_path / "out"))
    assert [Path(file.url).name for file in source.files] == ["a.jsonl", "b.jsonl"]
