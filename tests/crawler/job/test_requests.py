"""Requests survive the ledger; what cannot is refused with a reason."""

from typing import Any

import pytest
from scrapy import FormRequest, Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.items import CONTINUES
from crawler.job.requests import ROW, link_of, request_of
from crawler.job.rows import Link, Row


class Example(Spider):
    name = "example"

    def parse_article(self, response: Response) -> None: ...

    def lost(self, failure: Failure) -> None: ...


SPIDER = Example()


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


def test_a_callback_that_is_gone_is_reported() -> None:
    link = link_of(Request("http://a.example/", SPIDER.parse_article), SPIDER, b"f")
    with pytest.raises(ValueError, match="parse_article"):
        request_of(row(link), Spider("other"))
