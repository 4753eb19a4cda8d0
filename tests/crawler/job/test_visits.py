"""What a row in work gave, and what is written of it."""

from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from crawler.items import FOUND, LEFT_OUT, SHOWS
from crawler.job.rows import Link, Row
from crawler.job.visits import Visit, conditional
from crawler.politeness.health import Doubt, Verdict
from crawler.politeness.ward import DOUBT
from schemas import Article, Failure, Reason, Record, Rejection, Stage

URL = "http://a.example/1"
ARTICLE = Article(title="题", text="正文", content_hash="正文")
LISTING = Rejection(reason=Reason.LISTING, detail="of 3")
LINK = Link(b"2", "http://a.example/2", "a.example", "site", 0, "{}")


def visit(
    *,
    attempts: int = 0,
    content_hash: str | None = None,
    etag: str | None = None,
    modified: str | None = None,
) -> Visit:
    row = (1, b"1", URL, "a.example", "site", 0, "{}", attempts, content_hash, None, etag, modified)
    return Visit(Row(*row))


def response(status: int = 200, meta: dict[str, Any] | None = None, **headers: str) -> HtmlResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HtmlResponse(
        URL, status=status, headers=named, body=b"page", request=Request(URL, meta=meta or {})
    )


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"content_hash": "1", "etag": "e"}, True),
        ({"content_hash": "1", "modified": "m"}, True),
        ({"content_hash": "1"}, False),
        ({"etag": "e", "modified": "m"}, False),
    ],
)
def test_only_a_known_article_with_a_validator_is_asked_for_conditionally(
    known: dict[str, str], expected: bool
) -> None:
    at_work = visit(**known)  # type: ignore[arg-type]  # fields of a row
    assert conditional(at_work.row) is expected
    at_work.received(response(304), archive=True)
    assert at_work.unchanged is expected and bool(at_work.archive) is not expected


def test_an_article_in_parts_has_the_validators_of_its_first_page() -> None:
    at_work = visit()
    at_work.received(response(ETag="first", Last_Modified="then"), archive=True)
    at_work.received(response(ETag="second", Last_Modified="later"), archive=True)
    at_work.cleaned(ARTICLE)
    settled = at_work.settled(3)
    assert (settled.etag, settled.modified) == ("first", "then")
    assert (len(settled.archive), settled.parts) == (2, (0, 1))


def test_nothing_is_archived_where_nobody_wants_it() -> None:
    at_work = visit()
    at_work.received(response(), archive=False)
    assert not at_work.settled(3).archive and not at_work.settled(3).parts


def test_a_page_without_validators_has_none() -> None:
    at_work = visit()
    at_work.received(response(), archive=True)
    assert (at_work.settled(3).etag, at_work.settled(3).modified) == (None, None)


def test_the_time_of_all_its_downloads_is_told_in_milliseconds() -> None:
    at_work = visit()
    for latency in (0.25, 1.5):
        at_work.received(response(meta={"download_latency": latency}), archive=False)
    at_work.received(response(), archive=False)  # from a cache: it took no time
    assert at_work.settled(3).milliseconds == 1750


def test_what_the_spider_noted_about_any_of_its_pages_counts() -> None:
    at_work = visit()
    at_work.read()  # its download failed
    assert not at_work.settled(3).shows
    for meta in ({SHOWS: True, LEFT_OUT: {"deep": 2}}, {LEFT_OUT: {"deep": 1, "barren": 4}}):
        at_work.received(response(meta=meta), archive=False)
        at_work.read()
        at_work.read()
    settled = at_work.settled(3)
    assert settled.shows and settled.left_out == (("barren", 4), ("deep", 3))


def test_a_response_that_the_spider_never_saw_is_no_part_of_the_outcome() -> None:
    at_work = visit()
    at_work.received(response(), archive=True)
    at_work.received(response(500), archive=True)
    at_work.refused()
    assert at_work.settled(3).parts == (0,) and len(at_work.settled(3).archive) == 2


def test_an_answer_that_was_the_hosts_own_gives_nothing_and_the_page_waits() -> None:
    at_work, doubt = visit(), Doubt("a.example")
    at_work.received(response(meta={DOUBT: doubt}), archive=True)
    at_work.received(response(), archive=True)  # of a later page, which is in no doubt
    at_work.links.append(LINK)
    at_work.decided()
    assert at_work.settled(3).links == (LINK,), "not yet"
    doubt.verdict = Verdict.HOSTS
    at_work.decided()
    settled = at_work.settled(3)
    assert settled.retry and settled.blameless and settled.links == ()


def test_a_page_is_tried_so_many_times_and_then_fails() -> None:
    for before, retried in ((0, True), (1, True), (2, False)):
        at_work = visit(attempts=before)
        at_work.received(response(), archive=True)
        at_work.links.append(LINK)
        at_work.failed(Stage.CLEAN, ValueError("first"))
        at_work.failed(Stage.WRITE, KeyError("second"))
        settled = at_work.settled(3)
        assert (settled.retry, settled.blameless, settled.links) == (retried, False, (LINK,))
        if not retried:
            assert isinstance(settled.record, Failure)
            told = (settled.record.stage, settled.record.detail, settled.record.attempts)
            assert told == (Stage.CLEAN, "first", 3) and settled.archive


@pytest.mark.parametrize("twice", [Visit.cleaned, Visit.scraped])
def test_a_page_gives_one_outcome(twice: Any) -> None:
    at_work = visit()
    twice(at_work, ARTICLE)
    assert at_work.settled(1).record == ARTICLE
    twice(at_work, ARTICLE)
    record = at_work.settled(1).record
    assert isinstance(record, Failure) and record.stage is Stage.WRITE and "gave two" in record.detail


def test_what_is_cleaned_and_then_comes_through_the_pipelines_is_one_outcome() -> None:
    at_work, changed = visit(), ARTICLE.model_copy(update={"tags": ("合成",)})
    at_work.cleaned(ARTICLE)
    at_work.scraped(changed)
    assert at_work.settled(1).record == changed


@pytest.mark.parametrize(
    ("record", "found", "why"),
    [
        (LISTING, 3, ""),
        (LISTING, 2, "listing of 3, 2 links"),
        (LISTING, 0, "listing of 3, no links"),
        (None, 1, ""),
        (None, 0, "no links"),
        (ARTICLE, 0, ""),
    ],
)
def test_a_start_that_leads_nowhere_has_failed(record: Record | None, found: int, why: str) -> None:
    """It is a notice: maintenance, a ban, a captcha. A page that a list named may be what it likes."""
    at_work = visit(attempts=1)
    at_work.received(response(meta={FOUND: found} if found else {}), archive=True)
    at_work.record = record
    assert at_work.settled(9).record == record
    at_work.start = True
    gave = at_work.settled(9).record
    if why:
        assert isinstance(gave, Failure) and (gave.error, gave.detail, gave.attempts) == ("start", why, 2)
    else:
        assert gave == record


def test_a_start_that_never_came_leads_nowhere() -> None:
    at_work = visit()
    at_work.start = True
    record = at_work.settled(1).record
    assert isinstance(record, Failure) and record.detail == "no links"
