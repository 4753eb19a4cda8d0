"""What only the ledger of one machine has: a clock that can be set, one process, one file. The rest: test_contract.py."""

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.job.errors import JobDamaged, JobError, JobLocked, JobUnwritable
from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Row, Settled
from schemas import Article, Failure, Reason, Rejection, Stage
from tests import forks

DAY = 86_400.0


class Clock:
    """Stands still until it is set."""

    now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    opened = Ledger(tmp_path, recheck=DAY, clock=clock)
    opened.begin_run()
    yield opened
    opened.close()


def link(path: str, priority: int = 0, host: str = "a.example") -> Link:
    return Link(path.encode(), f"http://{host}/{path}", host, "site", priority, "{}")


def article(text: str = "正文") -> Article:
    return Article(title="题", text=text, content_hash=text)


def start(ledger: Ledger, *paths: str) -> list[Row]:
    ledger.commit((), [link(path) for path in paths])
    return ledger.pending("a.example", 100)


def reopen(ledger: Ledger, clock: Clock, reason: str | None = None) -> Ledger:
    if reason:
        ledger.end_process(reason)
    ledger.close()
    again = Ledger(ledger.folder, recheck=DAY, clock=clock)
    again.begin_run()
    return again


def lines(folder: Path, kind: str) -> list[dict[str, object]]:
    files = sorted(folder.glob(f"{kind}-*"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_rows_come_by_priority_then_age(ledger: Ledger) -> None:
    ledger.commit((), [link("1"), link("2", priority=5), link("3"), link("4", priority=5)])
    rows = ledger.pending("a.example", 10)
    assert [row.fingerprint for row in rows] == [b"2", b"4", b"1", b"3"]
    assert [row.fingerprint for row in ledger.pending("a.example", 1, without={rows[0].id})] == [b"4"]


def test_a_file_that_lost_committed_bytes_is_reported(ledger: Ledger, tmp_path: Path) -> None:
    (row,) = start(ledger, "1")
    ledger.commit([Settled(row, article())])
    ledger.close()
    os.truncate(tmp_path / "articles-00001.jsonl", 5)
    with pytest.raises(JobDamaged, match="5 bytes"):
        Ledger(tmp_path)


def test_a_ledger_of_another_format_is_reported(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"something else" * 100)
    with pytest.raises(JobDamaged):
        Ledger(tmp_path)


def test_a_full_disk_loses_nothing(ledger: Ledger, tmp_path: Path, clock: Clock) -> None:
    one, two = start(ledger, "1", "2")
    ledger.commit([Settled(one, article("甲"))])
    script = f"""
import resource
from tests.crawler.job.test_ledger import *
ledger = Ledger(Path({str(tmp_path)!r}))
ledger.begin_run()
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
(row,) = ledger.pending("a.example", 9)
for _ in range(2):
    try:
        ledger.commit([Settled(row, article("乙" * 100_000))])
    except JobUnwritable as error:
        print(error)
"""
    ledger.close()
    done = forks.run([sys.executable, "-c", script])
    assert (done.returncode, done.stdout.count("File too large")) == (0, 2), done.stderr
    assert len(lines(tmp_path, "articles")) == 1  # already cut
    again = Ledger(tmp_path, clock=clock)
    again.begin_run()
    again.commit([Settled(two, article("乙"))])
    assert [line["text"] for line in lines(tmp_path, "articles")] == ["甲", "乙"]
    again.close()


def test_an_unwritable_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JobUnwritable):
        Ledger(tmp_path / "file" / "job")


def test_one_process_at_a_time(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(JobLocked, match="this process"):
        Ledger(tmp_path)
    script = (
        f"from pathlib import Path; from crawler.job.ledger import Ledger; Ledger(Path({str(tmp_path)!r}))"
    )
    done = forks.run([sys.executable, "-c", script])
    assert f"process {os.getpid()} already works on the job" in done.stderr


@pytest.mark.parametrize(
    ("days", "pending"), [(0.5, 0), (29, 0), (31, 1)], ids=["too early", "undated: a month", "due"]
)
def test_an_article_is_due_later_the_older_it_is(
    ledger: Ledger, clock: Clock, days: float, pending: int
) -> None:
    (row,) = start(ledger, "1")
    ledger.commit([Settled(row, article())])
    clock.now += days * DAY
    ledger = reopen(ledger, clock, "finished")
    assert sum(ledger.waiting().values()) == pending
    ledger.close()


def test_failures_are_due_at_once_then_ever_later(ledger: Ledger, clock: Clock) -> None:
    failure = Failure(stage=Stage.FETCH, error="timeout")
    pending = []
    (row,) = start(ledger, "1")
    for days in (0.0, 1.0, 1.0, 1.0, 1.0, 1.0):
        if row:
            ledger.commit([Settled(row, failure)])
        clock.now += days * DAY
        ledger = reopen(ledger, clock, "finished")
        row = next(iter(ledger.pending("a.example", 1)), None)  # type: ignore[assignment]  # None when nothing is due
        pending.append(bool(row))
    assert pending == [True, True, True, False, True, False]
    ledger.close()


def looks(ledger: Ledger, clock: Clock, record: Failure | Rejection, nights: int) -> list[bool]:
    """Whether a page that never gives anything else is asked for again, night by night."""
    (row,) = start(ledger, "1")
    pending = []
    waiting: Row | None = row
    for _ in range(nights):
        if waiting:
            ledger.commit([Settled(waiting, record)])
        clock.now += DAY
        ledger = reopen(ledger, clock, "finished")
        waiting = next(iter(ledger.pending("a.example", 1)), None)
        pending.append(bool(waiting))
    ledger.close()
    return pending


def test_a_page_that_is_not_there_is_asked_for_soon_then_ever_less(ledger: Ledger, clock: Clock) -> None:
    """A list may name a page before it is there."""
    gone = Rejection(reason=Reason.STATUS, detail="404")
    assert looks(ledger, clock, gone, 6) == [True, True, False, True, False, False]


def test_a_page_without_an_article_waits_for_long(ledger: Ledger, clock: Clock) -> None:
    assert not any(looks(ledger, clock, Rejection(reason=Reason.TOO_SHORT), 6))


@pytest.mark.parametrize("listed", [None, Rejection(reason=Reason.LISTING)])
def test_a_redirect_to_a_list_is_no_duplicate(
    ledger: Ledger, clock: Clock, tmp_path: Path, listed: Rejection | None
) -> None:
    home, page = start(ledger, "home", "page")
    ledger.commit([Settled(home, listed), Settled(page, article(), final=b"home")])
    assert lines(tmp_path, "rejections")[-1]["detail"] == "redirected to a list"
    assert "duplicate" not in ledger.states()
    ledger = reopen(ledger, clock, "finished")
    assert [row.fingerprint for row in ledger.pending("a.example", 9)] == [b"page"]
    ledger.close()


@pytest.mark.parametrize("ahead", [100, 400])
@pytest.mark.parametrize(
    "gave", [Failure(stage=Stage.FETCH, error="timeout"), article()], ids=["failure", "article"]
)
def test_a_clock_that_was_ahead_puts_nothing_off_for_years(
    ledger: Ledger, clock: Clock, ahead: int, gave: Failure | Article
) -> None:
    clock.now += ahead * DAY
    ledger = reopen(ledger, clock, "finished")
    (row,) = start(ledger, "1")
    ledger.commit([Settled(row, gave)])
    clock.now -= (ahead - 1) * DAY
    ledger = reopen(ledger, clock)
    ledger.end_process("finished")
    ledger = reopen(ledger, clock)
    assert [row.fingerprint for row in ledger.pending("a.example", 9)] == [b"1"]
    ledger.close()


def test_a_page_is_looked_at_once_a_year_at_least(ledger: Ledger, clock: Clock) -> None:
    (row,) = start(ledger, "1")
    old = datetime.fromtimestamp(clock.now - 3_000 * DAY, UTC)
    ledger.commit([Settled(row, article().model_copy(update={"published_at": old}))])
    clock.now += 366 * DAY
    ledger = reopen(ledger, clock, "finished")
    assert ledger.waiting() == {"a.example": 1}
    ledger.close()


def test_a_run_ends_when_its_last_process_did(ledger: Ledger, clock: Clock) -> None:
    begun = clock.now
    clock.now += 60
    assert ledger.times(1) == (begun, clock.now, "running")
    ledger.end_process("finished")
    clock.now += DAY
    assert ledger.times(1) == (begun, begun + 60, "finished")


def test_a_changed_title_is_a_new_version_too(ledger: Ledger, clock: Clock, tmp_path: Path) -> None:
    (row,) = start(ledger, "1")
    ledger.commit([Settled(row, article())])
    ledger.forget()
    ledger = reopen(ledger, clock, "finished")
    (row,) = start(ledger, "1")
    ledger.commit([Settled(row, article().model_copy(update={"title": "新题"}))])
    assert [line["title"] for line in lines(tmp_path, "articles")] == ["题", "新题"]
    ledger.close()


def test_a_row_in_work_at_every_death_comes_last_and_alone(ledger: Ledger, tmp_path: Path) -> None:
    deadly, innocent, _ = start(ledger, "deadly", "innocent", "new")
    both = dict.fromkeys([deadly.id, innocent.id], True)
    for _ in range(3):
        ledger.note_death(both)
    assert [row.fingerprint for row in ledger.pending("a.example", 9)] == [b"new"]
    assert ledger.suspects() == [deadly, innocent]
    ledger.note_death(both)  # not alone: nobody is to blame
    assert lines(tmp_path, "failures") == []
    ledger.note_death({deadly.id: True})
    assert [line["error"] for line in lines(tmp_path, "failures")] == ["killed"]
    assert ledger.suspects() == [innocent]
    assert ledger.waiting() == {"a.example": 2}


def test_who_kills_the_crawl_while_a_suspect_is_fetched_is_somebody_else(
    ledger: Ledger, tmp_path: Path
) -> None:
    (suspect,) = start(ledger, "1")
    for _ in range(5):  # three make it a suspect; two while it alone is fetched
        ledger.note_death({suspect.id: False})
        assert lines(tmp_path, "failures") == []
    ledger.note_death({suspect.id: False})  # never while it is not
    assert [line["error"] for line in lines(tmp_path, "failures")] == ["killed"]


def test_an_article_that_was_gone_and_is_back_is_written_once(
    ledger: Ledger, clock: Clock, tmp_path: Path
) -> None:
    for record in (article(), Rejection(reason=Reason.STATUS), article()):
        (row,) = start(ledger, "1")
        ledger.commit([Settled(row, record)])
        ledger.forget("site")
        ledger = reopen(ledger, clock, "finished")
    assert len(lines(tmp_path, "articles")) == 1
    assert len(lines(tmp_path, "rejections")) == 1
    ledger.close()


def test_a_full_shard_is_followed_by_the_next(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, shard_bytes=10)
    ledger.begin_run()
    rows = start(ledger, "1", "2", "3")
    ledger.commit([Settled(row, article(str(row.id))) for row in rows])
    ledger.close()
    assert [file.name for file in sorted(tmp_path.glob("articles-*"))] == [
        "articles-00001.jsonl",
        "articles-00002.jsonl",
        "articles-00003.jsonl",
    ]
    Ledger(tmp_path, shard_bytes=10).close()


@pytest.mark.parametrize("name", ["articles-00001.jsonl", "archive-00002.warc.gz"])
def test_files_without_a_ledger_are_not_emptied(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"somebody's")
    with pytest.raises(JobError, match="another folder"):
        Ledger(tmp_path)
    assert (tmp_path / name).read_bytes() == b"somebody's"
    (tmp_path / name).unlink()
    Ledger(tmp_path).close()


def test_what_robots_txt_forbade_waits_again_when_it_changed(ledger: Ledger, clock: Clock) -> None:
    (row,) = start(ledger, "1")
    assert not ledger.read_robots("http://a.example:8080", "1")
    ledger.commit([Settled(row, Rejection(reason=Reason.ROBOTS))])
    assert ledger.tally(1) == [("site", "rejected", "robots", 1)]
    clock.now += 400 * DAY
    ledger = reopen(ledger, clock, "finished")
    assert not ledger.read_robots("http://a.example:8080", "1") and not ledger.waiting()
    assert ledger.read_robots("http://a.example:8080", "2")
    assert ledger.waiting() == {"a.example": 1}
    ledger.close()


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.parametrize("shard_bytes", [10, 10_000_000], ids=["each in a shard of its own", "all in one"])
def test_commits_leave_no_file_open(tmp_path: Path, shard_bytes: int) -> None:
    ledger = Ledger(tmp_path, shard_bytes=shard_bytes)
    ledger.begin_run()
    rows = start(ledger, *map(str, range(40)))
    ledger.commit([Settled(rows[0], article("0"))])
    before = open_files()
    for row in rows[1:]:
        ledger.commit([Settled(row, article(str(row.id)))])
    assert open_files() <= before
    ledger.close()
