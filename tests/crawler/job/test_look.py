"""Looking into a job, while it runs and after."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from crawler.job import look as look_module
from crawler.job.errors import JobDamaged
from crawler.job.ledger import LEDGER, Ledger
from crawler.job.look import Look, look_into
from crawler.job.rows import Settled, State
from schemas import Reason, Rejection
from tests.crawler.job.ledgers import article, link

NOW = 1_790_000_000.0


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An article and a rejection whose pages are archived, one whose page is not, and a page that waits."""
    with closing(Ledger(tmp_path, clock=lambda: NOW)) as ledger:
        ledger.begin_run()
        ledger.commit((), [link(name) for name in "1234"])
        one, two, three, _ = ledger.pending("a.example", 9)
        gone = Rejection(reason=Reason.TOO_SHORT)
        ledger.commit([Settled(one, article(), archive=(b"one", b"two"), parts=(0, 1), whole=False)])
        ledger.commit([Settled(two, gone, archive=(b"three",), parts=(0,)), Settled(three, gone)])
        yield ledger


def test_a_job_that_runs_is_read_as_it_is_committed(ledger: Ledger) -> None:
    with closing(Look(ledger.folder)) as look:
        assert look.lengths() == ledger.lengths()
        assert (look.running(), look.waiting()) == (1, 1)
        assert look.tally(1) == [("site", "article", "", 1), ("site", "rejected", "too_short", 2)]
        started, ended, reason = look.times(1)
        assert (started, reason) == (NOW, "running") and ended > 0
        ledger.end_process("limit")
        assert look.running() is None
        assert look.times(1) == (NOW, NOW, "limit")


def test_pages_of_a_server_may_look_from_threads_of_their_own(ledger: Ledger) -> None:
    with closing(Look(ledger.folder)) as look, ThreadPoolExecutor(1) as threads:
        assert threads.submit(look.waiting).result() == 1


@pytest.mark.parametrize("asked", [1, 2, 500])
def test_the_archived_pages_of_outcomes_are_found(
    ledger: Ledger, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look_module, "_ASKED", asked)
    places = {source.record: source for source in ledger.sources(list(State))}
    assert len(places) == 2, "the third is not archived"
    with closing(Look(ledger.folder)) as look:
        found = {source.record: source for source in look.sources([*places, "articles-00001.jsonl:999"])}
    assert found == places
    assert {source.state: (len(source.parts), source.whole) for source in found.values()} == {
        State.ARTICLE: (2, False),
        State.REJECTED: (1, True),
    }


def test_a_folder_without_a_ledger_is_no_job(tmp_path: Path) -> None:
    assert look_into(tmp_path) is None
    Ledger(tmp_path).close()
    look = look_into(tmp_path)
    assert look
    look.close()


def test_a_ledger_of_another_version_or_none_at_all_is_reported(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger._db.execute("PRAGMA user_version = 9999")
    ledger.close()
    with pytest.raises(JobDamaged, match="another version"):
        Look(tmp_path)
    (tmp_path / LEDGER).write_bytes(b"something else" * 100)
    with pytest.raises(JobDamaged, match="not a database"):
        Look(tmp_path)


def test_a_ledger_that_is_damaged_behind_its_head_is_reported(ledger: Ledger) -> None:
    ledger.close()
    path = ledger.folder / LEDGER
    head = path.read_bytes()[:4096]
    path.write_bytes(head + b"x" * (path.stat().st_size - len(head)))
    with closing(Look(ledger.folder)) as look, pytest.raises(JobDamaged, match=f"{LEDGER}: .*malformed"):
        look.waiting()


def test_when_the_first_run_began_is_known_for_good(ledger: Ledger) -> None:
    Ledger(ledger.folder / "new").close()
    with closing(Look(ledger.folder / "new")) as look:
        assert look.begun() is None
    ledger.end_process("limit")
    ledger.begin_run()
    with closing(Look(ledger.folder)) as look:
        assert look.begun() == NOW
