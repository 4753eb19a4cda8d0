"""The demo as a user runs it, and the Scrapy commands against its server."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from cleaners import known_sites
from crawler.cases import read_cases
from crawler.demo.run import starts
from crawler.demo.server import FixtureServer
from schemas import Article, RunReport
from schemas.json_schema import PUBLISHED
from tests import forks

STARTS = starts()
SITES = tuple(STARTS)


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return forks.run([sys.executable, "-m", *arguments], env={**os.environ, **environment})


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with FixtureServer(case.page for case in read_cases()) as running:
        yield running.address


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    return command("crawler.cli", "demo", "--out", str(tmp_path_factory.mktemp("demo") / "out"))


@pytest.fixture(scope="module")
def demo(ended: subprocess.CompletedProcess[str]) -> Path:
    assert ended.returncode == 0, ended.stderr
    assert all(site in ended.stderr for site in SITES)
    return Path(ended.args[-1])


def test_counts_add_up_and_nothing_failed(demo: Path) -> None:
    report = RunReport.model_validate_json((demo / "runs/00001.json").read_bytes())
    assert set(report.sites) == set(SITES) and report.complete
    lines = {
        kind: len((demo / f"{kind}-00001.jsonl").read_bytes().splitlines())
        for kind in ("articles", "rejections")
    }
    assert lines["articles"] == sum(site.articles for site in report.sites.values())
    assert lines["rejections"] == sum(sum(site.rejected.values()) for site in report.sites.values())


def test_every_article_of_the_fixtures_is_found(demo: Path) -> None:
    """Each fixture article under its own site, and nothing else but the mirror of the feed."""
    found = {
        json.loads(line)["url"] for line in (demo / "articles-00001.jsonl").read_text("utf-8").splitlines()
    }
    articles = [case for case in read_cases() if case.expected["kind"] == "article" and case.site in SITES]
    later_pages = {case.expected.get("next_page") for case in articles}
    assert found == {case.page.url for case in articles} - later_pages


def test_every_line_validates_against_the_published_schema(demo: Path) -> None:
    validator = Draft202012Validator(json.loads(PUBLISHED.read_text("utf-8")), format_checker=FormatChecker())
    for line in (demo / "articles-00001.jsonl").read_text("utf-8").splitlines():
        validator.validate(json.loads(line))


def test_it_is_a_job_with_a_report(demo: Path) -> None:
    assert "<html" in (demo / "report/index.html").read_text("utf-8")
    ended = command("crawler.cli", "replay", str(demo), "--json")
    assert ended.returncode == 0 and json.loads(ended.stdout)["changed"] == 0


def test_it_ends_with_what_to_do_next(demo: Path, ended: subprocess.CompletedProcess[str]) -> None:
    assert f"{demo / 'report/index.html'}" in ended.stderr
    assert len([line for line in ended.stderr.splitlines() if line.startswith("  qingwen ")]) == 3


def test_an_earlier_demo_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    ended = command("crawler.cli", "demo", "--out", str(tmp_path))
    assert (ended.returncode, [*tmp_path.iterdir()]) == (1, [tmp_path / "mine"])
    earlier = tmp_path / "earlier"
    for _ in range(2):
        ended = command("crawler.cli", "demo", "--out", str(earlier), "--json")
        assert RunReport.model_validate_json(ended.stdout).complete
    assert [path.name for path in earlier.glob("runs/*.json")] == ["00001.json"]


def test_it_keeps_the_sites_up() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "crawler.cli", "demo", "--serve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as serving:
        assert serving.stdout
        named = dict(part.split("=") for part in serving.stdout.readline().split()[1:])
        try:
            ended = command("crawler.cli", "clean", "https://ppfocus.com/0/di33683f2.html", **named)
        finally:
            serving.terminate()
    assert ended.stdout.startswith("梧州市长洲区创新举措") and serving.returncode == 0


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
    assert set(command("scrapy", "list").stdout.split()) == {
        *(site.name for site in known_sites()),
        "generic",
    }


def test_the_commonest_cause_of_failures_is_told(server: str, tmp_path: Path) -> None:
    gone = qingwen(server, "crawl", "generic", "-a", "url=http://gone.yunhe.example/", "--out", str(tmp_path))
    assert gone.returncode == 2
    assert "  1 × " in gone.stderr and "404" in gone.stderr
