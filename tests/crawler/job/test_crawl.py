"""Crawls with a job: what a second run fetches, what stops a crawl, what is written."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.loopback import serve
from crawler.job.ledger import Ledger
from schemas import RunReport
from tests import forks
from tests.crawler.job.crawls import News, crawl, lines

LISTS = ["/", "/list/1", "/list/2"]


@pytest.fixture
def news() -> News:
    return News(6)


@pytest.fixture
def url(news: News) -> Iterator[str]:
    with serve(news.answer) as base:
        yield base


def report(job: Path, run: int) -> RunReport:
    return RunReport.model_validate_json((job / "runs" / f"{run:05}.json").read_text())


def test_a_second_run_fetches_lists_new_and_due_pages(news: News, url: str, tmp_path: Path) -> None:
    news.conditional.add("/article/1.html")
    crawl(url, tmp_path)
    assert set(LISTS) | set(news.texts) <= set(news.take_asked())
    assert len(lines(tmp_path, "articles")) == 6

    news.texts["/article/6.html"] = "第6号"
    crawl(url, tmp_path)
    asked = news.take_asked()
    assert [path for path in asked if "/article/" in path] == ["/article/6.html"]
    assert set(LISTS) <= set(asked)
    assert report(tmp_path, 2).sites["generic"].articles == 1
    assert report(tmp_path, 2).sites["generic"].seconds > 0

    ledger = Ledger(tmp_path)
    ledger._db.execute(
        "UPDATE url SET due = 0 WHERE url LIKE '%/article/1.html' OR url LIKE '%/article/2.html'"
    )
    ledger.close()
    news.texts["/article/2.html"] = "第2号，更正"
    crawl(url, tmp_path)
    asked = news.take_asked()
    assert [path for path in asked if "/article/" in path] == ["/article/1.html (304)", "/article/2.html"]
    articles = lines(tmp_path, "articles")
    assert len(articles) == 8
    old = next(a for a in articles if a["url"].endswith("/2.html"))
    assert articles[-1]["previous_hash"] == old["content_hash"] != articles[-1]["content_hash"]
    counts = report(tmp_path, 3).sites["generic"]
    assert (counts.articles, counts.unchanged) == (1, 1)


def test_a_redirect_to_another_page_of_the_job_is_its_duplicate(news: News, url: str, tmp_path: Path) -> None:
    """The article has one line, whichever of its addresses is asked first."""
    news.texts = {path: path for path in ("/article/7.html", *news.texts)}
    news.moved = {"/article/7.html": "/article/1.html", "/article/0.html": "/article/5.html"}
    crawl(url, tmp_path)
    articles = [line["url"].removeprefix(url) for line in lines(tmp_path, "articles")]
    assert sorted(articles) == sorted(set(news.texts) - set(news.moved))
    ledger = Ledger(tmp_path)
    states = dict(ledger._db.execute("SELECT url, state FROM url WHERE url LIKE '%/article/%'"))
    ledger.close()
    assert {path for path in news.texts if states[url + path] == "duplicate"} == set(news.moved)


def test_an_error_of_no_page_is_nobodys(url: str, tmp_path: Path) -> None:
    done = crawl(url, tmp_path, spider="tests/crawler/job/raising_spider.py")
    assert "as planned" in done.stderr and "signal handler" not in done.stderr
    assert len(lines(tmp_path, "articles")) == 6 and not lines(tmp_path, "failures")


def test_a_failed_page_is_tried_again_in_the_next_run(news: News, url: str, tmp_path: Path) -> None:
    news.statuses["/article/1.html"] = 500
    crawl(url, tmp_path)
    assert [line["error"] for line in lines(tmp_path, "failures")] == ["HttpError"]
    news.statuses.clear()
    crawl(url, tmp_path)
    assert len(lines(tmp_path, "articles")) == 6


def test_a_site_can_be_forgotten(news: News, url: str, tmp_path: Path) -> None:
    crawl(url, tmp_path)
    ledger = Ledger(tmp_path)
    assert ledger.forget("generic") >= 9
    ledger.close()
    news.take_asked()
    crawl(url, tmp_path)
    assert set(news.texts) <= set(news.take_asked())
    assert len(lines(tmp_path, "articles")) == 6  # unchanged: nothing is written twice


def test_a_limited_crawl_is_continued(news: News, url: str, tmp_path: Path) -> None:
    crawl(url, tmp_path, CLOSESPIDER_ITEMCOUNT=2, CONCURRENT_REQUESTS=1)
    first = len(lines(tmp_path, "articles"))
    assert 2 <= first < 6
    crawl(url, tmp_path)
    assert len(lines(tmp_path, "articles")) == 6
    assert report(tmp_path, 1).sites["generic"].articles == 6
    assert not (tmp_path / "runs" / "00002.json").exists()


def test_limit_counts_new_articles_only(news: News, url: str, tmp_path: Path) -> None:
    for wanted in (2, 4, 6):
        crawl(url, tmp_path, "limit=2")
        assert len(lines(tmp_path, "articles")) == wanted


def test_a_page_that_kills_the_crawl_does_not_kill_it_for_ever(news: News, url: str, tmp_path: Path) -> None:
    deaths = 0
    while crawl(url, tmp_path, spider="tests/crawler/job/deadly_spider.py").returncode:
        deaths += 1
        assert deaths < 6
    assert deaths == 4  # three in company, one alone
    assert [line["error"] for line in lines(tmp_path, "failures")] == ["killed"]
    assert len(lines(tmp_path, "articles")) == 5


def test_two_crawls_do_not_share_a_job(url: str, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    done = crawl(url, tmp_path)
    ledger.close()
    assert "already works on the job" in done.stderr


def test_an_unwritable_folder_stops_the_crawl(url: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = crawl(url, tmp_path / "file" / "job")
    assert "JobUnwritable" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full: only Linux has it")
def test_a_disk_that_fills_up_stops_the_crawl_and_nothing_is_lost(url: str, tmp_path: Path) -> None:
    Ledger(tmp_path).close()
    articles = tmp_path / "articles-00001.jsonl"
    articles.symlink_to("/dev/full")
    done = crawl(url, tmp_path)
    assert "No space left on device" in done.stderr
    assert done.returncode == 1
    articles.unlink()
    assert crawl(url, tmp_path).returncode == 0
    assert len(lines(tmp_path, "articles")) == 6


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full: only Linux has it")
def test_qingwen_says_why_a_crawl_stopped(url: str, tmp_path: Path) -> None:
    Ledger(tmp_path).close()
    (tmp_path / "articles-00001.jsonl").symlink_to("/dev/full")
    command = [sys.executable, "-m", "crawler.cli", "crawl", "generic", "--out", str(tmp_path)]
    command += ["--arg", f"url={url}/", "--arg", "allow=/article/", "--set", "DOWNLOAD_DELAY=0"]
    command += ["--set", "PRIVATE_HOSTS_ALLOWED=127.0.0.1", "--set", "CLEANER_WORKERS=0"]
    done = forks.run(command)
    assert done.returncode == 4
    assert f"the crawl stopped: {tmp_path}: No space left on device" in done.stderr


def test_without_a_job_nothing_changes(news: News, url: str, tmp_path: Path) -> None:
    crawl(url, Path(), JOB="", FEEDS=json.dumps({str(tmp_path / "out.jsonl"): {"format": "jsonlines"}}))
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 6


def test_suspects_that_are_redirects_do_not_wait_for_each_other(news: News, url: str, tmp_path: Path) -> None:
    """A redirect is in doubt until the host answers another page, and what may kill the crawl is taken alone."""
    crawl(url, tmp_path)
    ledger = Ledger(tmp_path)
    suspects = "state = 'pending', deaths = 3, record = NULL, article = NULL, version = NULL"
    ledger._db.execute(
        f"UPDATE url SET {suspects} WHERE url LIKE '%/article/1.html' OR url LIKE '%/article/2.html'"
    )
    ledger._db.execute("UPDATE run SET over = 0")
    ledger.close()
    news.moved = {"/article/1.html": "/article/3.html", "/article/2.html": "/article/4.html"}
    news.take_asked()
    crawl(url, tmp_path, CLOSESPIDER_TIMEOUT=60)
    assert "/article/2.html" in news.take_asked()
    assert report(tmp_path, 1).finish_reason == "finished"
