"""What ends a command is said in the reader's language, wherever it was raised."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cleaners
import crawler
from crawler.cli import run
from crawler.cli.foreign import translated

_TOLD = {
    *("JobError", "JobLocked", "JobDamaged", "JobUnwritable", "BatchError", "GuardError", "SinkError"),
    *("WhereError", "SiteError", "WrongArgument"),
}
"""Errors that commands print."""
_VALUE_ERRORS = (
    "corpus/reading.py",
    "corpus/measures.py",
    "media/kinds.py",
    "sites/site.py",
    "structure/__init__.py",
)
"""Where a ValueError is printed, too."""


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "zh")


def raised() -> Iterator[tuple[str, ast.expr]]:
    """(place, message) of every error that commands print."""
    for package in (crawler, cleaners):
        for file in sorted(Path(package.__file__ or "").parent.rglob("*.py")):
            names = _TOLD | ({"ValueError"} if str(file).endswith(_VALUE_ERRORS) else set())
            code = file.read_text()
            for node in ast.walk(ast.parse(code)) if any(name in code for name in names) else ():
                match node:
                    case ast.Raise(ast.Call(ast.Name(name), [message, *_])) if name in names:
                        yield f"{file.parent.name}/{file.name}:{node.lineno}", message


def filled(message: ast.expr, value: str) -> str:
    """The message with `value` for each thing that it holds; '' where it is nothing but such things."""
    match message:
        case ast.BinOp(left):
            return filled(left, value)
        case ast.Constant(str() as text):
            return text
        case ast.JoinedStr(parts):
            texts = [part.value if isinstance(part, ast.Constant) else value for part in parts]
            said = any(
                c.isalpha() for part in parts if isinstance(part, ast.Constant) for c in str(part.value)
            )
            return "".join(map(str, texts)) if said else ""
    return ""


@pytest.mark.parametrize(("place", "message"), list(raised()))
def test_every_error_is_known(place: str, message: ast.expr) -> None:
    said = {filled(message, "7"), filled(message, "7."), filled(message, "")}
    assert "" in said or any(translated(one) != one for one in said), f"{place}: not in sentences.py"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report", "missing"], "missing 不是任务文件夹"),
        (["forms", "missing"], "missing 不是任务文件夹：里面没有 ledger.sqlite"),
        (["clean", "http://127.0.0.1:9/"], "拒绝访问：端口不允许访问"),
        (["crawl", "yybnet", "--out", "file"], "'file' 是文件，不是文件夹"),
        (["crawl", "yybnet", "--formats", "pdf"], "--formats：没有 'pdf' 这种格式"),
        (["crawl", "yybnet", "--site", "file"], "file：缺少 'name' 这个键"),
        (["batch", "file", "--out", "corpus"], "file 这种文件"),
        (["export", ".", "--out", "kept", "--where", "quality.chars = 3"], "不是表达式：相等要写成 =="),
        (["export", ".", "--out", "kept", "--where", "chars > 3"], "--where：没有 chars 这个字段"),
        (["--lang", "fr", "sites"], "'fr' 不在可选值之列"),
        (["report"], "用法：qingwen report [选项]"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_chinese_reader_is_told_in_chinese(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    assert run(arguments) == 1
    assert said in capsys.readouterr().err


def test_what_stands_behind_a_name_is_translated_and_the_rest_left() -> None:
    assert translated("a.toml: colour = 3: not UTF-8") == "a.toml: colour = 3：不是 UTF-8"
    assert translated("x: whatever: this is") == "x: whatever: this is"
    assert translated("one\nnot UTF-8") == "one\n不是 UTF-8"


def test_explain_says_where_a_field_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    page = Path(crawler.__file__).parents[1] / "fixtures/yybnet/seed/response.html"
    assert run(["explain", str(page)]) == 0
    assert "标题下一行" in capsys.readouterr().out
