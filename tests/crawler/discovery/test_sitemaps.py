import gzip
import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from scrapy.http import Response

from crawler.discovery.sitemaps import Entries, read_entries

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
URLSET = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- 合成 --><urlset {NS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>http://a.cn/p.jpg</image:loc></image:image><loc> http://a.cn/1.html </loc>
<news:news><news:title>标题</news:title></news:news></url>
<url><loc>http://a.cn/2.html?a=1&amp;b=2</loc></url><url><loc/></url></urlset>"""
INDEX = f"<sitemapindex {NS}><sitemap><loc>http://a.cn/s1.xml.gz</loc></sitemap></sitemapindex>"
RSS = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>http://a.cn/</link>
<item><atom:link href="x"/><title>合成</title><link>http://a.cn/1.html</link></item><item><link>/2.html</link></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><link>http://a.cn/</link></channel><item><link>http://a.cn/1.html</link></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://a.cn/"/><entry>
<link rel="enclosure" href="http://a.cn/x.mp3"/><link href="http://a.cn/1.html"/></entry></feed>"""


def entries(body: str | bytes, url: str = "http://a.cn/x.xml") -> Entries | None:
    return read_entries(Response(url, body=body if isinstance(body, bytes) else body.encode()))


def pages(body: str | bytes) -> list[str]:
    found = entries(body)
    return [entry.url for entry in found.pages] if found else []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (URLSET, ("http://a.cn/1.html", "http://a.cn/2.html?a=1&b=2")),
        (gzip.compress(URLSET.encode(), mtime=0), ("http://a.cn/1.html", "http://a.cn/2.html?a=1&b=2")),
        ("\ufeff" + INDEX, ("http://a.cn/s1.xml.gz",)),
        (RSS, ("http://a.cn/1.html", "http://a.cn/2.html")),
        (RSS.encode("utf-8").replace(b"<rss", b'<?xml version="1.0" encoding="utf-8"?><rss', 1)[:-30],
         ("http://a.cn/1.html",)),
        (b'<?xml version="1.0" encoding="gb2312"?>' + RSS.encode("gb18030"),
         ("http://a.cn/1.html", "http://a.cn/2.html")),
        (RDF, ("http://a.cn/1.html",)),
        (ATOM, ("http://a.cn/1.html",)),
    ],
)  # fmt: skip  # laid out for reading
def test_kinds(body: str | bytes, expected: tuple[str, ...]) -> None:
    found = entries(body)
    assert found and (*(entry.url for entry in found.pages), *found.more) == expected


@pytest.mark.parametrize(
    "body",
    ["", "正文", "<!DOCTYPE html><html><body><a href=1.html>1</a></body></html>", b"\x1f\x8b broken", "<", "<svg/>",
     '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'],
)  # fmt: skip  # laid out for reading
def test_other_pages(body: str | bytes) -> None:
    assert entries(body) is None


def test_robots_txt_names_sitemaps() -> None:
    body = "User-agent: *\nDisallow: /x\nSitemap: http://a.cn/s.xml\nsitemap: /t.xml\n"
    assert entries(body, "http://a.cn/robots.txt") == Entries(more=("http://a.cn/s.xml", "http://a.cn/t.xml"))


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    found = entries(f"{bomb}<rss><item><link>http://a.cn/&b;&f;</link></item></rss>")
    assert found is not None
    assert not any("aaaa" in entry.url or "root" in entry.url for entry in found.pages)


def rss(*items: str, head: str = "") -> str:
    return f"{head}<rss><channel>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"


def test_a_label_of_gb2312_over_gbk_costs_nothing() -> None:
    items = [f"<title>记者李镕报道{n}</title><link>http://a.cn/{n}.html</link>" for n in range(5)]
    body = rss(*items, head='<?xml version="1.0" encoding="GB2312"?>').encode("gb18030")
    assert pages(body) == [f"http://a.cn/{n}.html" for n in range(5)]


@pytest.mark.parametrize(
    "bad",
    ["http://[id]/x.html", "http://a.cn:8o80/x", "//[", "http://]/", "http://[::1", "http://a.cn:99999/",
     "http://a.cn:80:80/", "mailto:a@b.cn", "http://℀.example/", "javascript:1", "http://u:p@a.cn/", "x" * 5_000],
)  # fmt: skip  # laid out for reading
def test_one_bad_entry_costs_one_entry(bad: str) -> None:
    body = rss(*(f"<link>{url}</link>" for url in ("http://a.cn/1.html", bad, "http://a.cn/2.html")))
    assert pages(body) == ["http://a.cn/1.html", "http://a.cn/2.html"]


def test_a_guid_may_be_the_link() -> None:
    body = rss(
        '<guid isPermaLink="true">http://a.cn/1.html</guid>',
        "<guid>http://a.cn/2.html</guid>",
        '<guid isPermaLink="false">http://a.cn/?p=3</guid>',
        "<guid>0f3c</guid>",
    )
    assert pages(body) == ["http://a.cn/1.html", "http://a.cn/2.html"]


def test_a_description_may_hold_a_page() -> None:
    assert pages(rss("<description>&lt;html&gt;<![CDATA[<html><body>]]></description><link>/1.html</link>"))


def test_text_sitemaps_and_json_feeds() -> None:
    assert pages("\ufeffhttp://a.cn/1.html\r\nhttp://a.cn/2.html\n") == [
        "http://a.cn/1.html",
        "http://a.cn/2.html",
    ]
    assert entries("http://a.cn/1.html 是本文链接") is None
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "1", "url": "/1.html"}, {"url": "http://["}],
    }
    assert pages(json.dumps(feed)) == ["http://a.cn/1.html"]
    assert entries(json.dumps({"items": []})) is None


def test_what_was_cut_invents_nothing() -> None:
    whole = (
        "<urlset>" + "".join(f"<url><loc>http://a.cn/{n}.html</loc></url>" for n in range(5)) + "</urlset>"
    )
    urls = {f"http://a.cn/{n}.html" for n in range(5)}
    for length in range(9, len(whole)):
        assert set(pages(whole[:length])) <= urls
    assert len(pages(whole[: len(whole) - 20])) == 4


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<lastmod>2024-05-03</lastmod>", datetime(2024, 5, 3, tzinfo=UTC)),
        ("<lastmod>2024-05-03T08:00:00+08:00</lastmod>", datetime(2024, 5, 3, tzinfo=UTC)),
        ("<pubDate>Fri, 03 May 2024 08:00:00 +0800</pubDate>", datetime(2024, 5, 3, tzinfo=UTC)),
        ("<pubDate>昨天</pubDate>", None),
        ("", None),
    ],
)
def test_dates_of_entries(date: str, expected: datetime | None) -> None:
    found = entries(rss(f"<link>http://a.cn/1.html</link>{date}"))
    assert found and found.pages[0].changed == expected


def dated(*dates: str) -> Entries:
    urls = (
        f"<url><loc>http://a.cn/{number}.html</loc><lastmod>{date}</lastmod></url>"
        for number, date in enumerate(dates)
    )
    found = entries(f"<urlset>{''.join(urls)}</urlset>".encode())
    assert found
    return found


def test_dates_that_say_when_pages_changed() -> None:
    known = dated("2024-05-03", "2024-05-04", "2999-01-01", "").dates()
    assert list(known) == ["http://a.cn/0.html", "http://a.cn/1.html"]
    assert dated(*["2024-05-03"] * 3, "2024-05-04").dates() == {}, "a generator stamps them all"
    assert len(dated("2024-05-03").dates()) == 1


def test_a_sitemap_of_fifty_megabytes_is_read_in_little_memory() -> None:
    code = """
import resource
from scrapy.http import Response
from crawler.discovery.sitemaps import MAX_XML, read_entries
item = b"<url><loc>http://a.cn/%07d.html</loc><lastmod>2024-05-03</lastmod>" + b" " * 950 + b"</url>"
body = b"<urlset>" + b"".join(item % n for n in range(50_000)) + b"</urlset>"
assert 50_000_000 < len(body) < MAX_XML
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(read_entries(Response("http://a.cn/s.xml", body=body)).pages))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=600
    )
    entries_found, megabytes = map(int, done.stdout.split())
    assert entries_found == 50_000
    assert megabytes < 100
