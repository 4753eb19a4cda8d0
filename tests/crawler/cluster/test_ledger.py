"""The shared ledger without Scrapy: what one worker may do while others do the same."""

import resource
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from benchmarks.cluster_job import Server, outcomes
from crawler.cluster.ledger import ClusterLedger
from crawler.cluster.store import Store
from crawler.job.errors import JobDamaged, JobError, JobUnwritable
from crawler.job.ledger import open_existing
from crawler.job.report import run_report
from crawler.job.rows import Link, Row, Settled
from schemas import Failure, Reason, Rejection, Stage

Open = Callable[..., ClusterLedger]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "job"


@pytest.fixture
def join(redis: Server, folder: Path) -> Iterator[Open]:
    """Opens the job as one more worker."""
    opened: list[ClusterLedger] = []

    def join(**options: Any) -> ClusterLedger:
        store = Store(redis.client, "job")
        worker = ClusterLedger(folder, store, **{"lease": 60, "delay": 0, "per_host": 1} | options)
        worker.begin_run()
        opened.append(worker)
        return worker

    yield join
    for worker in opened:
        worker.close()


def link(name: str, host: str = "a", priority: int = 0) -> Link:
    return Link(name.encode(), f"http://{host}/{name}", host, "site", priority, "{}")


def rejected(row: Row, *links: Link, **values: Any) -> Settled:
    record = Rejection(url=row.url, reason=Reason.EMPTY, detail="合成")
    return Settled(row, record, links=links, archive=(b"page",), parts=(0,), **values)


def taken(worker: ClusterLedger) -> Row:
    """The next row, waited for."""
    for _ in range(200):
        answer = worker.take()
        if isinstance(answer, Row):
            return answer
        assert answer is not None, "the job is done"
        time.sleep(min(answer, 0.02))
    raise AssertionError("no row came")


def test_start_urls_are_queued_once(join: Open) -> None:
    one, two = join(), join()
    assert one.commit([], [link("start")]) == [link("start")]
    assert two.commit([], [link("start")]) == []
    row = taken(one)
    assert (row.url, row.fingerprint, row.request) == ("http://a/start", b"start", "{}")
    assert isinstance(two.take(), float)
    assert one.states() == {"pending": 1}


def test_a_group_counts_for_all_workers(join: Open, folder: Path) -> None:
    one, two = join(), join()
    one.commit([], [link("start")])
    new = [link("x", "b"), link("y", "c"), link("x", "b")]
    assert one.commit([rejected(taken(one), *new)]) == new[:2]
    assert two.knows(b"x") and two.knows(b"start") and not two.knows(b"z")
    first, second = taken(two), taken(one)
    assert {first.url, second.url} == {"http://b/x", "http://c/y"}
    two.commit([rejected(first, link("start"))])
    one.commit([rejected(second)])
    assert one.take() is two.take() is None
    assert one.states() == {"rejected": 3}
    assert two.tally(two.run) == [("site", "rejected", "empty", 3)]
    assert sorted(outcomes(folder).values()) == [1, 1, 1]
    assert len(list(folder.glob("*/archive-*"))) == 2


def test_one_request_at_a_time_and_the_delay_between_hold_for_all(join: Open) -> None:
    one, two = join(delay=0.3), join(delay=0.3)
    one.commit([], [link("x"), link("y"), link("z")])
    row = taken(one)
    assert isinstance(two.take(), float)
    left = time.monotonic()
    one.leave(row, 0.3, 0.3)
    second = taken(two)
    assert time.monotonic() - left >= 0.29
    left = time.monotonic()
    two.leave(second, 0.3, 0.6)  # a busy answer: the pause is longer
    taken(one)
    assert time.monotonic() - left >= 0.59


def end_leases(redis: Server) -> None:
    """As if their time had passed."""
    leases = "qingwen:job:leases"
    redis.client.zadd(leases, dict.fromkeys(redis.client.zrange(leases, 0, -1), 0))


def test_a_lost_lease_fences_its_worker_out(join: Open, redis: Server, folder: Path) -> None:
    stopped, other = join(), join()
    stopped.commit([], [link("x"), link("y", "b")])
    late = [taken(stopped), taken(stopped)]
    end_leases(redis)
    again = taken(other)
    assert again.id in {row.id for row in late}
    other.commit([rejected(again)])
    new = link("new", "c")
    assert stopped.commit([rejected(row, new) for row in late]) == []  # both were taken from it
    assert [url for url, _ in outcomes(folder)] == [again.url]
    rest = taken(other)
    assert other.commit([rejected(rest, new)]) == [new]
    assert set(outcomes(folder).values()) == {1}
    assert stopped.commit([rejected(taken(stopped))]) == []
    assert stopped.take() is None
    assert other.tally(other.run) == [("site", "rejected", "empty", 3)]


def test_held_rows_stay_with_their_worker(join: Open, redis: Server) -> None:
    slow, other = join(), join()
    slow.commit([], [link("x")])
    row = taken(slow)
    end_leases(redis)
    slow.hold()
    assert isinstance(other.take(), float)
    slow.commit([rejected(row)])
    assert slow.states() == {"rejected": 1}


def test_a_commit_whose_answer_was_lost_counts_once(join: Open, folder: Path) -> None:
    worker = join()
    worker.commit([], [link("x")])
    row = taken(worker)
    run, times = worker._store.run, 0

    def twice(script: str, *arguments: Any) -> Any:
        nonlocal times
        if script == "commit":
            run(script, *arguments)
            times += 1
        return run(script, *arguments)

    worker._store.run = twice  # type: ignore[method-assign]  # the race is made by hand
    worker.commit([rejected(row)])
    assert times == 1
    assert worker.tally(worker.run) == [("site", "rejected", "empty", 1)]
    assert list(outcomes(folder).values()) == [1]


def test_a_row_whose_answer_was_lost_is_given_again(join: Open) -> None:
    worker = join()
    worker.commit([], [link("x"), link("y", "b")])
    run = worker._store.run

    def twice(script: str, *arguments: Any) -> Any:
        run(script, *arguments)
        return run(script, *arguments)

    worker._store.run = twice  # type: ignore[method-assign]  # Redis went away between doing it and saying so
    row = taken(worker)
    worker._store.run = run  # type: ignore[method-assign]  # Redis is back
    other = taken(worker)
    assert {row.url, other.url} == {link("x").url, link("y", "b").url}
    worker.commit([rejected(row), rejected(other)])
    assert worker.states() == {"rejected": 2}


def test_two_pages_that_redirect_to_each_other_leave_one_outcome(join: Open) -> None:
    one, two = join(), join()
    one.commit([], [link("x"), link("y", "b")])
    x, y = taken(one), taken(two)
    one.commit([rejected(x, final=y.fingerprint)])
    two.commit([rejected(y, final=x.fingerprint)])
    assert one.states() == {"duplicate": 1, "rejected": 1}


def test_an_owner_that_changes_meanwhile_is_asked_again(join: Open, folder: Path) -> None:
    one, two = join(), join()
    one.commit([], [link("x"), link("y", "b")])
    x, y = taken(one), taken(two)
    run = two._store.run

    def late(script: str, *arguments: Any) -> Any:
        two._store.run = run  # type: ignore[method-assign]  # the race is made by hand
        one.commit([rejected(x, final=y.fingerprint)])
        return run(script, *arguments)

    two._store.run = late  # type: ignore[method-assign]  # the race is made by hand
    two.commit([rejected(y, final=x.fingerprint)])
    assert one.states() == {"duplicate": 1, "rejected": 1}
    assert list(outcomes(folder).values()) == [1]


def test_a_run_ends_with_the_last_row_and_the_next_takes_up_lists_and_what_is_due(join: Open) -> None:
    one, two = join(recheck=0), join()
    one.commit([], [link("list"), link("gone", "b")])
    for _ in range(2):
        row = taken(one)
        failure = Failure(url=row.url, stage=Stage.FETCH, error="x", attempts=1, failed_at=datetime.now(UTC))
        one.commit([Settled(row, failure if row.host == "b" else None)])
    assert one.states() == {"listed": 1, "failed": 1}
    one.end_process("shutdown")
    assert join().run == 1
    two.end_process("finished")
    third = join()
    assert third.run == 2
    assert taken(third).url == "http://b/gone"  # a failure is due at once
    assert third.commit([], [link("list")]) == [link("list")]
    assert third.commit([], [link("list")]) == []
    assert third.states() == {"pending": 2}
    assert third.times(1)[2] == "finished"


def test_an_ended_workers_rows_are_free_at_once(join: Open) -> None:
    one, two = join(), join()
    one.commit([], [link("x")])
    row = taken(one)
    one.end_process("shutdown")
    assert taken(two).id == row.id


def test_a_killed_workers_folder_is_cut_by_whoever_ends(join: Open, redis: Server, folder: Path) -> None:
    one, other = join(), join()
    one.commit([], [link("x")])
    one.commit([rejected(taken(one))])
    other.close()
    file = next(other.folder.parent.glob(f"{one.folder.name}/rejections-*"))
    whole = file.read_bytes()
    one.close()
    with file.open("ab") as stream:
        stream.write(b'{"torn')
    last = join()
    last.close()
    assert file.read_bytes() == whole


def test_rows_that_their_workers_did_not_survive_come_last_alone_and_then_fail(
    join: Open, folder: Path
) -> None:
    worker = join()
    worker.commit([], [link("deadly"), link("x", "b")])
    for _ in range(3):
        row = next(row for row in (taken(worker), taken(worker)) if row.host == "a")
        worker.note_death({row.id: True})
    harmless = taken(worker)
    assert harmless.host == "b"
    assert isinstance(worker.take(), float)  # not beside another
    worker.commit([rejected(harmless)])
    deadly = taken(worker)
    assert deadly.host == "a"
    worker.note_death({deadly.id: True})
    assert worker.take() == 0.0
    assert worker.take() is None
    assert worker.states() == {"rejected": 1, "failed": 1}


def test_redis_that_went_back_makes_the_worker_go_back(join: Open, redis: Server, folder: Path) -> None:
    worker = join()
    worker.commit([], [link("x"), link("y", "b"), link("z", "c")])
    worker.commit([rejected(taken(worker))])
    earlier = {key: redis.client.dump(key) or b"" for key in redis.client.scan_iter("*")}
    worker.commit([rejected(taken(worker))])
    held = taken(worker)
    redis.client.flushdb()
    for key, value in earlier.items():
        redis.client.restore(key, 0, value)
    worker.commit([rejected(held)])  # Redis does not know that it was taken
    while isinstance(row := worker.take(), Row):
        worker.commit([rejected(row)])
    assert sorted(outcomes(folder).values()) == [1, 1, 1]
    assert worker.tally(worker.run) == [("site", "rejected", "empty", 3)]


def test_without_redis_nothing_counts(join: Open, redis: Server, folder: Path) -> None:
    worker = join()
    worker.commit([], [link("x")])
    row = taken(worker)
    redis.kill()
    with pytest.raises(JobUnwritable, match="Redis"):
        worker.commit([rejected(row)])
    worker.close()
    redis.start()
    again = join()
    again.note_death({row.id: True})
    assert not outcomes(folder)
    again.commit([rejected(taken(again))])
    assert again.take() is None
    assert list(outcomes(folder).values()) == [1]


def test_a_full_disk_undoes_the_group(join: Open, folder: Path) -> None:
    worker, other = join(), join()
    worker.commit([], [link("x")])
    row = taken(worker)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, limits[1]))
    try:
        with pytest.raises(JobUnwritable):
            worker.commit([rejected(row)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    worker.end_process("job_unwritable")
    other.commit([rejected(taken(other))])
    assert other.states() == {"rejected": 1}


def test_files_that_redis_does_not_know_are_not_touched(join: Open, redis: Server, folder: Path) -> None:
    worker = join()
    worker.commit([], [link("x")])
    worker.commit([rejected(taken(worker))])
    worker.close()
    redis.client.flushdb()
    with pytest.raises(JobDamaged, match="does not know"):
        join()
    assert list(outcomes(folder).values()) == [1]


def test_a_job_of_one_machine_is_not_taken_over(join: Open, folder: Path) -> None:
    folder.mkdir()
    (folder / "ledger.sqlite").touch()
    with pytest.raises(JobError, match="one machine"):
        join()


def test_a_shared_job_is_not_opened_as_one_of_one_machine(join: Open, folder: Path) -> None:
    worker = join()
    for where in (folder, worker.folder):
        with pytest.raises(JobError, match="several workers share"):
            open_existing(where)


def test_a_host_that_was_left_is_asked_by_no_worker_in_this_run(join: Open) -> None:
    one, two = join(), join()
    one.commit([], [link("x"), link("y"), link("z", "b")])
    one.leave_host("a", "HTTP 403")
    row = taken(two)
    assert row.host == "b"
    two.commit([rejected(row, link("w"))])
    assert one.take() is None and two.take() is None
    for worker in (one, two):
        worker.end_process("finished")
    report = run_report(one, one.run)
    assert report.sites["site"].failed == {"fetch": 3}, "counted once, whichever worker ended last"
    assert report.hosts_left == {"a": "3 pages wait: HTTP 403"}
    three = join()
    assert three.run == one.run + 1
    assert taken(three).url == "http://a/x"


def test_a_suspect_of_a_host_that_was_left_waits(join: Open) -> None:
    worker = join()
    worker.commit([], [link("x")])
    for _ in range(3):
        worker.note_death({taken(worker).id: True})
    worker.leave_host("a", "HTTP 403")
    assert worker.take() is None


def test_all_that_is_left_is_in_work_where_nothing_waits_but_for_the_next_run(join: Open) -> None:
    """Another worker's page keeps its host busy: what waits behind it may say whose word an answer in doubt was."""
    one, two = join(), join()
    one.commit([], [link("x"), link("y"), link("z", "b")])
    one.leave_host("b", "HTTP 403")
    row = taken(one)
    assert isinstance(two.take(), float) and not two.all_in_work
    one.commit([rejected(row)])
    row = taken(one)
    assert isinstance(two.take(), float) and two.all_in_work
    one.commit([rejected(row)])
    assert two.take() is None


def test_what_is_left_is_in_work_though_a_suspect_waits_for_it(join: Open) -> None:
    worker = join()
    worker.commit([], [link("deadly")])
    for _ in range(3):
        worker.note_death({taken(worker).id: True})
    worker.commit([], [link("x", "b")])
    taken(worker)
    assert isinstance(worker.take(), float) and worker.all_in_work


def test_what_robots_txt_forbade_waits_again_when_it_changed(join: Open) -> None:
    one, two = join(), join()
    one.commit([], [link("x")])
    row = taken(one)
    one.commit([Settled(row, Rejection(url=row.url, reason=Reason.ROBOTS))])
    assert one.states() == {"forbidden": 1}
    assert not one.read_robots("http://a:80", "1") and not two.read_robots("http://a:80", "1")
    assert two.read_robots("http://a:80", "2") and not one.read_robots("http://a:80", "2")
    assert taken(two).url == row.url
    assert one.states() == {"pending": 1}


def test_known_pages_go_another_way_when_somebody_says_so(join: Open) -> None:
    one = join()
    assert one.reroute("site", "first", lambda url: True, lambda url: True) == 0
    one.commit([], [link("list"), link("x"), link("y")])
    row = taken(one)
    one.commit([Settled(row)])
    assert one.states() == {"listed": 1, "pending": 2}
    two = join()
    assert (
        two.reroute("site", "second", lambda url: not url.endswith("x"), lambda url: url.endswith("list"))
        == 2
    )
    assert two.reroute("site", "second", lambda url: False, lambda url: False) == 0
    assert one.states() == {"skipped": 1, "pending": 2}
    asked = taken(two)
    two.commit([Settled(asked)])
    assert {asked.url, taken(two).url} == {"http://a/list", "http://a/y"}
