"""Each line of the safety rules against a real server."""

import gzip
import re
import sys
from collections.abc import AsyncIterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from scrapy import Spider

from crawler.spiders.generic import GenericSpider
from tests import forks
from tests.crawler.certificate import self_signed
from tests.crawler.loopback import Answer, Site, crawl
from tests.crawler.spiders.made import YybnetSpider
from tests.crawler.texts import article, links

LIST, NEWS = "/wuzhou/", "/wuzhou/news/201807/1.html"


def test_loopback_is_refused_unless_allowed() -> None:
    with Site({LIST: links(NEWS), NEWS: article("合成报道")}) as site:
        result = crawl(YybnetSpider, {"PRIVATE_HOSTS_ALLOWED": []}, start=site.url + LIST)
    assert site.hits == []
    assert result.dropped == [f"failed, fetch refused: {site.url}{LIST} private address"]


def test_a_name_is_refused_after_resolving() -> None:
    """localhost is refused by its name already, so the name is let through and the address must stop it."""
    with Site({LIST: links(NEWS)}) as site:
        url = site.url.replace("127.0.0.1", "localhost") + LIST
        result = crawl(
            YybnetSpider,
            {
                "DOWNLOADER_MIDDLEWARES": {"crawler.safety.middleware.UrlGuard": None},
                "PRIVATE_HOSTS_ALLOWED": [],
            },
            start=url,
        )
    assert site.hits == []
    assert "CannotResolveHostError" in result.dropped[0]


def test_an_address_may_be_private_under_any_name() -> None:
    with Site({LIST: links(NEWS)}) as site:
        url = site.url.replace("127.0.0.1", "localhost") + LIST
        guard = {"crawler.safety.middleware.UrlGuard": None}
        crawl(
            YybnetSpider,
            {"DOWNLOADER_MIDDLEWARES": guard, "PRIVATE_HOSTS_ALLOWED": ["127.0.0.1"]},
            start=url,
        )
    assert site.hits, "robots.txt at least: the page itself is of another host"


@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:{port}/x", "http://169.254.169.254/latest/", "http://0x7f.2/x"]
)
def test_redirects_are_checked(target: str) -> None:
    with Site({LIST: links(NEWS)}) as site:
        port = site.url.rpartition(":")[2]
        redirect = Answer(b"", 302, {"Location": target.format(port=port)})
    with Site({LIST: links(NEWS), NEWS: redirect}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].failed == {"fetch": 1}
    assert "private address" in result.dropped[0] and NEWS in result.dropped[0]


def test_robots_txt_that_redirects_to_a_private_address() -> None:
    robots = Answer(b"", 302, {"Location": "http://169.254.169.254/latest/"})
    with Site({"/robots.txt": robots, LIST: links(NEWS), NEWS: article("合成报道")}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.stats["refused/private address"] == 1
    assert result.counts["yybnet"].articles == 1


def test_sitemaps_cannot_name_private_addresses_or_files() -> None:
    locations = ["http://10.0.0.1/a/123456.html", "file:///etc/passwd", "http://127.0.0.2/a/123456.html"]
    body = "".join(f"<url><loc>{location}</loc></url>" for location in locations)
    with Site(
        {"/s.xml": Answer(f"<urlset>{body}</urlset>".encode(), headers={"Content-Type": "text/xml"})}
    ) as site:
        result = crawl(GenericSpider, sitemap=f"{site.url}/s.xml")
    assert result.counts["generic"].failed == {"fetch": 2}  # what is no address of the web is no link
    assert site.paths() == ["/s.xml"]


def test_a_proxy_may_be_private(monkeypatch: pytest.MonkeyPatch) -> None:
    site_url = "http://www.yybnet.net"
    with Site({site_url + LIST: links(NEWS), site_url + NEWS: article("合成报道")}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "")
        result = crawl(YybnetSpider, {"PRIVATE_HOSTS_ALLOWED": []}, start=site_url + LIST)
    assert result.counts["yybnet"].articles == 1


def test_a_proxy_opens_nothing_but_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name that resolves to the proxy's machine would otherwise reach all of its ports."""
    monkeypatch.setattr(
        "crawler.safety.urls._LOCAL_NAME", re.compile("(?!)")
    )  # `localhost` is to be looked up
    monkeypatch.setenv("no_proxy", "")
    with Site({LIST: links(NEWS)}) as site:
        monkeypatch.setenv("https_proxy", site.url)
        monkeypatch.setenv("foo_proxy", site.url)
        for host in ("localhost", "127.0.0.1"):
            url = site.url.replace("127.0.0.1", host) + LIST
            result = crawl(YybnetSpider, {"PRIVATE_HOSTS_ALLOWED": []}, start=url)
            assert result.counts["yybnet"].failed == {"fetch": 1}
    assert site.hits == []


def test_a_page_cannot_send_the_crawl_to_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    with Site(
        {LIST: links(NEWS), NEWS: Answer(b"", 302, {"Location": "http://proxy.example:8080/"})}
    ) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert "the proxy's own host" in result.dropped[0]


def test_redirect_off_site_is_accounted_for() -> None:
    with Site({LIST: links(NEWS), NEWS: Answer(b"", 302, {"Location": "http://other.example/x"})}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].failed == {"fetch": 1}
    assert "offsite" in result.dropped[0]


def test_a_foreign_base_does_not_lead_off_site() -> None:
    page = f"<base href='http://127.0.0.2/'>{links(NEWS)}"
    with Site({LIST: page, NEWS: article("合成报道")}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].articles == 1


@pytest.mark.parametrize("declared", [True, False])
def test_large_responses_are_stopped(declared: bool) -> None:
    headers = (
        {"Content-Type": "text/html"} if declared else {"Content-Type": "text/html", "Connection": "close"}
    )
    with Site({LIST: links(NEWS), NEWS: Answer(b"x" * 3_000_000, headers=headers)}) as site:
        result = crawl(YybnetSpider, {"DOWNLOAD_MAXSIZE": 1_000_000}, start=site.url + LIST)
    assert result.counts["yybnet"].rejected == {"too_large": 1}


def test_decompression_bombs_are_stopped() -> None:
    bomb = Answer(
        gzip.compress(b"\0" * 50_000_000), headers={"Content-Encoding": "gzip", "Content-Type": "text/html"}
    )
    with Site({LIST: links(NEWS), NEWS: bomb}) as site:
        result = crawl(YybnetSpider, {"DOWNLOAD_MAXSIZE": 1_000_000}, start=site.url + LIST)
    assert result.counts["yybnet"].rejected == {"too_large": 1}


def test_a_packed_sitemap_bomb_is_cut() -> None:
    from crawler.discovery import sitemaps

    body = gzip.compress(b"<urlset>" + b" " * 200_000_000, compresslevel=1)
    assert len(sitemaps._unpacked(body)) == sitemaps.MAX_XML


def test_certificates_are_verified(tmp_path: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = self_signed(tmp_path).wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]  # the point of the test
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        result = crawl(YybnetSpider, start=f"https://127.0.0.1:{server.server_port}{LIST}")
    finally:
        server.shutdown()
        server.server_close()
    assert result.counts["yybnet"].failed == {"fetch": 1}
    assert "certificate verify failed" in result.dropped[0]


def test_nothing_listens() -> None:
    """No telnet console, no remote control: a crawl opens no port."""

    class Listening(Spider):
        name = "listening"
        ports: ClassVar[list[object]] = []

        async def start(self) -> AsyncIterator[Any]:
            from twisted.internet import reactor, tcp

            self.ports.extend(r for r in reactor.getReaders() if isinstance(r, tcp.Port))
            for item in ():
                yield item

    crawl(Listening)
    assert Listening.ports == []
    assert len(crawl(Listening, {"TELNETCONSOLE_ENABLED": True}).stats) > 0 and len(Listening.ports) == 1


def test_secrets_stay_out_of_the_log() -> None:
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "crawl",
        "yybnet",
        "-a",
        "start=http://u:hunter2@a.example/",
        "-s",
        "HTTPAUTH_PASS=hunter2",
        "-s",
        "HTTPAUTH_DOMAIN=a.example",
        "-s",
        "LOG_LEVEL=DEBUG",
    ]
    log = forks.run(command).stderr
    assert "hunter2" not in log and "***" in log
    assert "credentials" in log
