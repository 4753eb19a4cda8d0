"""The demo as a user runs it, and the Scrapy commands against its server."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from cleaners.sites import PROFILES
from crawler.cases import read_cases
from crawler.demo.run import starts
from crawler.demo.server import FixtureServer
from schemas import Article, RunReport
from schemas.json_schema import PUBLISHED

STARTS = starts()
SITES = tuple(STARTS)


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with FixtureServer(case.page for case in read_cases()) as running:
        yield running.address


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    ended = command("crawler.cli", "demo", "--out", str(out))
    assert ended.returncode == 0, ended.stderr
    assert all(site in ended.stderr for site in SITES)
    return out


def test_counts_add_up_and_nothing_failed(demo: Path) -> None:
    report = RunReport.model_validate_json((demo / "report.json").read_bytes())
    assert tuple(report.sites) == SITES and report.complete
    lines = {
        kind: len((demo / f"{kind}.jsonl").read_bytes().splitlines()) for kind in ("articles", "rejections")
    }
    assert lines["articles"] == sum(site.articles for site in report.sites.values())
    assert lines["rejections"] == sum(sum(site.rejected.values()) for site in report.sites.values())


def test_every_article_of_the_fixtures_is_found(demo: Path) -> None:
    """Each fixture article under its own site, and nothing else but the mirror of the feed."""
    found = {json.loads(line)["url"] for line in (demo / "articles.jsonl").read_text("utf-8").splitlines()}
    articles = [case for case in read_cases() if case.expected["kind"] == "article"]
    later_pages = {case.expected.get("next_page") for case in articles}
    assert found == {case.page.url for case in articles} - later_pages


def test_every_line_validates_against_the_published_schema(demo: Path) -> None:
    validator = Draft202012Validator(json.loads(PUBLISHED.read_text("utf-8")), format_checker=FormatChecker())
    for line in (demo / "articles.jsonl").read_text("utf-8").splitlines():
        validator.validate(json.loads(line))


def test_only_finished_files_stay(demo: Path) -> None:
    names = sorted(path.name for path in demo.iterdir())
    assert names == ["articles.jsonl", "crawl.log", "failures.jsonl", "rejections.jsonl", "report.json"]


@pytest.mark.parametrize("site", SITES)
def test_scrapy_crawl(site: str, server: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    arguments = [part for name, value in STARTS[site].items() for part in ("-a", f"{name}={value}")]
    ended = command(
        "scrapy", "crawl", site, *arguments, "-O", str(out), SCRAPY_PROJECT="demo", FIXTURE_SERVER=server
    )
    assert ended.returncode == 0, ended.stderr
    lines = out.read_text("utf-8").splitlines()
    assert len(lines) >= 5
    assert all(Article.model_validate_json(line).model_dump_json() == line for line in lines)


def qingwen(server: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return command(
        "crawler.cli", *arguments, SCRAPY_SETTINGS_MODULE="crawler.demo.settings", FIXTURE_SERVER=server
    )


def test_qingwen_crawl_goes_on_where_it_was(server: str, tmp_path: Path) -> None:
    first = qingwen(server, "crawl", "ppfocus", "--limit", "2", "--out", str(tmp_path), "--json")
    second = qingwen(server, "crawl", "ppfocus", "--out", str(tmp_path), "--json")
    counts = [RunReport.model_validate_json(ended.stdout).sites["ppfocus"] for ended in (first, second)]
    assert [count.articles for count in counts] == [2, 4]


def test_crawl_log_as_json(server: str, tmp_path: Path) -> None:
    qingwen(server, "crawl", "ppfocus", "--limit", "1", "--out", str(tmp_path), "--log-json")
    lines = [json.loads(line) for line in (tmp_path / "crawl.log").read_text("utf-8").splitlines()]
    assert lines[0]["message"].startswith("Scrapy ")
    assert {"time", "level", "logger", "message"} <= lines[-1].keys()


def test_clean_and_record_a_url(server: str, tmp_path: Path) -> None:
    url = "https://ppfocus.com/0/di33683f2.html"
    assert qingwen(server, "clean", url).stdout.startswith("梧州市长洲区创新举措")
    assert qingwen(server, "record", url, "--fixtures", str(tmp_path / "fixtures")).returncode == 0
    (case,) = tmp_path.glob("fixtures/ppfocus/*")
    assert json.loads((case / "expected.json").read_text("utf-8"))["kind"] == "article"


def test_robots_txt_holds_for_a_single_page(server: str) -> None:
    ended = qingwen(server, "clean", "https://ppfocus.com/login")
    assert ended.returncode == 1 and "robots.txt" in ended.stderr


def test_scrapy_list() -> None:
    assert set(command("scrapy", "list").stdout.split()) == set(PROFILES)
