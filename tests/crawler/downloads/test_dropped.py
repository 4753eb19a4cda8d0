"""Pages that Scrapy drops and a browser shows: their bytes reach archive and cleaner."""

import gzip
import zlib
from pathlib import Path

import brotli
import pytest

from crawler.downloads.compression import is_whole
from tests.crawler.downloads.raw import RawSite, response
from tests.crawler.job.crawls import crawl as crawl_job
from tests.crawler.job.crawls import lines
from tests.crawler.loopback import Answer, Crawl, Site, crawl
from tests.crawler.spiders.made import YybnetSpider
from tests.crawler.texts import article, links

LIST, NEWS = "/wuzhou/", "/wuzhou/news/201807/1.html"
PAGE = article("合成报道")
HTML = b"Content-Type: text/html; charset=utf-8"


def crawl_raw(page: bytes) -> Crawl:
    """A crawl of a list that leads to this one page."""
    with RawSite({LIST: response(links(NEWS).encode()), NEWS: page}) as site:
        return crawl(YybnetSpider, start=site.url + LIST)


@pytest.mark.parametrize(
    "charset", ["undefined", "hex", "base64", "bz2", "zlib", "rot13", "uu", "quopri", "idna", "punycode"]
)
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_charset_that_is_none(charset: str, codec: str) -> None:
    body = PAGE.replace("<meta charset=utf-8>", "").encode(codec)
    result = crawl_raw(response(body, b"Content-Type: text/html; charset=" + charset.encode()))
    assert [item.title for item in result.items] == ["合成报道"]


@pytest.mark.parametrize(
    "broken",
    [
        "<meta charset=undefined>",
        "<base href='http://[x'>",
        "<meta http-equiv=refresh content='0;url=http://[x'>",
        "<meta http-equiv=refresh content='0;url=http://h.example:8o80/'>",
    ],
)
def test_a_page_with_a_broken_head(broken: str) -> None:
    result = crawl_raw(
        response(PAGE.replace("<meta charset=utf-8>", broken).encode(), b"Content-Type: text/html")
    )
    assert [item.title for item in result.items] == ["合成报道"]


@pytest.mark.parametrize("broken", ["<meta charset=undefined>", "<base href='http://[x'>"])
def test_a_list_with_a_broken_head(broken: str) -> None:
    page = links(NEWS).replace("<meta charset=utf-8>", broken).encode()
    pages = {LIST: response(page, b"Content-Type: text/html"), NEWS: response(PAGE.encode())}
    with RawSite(pages) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].articles == 1


@pytest.mark.parametrize(
    "header",
    [
        "X-名: 1".encode(),
        b"X-\xc3\xfb: 1",
        b"Content-Type : text/html; charset=utf-8",
        b"Content-Length : 0000",
        b"GET / HTTP/1.1: x",
        b": x",
        b"X\x00Y: 1",
        b"no colon",
    ],
)
def test_odd_headers(header: bytes) -> None:
    header = header.replace(b"0000", b"%d" % len(PAGE.encode()))
    result = crawl_raw(response(PAGE.encode(), header, HTML))
    assert [item.title for item in result.items] == ["合成报道"]


def test_a_status_no_standard_knows_is_the_servers_word(tmp_path: Path) -> None:
    with RawSite(
        {
            "/": response(links("/article/1.html").encode()),
            "/article/1.html": response(b"no", status=b"999 Denied"),
        }
    ) as site:
        crawl_job(site.url, tmp_path)
    assert [(line["reason"], line["detail"]) for line in lines(tmp_path, "rejections")][-1:] == [
        ("status", "999")
    ]


def test_a_redirect_to_what_is_no_url() -> None:
    result = crawl_raw(response(b"", HTML, b"Location: http://[x", status=b"302 Found"))
    assert result.counts["yybnet"].rejected == {"status": 1}


def test_such_pages_are_in_the_archive(tmp_path: Path) -> None:
    page = response(PAGE.encode(), b"Content-Type: text/html; charset=undefined")
    with RawSite({"/": response(links("/article/1.html").encode()), "/article/1.html": page}) as site:
        crawl_job(site.url, tmp_path)
    assert [line["title"] for line in lines(tmp_path, "articles")] == ["合成报道"]
    archived = b"".join(gzip.decompress(file.read_bytes()) for file in tmp_path.glob("archive-*"))
    assert PAGE.encode() in archived


RAW = PAGE.encode() * 20
DEFLATE = zlib.compressobj(wbits=-15)
PACKED = {
    "gzip": gzip.compress(RAW),
    "deflate": zlib.compress(RAW),
    "br": brotli.compress(RAW),
}


@pytest.mark.parametrize("encoding", list(PACKED))
def test_a_packed_body_that_was_cut_is_a_failure(encoding: str) -> None:
    body = PACKED[encoding][: len(PACKED[encoding]) // 2]
    answer = Answer(body, headers={"Content-Type": "text/html; charset=utf-8", "Content-Encoding": encoding})
    with Site({LIST: links(NEWS), NEWS: answer}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].failed == {"fetch": 1}
    assert "ends in the middle" in result.dropped[0]
    assert len(site.times(NEWS)) == 2, "asked once more, as RETRY_TIMES says"


@pytest.mark.parametrize("encoding", list(PACKED))
def test_where_a_packed_body_ends(encoding: str) -> None:
    whole = PACKED[encoding]
    assert is_whole(whole, encoding.encode(), len(RAW))
    tail = {"gzip": 8, "deflate": 4, "br": 0}[encoding]
    for cut in range(len(whole) - tail - 4, len(whole) - tail - 80, -7):
        assert not is_whole(whole[:cut], encoding.encode(), 1)


@pytest.mark.parametrize(
    "body",
    [
        PACKED["gzip"][:-8],  # no tail
        PACKED["gzip"][:-3],
        PACKED["gzip"][:-8] + b"\0" * 8,  # a wrong checksum
        PACKED["gzip"] + PACKED["gzip"],  # two members
        PACKED["gzip"] + b"<!-- served in 3 ms -->",
    ],
)
def test_gzip_that_is_whole_and_odd(body: bytes) -> None:
    answer = Answer(body, headers={"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"})
    with Site({LIST: links(NEWS), NEWS: answer}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].articles == 1


def test_raw_deflate() -> None:
    raw = DEFLATE.compress(RAW) + DEFLATE.flush()
    assert is_whole(raw, b"deflate", len(RAW)) and not is_whole(raw[:-9], b"deflate", len(RAW))
