"""What is exported is what other tools read."""

import gzip
import json
import random
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from benchmarks.synthetic import Writer
from crawler.cli import run
from schemas import Article
from tests.crawler.corpus.articles import ARTICLES, store_job, store_parquet, store_zipped

RNG = random.Random(20261128)
STORES = [store_job, store_zipped, store_parquet]


def exported(*arguments: str | Path) -> int:
    return run(["export", *map(str, arguments), "--quiet"])


def lines(folder: Path) -> list[dict[str, Any]]:
    files = sorted((folder / "data").glob("*.jsonl.gz"))
    return [json.loads(line) for file in files for line in gzip.decompress(file.read_bytes()).splitlines()]


@pytest.mark.parametrize("store", STORES)
def test_articles_are_written_as_they_were_stored(store: Any, tmp_path: Path) -> None:
    assert exported(store(tmp_path / "corpus"), "--out", tmp_path / "out") == 0
    assert [Article.model_validate(line) for line in lines(tmp_path / "out")] == ARTICLES


def test_a_filter_leaves_out_and_says_how_many(tmp_path: Path) -> None:
    where = "quality.link_share < .5"
    assert exported(store_job(tmp_path / "corpus"), "--out", tmp_path / "out", "--where", where) == 0
    report = json.loads((tmp_path / "out/export.json").read_bytes())
    assert (report["read"], report["written"], report["filtered"], report["where"]) == (20, 10, 10, where)


@pytest.fixture(scope="module")
def copied() -> list[Article]:
    texts = [Writer(RNG).report(Writer(RNG).event()) for _ in range(3)]
    return [
        ARTICLES[number].model_copy(update={"url": f"https://x.test/{number}", "text": text})
        for number, text in enumerate(
            [texts[0], texts[1], "转载。\n" + texts[0], texts[2], texts[1]], start=1
        )
    ]


def test_copies_are_marked_with_their_group_and_original(tmp_path: Path, copied: list[Article]) -> None:
    store_zipped(tmp_path / "corpus", copied)
    assert exported(tmp_path / "corpus", "--out", tmp_path / "out", "--copies", "mark") == 0
    found = lines(tmp_path / "out")
    assert [line["original"] and line["original"][-1] for line in found] == ["1", "2", "1", None, "2"]
    groups = [line["duplicate_group"] for line in found]
    assert groups[0] == groups[2] != groups[1] == groups[4]
    assert groups[3] is None


def test_copies_are_dropped(tmp_path: Path, copied: list[Article]) -> None:
    store_parquet(tmp_path / "corpus", copied)
    assert exported(tmp_path / "corpus", "--out", tmp_path / "out", "--copies", "drop") == 0
    assert [line["url"][-1] for line in lines(tmp_path / "out")] == ["1", "2", "4"]


def test_personal_data_is_masked_only_when_asked(tmp_path: Path) -> None:
    secret = ARTICLES[1].model_copy(update={"text": "电话13800138000。", "markdown": "电话13800138000。"})
    store_job(tmp_path / "corpus", [secret])
    for personal, text in (("mask", "电话〔手机号〕。"), ("count", secret.text), ("", secret.text)):
        out = tmp_path / f"out-{personal}"
        assert (
            exported(tmp_path / "corpus", "--out", out, *(["--personal", personal] if personal else [])) == 0
        )
        [line] = lines(out)
        assert line["text"] == text
        assert line["markdown"] == (None if personal == "mask" else secret.markdown)
        assert json.loads((out / "export.json").read_bytes())["personal"] == (
            {"mobile": 1} if personal else {}
        )


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine").write_text("x")
    assert exported(store_job(tmp_path / "corpus"), "--out", tmp_path / "out") != 0
    assert "not empty" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine"]


def test_a_filter_that_is_none_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exported(store_job(tmp_path / "corpus"), "--out", tmp_path / "out", "--where", "chars > 3") == 1
    assert "chars is not a field" in capsys.readouterr().err


def test_a_library_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_: Any, **__: Any) -> None:
        raise ImportError("No module named 'rensa'", name="rensa")

    monkeypatch.setattr("crawler.corpus.export.export", missing)
    assert exported(store_job(tmp_path / "corpus"), "--out", tmp_path / "out", "--copies", "drop") == 1
    assert "pip install rensa" in capsys.readouterr().err


def test_nothing_half_stands_under_the_final_name(tmp_path: Path) -> None:
    store_job(tmp_path / "corpus")
    (tmp_path / "corpus/articles-00002.jsonl").write_text("{")
    assert exported(tmp_path / "corpus", "--out", tmp_path / "out") == 1
    assert not (tmp_path / "out").exists()


def test_hugging_face_datasets_load_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert exported(store_job(tmp_path / "corpus"), "--out", tmp_path / "out", "--as", "datasets") == 0
    from datasets import load_dataset

    loaded = load_dataset(str(tmp_path / "out"), split="train", cache_dir=str(tmp_path / "cache"))
    assert loaded["text"][:] == [article.text for article in ARTICLES]
    card = (tmp_path / "out/README.md").read_text("utf-8")
    assert "- n<1K" in card and "20 articles" in card


def test_datatrove_reads_the_folder(tmp_path: Path) -> None:
    assert exported(store_job(tmp_path / "corpus"), "--out", tmp_path / "out", "--as", "datatrove") == 0
    first = lines(tmp_path / "out")[1]
    assert first.keys() == {"text", "id", "metadata"}
    from datatrove.pipeline.readers import JsonlReader

    documents = list(JsonlReader(str(tmp_path / "out/data"))())
    assert [document.text for document in documents] == [article.text for article in ARTICLES]
    assert documents[1].id == ARTICLES[1].url
    assert documents[1].metadata["title"] == ARTICLES[1].title
    assert "qingwen" not in sys.modules


def test_tar_archives_load_as_webdataset(tmp_path: Path) -> None:
    assert exported(store_job(tmp_path / "corpus"), "--out", tmp_path / "out", "--as", "webdataset") == 0
    with tarfile.open(tmp_path / "out/data/train-00000.tar") as archive:
        names = archive.getnames()
        text = archive.extractfile("00000001.txt")
        fields = archive.extractfile("00000001.json")
        assert names[:4] == ["00000000.json", "00000000.txt", "00000001.json", "00000001.txt"]
        assert len(names) == 2 * len(ARTICLES) and text and fields
        told = json.loads(fields.read()) | {"text": text.read().decode()}
    assert Article.model_validate(told) == ARTICLES[1]
