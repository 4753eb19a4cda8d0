"""A crawl fills its sink while it goes on; one that is down costs nothing."""

import json
import sqlite3
import sys
import time
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from benchmarks.loopback import serve
from crawler.sinks import extension
from tests import forks
from tests.crawler.job.crawls import ROOT, News, crawl, lines
from tests.crawler.sinks.conftest import Server
from tests.crawler.sinks.jobs import article, make_job

OFTEN = {
    "EXTENSIONS": json.dumps(
        {"crawler.sinks.extension.FillsSink": None, "tests.crawler.sinks.often.Often": 1}
    ),
    "DOWNLOAD_DELAY": "0.1",
}


def test_a_crawl_fills_a_database(tmp_path: Path) -> None:
    database = tmp_path / "articles.db"
    with serve(News(6).answer) as url:
        done = crawl(url, tmp_path / "job", SINK=f"sqlite:///{database}")
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(database)) as db:
        stored = sorted(db.execute("SELECT url, text FROM articles"))
    assert stored == sorted((line["url"], line["text"]) for line in lines(tmp_path / "job", "articles"))
    assert len(stored) == 6


def test_a_sink_that_is_down_costs_a_warning(tmp_path: Path) -> None:
    with serve(News(3).answer) as url:
        done = crawl(url, tmp_path / "job", SINK="sqlite:////nowhere/at/all.db")
        assert done.stderr.count("The sink is down, the crawl goes on") == 1
        without = crawl(url, tmp_path / "none", JOB="", SINK="sqlite:///a.db")
    assert len(lines(tmp_path / "job", "articles")) == 3
    assert "SINK is left alone" in without.stderr


def test_a_sink_is_opened_once_while_nothing_fails(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    with serve(News(6).answer) as url:
        done = crawl(url, tmp_path / "job", SINK=f"sqlite:///{tmp_path}/a.db", OPENED=opened, **OFTEN)
    assert done.returncode == 0 and "The sink is down" not in done.stderr
    assert opened.read_text("utf-8") == "opened\n"
    assert stored(tmp_path / "a.db") == 6


def test_whatever_a_sink_raises_the_next_look_opens_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    make_job(tmp_path / "job", map(article, range(3)))
    filled = extension.FillsSink(f"sqlite:///{tmp_path}/a.db", tmp_path / "job")
    with monkeypatch.context() as broken:
        broken.setattr(extension, "catch_up", lambda job, sink: 1 // 0)
        filled._fill()
        filled._fill()
    filled._fill()
    assert stored(tmp_path / "a.db") == 3
    filled._sink.close()  # type: ignore[union-attr]  # it was opened: so a server that restarts ends it
    make_job(tmp_path / "job", [article(3)])
    filled._fill()
    filled._leave()
    assert stored(tmp_path / "a.db") == 4
    assert caplog.text.count("The sink is down, the crawl goes on") == 1


def stored(database: Path) -> int:
    with closing(sqlite3.connect(database)) as db:
        count: int = db.execute("SELECT count(*) FROM articles").fetchone()[0]
        return count


@pytest.mark.slow
def test_a_crawl_that_is_killed_ten_times_fills_its_sink_whole(postgres: Server, tmp_path: Path) -> None:
    job = tmp_path / "job"
    with serve(News(120).answer) as url:
        command = _command(url, job, SINK=postgres.url, **OFTEN)
        for kills in range(10):
            process = forks.start(command, cwd=ROOT)
            _wait_for_more(postgres.url, process)
            assert process.is_alive(), f"the crawl ended before kill {kills}"
            process.kill()
            process.join()
        done = crawl(url, job, SINK=postgres.url)
    assert done.returncode == 0, done.stderr
    records = lines(job, "articles")
    assert _stored(postgres.url) == sorted((line["url"], line["text"]) for line in records)
    assert len(records) == 120


def _command(url: str, job: Path, **settings: object) -> list[str]:
    settings = {"JOB": job, "PRIVATE_HOSTS_ALLOWED": "127.0.0.1", "CLEANER_WORKERS": 0, **settings}
    given = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    arguments = ["-a", f"url={url}/", "-a", "allow=/article/"]
    return [sys.executable, "-m", "scrapy", "crawl", "generic", *arguments, *given]


def _wait_for_more(database: str, process: BaseProcess) -> None:
    """Until the crawl has put articles into its sink, so that the kill falls while it does."""
    before, deadline = len(_stored(database)), time.monotonic() + 600
    while process.is_alive() and len(_stored(database)) == before and time.monotonic() < deadline:
        time.sleep(0.02)


def _stored(database: str) -> list[tuple[str, str]]:
    import psycopg

    with psycopg.connect(database) as connection:
        if connection.execute("SELECT to_regclass('articles')").fetchone() == (None,):
            return []
        return sorted(connection.execute("SELECT url, text FROM articles").fetchall())
