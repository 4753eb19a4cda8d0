"""The structure of an article on the command line."""

import gzip
import json
from pathlib import Path

import pytest

from crawler.cases import FIXTURES
from crawler.cli import run

PAGE = str(FIXTURES / "structure" / "table-first.html")
FILES = str(FIXTURES / "structure" / "notice-attachments.html")


def test_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", PAGE, "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# 今日油价")
    assert "| 92号汽油 | 7.65 | 0.12 |" in out


def test_html_is_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", FILES, "--format", "html", "--url", "https://n.example/a/1.html"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("<!doctype html>") and "<script" not in out
    assert '<a href="https://n.example/a/P020260312001.pdf">1.轮渡时刻表.pdf</a> 320KB' in out


def test_json_has_the_blocks(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", PAGE, "--format", "json"]) == 0
    assert [block["type"] for block in json.loads(capsys.readouterr().out)["blocks"]][:2] == [
        "table",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["batch", PAGE, "--out", "x", "--formats", "md"],
            "--formats: no format 'md': there are markdown, html, blocks",
        ),
        (["crawl", "generic", "--formats", "md"], "--formats: no format 'md'"),
        (
            ["crawl", "generic", "--media", "videos"],
            "--media: no media 'videos': there are images, attachments",
        ),
    ],
)
def test_unknown_names_are_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 1
    assert told in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_batch_writes_them(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = [
        "batch",
        PAGE,
        "--out",
        str(out),
        "--format",
        form,
        "--formats",
        "markdown,blocks",
        "--workers",
        "1",
    ]
    assert run([*arguments, "--quiet"]) == 0
    if form == "parquet":
        from pyarrow import parquet

        [row] = [
            row for file in out.rglob("articles/*.parquet") for row in parquet.read_table(file).to_pylist()
        ]
        row["blocks"] = [json.loads(block) for block in row["blocks"]]
    else:
        [file] = out.rglob("articles/*.jsonl.gz")
        row = json.loads(gzip.decompress(file.read_bytes()))
    assert row["markdown"].startswith("| 品种 |") and row["html"] is None
    assert row["blocks"][0]["type"] == "table"
