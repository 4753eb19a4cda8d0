"""Articles in an index: found by words of any length, by site and by time."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.job.errors import JobUnwritable
from crawler.job.ledger import LEDGER, Ledger
from crawler.serve.index import FILE, Asked, Index
from crawler.serve.segments import query_of, words_of
from tests.crawler.report.folders import START, an_article, write_nights

TEXTS = [
    "白鹭湾大桥今天通车。",
    "GDP增长5%，旧城改造后的街道。",
    "他在北京大学读书，会讲英语。",
    "大学城北的京剧院。",
    "𠮷野家的分店",
]


@pytest.fixture
def job(tmp_path: Path) -> Path:
    job = tmp_path / "job"
    write_nights(job, [[an_article(n, title=f"第{n}篇", text=text) for n, text in enumerate(TEXTS)]])
    return job


@pytest.fixture
def index(job: Path, tmp_path: Path) -> Index:
    index = Index(job, tmp_path / FILE)
    assert index.grow() == len(TEXTS)
    return index


def numbers(index: Index, **asked: object) -> list[int]:
    return sorted(number - 1 for number, _ in index.found(Asked(**asked)))  # type: ignore[arg-type]  # a table of keyword arguments


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("通车", [0]),
        ("大桥", [0]),
        ("大学", [2, 3]),
        ("北京", [2]),
        ("京剧", [3]),
        ("学城", [3]),
        ("桥", [0]),
        ("车", [0]),
        ("北京大学", [2]),
        ("白鹭湾大桥今天通车", [0]),
        ("gdp", [1]),
        ("ＧＤＰ 改造", [1]),
        ("GDP增长", [1]),
        ("第3篇", [3]),
        ("𠮷野", [4]),
        ("改造后 大桥", []),
        ("造旧", []),
        ("。，", []),
        ('" OR title:* NEAR(', []),
    ],
)
def test_articles_are_found_by_words_of_any_length(index: Index, words: str, found: list[int]) -> None:
    assert numbers(index, words=words) == found


def test_a_text_is_indexed_as_pairs() -> None:
    assert words_of("GDP增长了，ok") == "gdp 增长 长了 了 ok"
    assert query_of("增长了 GDP 了") == '"增长 长了" AND "gdp" * AND "了" *'
    assert query_of(" ？！") == ""


def test_a_later_version_stands_for_its_article(index: Index, job: Path) -> None:
    with (job / "articles-00001.jsonl").open("a", encoding="utf-8") as file:
        file.write(an_article(0, 1, text="白鹭湾大桥明天通车。", content_hash="new").model_dump_json() + "\n")
    assert index.grow() == 1
    assert index.grow() == 0
    assert numbers(index, words="通车") == [5]
    assert index.size() == len(TEXTS)


def test_an_index_goes_on_where_it_was(index: Index, job: Path, tmp_path: Path) -> None:
    assert Index(job, tmp_path / FILE).grow() == 0


def test_articles_are_found_by_site_and_time(tmp_path: Path) -> None:
    nights = [[an_article(night, night, site=site)] for night, site in enumerate(["a", "b", "a"])]
    write_nights(tmp_path / "job", nights)
    index = Index(tmp_path / "job", tmp_path / FILE)
    index.grow()
    assert numbers(index, site="a") == [0, 2]
    assert numbers(index, since=(START + timedelta(days=1)).timestamp()) == [1, 2]
    assert numbers(index, site="a", after=1) == [2]
    assert numbers(index, limit=2) == [0, 1]
    assert len(index.newest(2)) == 2


@pytest.mark.parametrize("count", [1, 9])
def test_a_job_that_was_made_anew_is_indexed_anew(index: Index, job: Path, count: int) -> None:
    shutil.rmtree(job)
    write_nights(job, [[an_article(n, 1, text="另一个任务的文章。") for n in range(count)]])
    assert index.grow() == count
    assert numbers(index, words="大桥") == []
    assert len(numbers(index, words="另一个")) == index.size() == count


def test_an_index_of_another_version_is_made_anew(index: Index, job: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    assert Index(job, tmp_path / FILE).grow() == len(TEXTS)


def test_an_index_that_could_not_be_made_anew_is_the_one_before(
    index: Index, job: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(job)
    write_nights(job, [[an_article(n, 1, text="另一个任务的文章。") for n in range(2)]])
    with monkeypatch.context() as broken:
        broken.setattr(sqlite3, "connect", without_virtual_tables(sqlite3.connect))
        with pytest.raises(JobUnwritable, match=f"{FILE}: not authorized"):
            index.grow()
        assert index.size() == len(TEXTS)
    assert Index(job, tmp_path / FILE).grow() == 2
    assert len(numbers(index, words="另一个")) == index.size() == 2


def without_virtual_tables(connect: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
    """Connections on which the last table of the schema cannot be made."""

    def connected(*given: Any, **named: Any) -> sqlite3.Connection:
        db = connect(*given, **named)
        db.set_authorizer(
            lambda action, *_: (
                sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_CREATE_VTABLE else sqlite3.SQLITE_OK
            )
        )
        return db

    return connected


def test_what_was_not_committed_is_not_taken_in(tmp_path: Path) -> None:
    job = tmp_path / "job"
    write_nights(job, [[an_article(0)]])
    Ledger(tmp_path / "other").close()  # nothing was committed to it
    shutil.copy(tmp_path / "other" / LEDGER, job)
    assert Index(job, tmp_path / FILE).grow() == 0
