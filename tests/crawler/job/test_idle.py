"""Parameters that do not choose the page."""

import pytest

from crawler.job import idle as idle_module
from crawler.job.idle import Idle


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


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_module, "_REMEMBERED", 50)
    idle = noted(*again("/show?id={}&tok={}", range(1_000)))
    assert len(idle._texts) <= 51
