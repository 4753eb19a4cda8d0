"""Which row is asked for next."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.utils.request import RequestFingerprinter, fingerprint

from crawler.discovery.forms import form_key
from crawler.items import NAMED, START
from crawler.job import selection as selection_module
from crawler.job.frontier import Frontier
from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Row, Settled
from crawler.job.selection import Selection
from crawler.job.visits import Visit
from schemas import Article, Reason, Rejection

HOST = "a.example"
URL = "http://a.example/list?do=page"
DAY = "这是2024年的第{}天，宜出门访友、打扫庭院，忌动土搬家。看的人自己拿主意，本页照抄，不作保证。"


class Selecting:
    """A selection with its ledger, its queue, and what it left out."""

    def __init__(self, ledger: Ledger, *, learns: bool = True) -> None:
        self.ledger = ledger
        self.queue = Frontier(ledger)
        self.at_work: list[str] = []
        self.left: list[tuple[str, str]] = []
        self.selection = Selection(
            self.queue,
            ledger,
            RequestFingerprinter(),
            learns=learns,
            hosts=lambda: self.at_work,
            leave_out=lambda row, why: self.left.append((row.url, why)),
        )

    def add(self, *links: Link) -> None:
        self.queue.added(self.ledger.commit([], links))

    def take(self, count: int = 1_000) -> list[Row]:
        """So many rows, which are in work from then on."""
        rows: list[Row] = []
        while len(rows) < count and (row := self.selection.take()):
            self.selection.begun(self.selection.forms.key(row.url))
            rows.append(row)
        return rows

    def gave(self, row: Row, text: str = "", via: str = "") -> None:
        """The row is settled with an article or, without a text, as nothing."""
        form = self.selection.forms.key(row.url)
        visit = Visit(row, form=form, via=via, record=Rejection(reason=Reason.TOO_SHORT))
        if text:
            visit.record = Article(url=row.url, title="题", text=text, content_hash=text)
        self.selection.ended(form)
        self.selection.note(visit)
        self.selection.forms.note(Settled(row, visit.record, form=form, via=via))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(Ledger(tmp_path)) as ledger:
        ledger.begin_run()
        yield ledger


@pytest.fixture
def selecting(ledger: Ledger) -> Selecting:
    return Selecting(ledger)


def link(url: str, meta: dict[str, object] | None = None, host: str = HOST) -> Link:
    request = f'{{"meta": {meta}}}'.replace("'", '"').replace("True", "true") if meta else "{}"
    return Link(fingerprint(Request(url)), url, host, "site", 0, request)


def pages(count: int, form: str = "http://a.example/text/{}.html", **meta: object) -> list[Link]:
    return [link(form.format(number), meta) for number in range(count)]


def test_two_forms_sent_to_one_address_are_two_pages(selecting: Selecting) -> None:
    """Where no parameter is known to be idle, no page is known again, whatever stands in its body."""
    posts = [Request(URL, method="POST", body=f"page={page}") for page in range(3)]
    selecting.add(*(Link(fingerprint(post), URL, HOST, "site", 0, '{"method": "POST"}') for post in posts))
    assert (len(selecting.take()), selecting.left) == (3, [])


def test_pages_of_an_unknown_form_wait_for_what_the_first_give(selecting: Selecting) -> None:
    selecting.add(*pages(9))
    first = selecting.take()
    assert len(first) == 5 and selecting.selection
    selecting.gave(first[0], "甲")
    selecting.gave(first[1], "乙")
    assert len(selecting.take()) == 4 and not selecting.selection and selecting.left == []


def test_pages_of_a_barren_form_are_left_out_but_for_samples(selecting: Selecting) -> None:
    selecting.add(*pages(60))
    for row in selecting.take():
        selecting.gave(row)
    samples = selecting.take()
    assert len(samples) < 20 and len(selecting.left) == 60 - 5 - len(samples)
    assert {why for _, why in selecting.left} == {"form"}


@pytest.mark.parametrize("mark", [START, NAMED])
def test_what_somebody_named_is_asked_for_whatever_its_form_gave(selecting: Selecting, mark: str) -> None:
    selecting.add(*pages(60))
    for row in selecting.take():
        selecting.gave(row)
    selecting.take()
    selecting.add(*pages(30, "http://a.example/text/9{}.html", **{mark: True}))
    assert len(selecting.take()) == 30


def test_a_spider_that_does_not_learn_is_given_all(ledger: Ledger) -> None:
    selecting = Selecting(ledger, learns=False)
    selecting.add(*pages(60))
    rows = selecting.take()
    for row in rows:
        selecting.gave(row)
    assert (len(rows), selecting.left) == (60, [])


def test_so_many_rows_wait_and_no_more(selecting: Selecting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection_module, "_HELD", 2)
    selecting.add(*pages(9))
    first = selecting.take()
    assert len(first) == 5 and len(selecting.selection._held) == 2
    assert sum(selecting.ledger.waiting().values()) == 9 and selecting.queue.take(), "the rest is not drawn"


def test_an_almanac_is_left_when_its_days_lead_to_each_other(selecting: Selecting) -> None:
    form = form_key("http://a.example/days/1.html")
    selecting.add(*pages(13, "http://a.example/days/{}.html", via=form))
    while rows := selecting.take(5):
        for row in rows:
            selecting.gave(row, DAY.format(row.id), via=form)
    assert selecting.left == []
    selecting.add(*pages(3, "http://a.example/days/2{}.html", via=form))
    selecting.add(*pages(2, "http://a.example/days/3{}.html", via="a.example/list/0"))
    assert len(selecting.take()) == 2, "those that a list names"
    assert [why for _, why in selecting.left] == ["trap"] * 3


SESSION = "http://a.example/show?id={}&tok={}"


def proven(selecting: Selecting) -> None:
    """It is known that `tok` does not choose the page."""
    selecting.add(*(link(SESSION.format(number, token)) for number in range(3) for token in (1, 2)))
    while rows := selecting.take(6):
        for row in rows:
            selecting.gave(row, f"text {row.url.partition('&')[0]}")
    assert selecting.left == []


def test_a_page_that_is_known_under_another_session_is_left_out(selecting: Selecting) -> None:
    proven(selecting)
    selecting.add(*(link(SESSION.format(7, token)) for token in (1, 2)))
    selecting.add(link("http://a.example/show?id=8"), link(SESSION.format(8, 5)))
    asked = [row.url for row in selecting.take()]
    assert asked == [SESSION.format(7, 1), "http://a.example/show?id=8"]
    assert selecting.left == [(SESSION.format(7, 2), "copy"), (SESSION.format(8, 5), "copy")]


def test_what_is_sent_or_never_filtered_is_no_copy(selecting: Selecting) -> None:
    proven(selecting)
    free = [link(SESSION.format(7, token))._replace(fingerprint=None) for token in (1, 2)]
    sent = [link(SESSION.format(9, token))._replace(request='{"method":"POST"}') for token in (1, 2)]
    selecting.add(*free, *sent)
    assert (len(selecting.take()), selecting.left) == (4, [])


def test_what_is_queued_without_its_session_is_itself(selecting: Selecting) -> None:
    """Its fingerprint was made when the parameter was known to be idle."""
    proven(selecting)
    known = link(SESSION.format(7, 1))
    selecting.add(
        known._replace(fingerprint=selecting.selection.fingerprinter.fingerprint(Request(known.url)))
    )
    assert (len(selecting.take()), selecting.left) == (1, [])


def test_a_host_for_phones_waits_while_its_desktop_is_at_work(selecting: Selecting) -> None:
    selecting.add(link("http://m.a.example/1.html", host="m.a.example"))
    selecting.at_work = ["m.a.example", HOST]
    assert selecting.take() == [] and selecting.selection
    selecting.at_work = ["m.a.example"]
    assert len(selecting.take()) == 1
    selecting.at_work = [HOST]
    selecting.add(link("http://a.example/1.html"))
    assert len(selecting.take()) == 1, "a desktop waits for nobody"


def test_articles_are_known_without_a_parameter_that_turns_out_to_be_idle(ledger: Ledger) -> None:
    selecting, show = Selecting(ledger, learns=False), f"http://{HOST}/show?id={{}}&tok={{}}".format
    selecting.add(*(link(show(number, tok)) for number in (1, 2, 3) for tok in (1, 2)), link(show(9, 9)))
    *early, late = selecting.take()
    for row in early:
        selecting.gave(row, row.url.partition("&")[0])
    selecting.take()
    assert ledger.idle() == [(form_key(show(1, 1)), "tok")]
    known = [ledger.knows(fingerprint(Request(f"http://{HOST}/show?id={number}"))) for number in (1, 2, 3, 4)]
    assert known == [True, True, True, False]
    visit = Visit(late, record=Article(url=late.url, title="题", text="正文", content_hash="9"))
    selecting.selection.note(visit)
    assert visit.aliases == [fingerprint(Request(f"http://{HOST}/show?id=9"))]
    assert Selecting(ledger).selection.fingerprinter.fingerprint(Request(show(9, 8))) == visit.aliases[0]
