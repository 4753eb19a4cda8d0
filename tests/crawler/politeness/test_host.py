"""The count that says whether it is the page or the host, without a crawl."""

from crawler.politeness.health import Host, Verdict


def doubted(host: Host, times: int) -> None:
    for _ in range(times):
        host.in_doubt("HTTP 403")


def test_five_in_a_row_ask_for_a_decision() -> None:
    host = Host("a.cn")
    doubted(host, 4)
    assert not host.needs_decision and host.row == 4
    doubt = host.in_doubt("HTTP 500")
    assert host.needs_decision and host.why == "HTTP 500"
    assert doubt is host.doubt and (doubt.host, doubt.verdict) == ("a.cn", Verdict.OPEN)
    host.deciding = True
    assert not host.needs_decision


def test_a_good_answer_says_that_it_was_the_pages() -> None:
    host = Host("a.cn")
    doubted(host, 4)
    doubt = host.answered_well("http://a.cn/good")
    assert doubt.verdict is Verdict.PAGES and host.doubt is not doubt
    assert host.good == "http://a.cn/good" and host.row == 0


def test_after_a_decision_for_the_pages_twice_as_many_ask_again() -> None:
    host = Host("a.cn")
    for enough in (5, 10, 20, 40, 80, 80):
        doubted(host, enough - 1)
        assert not host.needs_decision
        doubted(host, 1)
        assert host.needs_decision
        host.settle(Verdict.PAGES)


def test_fewer_answers_change_nothing_of_that() -> None:
    host = Host("a.cn")
    doubted(host, 4)
    host.settle(Verdict.PAGES)
    doubted(host, 5)
    assert host.needs_decision


def test_a_host_that_was_left_stays_so() -> None:
    host = Host("a.cn")
    doubted(host, 5)
    doubt = host.settle(Verdict.HOSTS)
    assert doubt.verdict is Verdict.HOSTS and host.doubt is doubt
    assert host.answered_well("http://a.cn/good").verdict is Verdict.HOSTS
    doubted(host, 5)
    assert not host.needs_decision and host.settle(Verdict.PAGES) is doubt


def test_redirects_to_one_place_are_in_doubt_from_the_second_on() -> None:
    host = Host("a.cn")
    first = host.redirected("a.cn/login", home=False)
    assert first is not None and first.verdict is Verdict.PAGES and host.row == 0
    assert host.redirected("a.cn/login", home=False) is None and host.row == 1
    assert host.why == "redirected to a.cn/login"
    assert host.redirected("a.cn/other", home=False) is None and host.row == 1, "it waits for what comes next"


def test_redirects_to_different_places_are_their_pages_own() -> None:
    host = Host("a.cn")
    for place in "bcd":
        doubt = host.redirected(f"a.cn/{place}", home=False)
        assert doubt is not None and doubt.verdict is Verdict.PAGES
    assert host.row == 0


def test_a_redirect_home_is_in_doubt_at_once() -> None:
    host = Host("a.cn")
    assert host.redirected("a.cn", home=True) is None and host.row == 1
    host.answered_well("http://a.cn/good")
    assert host.redirected("a.cn/login", home=False) is not None, "what led somewhere before is forgotten"
