"""Every command is given what it cannot read: it says so in a sentence."""

import re
from pathlib import Path

import pytest

from crawler.cli import run

NOISE = bytes(range(256)) * 8


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a hasty person may name instead of a job, a page or an archive."""
    for name in ("empty", "empty.jsonl", "empty.parquet"):
        (tmp_path / name).touch()
    for name in ("noise", "noise.jsonl", "noise.parquet"):
        (tmp_path / name).write_bytes(NOISE)
    (tmp_path / "folder").mkdir()
    for job, report in (("foreign", b"{}"), ("damaged", NOISE)):
        (tmp_path / job / "runs").mkdir(parents=True)
        (tmp_path / job / "runs/00001.json").write_bytes(report)
        (tmp_path / job / "ledger.sqlite").write_bytes(NOISE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


FILES = ("missing", "folder", "empty", "noise")
DAMAGED = ("foreign", "damaged")
TABLES = (*FILES, "noise.jsonl", "noise.parquet", "empty.parquet")


@pytest.mark.parametrize(
    "arguments",
    [
        *(["report", job] for job in FILES),
        *(["replay", job] for job in FILES),
        *(["forget", job] for job in FILES),
        *(["clean", file] for file in ("missing", "folder", "")),
        *(["explain", file] for file in ("missing", "folder")),
        *(["batch", file, "--out", "corpus"] for file in FILES),
        *(["duplicates", file] for file in TABLES if file != "empty"),
        ["batch", "empty.jsonl", "--out", "empty"],
        ["duplicates", "empty.jsonl", "--out", "folder"],
        ["explain", "empty", "--html", "folder"],
        ["explain", "empty", "--html", "missing/why.html"],
        ["crawl", "yybnet", "--out", "empty"],
        ["demo", "--out", "empty/out"],
        ["clean", "http://[::1/"],
        ["clean", "http://"],
        ["record", ""],
    ],
    ids=" ".join,
)
def test_it_is_wrong_usage(arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 1
    in_a_sentence(capsys.readouterr().err)


@pytest.mark.parametrize("command", ["report", "replay", "forget"])
@pytest.mark.parametrize("job", DAMAGED)
def test_a_job_that_cannot_be_read(
    command: str, job: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, job]) == 4
    in_a_sentence(capsys.readouterr().err)


def in_a_sentence(said: str) -> None:
    assert re.search(r"[a-z]{3}", said)
    assert not re.search(r"Errno|Traceback|pydantic|Error\(", said), said


@pytest.mark.parametrize("arguments", [["clean", "empty"], ["clean", "noise"]])
def test_a_page_that_is_none_is_rejected(arguments: list[str], folder: Path) -> None:
    assert run(arguments) == 2


def test_the_message_names_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, message in (
        (["report", "missing"], "missing is not a job folder"),
        (["report", "folder"], "folder holds no run"),
        (["report", "foreign"], "foreign/runs/00001.json does not hold what a crawl writes"),
        (["duplicates", "noise.parquet"], "noise.parquet is not a Parquet file"),
        (["batch", "missing", "--out", "corpus"], "missing cannot be read: No such file"),
        (["clean", "http://[::1/"], "refused: malformed"),
    ):
        run(arguments)
        assert message in capsys.readouterr().err
