"""What a job has learnt of the forms of URLs while it crawls."""

import pytest

from crawler.discovery.forms import Counts, Standing
from crawler.job.form_counts import Forms
from crawler.job.rows import Link, Row, Settled
from schemas import Article, Failure, Reason, Record, Rejection, Stage

HOST = "a.example"
FORM = f"{HOST}/news/0.html"


def forms(**counts: Counts) -> Forms:
    return Forms(lambda host: {f"{host}/{name}/0.html": count for name, count in counts.items()})


def url(number: int) -> str:
    return f"http://{HOST}/news/{number}.html"


def article(number: int, canonical: str | None = None) -> Article:
    return Article(url=url(number), canonical_url=canonical, title="题", text="正文", content_hash="1")


def settled(number: int, record: Record | None, **values: object) -> Settled:
    row = Row(number, None, url(number), HOST, "site", 0, "{}", 0, None, None, None, None)
    return Settled(row, record, form=FORM, **values)  # type: ignore[arg-type]  # its own fields


def noted(count: int, record: object, **values: object) -> Forms:
    known = forms()
    for number in range(1, count + 1):
        given = article(number) if record is Article else record
        known.note(settled(number, given, **values))  # type: ignore[arg-type]  # a record or None
    return known


def test_articles_make_a_form_one_that_gives() -> None:
    assert noted(2, Article).standing(url(9)) is Standing.GIVES
    assert noted(1, Article).standing(url(9)) is Standing.LEADS
    assert noted(2, Article).tries(url(9)) is None


def test_pages_that_give_nothing_make_it_barren() -> None:
    empty = Rejection(reason=Reason.TOO_SHORT)
    assert noted(4, empty).standing(url(9)) is Standing.UNKNOWN and noted(4, empty).tries(url(9)) == 5
    assert noted(5, empty).standing(url(9)) is Standing.BARREN


@pytest.mark.parametrize(
    "record",
    [
        Failure(stage=Stage.FETCH, error="timeout"),
        Rejection(reason=Reason.ROBOTS),
        Rejection(reason=Reason.STATUS),
    ],
)
def test_pages_that_did_not_come_tell_nothing(record: Record) -> None:
    assert noted(30, record).standing(url(9)) is Standing.UNKNOWN


def test_what_is_known_already_counts_as_an_article() -> None:
    assert noted(2, None, unchanged=True).standing(url(9)) is Standing.GIVES


def test_copies_are_no_articles_of_their_form() -> None:
    known = forms()
    for number in range(1, 6):
        known.note(settled(number, article(number), twins=(b"same",)))
    assert known.standing(url(9)) is Standing.LEADS, "one of the five is no copy"
    named = forms()
    for number in range(1, 6):
        named.note(settled(number, article(number, f"http://{HOST}/original/{number}.html")))
    assert named.standing(url(9)) is Standing.BARREN


def test_the_form_that_led_to_an_article_is_credited() -> None:
    known = forms()
    known.note(settled(1, article(1), via=f"{HOST}/list/0.html"))
    assert known.standing(f"http://{HOST}/list/3.html") is Standing.LEADS
    rare = forms(list=Counts(pages=60))
    rare.note(settled(1, article(1), via=f"{HOST}/list/0.html"))
    assert rare.standing(f"http://{HOST}/list/3.html") is Standing.BARREN, "one article in sixty pages"


def test_links_to_other_forms_say_that_a_form_leads_on() -> None:
    own, other = (Link(None, link, HOST, "site", 0, "{}") for link in (url(8), f"http://{HOST}/x/1.html"))
    assert noted(5, None, links=(own,)).standing(url(9)) is Standing.BARREN
    assert noted(5, None, links=(other, other)).standing(url(9)) is Standing.UNKNOWN


def test_what_was_committed_is_read_again() -> None:
    counts = {"news": Counts()}
    known = Forms(lambda host: {f"{host}/{name}/0.html": count for name, count in counts.items()})
    assert known.standing(url(9)) is Standing.UNKNOWN
    counts["news"] = Counts(pages=2, articles=2)
    assert known.standing(url(9)) is Standing.UNKNOWN, "it is held for some seconds"
    known.changed([FORM])
    assert known.standing(url(9)) is Standing.GIVES


def test_a_barren_form_is_skipped_but_for_samples() -> None:
    known = forms(news=Counts(pages=5))
    asked = [number for number in range(1, 101) if not known.skips(url(number), 1)]
    assert 0 < len(asked) < 40
    assert asked != [number for number in range(1, 101) if not known.skips(url(number), 2)], "others each run"
    assert not any(forms(news=Counts(pages=4)).skips(url(number), 1) for number in range(20))


def test_beyond_some_forms_the_rest_is_one() -> None:
    many = Forms(lambda host: {f"{host}/{number}": Counts() for number in range(500)})
    assert many.key(url(1)) == f"{HOST}/…" and many.key(f"http://{HOST}/7".replace("7", "0")) == f"{HOST}/0"
    few = Forms(lambda host: {f"{host}/{number}": Counts() for number in range(499)})
    assert few.key(url(1)) == FORM


def test_the_hosts_asked_last_are_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.job.form_counts._HOSTS", 2)
    read: list[str] = []
    known = Forms(lambda host: read.append(host) or {})  # type: ignore[func-returns-value]  # append gives None, so {} is read
    for host in ("a", "b", "a", "c", "a", "b"):
        known.standing(f"http://{host}/news/1.html")
    assert read == ["a", "b", "c", "b"]


def test_the_articles_met_last_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.job.form_counts._TWINS", 2)
    known = forms()
    for number, twin in enumerate((b"a", b"b", b"a"), start=1):
        known.note(settled(number, article(number), twins=(twin,)))
    assert known._of(HOST)[FORM] == Counts(pages=3, articles=2), "the third is a copy of the first"
    for number, twin in enumerate((b"c", b"a"), start=4):
        known.note(settled(number, article(number), twins=(twin,)))
    assert known._of(HOST)[FORM] == Counts(pages=5, articles=4), "the first is forgotten by then"
