import gzip

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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (URLSET, Entries(pages=("http://a.cn/1.html", "http://a.cn/2.html?a=1&b=2"))),
        (gzip.compress(URLSET.encode(), mtime=0), Entries(pages=("http://a.cn/1.html", "http://a.cn/2.html?a=1&b=2"))),
        ("\ufeff" + INDEX, Entries(more=("http://a.cn/s1.xml.gz",))),
        (RSS, Entries(pages=("http://a.cn/1.html", "http://a.cn/2.html"))),
        (RSS.encode("utf-8").replace(b"<rss", b'<?xml version="1.0" encoding="utf-8"?><rss', 1)[:-30],
         Entries(pages=("http://a.cn/1.html", "http://a.cn/2.html"))),
        (b'<?xml version="1.0" encoding="gb2312"?>' + RSS.encode("gb18030"),
         Entries(pages=("http://a.cn/1.html", "http://a.cn/2.html"))),
        (RDF, Entries(pages=("http://a.cn/1.html",))),
        (ATOM, Entries(pages=("http://a.cn/1.html",))),
    ],
)  # fmt: skip  # laid out for reading
def test_kinds(body: str | bytes, expected: Entries) -> None:
    assert entries(body) == expected


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
    assert "aaaa" not in "".join(found.pages) and "root" not in "".join(found.pages)
