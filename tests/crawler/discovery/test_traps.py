import pytest

from crawler.discovery import traps
from crawler.discovery.traps import MAX_BARREN, MAX_BARREN_FORM, Trail, is_trap


def test_an_article_is_new_once() -> None:
    trail = Trail()
    assert trail.is_new("http://a.cn/1.html?a=1&b=2")
    assert not trail.is_new("http://a.cn/1.html?b=2&a=1#x")
    assert trail.is_new("http://a.cn/1.html?a=1&b=3")


def test_a_chain_of_barren_lists_ends() -> None:
    trail = Trail()
    assert trail.leads_on("http://a.cn/list?page=9", MAX_BARREN - 1)
    assert not trail.leads_on("http://a.cn/list?page=9", MAX_BARREN)


def test_a_calendar_ends_and_a_fruitful_list_goes_on() -> None:
    trail = Trail()
    for month in range(MAX_BARREN_FORM):
        assert not trail.passed(
            f"http://a.cn/calendar/{month}/", [(f"http://a.cn/calendar/{month + 1}/", False)]
        )
    assert not trail.leads_on("http://a.cn/calendar/999/", 1)
    assert trail.leads_on("http://a.cn/news/1/", 1)
    assert trail.passed("http://a.cn/calendar/5/", [("http://a.cn/news/1.html", False)])
    assert trail.leads_on("http://a.cn/calendar/999/", 1)


def test_pages_that_lead_to_each_other_are_soon_nothing_new() -> None:
    trail = Trail()
    days = [(f"http://a.cn/day/{day}", False) for day in range(MAX_BARREN_FORM + 1)]
    assert all(trail.passed("http://a.cn/month/1", [day]) for day in days[:-1])
    assert not trail.passed("http://a.cn/month/1", days[-1:])
    assert trail.passed("http://a.cn/month/1", [("http://a.cn/day/99", True)])


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traps, "_REMEMBERED", 10)
    trail = Trail()
    assert all(trail.is_new(f"http://a.cn/{number}.html") for number in range(50))
    assert not trail.is_new("http://a.cn/49.html")
    assert trail.is_new("http://a.cn/1.html")


@pytest.mark.parametrize(
    "url",
    [
        "http://a.cn/a/b/a/b/a/b/",
        "http://a.cn/" + "x/y" * 20,
        "http://a.cn/?" + "&".join(f"p{n}=1" for n in range(9)),
    ],
)
def test_trap_by_form(url: str) -> None:
    assert is_trap(url)


@pytest.mark.parametrize("url", ["http://a.cn/", "http://a.cn/2018/07/07/7.html?id=7&page=2"])
def test_no_trap(url: str) -> None:
    assert not is_trap(url)
