"""Tokens and perplexity by models of the user's, here the smallest there are."""

from pathlib import Path

import pytest

from crawler.cli import run
from tests import needs
from tests.crawler.corpus.articles import ARTICLES, store_job
from tests.crawler.corpus.test_export import lines

ARPA = """\\data\\
ngram 1=5
ngram 2=1

\\1-grams:
-2.0\t<unk>\t0
-99\t<s>\t0
-1.0\t</s>
-1.0\t甲\t0
-1.0\t乙\t0

\\2-grams:
-1.0\t<s> 甲

\\end\\
"""
"""What it knows costs a tenth, what it does not know a hundredth."""
TEXTS = {"甲乙甲": 10.0, "甲\n乙": 10.0, "丙丁戊己庚辛壬": 10 ** (15 / 8), "甲 丙": 10 ** (4 / 3)}
"""What they surprise it by."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return store_job(tmp_path / "job", [ARTICLES[1].model_copy(update={"text": text}) for text in TEXTS])


@pytest.fixture
def model(tmp_path: Path) -> Path:
    needs.library("kenlm", "models")
    (tmp_path / "model.arpa").write_text(ARPA, "utf-8")
    return tmp_path / "model.arpa"


@pytest.fixture
def tokenizer(tmp_path: Path) -> Path:
    """Splits at blanks."""
    needs.library("tokenizers", "models")
    from tokenizers import Tokenizer, models, pre_tokenizers

    made = Tokenizer(models.WordLevel({"甲": 0, "[UNK]": 1}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.save(str(tmp_path / "tokenizer.json"))
    return tmp_path / "tokenizer.json"


def test_perplexity_by_characters(corpus: Path, model: Path, tmp_path: Path) -> None:
    options = ["--language-model", str(model), "--quiet"]
    assert run(["export", str(corpus), "--out", str(tmp_path / "out"), *options]) == 0
    found = [line["quality"]["perplexity"] for line in lines(tmp_path / "out")]
    assert found == pytest.approx(list(TEXTS.values()), abs=0.01)


def test_a_filter_may_ask_for_it(corpus: Path, model: Path, tmp_path: Path) -> None:
    options = ["--language-model", str(model), "--where", "quality.perplexity < 15", "--quiet"]
    assert run(["export", str(corpus), "--out", str(tmp_path / "out"), *options]) == 0
    assert [line["text"] for line in lines(tmp_path / "out")] == ["甲乙甲", "甲\n乙"]


def test_tokens_and_perplexity_by_them(corpus: Path, tokenizer: Path, model: Path, tmp_path: Path) -> None:
    options = ["--tokenizer", str(tokenizer), "--language-model", str(model), "--quiet"]
    assert run(["export", str(corpus), "--out", str(tmp_path / "out"), *options]) == 0
    figures = [line["quality"] for line in lines(tmp_path / "out")]
    assert [figure["tokens"] for figure in figures] == [1, 2, 1, 2]
    assert figures[3]["perplexity"] == pytest.approx(10 ** (4 / 3), abs=0.01)


@pytest.mark.parametrize("option", ["--tokenizer", "--language-model"])
def test_a_file_that_is_no_model_is_told(option: str, corpus: Path, tmp_path: Path) -> None:
    needs.library("kenlm", "models")
    needs.library("tokenizers", "models")
    (tmp_path / "none").write_bytes(b"no model")
    assert run(["export", str(corpus), "--out", str(tmp_path / "out"), option, str(tmp_path / "none")]) == 1
    assert not (tmp_path / "out").exists()
