"""Rows are handed out once each, hosts take turns, memory stays small."""

import tracemalloc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.job import frontier as frontier_module
from crawler.job.frontier import Frontier
from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Row, Settled


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path)
    opened.begin_run()
    yield opened
    opened.close()


def links(host: str, count: int, priority: int = 0) -> list[Link]:
    urls = [f"http://{host}/{priority}/{n}" for n in range(count)]
    return [Link(url.encode(), url, host, "site", priority, "{}") for url in urls]


def take_all(frontier: Frontier) -> list[Row]:
    return list(iter(frontier.take, None))


def test_no_run_is_under_way_before_one_begins(tmp_path: Path) -> None:
    opened = Ledger(tmp_path)
    assert opened.run == 0
    opened.begin_run()
    assert opened.run == 1
    opened.close()


def test_each_row_is_taken_once(ledger: Ledger) -> None:
    ledger.commit((), links("a", 150) + links("b", 3))
    frontier = Frontier(ledger)
    assert frontier
    assert len({row.id for row in take_all(frontier)}) == 153
    assert not frontier


def test_hosts_take_turns(ledger: Ledger) -> None:
    ledger.commit((), links("big", 100) + links("small", 2) + links("other", 2))
    first = [row.host for row in take_all(Frontier(ledger))[:6]]
    assert Counter(first) == {"big": 2, "small": 2, "other": 2}


def test_hosts_for_phones_come_when_others_are_done(ledger: Ledger) -> None:
    ledger.commit((), links("m.a.example", 3) + links("www.a.example", 3) + links("b.example", 1))
    hosts = [row.host for row in take_all(Frontier(ledger))]
    assert hosts[-3:] == ["m.a.example"] * 3


def test_a_better_row_overtakes_those_read_ahead(ledger: Ledger) -> None:
    ledger.commit((), links("a", 10))
    frontier = Frontier(ledger)
    frontier.take()
    frontier.added(ledger.commit((), links("a", 1, priority=9)))
    row = frontier.take()
    assert row is not None
    assert row.priority == 9
    assert len(take_all(frontier)) == 9


def test_a_row_that_failed_comes_back(ledger: Ledger) -> None:
    ledger.commit((), links("a", 1))
    frontier = Frontier(ledger)
    row = frontier.take()
    assert row is not None
    assert frontier.take() is None
    frontier.added(ledger.commit([Settled(row, retry=True)]))
    frontier.committed(row)
    again = frontier.take()
    assert again is not None
    assert (again.id, again.attempts) == (row.id, 1)


def test_memory_does_not_grow_with_what_waits(ledger: Ledger) -> None:
    for priority in range(20):
        ledger.commit((), links("a", 1_000, priority))
    tracemalloc.start()
    frontier = Frontier(ledger)
    rows = [frontier.take() for _ in range(100)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(rows) == 100
    assert peak < 1_000_000


def test_suspects_are_taken_alone_when_all_else_is_done(ledger: Ledger) -> None:
    ledger.commit((), links("a", 3))
    first, second, other = ledger.pending("a", 9)
    for _ in range(3):
        ledger.note_death(dict.fromkeys([first.id, second.id], True))
    frontier = Frontier(ledger)
    assert frontier.take() == other
    assert frontier.take() is None
    for suspect in (first, second):
        ledger.commit([Settled(other)])
        frontier.committed(other)
        other = suspect
        assert frontier
        assert frontier.take() == suspect
        assert frontier.take() is None
    ledger.commit([Settled(other)])
    frontier.committed(other)
    assert frontier.take() is None
    assert not frontier


def test_more_hosts_wait_than_take_turns(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontier_module, "_HOSTS", 10)
    names = [f"host{number:03}" for number in range(95)]
    ledger.commit((), [link for name in names for link in links(name, 2)])
    frontier = Frontier(ledger)
    first = [frontier.take() for _ in range(50)]
    late = links("aaa", 1) + links("zzz", 1)
    ledger.commit((), late)
    frontier.added(late)
    rows = [row for row in first if row] + take_all(frontier)
    assert len({row.id for row in rows}) == len(rows) == 2 * 95 + 2
    assert not frontier


def test_a_row_that_waits_again_is_taken_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontier_module, "_HOSTS", 2)
    ledger.commit((), [link for name in "abcdef" for link in links(name, 1)])
    frontier = Frontier(ledger)
    rows = take_all(frontier)
    ledger.commit([Settled(row, retry=True) for row in rows])
    for row in rows:
        frontier.committed(row)
    assert {row.id for row in take_all(frontier)} == {row.id for row in rows}
