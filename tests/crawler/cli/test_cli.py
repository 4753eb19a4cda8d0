"""Commands as they are typed. What needs a network of its own is in tests/crawler/demo."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from crawler.cases import FIXTURES, read_case
from crawler.cli import run
from tests import forks

SEED = FIXTURES / "yybnet" / "seed"
PAGE = str(SEED / "response.html")
ROOT = Path(__file__).parents[3]


def test_clean_readable(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", PAGE]) == 0
    out = capsys.readouterr().out
    assert out.startswith("稳中求进") and "2018-07-24 11:41" in out and "梧州日报" in out


def test_clean_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clean", PAGE, "--json", "--url", read_case(SEED).page.url or ""]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["site"] == "yybnet" and article["url"].endswith("7713944.html")


def test_clean_from_standard_input() -> None:
    command = [sys.executable, "-m", "crawler.cli", "clean", "-"]
    ended = subprocess.run(
        command, input=(SEED / "response.html").read_bytes(), capture_output=True, timeout=600
    )
    assert ended.returncode == 0 and ended.stdout.decode().startswith("稳中求进")


def test_clean_what_is_no_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.html").write_bytes(b"<html></html>")
    assert run(["clean", str(tmp_path / "x.html")]) == 2
    assert "not an article: no_text" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["clean", "/no/such/file"], "No such file"),
        (["clean", "http://127.0.0.1:9/"], "refused"),
        (["clean", "http://127.0.0.1:9/"], "ports 80, 443"),
        (["record", "page.html"], "is not a URL"),
        (["clean", "http://127.0.0.1:65001/", "-s", "PRIVATE_HOSTS_ALLOWED=127.0.0.1"], "network right?"),
        (["explain", PAGE, "--html", "/no/such/folder/x.html"], "/no/such/folder/x.html: No such file"),
        (["demo", "--out", "/dev/null/x"], "/dev/null/x: Not a directory"),
        (["crawl", "yybnet", "--out", "/dev/null/x"], "/dev/null/x: Not a directory"),
        (["duplicates", PAGE], "response.html:1 is not JSON"),
        (["crawl", "nosuch"], "no spider 'nosuch'"),
        (["crawl", "yybnet", "--limit", "x"], "limit"),
        (["crawl", "yybnet", "--arg", "start"], "NAME=VALUE"),
        (
            ["crawl", "yybnet", "--out", "/dev/null/x", "-a", "lmit=5"],
            "yybnet: no argument 'lmit'. Did you mean limit?",
        ),
        (["nosuch"], "nosuch"),
        ([], "Usage"),
    ],
)
def test_wrong_usage_is_1_without_a_traceback(arguments: list[str], message: str) -> None:
    command = [sys.executable, "-m", "crawler.cli", *arguments]
    ended = forks.run(command)
    assert ended.returncode == 1
    assert message in ended.stdout + ended.stderr and "Traceback" not in ended.stderr


@pytest.mark.parametrize("arguments", [[], ["--arg", "start=a.cn"]])
def test_a_crawl_without_a_start_is_wrong_usage(arguments: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "crawler.cli", "crawl", "fastadmin", "--out", str(tmp_path), *arguments]
    ended = forks.run(command)
    assert ended.returncode == 1 and "--arg start=URL" in ended.stderr


@pytest.mark.parametrize("more", [[], ["--log-json"]])
def test_a_crawl_that_cannot_start_says_why(more: list[str], tmp_path: Path) -> None:
    (tmp_path / "articles-00001.jsonl").write_text("somebody's")
    command = [sys.executable, "-m", "crawler.cli", "crawl", "yybnet", "--out", str(tmp_path), *more]
    ended = forks.run(command)
    message = f"did not start: JobError: {tmp_path} holds articles-00001.jsonl"
    assert ended.returncode == 1 and message in ended.stderr and "take another folder" in ended.stderr
    assert (tmp_path / "articles-00001.jsonl").read_text() == "somebody's"


def test_explain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", PAGE]) == 0
    assert "published_at" in capsys.readouterr().out
    assert run(["explain", PAGE, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["blocks"]
    assert run(["explain", PAGE, "--html", str(tmp_path / "x.html")]) == 0
    assert (tmp_path / "x.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_title_is_no_markup_and_sends_nothing_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "渡轮[/b]换了[link=http://a.example]新船[red]\x1b[31m红\x1b]0;名\x07"
    text = "<p>2024-03-04 来源：合成报</p><p>合成文本：渡轮公司今年春天换了新船，往返两岸只要二十分钟，旧船停在码头。</p>"
    text += "<p>船长说，新船的发动机更安静，乘客在甲板上就能说话。</p><p>老人们记得，四十年前过河要等一个上午。</p>"
    page = f"<title>{title}</title><h1>{title}</h1>{text}<p>打印\x1b[2J</p>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    for command in ("explain", "clean"):
        assert run([command, str(tmp_path / "a.html")]) == 0
        shown = capsys.readouterr().out
        assert "渡轮[/b]换了[link=http://a.example]新船[red]" in shown.replace("\n", "")
        assert not {"\x1b", "\x07"} & set(shown)


def test_sites_schema_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sites", "--json"]) == 0
    assert {site["name"] for site in json.loads(capsys.readouterr().out)} >= {"yybnet", "generic"}
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Article"
    assert run(["doctor", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["opencc answers"].endswith("汉语")


def test_the_doctor_looks_for_everything_that_can_be_installed(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for_users = project["optional-dependencies"].keys() - {"docs", "dev", "ci"}
    assert run(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {name: set(found["extras"][name]) for name in for_users} == {
        name: set(map(_package, project["optional-dependencies"][name])) for name in for_users
    }
    assert found.keys() >= set(map(_package, project["dependencies"]))


def test_the_doctor_tells_what_is_missing_and_what_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    extras = {"here": ("do this", ("typer",)), "gone": ("do that", ("typer", "no-such-package"))}
    monkeypatch.setattr(sys.modules["crawler.cli.doctor"], "_EXTRAS", extras)
    assert run(["--lang", "en", "doctor"]) == 0
    *_, here, gone = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"\[here\] +typer \S+", here)
    assert re.fullmatch(r"\[gone\] +- typer \S+, no-such-package missing \(do that\)", gone)


def _package(requirement: str) -> str:
    return re.split(r"[\[<>=]", requirement)[0]


def test_a_command_imports_only_what_it_needs() -> None:
    code = "import sys, crawler.cli; print([m for m in ('scrapy', 'twisted', 'trafilatura', 'lxml') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600).stdout
        == "[]\n"
    )
