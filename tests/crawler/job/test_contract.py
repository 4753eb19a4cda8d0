"""What `crawler.job.interfaces` promises, of both ledgers: SQLite on one machine, Redis for several."""

import resource
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.cluster_job import Server
from crawler.cluster.store import Store
from crawler.discovery.forms import Counts, form_key
from crawler.job.errors import JobUnwritable
from crawler.job.report import run_report, write_report
from crawler.job.rows import Row, Settled
from schemas import Failure, Reason, Record, Rejection, Stage
from tests.crawler.cluster.server import need_redis
from tests.crawler.job.ledgers import Job, Open, alone, article, link, shared

GONE = Rejection(reason=Reason.STATUS, detail="404")
FAILED = Failure(stage=Stage.FETCH, error="timeout")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    need_redis()
    with Server(tmp_path_factory.mktemp("redis"), fsync="no") as server:
        yield server


@pytest.fixture(params=["sqlite", "redis"])
def open_job(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    folder = tmp_path / "job"
    if request.param == "sqlite":
        make = alone(folder)
    else:
        make = shared(folder, Store(request.getfixturevalue("server").client, tmp_path.name))
    opened: list[Job] = []

    def open_it(dead: Collection[Row] = ()) -> Job:
        opened.append(make(dead))
        return opened[-1]

    yield open_it
    for job in opened:
        job.ledger.close()


@pytest.fixture
def job(open_job: Open) -> Job:
    return open_job()


def taken(job: Job) -> Row:
    row = job.take()
    assert row
    return row


def test_a_start_is_queued_once_a_run(job: Job) -> None:
    assert job.commit(start=[link("1"), link("1")]) == ["1"]
    assert job.commit(start=[link("1")]) == []
    row = taken(job)
    assert (row.url, row.host, row.site, row.request) == ("http://a.example/1", "a.example", "site", "{}")
    assert (row.attempts, row.version, row.content_hash, row.etag) == (0, None, None, None)
    assert job.ledger.states() == {"pending": 1}


def test_a_settled_row_counts_with_its_links(job: Job) -> None:
    found = job.settle("1", record=article(), links=(link("2"), link("2"), link("1"), link("3", "b.example")))
    assert found == ["2", "3"]
    assert [line["text"] for line in job.written("articles")] == ["正文"]
    assert job.ledger.states() == {"article": 1, "pending": 2}
    assert job.ledger.tally(1) == [("site", "article", "", 1)]
    assert [job.ledger.knows(page) for page in (b"1", b"2", b"4")] == [True, True, False]


def test_a_request_that_is_never_filtered_comes_each_time(job: Job) -> None:
    free = link("2")._replace(fingerprint=None)
    assert job.settle("1", links=(free, free)) == ["", ""]
    assert {taken(job).url, taken(job).url} == {free.url}


def test_rows_come_by_priority_then_age(job: Job) -> None:
    names = [link("1"), link("2", priority=5), link("3"), link("4", priority=5), link("5", priority=-1)]
    job.commit(start=names)
    assert job.rest() == ["2", "4", "1", "3", "5"]


def test_hosts_take_turns(job: Job) -> None:
    job.commit(start=[link("1"), link("2"), link("3"), link("4", "b.example")])
    assert {taken(job).host, taken(job).host} == {"a.example", "b.example"}


def test_a_failed_attempt_keeps_its_links_and_waits(job: Job) -> None:
    assert job.settle("1", links=(link("2"),), retry=True) == ["2"]
    rows = {row.fingerprint: row for row in (taken(job), taken(job))}
    assert (rows[b"1"].attempts, rows[b"2"].attempts) == (1, 0)
    assert not job.ledger.tally(1)
    job.commit(Settled(rows[b"1"], retry=True, blameless=True))
    assert taken(job).attempts == 1, "it was not the page's fault"


def test_what_was_taken_and_not_settled_waits(open_job: Open) -> None:
    job = open_job()
    job.commit(start=[link("1")])
    taken(job)
    job.end("shutdown")
    again = open_job()
    assert again.ledger.run == 1 and again.rest() == ["1"]


def test_what_was_not_committed_is_cut_off(open_job: Open) -> None:
    job = open_job()
    job.settle("1", record=article())
    job.ledger.close()
    folder = job.ledger.folder
    with (folder / "articles-00001.jsonl").open("ab") as file:
        file.write(b'{"text":"half')
    (folder / "rejections-00001.jsonl").write_text("half")
    open_job()
    assert [line["text"] for line in job.written("articles")] == ["正文"]
    assert job.written("rejections") == []


@contextmanager
def full_disk() -> Iterator[None]:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_undoes_the_whole_group(open_job: Open) -> None:
    job = open_job()
    job.commit(start=[link("1"), link("2")])
    one, two = taken(job), taken(job)
    with full_disk():
        for _ in range(2):
            with pytest.raises(JobUnwritable):
                job.ledger.commit([Settled(one, article()), Settled(two, article("长" * 100_000))])
    assert job.written("articles") == [] and not job.ledger.tally(1)
    with pytest.raises(JobUnwritable):
        job.ledger.commit([Settled(one, article())])  # there is room again: only the next process begins anew
    job.ledger.close()
    again = open_job(dead=[one, two])
    assert sorted(again.rest()) == ["1", "2"]


@pytest.mark.parametrize(("record", "states"), [(article(), "duplicate"), (GONE, "duplicate")])
def test_a_redirect_to_a_queued_page_is_a_duplicate(job: Job, record: Record, states: str) -> None:
    job.commit(start=[link("1"), link("2")])
    one = taken(job)
    other = b"2" if one.fingerprint == b"1" else b"1"
    job.commit(Settled(one, record, final=other))
    assert job.ledger.states() == {states: 1, "pending": 1}
    assert not job.written("articles") and not job.written("rejections")


def test_a_redirect_of_a_start_is_none(job: Job) -> None:
    job.settle("2", record=article())
    job.settle("1", record=article("别的"), final=b"2", start=True)
    assert job.ledger.states() == {"article": 2}


def test_a_redirected_article_claims_its_final_url_and_its_later_pages(job: Job) -> None:
    job.settle("1", record=article(), final=b"2", aliases=(b"3",))
    assert job.settle("list", links=(link("2"), link("3"), link("4"))) == ["4"]
    assert [job.ledger.knows(page) for page in (b"2", b"3", b"5")] == [True, True, False]


def test_a_redirected_rejection_claims_nothing(job: Job) -> None:
    """The page may be a list that another link names."""
    job.settle("1", record=Rejection(reason=Reason.LISTING), final=b"2")
    assert job.commit(start=[link("2")]) == ["2"]


def test_of_two_pages_that_redirect_to_each_other_one_speaks(job: Job) -> None:
    job.commit(start=[link("1"), link("2")])
    rows = [taken(job), taken(job)]
    one, two = sorted(rows, key=lambda row: row.fingerprint or b"")
    job.commit(Settled(one, article(), final=b"2"), Settled(two, article(), final=b"1"))
    assert job.ledger.states() == {"article": 1, "duplicate": 1}
    assert len(job.written("articles")) == 1


@pytest.mark.parametrize("listed", [None, Rejection(reason=Reason.LISTING)])
def test_a_redirect_to_a_list_says_that_the_page_is_not_there(job: Job, listed: Rejection | None) -> None:
    job.settle("home", record=listed)
    job.settle("page", record=article(), final=b"home")
    assert job.written("rejections")[-1]["detail"] == "redirected to a list"
    assert job.ledger.states().get("rejected", 0) == 1 + (listed is not None)


def test_an_article_under_another_url_is_a_duplicate(job: Job) -> None:
    job.settle("1", record=article(), twins=(b"t",))
    job.settle("2", record=article(), twins=(b"t",))
    job.settle("3", record=article("别的"), twins=(b"t",))
    job.settle("4", record=article(), twins=(b"u",))
    assert job.ledger.states() == {"article": 3, "duplicate": 1}


@pytest.mark.parametrize(
    ("reason", "run"), [("shutdown", 1), ("finished", 2), ("limit", 2)], ids=lambda value: str(value)
)
def test_a_run_is_taken_up_until_it_is_over(open_job: Open, reason: str, run: int) -> None:
    job = open_job()
    job.settle("1", record=article())
    if reason != "finished":
        job.commit(start=[link("2")])
    job.end(reason)
    assert open_job().ledger.run == run


def test_a_run_with_something_to_do_is_not_over(open_job: Open) -> None:
    job = open_job()
    job.commit(start=[link("1")])
    job.end("finished")
    assert open_job().ledger.run == 1


def test_a_run_that_was_killed_is_taken_up(open_job: Open) -> None:
    job = open_job()
    job.settle("1", record=article())
    job.ledger.close()
    assert open_job().ledger.run == 1


def test_lists_are_asked_in_each_run_articles_are_not(open_job: Open) -> None:
    job = open_job()
    job.settle("home", links=(link("list"), link("front"), link("article")))
    gave: dict[bytes | None, Record | None] = {
        b"list": None,
        b"front": Rejection(reason=Reason.LISTING),
        b"article": article(),
    }
    for row in [taken(job) for _ in gave]:
        job.commit(Settled(row, gave[row.fingerprint]))
    job.end()
    job = open_job()
    assert job.settle("home", links=tuple(map(link, ("list", "front", "article")))) == ["list", "front"]
    pages = (b"list", b"front", b"article", b"unknown")
    assert [job.ledger.revisits(page) for page in pages] == [True, True, False, False]


@pytest.mark.parametrize(
    ("record", "waits"), [(None, False), (article(), False), (GONE, True), (FAILED, True)]
)
def test_what_a_run_starts_from_is_asked_in_each_whatever_it_gave(
    open_job: Open, record: Record | None, waits: bool
) -> None:
    job = open_job()
    job.settle("home", record=record)
    assert job.commit(start=[link("home")]) == []  # same run
    job.end()
    job = open_job()
    assert job.commit(start=[link("home")]) == ([] if waits else ["home"])
    assert job.rest() == ["home"]


def test_a_failure_is_due_at_once_and_an_article_is_not(open_job: Open) -> None:
    job = open_job()
    job.settle("1", record=FAILED)
    job.settle("2", record=article())
    assert [line["error"] for line in job.written("failures")] == ["timeout"]
    job.end()
    assert open_job().rest() == ["1"]


def test_an_unchanged_answer_writes_nothing(open_job: Open) -> None:
    job = open_job()
    job.settle("1", record=article(), etag='"1"', modified="then")
    job.end()
    job = open_job()
    job.commit(start=[link("1")])
    row = taken(job)
    assert (row.etag, row.modified, row.content_hash) == ('"1"', "then", "正文")
    job.commit(Settled(row, unchanged=True))
    assert len(job.written("articles")) == 1
    assert job.ledger.tally(2) == [("site", "unchanged", "", 1)]
    assert job.ledger.states() == {"article": 1}


def test_a_changed_article_names_the_version_before_it(open_job: Open) -> None:
    for text in ("甲", "甲", "乙", "乙"):
        job = open_job()
        job.settle("1", record=article(text))
        job.end()
    written = [(line["text"], line["previous_hash"]) for line in open_job().written("articles")]
    assert written == [("甲", None), ("乙", "甲")]


def test_the_archive_holds_what_came(job: Job) -> None:
    job.settle("1", record=article(), archive=(b"one", b"two"), parts=(0, 1))
    assert job.ledger.folder.joinpath("archive-00001.warc.gz").read_bytes() == b"onetwo"


def test_time_is_counted(job: Job) -> None:
    job.settle("1", record=article(), milliseconds=1500)
    assert run_report(job.ledger, 1).sites["site"].seconds == 1.5


def test_forms_are_counted(job: Job) -> None:
    """A link of the page's own form, and one that was known, tell nothing new."""
    job.settle("2", record=article(), form="a.example/0", via="a.example/l")
    job.settle("3", record=FAILED, form="a.example/0")
    job.settle("4", skipped="form", form="a.example/0")
    job.settle("5", record=article(), form="b.example/0")
    links = (link("6"), link("b/1.html"), link("b/1.html"), link("5"), link("b/2.html"))
    job.settle("1", record=None, links=links, form=form_key(link("6").url), shows=True)
    expected = {
        "a.example/0": Counts(pages=2, articles=1, lists=1, new=2, skipped=1),
        "a.example/l": Counts(led=1),
    }
    assert job.ledger.forms("a.example") == expected
    assert job.ledger.forms() == expected | {"b.example/0": Counts(pages=1, articles=1)}
    assert job.ledger.forms("c.example") == {}


def test_a_list_that_shows_what_others_of_its_form_showed_is_a_page_like_others(job: Job) -> None:
    job.settle("1", record=None, form="a.example/0")
    assert job.ledger.forms() == {"a.example/0": Counts(pages=1)}


def test_a_page_that_is_no_article_is_a_page_of_its_form(job: Job) -> None:
    job.settle("1", record=Rejection(reason=Reason.TOO_SHORT), form="a.example/0")
    assert job.ledger.forms() == {"a.example/0": Counts(pages=1)}


def test_a_page_that_was_skipped_has_its_own_state(job: Job) -> None:
    job.settle("1", skipped="form", form="a.example/0")
    assert job.ledger.states() == {"skipped": 1}
    assert job.ledger.tally(1) == [("site", "skipped", "form", 1)]


def test_a_page_that_was_skipped_may_be_asked_for_in_each_run_that_finds_it(open_job: Open) -> None:
    """Of a barren form, each run asks other samples."""
    job = open_job()
    job.settle("1", skipped="form", form="a.example/0")
    job.end()
    job = open_job()
    assert job.settle("home", links=(link("1"),)) == ["1"]


def test_what_is_no_longer_wanted_is_counted(open_job: Open) -> None:
    job = open_job()
    job.ledger.reroute("site", "first", bool, bool)
    job.commit(start=[link("1"), link("2")])
    assert job.ledger.reroute("site", "second", lambda url: url.endswith("1"), bool) == 1
    assert job.ledger.tally(1) == [("site", "skipped", "denied", 1)]


def test_what_was_a_list_and_is_to_be_cleaned_waits(open_job: Open) -> None:
    job = open_job()
    all_, one = bool, lambda url: url.endswith("1")
    assert job.ledger.reroute("site", "first", all_, all_) == 0, "nothing is known yet"
    for name, gave in (("1", None), ("2", article()), ("3", None), ("b/1", None)):
        job.settle(name, record=gave)
    assert job.ledger.reroute("site", "first", all_, one) == 0, "the same text as before"
    assert job.ledger.reroute("other", "first", all_, one) == 0
    assert job.ledger.reroute("site", "second", lambda url: "/b/" not in url, one) == 1
    assert job.ledger.states() == {"pending": 1, "article": 1, "listed": 2}
    assert not job.ledger.tally(1) or all(what != "skipped" for _, what, _, _ in job.ledger.tally(1))


def test_a_page_that_changed_after_it_was_asked_for_is_asked_anew(open_job: Open) -> None:
    job = open_job()
    job.settle("1", record=article())
    job.end()
    job = open_job()
    before, after = time.time() - 1_000, time.time() + 1_000
    assert not job.ledger.is_outdated(b"1", before) and job.ledger.is_outdated(b"1", after)
    assert not job.ledger.is_outdated(b"9", after), "nobody knows it"
    assert job.settle("2", record=None, links=(link("1")._replace(changed=before),)) == []
    assert job.settle("3", record=None, links=(link("1")._replace(changed=after),)) == ["1"]
    job.commit(start=[link("4")])
    rows = {row.fingerprint: row for row in (taken(job), taken(job))}
    assert job.commit(Settled(rows[b"4"], links=(link("1")._replace(changed=after),))) == [], "it is in work"


def test_an_article_for_phones_is_a_copy_and_its_page_on_the_desktop_is_none(job: Job) -> None:
    job.settle("1", record=article(), twins=(b"desktop",))
    job.settle("2", record=article(), twins=(b"phone",), elsewhere=(b"desktop",))
    assert job.ledger.states() == {"article": 1, "duplicate": 1}
    job.settle("3", record=article("二"), twins=(b"phone 2",), elsewhere=(b"desktop 2",))
    job.settle("4", record=article("二"), twins=(b"desktop 2",))
    assert job.ledger.states() == {"article": 3, "duplicate": 1}


def test_what_robots_txt_forbade_waits_again_when_it_changed(open_job: Open) -> None:
    job = open_job()
    assert not job.ledger.read_robots("http://a.example:8080", "1")
    job.settle("1", record=Rejection(reason=Reason.ROBOTS))
    assert job.ledger.states() == {"forbidden": 1}
    assert job.ledger.tally(1) == [("site", "rejected", "robots", 1)]
    assert not job.ledger.read_robots("http://a.example:8080", "1")
    assert not job.ledger.read_robots("http://b.example", "1")
    assert job.ledger.read_robots("http://a.example:8080", "2")
    job.queue.wake("a.example")
    assert job.rest() == ["1"]


def test_a_good_page_is_one_that_was_an_article(job: Job) -> None:
    assert job.ledger.good_page("a.example") == ""
    job.settle("1", record=GONE)
    job.settle("2", record=article())
    assert job.ledger.good_page("a.example") == "http://a.example/2"
    assert job.ledger.good_page("b.example") == ""


def test_the_pages_of_a_host_that_was_left_fail_and_wait(open_job: Open) -> None:
    job = open_job()
    job.commit(start=[link("1"), link("2"), link("3", "b.example")])
    job.queue.leave("a.example", "HTTP 403")
    assert job.rest() == ["3"]
    job.end("finished", a_example="HTTP 403")
    job = open_job()
    assert job.ledger.run == 2
    report = run_report(job.ledger, 1)
    assert report.sites["site"].failed == {"fetch": 2} and not report.complete
    assert report.hosts_left == {"a.example": "2 pages wait: HTTP 403"}
    assert job.rest() == ["1", "2"]


def test_a_run_that_was_interrupted_asks_a_host_again(open_job: Open) -> None:
    job = open_job()
    job.commit(start=[link("1")])
    job.end("shutdown", a_example="HTTP 403")
    job = open_job()
    assert job.ledger.run == 1 and not run_report(job.ledger, 1).hosts_left


def test_a_run_has_a_beginning_an_end_and_a_reason(open_job: Open) -> None:
    job = open_job()
    begun, now, reason = job.ledger.times(1)
    assert begun <= now and reason == "running"
    job.settle("1", record=article())
    job.end("finished")
    job = open_job()
    again, ended, reason = job.ledger.times(1)
    assert (again, reason) == (begun, "finished") and begun <= ended <= job.ledger.times(2)[1]


def test_the_report_counts_every_outcome(job: Job) -> None:
    records = (article(), GONE, Rejection(reason=Reason.EMPTY), FAILED, None)
    for number, record in enumerate(records):
        job.settle(str(number), record=record)
    site = run_report(job.ledger, 1).sites["site"]
    assert (site.fetched, site.articles, site.lists) == (4, 1, 1)
    assert (site.rejected, site.failed) == ({"status": 1, "empty": 1}, {"fetch": 1})
    path = write_report(job.ledger, 1)
    assert path == job.ledger.folder / "runs/00001.json" and b'"articles": 1' in path.read_bytes()


def test_a_page_that_processes_die_of_comes_last_and_alone_and_fails(open_job: Open) -> None:
    """Also where it is a page to start from, which each process asks for."""
    job = open_job()
    job.commit(start=[link("deadly"), link("new", "b.example")])
    for _ in range(3):
        job.commit(start=[link("deadly")])
        row = next(row for row in (taken(job), taken(job)) if row.fingerprint == b"deadly")
        job.ledger.close()
        job = open_job(dead=[row])
    assert taken(job).fingerprint == b"new"
    job.ledger.end_process("shutdown", {})
    job.ledger.close()
    job = open_job()
    new = taken(job)
    assert new.fingerprint == b"new"
    job.commit(Settled(new, article()))
    deadly = taken(job)
    assert deadly.fingerprint == b"deadly"
    job.ledger.close()
    job = open_job(dead=[deadly])
    assert job.take() is None
    assert [line["error"] for line in job.written("failures")] == ["killed"]
    assert job.ledger.states() == {"article": 1, "failed": 1}


def suspected(open_job: Open) -> Job:
    """A job with a page of each of two hosts, both of which were in work whenever a process died."""
    job = open_job()
    job.commit(start=[link("1"), link("2", "b.example")])
    for _ in range(3):
        rows = [taken(job), taken(job)]
        job.ledger.close()
        job = open_job(dead=rows)
    job.queue.leave("a.example", "HTTP 403")
    return job


def test_a_suspect_of_a_host_that_was_left_hides_no_other(open_job: Open) -> None:
    job = suspected(open_job)
    other = taken(job)
    assert other.fingerprint == b"2"
    job.ledger.close()
    job = open_job(dead=[other])
    job.queue.leave("a.example", "HTTP 403")
    assert job.take() is None
    assert job.ledger.states() == {"failed": 1, "pending": 1}, "the one that was taken alone is to blame"


def test_a_suspect_of_a_host_that_was_left_fails_in_this_run_and_waits_for_the_next(open_job: Open) -> None:
    job = suspected(open_job)
    assert job.rest() == ["2"]
    job.end("finished", a_example="HTTP 403")
    job = open_job()
    assert job.ledger.run == 2
    report = run_report(job.ledger, 1)
    assert report.sites["site"].failed == {"fetch": 1}
    assert report.hosts_left == {"a.example": "1 page waits: HTTP 403"}
    assert job.rest() == ["1"]


def test_parameters_that_choose_no_page_are_known_to_the_next_run(open_job: Open) -> None:
    job, form = open_job(), "a.example/show?id=0&tok=0"
    job.settle("1", record=article(), links=(link("2"),))
    job.ledger.learn_idle(form, "tok", {b"other": 1, b"2": 1})
    job.ledger.learn_idle(form, "tok", {b"other": 9, **{str(n).encode(): n for n in range(100, 1_200)}})
    assert job.ledger.knows(b"100") and job.ledger.knows(b"1199")
    job.ledger.learn_idle(form, "r", {})
    assert job.ledger.knows(b"other") and taken(job).fingerprint == b"2"
    job.end("shutdown")
    again = open_job()
    assert list(again.ledger.idle()) == [(form, "r"), (form, "tok")]
    again.ledger.forget_idle(form, "tok")
    assert list(again.ledger.idle()) == [(form, "r")]
