"""The language that people are spoken to in."""

import ast
import os
import subprocess
import sys
from string import Formatter

import pytest

from crawler.words import in_languages
from tests import forks
from tests.crawler.words.collect import CODE, PO, catalogue, collected, sentences, written


def said(*arguments: str, **locale: str) -> str:
    """What `qingwen` prints under a locale, in a window wide enough for whole lines."""
    own = {
        key: value
        for key, value in os.environ.items()
        if key not in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    }
    environment = {**own, **locale, "COLUMNS": "200", "PYTHONUTF8": "1"}
    done = subprocess.run(command(*arguments), env=environment, capture_output=True, text=True, timeout=600)
    return done.stdout + done.stderr


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "crawler.cli", *arguments]


def test_the_locale_chooses_the_language() -> None:
    assert "打印一个网页里的文章" in said("--help", LANG="zh_CN.UTF-8")
    assert "Print the article of one page" in said("--help", LANG="C.UTF-8")


@pytest.mark.parametrize("arguments", [("--lang", "zh", "clean", "-h"), ("clean", "-h", "--lang=zh")])
def test_the_option_beats_the_locale_wherever_it_stands(arguments: tuple[str, ...]) -> None:
    assert "打印一个网页里的文章" in said(*arguments, LANG="en_US.UTF-8")


def test_a_language_that_is_not_spoken_is_refused() -> None:
    assert "'--lang'" in said("--lang", "fr", "sites")


def test_pages_get_both_languages() -> None:
    assert in_languages("Options") == {"en": "Options", "zh": "选项"}


def test_every_sentence_is_in_the_catalogue() -> None:
    assert PO.read_bytes() == written(collected(catalogue())), "run python -m tests.crawler.words.collect"
    assert len(sentences()) > 200


def test_every_sentence_is_translated() -> None:
    assert [message.id for message in catalogue() if message.id and not "".join(message.string)] == []


def test_a_translation_fills_in_what_the_sentence_does() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    different = [
        message.id
        for message in catalogue()
        if isinstance(message.id, str) and fields(message.id) != fields(str(message.string))
    ]
    assert different == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("crawl", "yybnet", "--limt", "3"), "没有 --limt 这个选项，可能是：--limit"),
        (("crawl",), "缺少参数 'site'"),
        (("crawle",), "没有 'crawle' 这条命令"),
        (("crawl", "yybnet", "--limit", "x"), "'--limit' 的值不对：要写整数"),
        (("crawl", "yybnet", "-a", "lmit=3"), "没有 'lmit' 这个参数，是不是 limit？"),
        (("clean", "/no/such"), "/no/such：没有这个文件或文件夹"),
        (("export", "/", "--to", "foo://x"), "不认识 'foo' 这种数据库"),
        (("crawl", "yybnet", "--out"), "选项 '--out' 后面要有值"),
        (("clean", "a", "b"), "多余的参数：b"),
    ],
)
def test_wrong_usage_is_told_in_chinese(arguments: tuple[str, ...], words: str) -> None:
    done = forks.run(command("--lang", "zh", *arguments), env={**os.environ, "COLUMNS": "200"})
    assert words in done.stderr


def test_no_sentence_is_overlooked() -> None:
    """One in an f-string is, by what gathers them."""
    known = sentences()
    asked = {
        node.args[0].value
        for file in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "noted")
        if node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value
    }
    assert asked - known == set()
