"""Items people expect: pipelines meet articles; what a spider of theirs yields besides passes untouched."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.loopback import serve
from tests.crawler.job.crawls import News, crawl, lines

SPIDER = str(Path(__file__).with_name("items_spider.py"))


@pytest.fixture
def site() -> Iterator[str]:
    with serve(News(3).answer) as url:
        yield url


def run(
    site: str, folder: Path, monkeypatch: pytest.MonkeyPatch, users: str, *, job: bool, attempts: int = 1
) -> list[dict[str, Any]]:
    """Crawl with the pipelines `users`; gives the lines of the feed."""
    monkeypatch.setenv("USERS", users)
    monkeypatch.setenv("DB", str(folder / "articles.sqlite"))
    feed = folder / "feed.jsonl"
    own = {"FEEDS": json.dumps({str(feed): {"format": "jsonlines"}}), "JOB_ATTEMPTS": attempts}
    done = crawl(
        site, folder / "job" if job else Path(), spider=SPIDER, **own, **({} if job else {"JOB": ""})
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in feed.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("job", [False, True], ids=["plain", "job"])
def test_an_ordinary_pipeline_and_items_of_ones_own(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, job: bool
) -> None:
    fed = run(site, tmp_path, monkeypatch, "DbPipeline", job=job)
    with sqlite3.connect(tmp_path / "articles.sqlite") as db:
        rows = db.execute("SELECT url, title FROM articles ORDER BY url").fetchall()
    db.close()
    articles = [f"{site}/article/{n}.html" for n in range(3)]
    assert rows == [(url, "合成新闻：河边的清晨") for url in articles]
    assert sorted(line["url"] for line in fed if "text" in line) == articles
    assert sorted(line["of"] for line in fed if line.get("kind") == "dict") == articles
    assert sorted(line["address"] for line in fed if "address" in line) == articles
    if job:
        assert sorted(line["url"] for line in lines(tmp_path / "job", "articles")) == articles
        assert lines(tmp_path / "job", "failures") == []


def test_a_dropped_article_is_a_rejection_that_says_so(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(site, tmp_path, monkeypatch, "Dropping", job=True)
    rejections = [(line["reason"], line["detail"]) for line in lines(tmp_path / "job", "rejections")]
    assert ("dropped", "not wanted") in rejections and len(lines(tmp_path / "job", "articles")) == 2


def test_an_article_that_a_pipeline_changed_is_the_jobs(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed = run(site, tmp_path, monkeypatch, "Changing", job=True)
    assert [line["tags"] for line in lines(tmp_path / "job", "articles")] == [["合成"]] * 3
    assert [line["tags"] for line in fed if "text" in line] == [["合成"]] * 3


def test_a_pipeline_may_make_something_else_of_it(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed = run(site, tmp_path, monkeypatch, "Replacing", job=True)
    assert sum("headline" in line for line in fed) == 3 == len(lines(tmp_path / "job", "articles"))


def test_a_pipeline_that_raises_is_a_failure(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(site, tmp_path, monkeypatch, "Raising", job=True)
    failed = [(line["stage"], line["error"], line["detail"]) for line in lines(tmp_path / "job", "failures")]
    assert failed == [("write", "ValueError", "the database is gone")] * 3
