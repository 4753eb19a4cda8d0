"""`qingwen serve`, as a process of its own: real HTTP, a real browser."""

from __future__ import annotations

import http.client
import itertools
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest

from benchmarks.loopback import serve as serve_site
from cleaners import Cleaner
from crawler.cli import run
from crawler.cli.codes import USAGE
from crawler.job.ledger import LEDGER, Ledger
from crawler.job.report import write_report
from crawler.job.rows import Link, Settled
from crawler.report.job import Held
from crawler.serve.answer import is_own_host
from crawler.serve.index import FILE
from crawler.serve.routes import Routes
from crawler.serve.server import _grow
from crawler.serve.shelf import Shelf
from schemas import Article
from tests import forks
from tests.crawler.chromium import DESKTOP, PHONE, comes_to, looks_right, opened
from tests.crawler.job.crawls import News, crawl
from tests.crawler.report.folders import add_night, an_article, write_nights
from tests.crawler.report.test_report import shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[3]


@contextmanager
def served(*jobs: Path) -> Iterator[str]:
    """The address of a server of these jobs."""
    command = [sys.executable, "-m", "crawler.cli", "serve", *map(str, jobs), "--port", "0"]
    own = {**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en"}
    with subprocess.Popen(command, env=own, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            yield process.stderr.readline().split()[0].rstrip("/")
        finally:
            process.terminate()


def get(url: str, *, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=600)
    connection.request(method, f"{parts.path}?{parts.query}", headers=headers)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def told(url: str) -> Any:
    status, _, body = get(url)
    assert status == 200, body
    return json.loads(body)


def indexed(server: str, job: str, count: int) -> None:
    """Wait until so many articles can be found."""
    for _ in range(6000):
        if told(f"{server}/jobs/{quote(job)}/state")["indexed"] == count:
            return
        time.sleep(0.1)
    pytest.fail("the index does not grow")


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A job of a real crawl, with archived pages."""
    job = tmp_path_factory.mktemp("jobs") / "夜报"
    with serve_site(News(6).answer) as url:
        crawl(url, job)
    return job


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    job = tmp_path_factory.mktemp("written") / "written"
    nights = [[an_article(10 * night + n, night) for n in range(10)] for night in range(3)]
    nights[0][0] = an_article(0, 0, title="白鹭湾大桥", text="白鹭湾大桥今天通车。")
    write_nights(job, nights)
    return job


@pytest.fixture(scope="module")
def server(crawled: Path, written: Path) -> Iterator[str]:
    with served(crawled, written) as url:
        indexed(url, "夜报", 6)
        indexed(url, "written", 30)
        yield url


def test_records_come_as_they_stand_page_by_page(server: str) -> None:
    first = told(f"{server}/articles?job=written&limit=20")
    articles = [Article.model_validate(record) for record in first["articles"]]
    rest = told(server + first["next"])
    assert len(articles) == 20 and articles[0].title == "白鹭湾大桥"
    assert [len(rest["articles"]), rest["next"]] == [10, None]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("since=2026-03-03", 10),
        ("since=2026-03-02T12:00:00%2B08:00", 20),
        ("site=yybnet", 30),
        ("site=nobody", 0),
        ("q=大桥", 1),
        ("q=大桥 通车", 1),
    ],
)
def test_records_are_asked_for_by_time_site_and_words(server: str, query: str, count: int) -> None:
    assert len(told(f"{server}/articles?job=written&{quote(query, safe='=&%')}")["articles"]) == count


@pytest.mark.parametrize(
    "query", ["job=none", "job=written&limit=x", "job=written&since=gestern", "job=written&after=-1"]
)
def test_a_wrong_question_is_told_what_is_wrong(server: str, query: str) -> None:
    status, _, body = get(f"{server}/articles?{query}")
    assert status == 400
    assert json.loads(body)["error"]


def test_feeds_hold_the_newest_articles(server: str) -> None:
    channel = ElementTree.fromstring(get(f"{server}/feed.rss")[2])[0]
    items = [item.findtext("title") for item in channel.iter("item")]
    assert len(items) == 36
    feed = told(f"{server}/jobs/written/feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in feed["items"]].index("白鹭湾大桥") >= 20
    assert told(f"{server}/jobs/written/feed.json?site=nobody")["items"] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_changed(server: str, method: str) -> None:
    status, headers, _ = get(f"{server}/", method=method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("header", "own"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("[::1]:8000", True),
        ("192.168.1.9", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example:8000", False),
        ("", False),
    ],
)
def test_names_that_lead_here_are_not_ours(header: str, own: bool) -> None:
    assert is_own_host(header, "127.0.0.1") is own


def test_a_page_that_was_led_here_by_name_is_refused(server: str) -> None:
    status, headers, body = get(f"{server}/", Host="evil.example")
    assert status == 421 and b"evil.example" in body
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/jobs/none/",
        "/jobs/written/articles/ledger.sqlite:0",
        "/jobs/written/articles/..%2F..%2Fetc%2Fpasswd:0",
        "/jobs/written/articles/articles-00001.jsonl:7",
        "/jobs/written/explain/articles-00001.jsonl:0",
        "/jobs/written/explain/..%2Fx.jsonl:0",
        "/jobs/..%2F..%2Fetc/",
        "/%ff%fe",
    ],
)
def test_there_is_nothing_beside_the_jobs(server: str, path: str) -> None:
    assert get(server + path)[0] == 404


def test_head_has_no_body(server: str) -> None:
    status, headers, body = get(f"{server}/", method="HEAD")
    assert (status, body) == (200, b"") and int(headers["Content-Length"]) > 0


def test_a_wrong_start_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", str(tmp_path / "none")]) == USAGE
    assert run(["serve", str(tmp_path)]) == USAGE
    assert "none is not a job folder" in capsys.readouterr().err


def test_a_port_in_use_is_wrong_usage(server: str, written: Path) -> None:
    port = server.rpartition(":")[2]
    command = [sys.executable, "-m", "crawler.cli", "--lang", "en", "serve", str(written), "--port", port]
    done = forks.run(command)
    assert done.returncode == USAGE
    assert "--port 0 takes a free port" in done.stderr


@pytest.fixture
def home(server: str, browser: Browser) -> Iterator[Page]:
    with opened(browser, f"{server}/", own=(server,)) as page:
        yield page


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["/", "/?q=大桥", "/jobs/written/"])
def test_its_pages_can_be_read_everywhere(server: str, browser: Browser, path: str, width: int) -> None:
    with opened(browser, server + path, width, own=(server,)) as page:
        page.wait_for_timeout(200)
        looks_right(page)


def test_one_search_finds_the_articles_of_all_jobs(home: Page) -> None:
    home.fill("input", "大桥")
    comes_to(home.locator(".hits li"), 1)
    assert home.locator(".hits mark").all_inner_texts()[0] == "大桥"
    home.fill("input", "清晨")
    comes_to(home.locator(".hits li"), 35)


def test_a_hit_of_an_earlier_run_can_be_read(home: Page) -> None:
    home.fill("input", "大桥")
    home.locator(".hits a").click()
    home.locator(".reader h3", has_text="白鹭湾大桥").wait_for()


def test_a_job_shows_its_report_and_explains_its_articles(server: str, browser: Browser) -> None:
    with opened(browser, f"{server}/jobs/{quote('夜报')}", own=(server,)) as page:
        assert page.locator("h1").inner_text() == "夜报"
        page.fill("input[type=search]", "第3号")
        comes_to(page.locator(".item"), 1)
        page.locator(".item").click()
        page.locator(".reader a.button").click()
        page.locator("iframe[data-marked]").wait_for(state="attached")
        assert page.locator(".line.kept").count() == 3
        page.get_by_role("link", name="返回报告").click()
        page.locator("#articles").wait_for()


def test_what_a_crawl_adds_is_shown_when_the_reader_says_so(browser: Browser, tmp_path: Path) -> None:
    job = tmp_path / "live"
    write_nights(job, [[an_article(n) for n in range(4)]])
    with served(job) as server, opened(browser, f"{server}/jobs/live/", own=(server,)) as page:
        assert page.locator(".count").inner_text() == "共 4 篇"
        add_night(job, [an_article(n, 1) for n in range(4, 7)], 1)
        page.get_by_role("button", name="有新内容").click()
        page.locator(".count", has_text="共 3 篇").wait_for()
        assert "第 2 次运行" in page.locator("header").inner_text()
        indexed(server, "live", 7)


def test_a_job_that_cannot_be_read_says_so_beside_the_others(browser: Browser, tmp_path: Path) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    for job in (good, bad):
        write_nights(job, [[an_article(1)]])
    with served(good, bad) as server:
        (bad / "runs/00001.json").write_text("{}")
        with opened(browser, f"{server}/", own=(server,)) as page:
            assert page.locator("a.job").count() == 1
            assert "00001.json does not hold what a crawl writes" in page.locator(".damaged").inner_text()
        assert get(f"{server}/jobs/bad/")[0] == 404


def test_an_index_that_cannot_be_read_is_named_and_the_others_grow(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("bad", "good"):
        write_nights(tmp_path / name, [[an_article(1)]])
    shelves = [Shelf(name, tmp_path / name, Cleaner()) for name in ("bad", "good")]
    (tmp_path / "bad/report" / FILE).write_bytes(b"something else" * 100)
    assert _grow(shelves) == 1
    assert f"bad: {tmp_path}/bad/report/{FILE}: file is not a database" in caplog.text
    page = Routes(shelves).answer("/", {}).body.decode()
    assert ["error" in job for job in shown(page)["jobs"]] == [True, False]


def test_a_run_under_way_is_shown_as_far_as_it_is_committed(tmp_path: Path) -> None:
    job = tmp_path / "job"
    with closing(Ledger(job)) as ledger:
        ledger.begin_run()
        url = "http://a.example/1.html"
        [link] = ledger.commit([], [Link(b"1", url, "a.example", "generic", 0, "{}")])
        assert link.url == url
        [row] = ledger.pending("a.example", 9)
        ledger.commit([Settled(row, an_article(1, url=url, fetched_at=datetime.now(UTC)))])
        shelf = Shelf("job", job, Cleaner())
        assert shelf.index.grow() == 1
        data, _ = shelf.report()
        assert [run.finish_reason for run in data.runs] == ["running"]
        assert (shelf.running(), len(data.articles)) == (True, 1)


def test_a_run_under_way_leaves_no_figures_behind(tmp_path: Path) -> None:
    """They would be other ones at every look, under a name of their own each time."""
    job = tmp_path / "job"
    clock = itertools.count(time.time() - 3600, 60).__next__
    with closing(Ledger(job, clock=clock)) as ledger:
        for ended in (True, False):
            ledger.begin_run()
            if ended:
                ledger.end_process("finished")
                write_report(ledger, ledger.run)
        Shelf("job", job, Cleaner()).report()
        Shelf("job", job, Cleaner()).report()
    assert len(list((job / "runs").glob("*.figures"))) == 1


def test_whether_pages_are_kept_is_asked_once_for_all_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = tmp_path / "job"
    with closing(Ledger(job)) as ledger:
        ledger.begin_run()
        ledger.end_process("finished")
        write_report(ledger, ledger.run)
    shelf = Shelf("job", job, Cleaner())
    data, _ = shelf.report()
    data = replace(data, articles=[Held("a", f"articles-00001.jsonl:{n}", an_article(n)) for n in range(9)])
    is_file, asked = Path.is_file, Counter[str]()
    monkeypatch.setattr(Path, "is_file", lambda path: (asked.update([path.name]), is_file(path))[1])
    assert len(shelf.explain_links(data)) == 9
    assert asked == {LEDGER: 1}
    (job / LEDGER).unlink()
    assert shelf.explain_links(data) == {}


def test_a_job_that_can_only_be_read_is_indexed_elsewhere(tmp_path: Path) -> None:
    job = tmp_path / "job"
    write_nights(job, [[an_article(1)]])
    (job / "report").write_text("no folder")
    assert Shelf("job", job, Cleaner()).index.grow() == 1
    assert not (job / "search.sqlite").exists()
