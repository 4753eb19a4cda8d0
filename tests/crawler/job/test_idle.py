"""Parameters that do not choose the page."""

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.utils.request import RequestFingerprinter

from crawler.job import idle as idle_module
from crawler.job.idle import Idle, IdleFingerprinter, told
from crawler.job.rows import Row
from crawler.job.visits import Visit
from crawler.politeness.health import Doubt
from schemas import Article, Failure, Reason, Rejection, Stage


def noted(*pages: tuple[str, str]) -> Idle:
    idle = Idle()
    for path, text in pages:
        idle.note(f"http://a.example{path}", text)
    return idle


def again(form: str, numbers: range = range(1, 4), *, seed: int = 0) -> list[tuple[str, str]]:
    """Each page twice, under two values of what stands in braces."""
    return [(form.format(number, seed + visit), f"text {number}") for number in numbers for visit in (1, 2)]


@pytest.mark.parametrize(
    ("form", "url", "expected"),
    [
        ("/show?id={}&tok={}", "/show?id=9&tok=77", "/show?id=9"),
        ("/news/{}.html?r={}", "/news/9.html?r=77", "/news/9.html"),
        ("/list?kind={}&order={}&page=2", "/list?kind=9&order=77&page=5", "/list?kind=9&page=5"),
    ],
)
def test_what_was_found_again_under_other_values_is_idle(form: str, url: str, expected: str) -> None:
    known = noted(*again(form))
    assert known.without(f"http://a.example{url}") == f"http://a.example{expected}"
    assert known.without(f"http://b.example{url}") == f"http://b.example{url}"
    few = noted(*again(form, range(1, 3)))
    assert few.without(f"http://a.example{url}") == f"http://a.example{url}"


def test_what_chooses_a_page_is_not_idle_though_some_pages_are_alike() -> None:
    """Twenty numbers under which nothing stands any more, in one program: without their number they are one URL."""
    gone = [(f"/show?id={number}", "gone") for number in range(20)]
    assert noted(*gone).without("http://a.example/show?id=99") == "http://a.example/show?id=99"
    channels = again("/list?at={}&kind={}")
    differs = ("/list?at=1&kind=3", "another text")
    assert noted(*channels, differs).without("http://a.example/list?at=1&kind=9").endswith("kind=9")


def test_a_page_that_says_what_another_said_tells_so() -> None:
    idle = Idle()
    told = [idle.note(f"http://a.example{path}", text) for path, text in again("/show?id={}&tok={}")]
    assert told == [False, True] * 3


TOKEN = ("a.example/show?id=0&tok=0", "tok")


def test_what_is_learnt_is_news_with_the_articles_that_were_met() -> None:
    idle = Idle()
    for row, (path, text) in enumerate(again("/show?id={}&tok={}", range(1, 5)), start=1):
        idle.note(f"http://a.example{path}", text, row if row != 3 else 0)
    assert idle.news == {TOKEN: {"http://a.example/show?id=1": 1, "http://a.example/show?id=3": 5}}


def test_what_an_earlier_run_learnt_is_known_and_put_to_the_test_three_times() -> None:
    idle = Idle([TOKEN])
    show = "http://a.example/show?id={}&tok={}".format
    assert idle.without(show(1, 5)) == "http://a.example/show?id=1"
    for number in range(9):
        idle.note(show(number, 5), f"text {number}")
    assert idle.without(show(1, 5)) == "http://a.example/show?id=1", "the page itself is no test"
    asked = [show(number, 6) for number in range(9) if idle.without(show(number, 6)) == show(number, 6)]
    assert len(asked) == 3 and [idle.without(url) for url in asked] == asked
    idle.note(asked[0], "text 0")
    assert (idle.without(show(8, 7)), idle.news) == ("http://a.example/show?id=8", {})
    idle.note(asked[1], "another text")
    assert (idle.without(show(8, 7)), idle.news) == (show(8, 7), {TOKEN: None})


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_module, "_REMEMBERED", 50)
    idle = noted(*again("/show?id={}&tok={}", range(1_000)))
    assert len(idle._pages) <= 51


def test_a_page_that_comes_again_under_its_own_url_tells_nothing() -> None:
    idle = Idle()
    assert not any(idle.note("http://a.example/show?id=1&tok=2", "text") for _ in range(3))


def test_a_parameter_is_the_same_in_any_case_and_order_and_may_be_empty() -> None:
    pages = [(form.format(n), f"text {n}") for n in range(3) for form in ("/s?id={}&TOK=", "/s?tok=7&id={}")]
    assert noted(*pages).without("http://a.example/s?id=9&Tok=8") == "http://a.example/s?id=9"


def test_several_parameters_may_be_idle() -> None:
    known = noted(*again("/show?id={}&r={}&tok=1"), *again("/show?id={}&tok={}"))
    assert known.without("http://a.example/show?id=9&r=5&tok=6") == "http://a.example/show?id=9"
    assert known.without("http://a.example/show") == "http://a.example/show"


def test_requests_that_differ_by_an_idle_parameter_are_one_page() -> None:
    prints = IdleFingerprinter(RequestFingerprinter(), noted(*again("/show?id={}&tok={}")))
    pages = [
        Request(f"http://a.example/show?{query}") for query in ("id=9&tok=5", "tok=6&id=9", "id=8&tok=5")
    ]
    one, same, other = map(prints.fingerprint, pages)
    assert one == same != other
    assert prints.fingerprint(pages[0].replace(method="POST")) != one


def visit(links: int, **gave: object) -> Visit:
    url = "http://a.example/list?page=1"
    body = (
        "".join(f'<a href="/{number}.html">第{number}条</a>' for number in range(links)) + "<a href=/x></a>"
    )
    row = Row(1, b"1", url, "a.example", "site", 0, "{}", 0, None, None, None, None)
    request = Request(url)
    response = HtmlResponse(url, body=f"<html><body>{body}</body></html>".encode(), request=request)
    return Visit(row, **{"response": response, **gave})  # type: ignore[arg-type]  # its own fields


FAILURE = Failure(stage=Stage.FETCH, error="timeout")
ARTICLE = Article(title="题", text="正文", content_hash="1")


@pytest.mark.parametrize(
    ("at_work", "expected"),
    [
        (visit(10), "\n".join(f"第{number}条" for number in range(10))),
        (visit(9), ""),
        (visit(10, response=None), ""),
        (visit(10, doubt=Doubt("a.example")), ""),
        (visit(10, error=FAILURE), ""),
        (visit(10, record=Rejection(reason=Reason.TOO_SHORT)), ""),
        (visit(0, record=ARTICLE), "题 1"),
    ],
    ids=["a list", "few links", "lost", "in doubt", "failed", "rejected", "an article"],
)
def test_what_a_page_says(at_work: Visit, expected: str) -> None:
    assert told(at_work) == expected


def test_a_list_without_parameters_is_not_read() -> None:
    at_work = visit(10)
    at_work.row = at_work.row._replace(url="http://a.example/list/1")
    assert told(at_work) == ""
