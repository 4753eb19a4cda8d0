"""Which files of what the user names are read, as which shards."""

from pathlib import Path

import fsspec
import pytest

from crawler.batch import BatchError, Kind, find_sources
from crawler.batch import sources as module


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")


def found(*inputs: str) -> list[tuple[Kind, list[str]]]:
    return [(s.kind, [Path(file.url).name for file in s.files]) for s in find_sources(inputs, "/nowhere/out")]


def test_a_folder_is_searched_and_pages_of_one_folder_make_a_shard(tmp_path: Path) -> None:
    touch(
        tmp_path, "a.warc.gz", "deep/B.WARC", "deep/c.wet.gz", "d.jsonl", "e.jsonl.gz", "f.parquet", "g.txt"
    )
    touch(tmp_path, "h.html", "i.htm", "deep/j.shtml", "k.png", "_tmp/l.html", ".git/m.html", "_n.html")
    assert found(str(tmp_path)) == [
        (Kind.WARC, ["a.warc.gz"]),
        (Kind.JSONL, ["d.jsonl"]),
        (Kind.WARC, ["B.WARC"]),
        (Kind.WARC, ["c.wet.gz"]),
        (Kind.HTML, ["j.shtml"]),
        (Kind.JSONL, ["e.jsonl.gz"]),
        (Kind.PARQUET, ["f.parquet"]),
        (Kind.TEXT, ["g.txt"]),
        (Kind.HTML, ["h.html", "i.htm"]),
    ]


def test_of_a_job_only_the_archive_is_taken(tmp_path: Path) -> None:
    touch(tmp_path, "ledger.sqlite", "articles-00000.jsonl", "archive-00000.warc.gz", "report.html")
    assert found(str(tmp_path)) == [(Kind.WARC, ["archive-00000.warc.gz"])]


def test_many_pages_of_a_folder_make_several_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FILES_PER_SHARD", 2)
    touch(tmp_path, *(f"{n}.html" for n in range(5)))
    assert found(str(tmp_path)) == [
        (Kind.HTML, ["0.html", "1.html"]),
        (Kind.HTML, ["2.html", "3.html"]),
        (Kind.HTML, ["4.html"]),
    ]
    assert len({source.name for source in find_sources([str(tmp_path)], "/nowhere/out")}) == 3


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
    [first] = find_sources([str(tmp_path / "x")], "/nowhere/out")
    names = {source.name for source in find_sources([str(tmp_path)], "/nowhere/out")}
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
        assert [tuple(file) for file in source.files] == [("memory:///raw/a.jsonl", 2)]
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
    names = [Path(source.url).name for source in find_sources([str(tmp_path)], str(tmp_path / "out"))]
    assert names == ["a.jsonl", "b.jsonl"]
