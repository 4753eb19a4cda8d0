"""Copies are found in every form in which articles are stored. All texts are synthetic (合成)."""

import gzip
import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from benchmarks.synthetic import Writer
from cleaners.duplicates import DuplicateIndex, signature
from crawler.batch.arrow import row_of, schema_of
from crawler.cli import run
from crawler.corpus.copies import find_copies
from crawler.corpus.disk_index import DiskIndex
from schemas import Article

RNG = random.Random(20261122)
EVENT = Writer(RNG).event()
FIRST, OTHER = (Writer(RNG).report(EVENT) for _ in range(2))
NOON = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=8)))


def _article(url: str, text: str, hours: int) -> Article:
    return Article(url=url, title="标题", text=text, published_at=NOON + timedelta(hours=hours))


ARTICLES = [
    _article("https://late.example/1", f"转载者加的话。\n{FIRST}", 2),
    _article("https://other.example/2", OTHER, 0),
    _article("https://early.example/3", FIRST, 1),
]


def _lines() -> bytes:
    return b"".join(article.model_dump_json().encode() + b"\n" for article in ARTICLES)


def _job(folder: Path) -> None:
    lines = _lines().splitlines(keepends=True)
    (folder / "articles-000001.jsonl").write_bytes(b"".join(lines[:2]))
    (folder / "articles-000002.jsonl").write_bytes(lines[2])
    (folder / "rejections-000001.jsonl").write_bytes(b"{}\n")


def _zipped_shards(folder: Path) -> None:
    (folder / "articles").mkdir()
    (folder / "articles" / "part.jsonl.gz").write_bytes(gzip.compress(_lines()))


def _parquet_shards(folder: Path) -> None:
    (folder / "articles").mkdir()
    table = pa.Table.from_pylist([row_of(article) for article in ARTICLES], schema=schema_of(Article))
    parquet.write_table(table, folder / "articles" / "part.parquet")


@pytest.mark.parametrize("store", [_job, _zipped_shards, _parquet_shards])
def test_copies_are_grouped_with_the_earliest_as_original(store: object, tmp_path: Path) -> None:
    assert callable(store)
    store(tmp_path)
    [group] = find_copies([tmp_path])
    assert group.original == "https://early.example/3"
    assert group.copies == ("https://late.example/1", "https://early.example/3")
    assert len(group.group) == 16


def test_a_page_that_was_fetched_twice_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_bytes(_lines().splitlines(keepends=True)[0] * 2)
    assert find_copies([tmp_path]) == []


def test_the_command_writes_one_line_a_group(tmp_path: Path) -> None:
    _job(tmp_path)
    out = tmp_path / "groups.jsonl"
    assert run(["duplicates", str(tmp_path), "--out", str(out), "--quiet"]) == 0
    [line] = out.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["original"] == "https://early.example/3"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("articles.jsonl", b"[1]\n"),
        ("articles.jsonl", b'{"title": "\xe6"}\n'),
        ("articles.jsonl", b"no json\n"),
        ("articles.jsonl.gz", gzip.compress(b'{"text": "\xe6"', mtime=0)[:-9]),
        ("nothing.txt", b""),
    ],
)
def test_what_holds_no_articles_is_said_and_ends_with_one(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert run(["duplicates", str(tmp_path if name == "nothing.txt" else file)]) == 1
    assert "qingwen:" in capsys.readouterr().err


def test_on_disk_and_in_memory_the_groups_are_the_same() -> None:
    rng = random.Random(5)
    texts = [Writer(rng).report(EVENT) for _ in range(60)] + [""]
    texts += [text + "\n" + Writer(rng).promotion() for text in texts[:20]]
    signatures = [signature(text) for text in texts]
    in_memory = DuplicateIndex()
    for number, made in enumerate(signatures):
        in_memory.add(str(number), made)
    with DiskIndex() as on_disk:
        for made in signatures:
            on_disk.add(made)
        groups = on_disk.groups()
    assert [tuple(map(str, group)) for group in groups] == in_memory.groups()
    assert len(groups) >= 3
