"""A database holds each version of each article of a job once, whatever was killed or down in between."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crawler.job.ledger import LEDGER
from crawler.sinks import SinkError, catch_up, open_sink
from tests import forks
from tests.crawler.sinks.conftest import Server
from tests.crawler.sinks.jobs import article, make_job, versions

ROOT = Path(__file__).parents[3]


def rows(url: str) -> list[tuple[str, str]]:
    """URL and text of each row."""
    query = "SELECT url, text FROM articles"
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as db:
            return sorted(db.execute(query))
    import psycopg

    with psycopg.connect(url) as connection:
        return sorted(connection.execute(query).fetchall())


def export(job: Path, url: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "crawler.cli", "export", str(job), "--to", url]
    return forks.run(command, cwd=ROOT)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/articles.db"
    server: Server = request.getfixturevalue("postgres")
    return server.url


def plain(found: list[tuple[str, str]], database: str) -> list[tuple[str, str]]:
    """PostgreSQL holds no NUL."""
    return [
        (url, text.replace("\0", "\ufffd") if database.startswith("pos") else text) for url, text in found
    ]


def test_what_is_lacking_is_written_once(database: str, tmp_path: Path) -> None:
    job = tmp_path / "job"
    make_job(job, map(article, range(5)), shard_bytes=1500)
    assert len(list(job.glob("articles-*"))) > 1
    assert export(job, database).stderr == "5 articles written\n"
    assert export(job, database).stderr == "0 articles written\n"
    make_job(job, [article(2, "合成：改过的正文。"), article(7)])
    assert export(job, database).stderr == "2 articles written\n"
    assert rows(database) == plain(versions(job), database) and len(rows(database)) == 7


def test_a_job_that_was_made_anew_is_read_anew(database: str, tmp_path: Path) -> None:
    make_job(tmp_path / "job", map(article, range(5)))
    export(tmp_path / "job", database)
    (tmp_path / "job").rename(tmp_path / "old")
    make_job(tmp_path / "job", map(article, range(4, 9)))
    assert export(tmp_path / "job", database).stderr == "5 articles written\n"
    assert len(rows(database)) == 9


def test_the_columns(database: str, tmp_path: Path) -> None:
    make_job(tmp_path / "job", [article(1)])
    export(tmp_path / "job", database)
    if database.startswith("sqlite"):
        with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as db:
            record: Any = json.loads(db.execute("SELECT record FROM articles").fetchone()[0])
    else:
        import psycopg

        with psycopg.connect(database) as connection:
            query = "SELECT record FROM articles WHERE record->>'title' = '合成1' AND authors = '{}'"
            record = connection.execute(query).fetchone()[0]
    assert record["title"] == "合成1"


KILLED = """
import os, signal, sys
import psycopg

at, before, job, to = int(sys.argv[1]), sys.argv[2] == "before", *sys.argv[3:]
execute, batches = psycopg.Cursor.execute, 0

def killing(self, query, *arguments, **named):
    global batches
    done = None if before else execute(self, query, *arguments, **named)
    batches += "INTO qingwen_exports" in str(query)
    if batches == at:
        os.kill(os.getpid(), signal.SIGKILL)
    return done or execute(self, query, *arguments, **named)

psycopg.Cursor.execute = killing
sys.argv[1:] = ["export", job, "--to", to]
import crawler.cli.__main__
"""
"""An export that is killed in its nth batch, all articles of which are in the transaction: before or after the place that
it has read to is."""


@pytest.mark.slow
def test_killed_ten_times_and_caught_up(postgres: Server, tmp_path: Path) -> None:
    job = tmp_path / "job"
    make_job(job, map(article, range(900)), shard_bytes=20_000)
    rng, held = random.Random(13), [0]
    for n in range(10):
        how = [str(rng.randrange(2, 4)), ("before", "after")[n % 2]]
        command = [sys.executable, "-c", KILLED, *how, str(job), postgres.url]
        done = forks.run(command, cwd=ROOT)
        assert done.returncode == -signal.SIGKILL, done.stderr
        held.append(len(rows(postgres.url)))
    assert (
        held == sorted(set(held)) and held[-1] < 900
    )  # each kill fell into the middle, behind some more batches
    assert export(job, postgres.url).returncode == 0
    assert rows(postgres.url) == plain(versions(job), postgres.url)


def test_a_sink_that_is_down_is_told_and_caught_up(postgres: Server, tmp_path: Path) -> None:
    make_job(tmp_path / "job", map(article, range(3)))
    postgres.stop()
    down = export(tmp_path / "job", postgres.url)
    assert down.returncode == 1 and "Nothing is lost" in down.stderr and "Traceback" not in down.stderr
    postgres.start()
    assert export(tmp_path / "job", postgres.url).returncode == 0
    assert len(rows(postgres.url)) == 3


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("mysql://a/b", "no sink for 'mysql': there are postgresql, sqlite"),
        ("articles.db", "no sink for 'articles.db'"),
        ("sqlite:////nowhere/at/all.db", "unable to open database file"),
    ],
)
def test_what_is_no_sink(to: str, why: str, tmp_path: Path) -> None:
    make_job(tmp_path / "job", [article(1)])
    done = export(tmp_path / "job", to)
    assert done.returncode == 1 and why in done.stderr


def test_a_line_that_is_no_article_is_named(tmp_path: Path) -> None:
    job = tmp_path / "job"
    make_job(job, map(article, range(3)))
    path = job / "articles-00001.jsonl"
    first, second, third = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + second.replace(b"{", b"<", 1) + third)
    done = export(job, f"sqlite:///{tmp_path}/articles.db")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert f"{path}:{len(first)} does not hold what a crawl writes" in done.stderr.replace("\n", " ")


def test_a_job_of_another_version_is_told(tmp_path: Path) -> None:
    make_job(tmp_path / "job", [article(1)])
    with closing(sqlite3.connect(tmp_path / "job" / LEDGER)) as db:
        db.execute("PRAGMA user_version = 9999")
    done = export(tmp_path / "job", f"sqlite:///{tmp_path}/articles.db")
    assert done.returncode == 1 and "written by another version" in done.stderr


def test_what_is_no_job(tmp_path: Path) -> None:
    with (
        closing(open_sink(f"sqlite:///{tmp_path}/a.db")) as sink,
        pytest.raises(SinkError, match="not a job folder"),
    ):
        catch_up(tmp_path, sink)
