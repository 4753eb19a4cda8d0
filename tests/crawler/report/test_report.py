"""What the report gathers out of a folder."""

from __future__ import annotations

import base64
import gzip
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.job.command import command_line
from crawler.report import ReportData, collect, render
from crawler.report.causes import pattern_of
from crawler.report.copies import groups_of
from crawler.report.job import read_runs
from crawler.report.previews import CHARACTERS, TOGETHER, packs
from schemas import Failure, Reason, Rejection, Stage
from tests.crawler.report.folders import SENTENCE, START, add_night, an_article, write_nights

HOSTILE = "</script><script>document.title='owned'</script>"


def data_of(job: Path) -> ReportData:
    return collect(job, read_runs(job))


def unpacked(text: str) -> Any:
    return json.loads(gzip.decompress(base64.b64decode(text)))


def shown(page: str) -> Any:
    """What the page's script works on."""
    return unpacked(page.split('id="data">')[1].split("</script>")[0])


def lost(number: int, detail: str) -> Rejection:
    return Rejection(
        url=f"https://www.example.com/list/{number}",
        reason=Reason.LISTING,
        detail=detail,
        fetched_at=START + timedelta(seconds=1),
    )


def failure(error: str, detail: str) -> Failure:
    at = START + timedelta(seconds=1)
    return Failure(url="javascript:alert(1)", stage=Stage.FETCH, error=error, detail=detail, failed_at=at)


def test_like_causes_stand_together_the_commonest_first(tmp_path: Path) -> None:
    pages = [
        failure("TimeoutError", "took longer than 180.0 seconds"),
        *(lost(n, f"{n} links") for n in range(7)),
    ]
    write_nights(tmp_path / "job", [pages])
    causes = data_of(tmp_path / "job").causes
    assert [(cause.what, cause.reason, cause.pattern, cause.count) for cause in causes] == [
        ("rejected", "listing", "… links", 7),
        ("failed", "fetch", "took longer than … seconds", 1),
    ]
    assert [len(cause.pages) for cause in causes] == [5, 1]


@pytest.mark.parametrize(
    ("detail", "pattern"),
    [
        ("HTTP 404", "HTTP 404"),
        ("1404 links, 5 of them 3.5 kB", "… links, … of them … kB"),
        ("no such host: 'a.example'", "no such host: …"),
        ("list: 12 links, 3,400 characters", "list: … links, … characters"),
        ("redirected to https://a.example/x?y=1 too often", "redirected to … too often"),
    ],
)
def test_what_varies_from_page_to_page_is_left_out_of_a_cause(detail: str, pattern: str) -> None:
    assert pattern_of(detail) == pattern


def test_copies_are_groups(tmp_path: Path) -> None:
    hashes = ["a", "b", "a", "c", "a", "b"]
    write_nights(tmp_path / "job", [[an_article(n, content_hash=hash) for n, hash in enumerate(hashes)]])
    assert groups_of(data_of(tmp_path / "job").articles) == [[0, 2, 4], [1, 5]]


def test_a_page_that_was_cleaned_anew_is_listed_once(tmp_path: Path) -> None:
    write_nights(tmp_path / "job", [[an_article(1), an_article(2), an_article(1, title="再次清洗")]])
    assert [held.record.title for held in data_of(tmp_path / "job").articles] == [
        "再次清洗",
        an_article(2).title,
    ]  # type: ignore[union-attr]  # articles all, in this job


def test_the_version_before_is_found_in_older_files(tmp_path: Path) -> None:
    job = tmp_path / "job"
    before, other = an_article(1, text=f"旧的一段。\n{SENTENCE}", content_hash="old"), an_article(2)
    write_nights(job, [[before, other], [an_article(1, 1, content_hash="new", previous_hash="old")]])
    data = data_of(job)
    assert [article.text for article in data.earlier.values()] == [before.text]
    assert list(data.earlier) == [data.articles[0].place]
    assert shown(render(data))["articles"]["changed"] == [2]


def test_alarms_are_shown_with_a_page_from_before_and_one_from_now(tmp_path: Path) -> None:
    nights = [[an_article(20 * night + n, night) for n in range(20)] for night in range(5)]
    nights[4] = [article.model_copy(update={"source": None}) for article in nights[4][:19]] + nights[4][19:]
    write_nights(tmp_path / "job", nights)
    data = data_of(tmp_path / "job")
    assert [alarm.figure for alarm in data.alarms] == ["filled:source"]
    sides = data.sides["yybnet"]
    assert sides.before and sides.before.record.source == "云禾日报"  # type: ignore[union-attr]  # an article in this job
    assert sides.now and sides.now.record.source is None  # type: ignore[union-attr]  # an article in this job
    assert shown(render(data))["alarms"][0]["history"] == [1, 1, 1, 1, 0.05]


def test_silence_has_no_value_in_a_single_run(tmp_path: Path) -> None:
    write_nights(tmp_path / "job", [[an_article(night, night)] for night in range(5)])
    add_night(tmp_path / "job", [], 30)
    [alarm] = shown(render(data_of(tmp_path / "job")))["alarms"]
    assert (alarm["figure"], alarm["history"]) == ("silence", [None] * 6)


def test_many_articles_show_their_beginnings(tmp_path: Path) -> None:
    long = "长" * (CHARACTERS // 2)
    write_nights(tmp_path / "job", [[an_article(n, text=long) for n in range(4)]])
    previews = [one for pack in packs(data_of(tmp_path / "job").articles, {}) for one in unpacked(pack)]
    assert [(len(one["text"]), one["cut"]) for one in previews] == [(CHARACTERS // 4, True)] * 4


def test_previews_come_in_packs(tmp_path: Path) -> None:
    write_nights(tmp_path / "job", [[an_article(n) for n in range(TOGETHER + 1)]])
    found = list(packs(data_of(tmp_path / "job").articles, {}))
    assert [len(unpacked(pack)) for pack in found] == [TOGETHER, 1]


def test_hostile_text_cannot_leave_its_place(tmp_path: Path) -> None:
    job = tmp_path / HOSTILE.replace("/", "")
    write_nights(job, [[an_article(1, title=HOSTILE, text=HOSTILE), lost(1, HOSTILE)]])
    page = render(data_of(job))
    assert page.count("<script") == page.count("</script>") == 3
    assert "document.title='owned'" not in page.replace("&lt;script>document.title='owned'", "")


def test_what_a_demo_wrote_is_a_run(tmp_path: Path) -> None:
    job = tmp_path / "job"
    write_nights(job, [[an_article(1)]])
    (job / "runs/00001.json").rename(job / "report.json")
    (job / "articles-00001.jsonl").rename(job / "articles.jsonl")
    (job / "runs").rmdir()
    assert len(data_of(job).articles) == 1


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (["/usr/bin/qingwen", "crawl", "yybnet"], "qingwen crawl yybnet"),
        (["/x/crawler/cli/__main__.py", "crawl", "生活报"], "qingwen crawl '生活报'"),
        (["scrapy", "-s", "REDIS_URL=redis://me:pw@h:1/0"], "scrapy -s 'REDIS_URL=redis://***@h:1/0'"),
        (["scrapy", "-s", "API_TOKEN=abc", "--password=x"], "scrapy -s 'API_TOKEN=***' '--password=***'"),
    ],
)
def test_a_command_is_shown_without_its_secrets(given: list[str], shown: str) -> None:
    assert command_line(given) == shown
