"""Requests survive the ledger; what cannot is refused with a reason."""

import sys
from typing import Any

import pytest
from scrapy import FormRequest, Request, Spider
from scrapy.http import JsonRequest, Response
from scrapy.settings import Settings
from scrapy.utils.request import RequestFingerprinter
from twisted.python.failure import Failure

from crawler.items import CHANGED, CONTINUES, NAMED, START, VIA
from crawler.job.requests import ROW, is_asked_for, is_get, link_of, page_fingerprint, request_of, via_of
from crawler.job.rows import Link, Row


class Example(Spider):
    name = "example"

    def parse_article(self, response: Response) -> None: ...

    def lost(self, failure: Failure) -> None: ...


class OwnRequest(Request):
    """A request class beside its spider."""


SPIDER = Example()
SPIDER.settings = Settings({"SPIDER_MODULES": ["crawler.spiders"]})


def row(link: Link) -> Row:
    return Row(
        7, link.fingerprint, link.url, link.host, link.site, link.priority, link.request, 0, *[None] * 4
    )


@pytest.mark.parametrize(
    "request_",
    [
        Request("http://a.example/"),
        Request("http://a.example/文?b=%20", SPIDER.parse_article, errback=SPIDER.lost, priority=-3),
        Request("http://a.example/", cb_kwargs={"barren": 2, "名": [1, None]}, meta={"allow_offsite": True}),
        Request(
            "http://a.example/",
            method="POST",
            body=b"\x00\xff",
            headers={"Referer": b"\xe9", "X": ["1", "2"]},
        ),
        Request("http://a.example/", cookies={"a": "b"}, dont_filter=True, flags=["x"]),
        FormRequest("http://a.example/", formdata={"键": "值"}, encoding="gb18030"),
        JsonRequest("http://a.example/", data={"页": 1}),
        OwnRequest("http://a.example/"),
    ],
)
def test_a_request_comes_back_as_it_was(request_: Request) -> None:
    back = request_of(row(link_of(request_, SPIDER, b"f")), SPIDER)
    assert back.meta.pop(ROW) == 7
    assert back.to_dict(spider=SPIDER) == request_.to_dict(spider=SPIDER)


def test_marks_of_one_download_are_not_kept() -> None:
    request = Request(
        "http://a.example/", meta={ROW: 3, CONTINUES: True, "download_latency": 0.1, "depth": 2}
    )
    assert request_of(row(link_of(request, SPIDER, b"f")), SPIDER).meta == {ROW: 7, "depth": 2}


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"callback": lambda response: None}, "is not an instance method"),
        ({"meta": {"page": object()}}, "cannot hold object"),
        ({"cb_kwargs": {"pages": {1, 2}}}, "cannot hold set"),
    ],
)
def test_what_cannot_be_kept_is_refused(fields: dict[str, Any], error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error):
        link_of(Request("http://a.example/", **fields), SPIDER, b"f")


def test_a_foreign_request_class_is_refused_when_it_is_queued() -> None:
    foreign = type("Foreign", (Request,), {"__module__": "somewhere.else"})
    with pytest.raises(ValueError, match="no request class of Scrapy's"):
        link_of(foreign("http://a.example/"), SPIDER, b"f")


@pytest.mark.parametrize(
    "request_",
    [
        '{"_class":"this.X","callback":"parse_article","errback":"lost"}',
        '{"_class":"crawler.cli.__main__.X"}',
        '{"_class":"crawler.spiders.nothing_here.X"}',
        '{"_class":"crawler.spidersx.X"}',
        '{"_class":"tests.crawler.job.test_requests.sys"}',
        '{"_class":7}',
        '{"callback":7}',
        '{"callback":"name"}',
        '{"headers":[1]}',
        '{"meta":7}',
        "[]",
        "7",
        "{",
    ],
)
def test_a_row_that_was_tampered_with_imports_nothing(request_: str) -> None:
    before = set(sys.modules)
    tampered = row(link_of(Request("http://a.example/"), SPIDER, b"f"))._replace(request=request_)
    with pytest.raises(ValueError):  # whatever the words: the session makes a Failure of it
        request_of(tampered, SPIDER)
    assert not is_asked_for(tampered) and via_of(tampered) == "" and is_get(tampered)
    assert set(sys.modules) == before


def test_a_callback_that_is_gone_is_reported() -> None:
    link = link_of(Request("http://a.example/", SPIDER.parse_article), SPIDER, b"f")
    with pytest.raises(ValueError, match="parse_article"):
        request_of(row(link), Spider("other"))


def test_a_link_is_of_its_host_and_its_spider() -> None:
    link = link_of(Request("http://www.a.example:8080/x", priority=3), SPIDER, b"f")
    assert (link.host, link.site, link.priority, link.fingerprint) == ("www.a.example", "example", 3, b"f")
    assert link_of(Request("data:,x"), SPIDER, None).host == ""


def test_what_a_row_says_of_its_request() -> None:
    plain, post = Request("http://a.example/"), Request("http://a.example/", method="POST")
    start, named, found = (plain.replace(meta=meta) for meta in ({START: True}, {NAMED: True}, {VIA: "a/0"}))
    rows = [row(link_of(request, SPIDER, b"f")) for request in (plain, post, start, named, found)]
    assert [is_asked_for(one) for one in rows] == [False, False, True, True, False]
    assert [is_get(one) for one in rows] == [True, False, True, True, True]
    assert [via_of(one) for one in rows] == ["", "", "", "", "a/0"]


def test_a_link_says_when_its_page_changed() -> None:
    changed = Request("http://a.example/", meta={CHANGED: 7.0})
    assert link_of(changed, SPIDER, b"f").changed == 7.0
    assert link_of(Request("http://a.example/"), SPIDER, b"f").changed == 0.0


def test_a_request_that_is_never_filtered_has_no_fingerprint() -> None:
    request, prints = Request("http://a.example/"), RequestFingerprinter()
    assert page_fingerprint(request, prints) == prints.fingerprint(request)
    assert page_fingerprint(request.replace(dont_filter=True), prints) is None


def test_a_request_class_of_scrapys_is_named_and_loaded() -> None:
    link = link_of(FormRequest("http://a.example/", formdata={"a": "b"}), SPIDER, b"f")
    assert type(request_of(row(link), SPIDER)) is FormRequest
