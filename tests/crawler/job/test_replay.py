"""Archived pages are cleaned again; what came out differently can be written."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.items import Fetched
from crawler.job import replay as replay_module
from crawler.job.errors import JobDamaged, JobError
from crawler.job.ledger import Ledger, open_existing
from crawler.job.replay import cleaned, label, replay, summary, write
from crawler.job.rows import Link, Settled
from crawler.job.warc import read_page, write_page
from schemas import Article, Failure, Kind, Page, Reason, Record, Rejection, Stage

PAGES = {
    "old": Page(url="http://a/old", body="旧".encode("gb18030"), headers=(("Content-Encoding", "gzip"),)),
    "short": Page(url="http://a/short", body=b"short", fetched_at=datetime(2026, 11, 20, tzinfo=UTC)),
    "split": Page(url="http://a/split", body=b"one"),
    "killed": Page(url="http://a/killed", body=b"\x00\xff" * 50_000),
    "never": Page(url="http://a/never", body=b""),
}
BEFORE: dict[str, Record] = {
    "old": Article(url="http://a/old", title="题", text="旧", content_hash="1"),
    "short": Rejection(url="http://a/short", reason=Reason.TOO_SHORT),
    "split": Article(url="http://a/split", title="题", text="one two", content_hash="2"),
    "killed": Failure(url="http://a/killed", stage=Stage.CLEAN, error="killed"),
    "never": Failure(url="http://a/never", stage=Stage.FETCH, error="timeout"),
}


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Ledger]:
    """Five outcomes; the last has no archived page."""
    ledger = Ledger(tmp_path)
    ledger.begin_run()
    ledger.commit((), [Link(name.encode(), f"http://a/{name}", "a", "site", 0, "{}") for name in PAGES])
    rows = {row.url.rsplit("/", 1)[1]: row for row in ledger.pending("a", 9)}
    for name, row in rows.items():
        second = Page(url="http://a/split_2", body=b"two")
        pages = {"split": (PAGES["split"], second), "never": ()}.get(name, (PAGES[name],))
        archive = tuple(map(write_page, pages))
        parts, whole = tuple(range(len(pages))), name != "split"
        ledger.commit([Settled(row, BEFORE[name], archive=archive, parts=parts, whole=whole)])
    yield ledger
    ledger.close()


def same(candidates: Iterable[Fetched]) -> Iterator[Record]:
    for candidate in candidates:
        yield BEFORE[str(candidate.pages[0].url).rsplit("/", 1)[1]]


def better(candidates: Iterable[Fetched]) -> Iterator[Record]:
    for before in same(candidates):
        if isinstance(before, Article):
            yield before.model_copy(update={"title": "新题", "cleaner_version": "2"})
        else:
            yield Article(url=before.url, title="题", text="救回", content_hash="3")


def test_pages_come_back_as_they_were(job: Ledger) -> None:
    seen = []

    def note(candidates: Iterable[Fetched]) -> Iterator[Record]:
        for candidate in candidates:
            seen.append(candidate)
            yield from same([candidate])

    assert [result.changed for result in replay(job, note)] == [(), (), (), ()]
    assert [page.body for candidate in seen for page in candidate.pages] == [
        PAGES["old"].body,
        b"short",
        b"one",
        b"two",
        PAGES["killed"].body,
    ]
    assert seen[1].pages[0].fetched_at == PAGES["short"].fetched_at
    assert [candidate.whole for candidate in seen] == [True, True, False, True]
    assert seen[0].pages[0].header("X-Archive-Orig-Content-Encoding") == "gzip"


@pytest.mark.parametrize(
    ("chosen", "changes"),
    [
        ({}, {"old": ("title",), "short": ("outcome",), "split": ("title",), "killed": ("outcome",)}),
        ({"reason": "too_short"}, {"short": ("outcome",)}),
        ({"reason": "listing"}, {}),
        ({"failures": True}, {"killed": ("outcome",)}),
    ],
)
def test_what_changed_is_told(job: Ledger, chosen: dict[str, object], changes: dict[str, object]) -> None:
    results = replay(job, better, **chosen)  # type: ignore[arg-type]  # a table of keyword arguments
    assert {result.row.url.rsplit("/", 1)[1]: result.changed for result in results} == changes


def test_nothing_is_written_unless_asked(job: Ledger) -> None:
    before = job.lengths()
    assert [label(result.after) for result in replay(job, better)] == ["article"] * 4
    assert job.lengths() == before


def test_changes_become_new_versions(job: Ledger, tmp_path: Path) -> None:
    list(write(job, replay(job, better)))
    lines = [json.loads(line) for line in (tmp_path / "articles-00001.jsonl").read_text().splitlines()]
    assert [(line["title"], line["previous_hash"]) for line in lines] == [
        ("题", None),
        ("题", None),
        ("新题", "1"),
        ("题", None),
        ("新题", "2"),
        ("题", None),
    ]
    assert job.states() == {"article": 4, "failed": 1}
    assert sum(count for _, what, _, count in job.tally(2) if what == "article") == 4
    assert all(result.changed == () for result in replay(job, better))


def test_an_interrupted_crawl_goes_on_after_a_replay(job: Ledger) -> None:
    job.commit((), [Link(b"more", "http://a/more", "a", "site", 0, "{}")])
    list(write(job, replay(job, same)))
    job.begin_run()
    assert job.run == 1


def test_a_damaged_record_is_reported(tmp_path: Path) -> None:
    record = write_page(PAGES["killed"])
    (tmp_path / "cut.warc.gz").write_bytes(record[: len(record) // 2])
    with pytest.raises(JobDamaged):
        read_page(tmp_path / "cut.warc.gz", 0)


def test_a_summary_counts_what_came_out_differently(job: Ledger) -> None:
    report = summary(replay(job, better), written=False)
    assert report.cleaned == 4 and report.changed == sum(report.outcomes.values()) + report.fields["title"]
    assert report.fields == {"title": 2} and set(report.examples["title"]) == {
        "http://a/old",
        "http://a/split",
    }
    assert report.outcomes and set(report.outcomes) < set(report.examples)
    assert not report.written


def test_only_a_job_that_is_there_is_opened(tmp_path: Path) -> None:
    with pytest.raises(JobError, match="is not a job folder"):
        open_existing(tmp_path)
    Ledger(tmp_path).close()
    open_existing(tmp_path).close()


def test_a_new_rejection_takes_the_place_of_the_old(job: Ledger) -> None:
    def emptied(candidates: Iterable[Fetched]) -> Iterator[Record]:
        for before in same(candidates):
            short = isinstance(before, Rejection)
            yield Rejection(url="http://a/short", reason=Reason.EMPTY) if short else before

    assert [result.changed for result in write(job, replay(job, emptied)) if result.changed] == [("reason",)]
    again = {result.row.url: result.before for result in replay(job, same)}
    assert label(again["http://a/short"]) == "rejected: empty"


def test_a_thread_that_the_crawl_did_not_take_is_not_taken_now(job: Ledger) -> None:
    def threads(candidates: Iterable[Fetched]) -> Iterator[Record]:
        for before in same(candidates):
            thread = Rejection(url=before.url, reason=Reason.OTHER_KIND, kind=Kind.THREAD)
            yield thread if isinstance(before, Rejection) else before

    list(write(job, replay(job, threads)))
    changed = {result.row.url: result.changed for result in replay(job, better)}
    assert changed["http://a/short"] == () and changed["http://a/killed"] == ("outcome",)


@pytest.mark.parametrize("size", [1, 2, 32])
def test_changes_are_written_in_groups(job: Ledger, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_module, "_GROUP", size)
    sizes, replace = [], job.replace

    def noted(group: list[tuple[object, Record]]) -> None:
        sizes.append(len(group))
        replace(group)  # type: ignore[arg-type]  # rows and records

    monkeypatch.setattr(job, "replace", noted)
    assert len(list(write(job, replay(job, better)))) == 4
    assert sum(sizes) == 4 and max(sizes) <= size
    assert job.states() == {"article": 4, "failed": 1}


def test_candidates_are_cleaned_ahead_and_come_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_module, "_AHEAD", 2)
    drawn: list[str] = []

    class Workers:
        """Clean at once."""

        def submit(self, page: Page) -> "Future[Record]":
            future: Future[Record] = Future()
            future.set_result(Article(url=page.url, title="题", text=str(page.url), content_hash="1"))
            return future

    def candidates() -> Iterator[Fetched]:
        for name in "abcde":
            drawn.append(name)
            yield Fetched("site", (Page(url=name, body=b""),))

    ahead = []
    for number, record in enumerate(cleaned(candidates(), Workers()), start=1):  # type: ignore[arg-type]  # all that is asked of a guard
        assert record.url == drawn[number - 1]
        ahead.append(len(drawn) - number)
    assert ahead == [2, 2, 2, 1, 0]


def test_a_summary_tells_outcomes_and_a_few_examples(job: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_module, "_EXAMPLES", 1)
    report = summary(replay(job, better), written=True)
    assert report.outcomes == {"rejected: too_short > article": 1, "failed: clean > article": 1}
    assert report.examples["title"] == ("http://a/old",) and report.written
    assert report.failures == 0 and summary(replay(job, same), written=False).failures == 1
