"""Pages that scripts fill are shown by a real browser, which reaches no private address and ends with its page."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse

from crawler.render.middleware import is_shell
from tests import forks
from tests.crawler.loopback import Answer, Site
from tests.crawler.texts import article, links

pytestmark = pytest.mark.slow


def filled(html: str, title: str = "") -> str:
    """A shell whose script puts the page into it, after a request of its own."""
    fill = (
        f"document.getElementById('app').innerHTML = {json.dumps(html)}; document.title = {json.dumps(title)}"
    )
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8></head><body><div id=app></div>"
        f"<script>fetch('/data').then(() => {{ {fill} }})</script></body></html>"
    )


def body_of(html: str) -> str:
    return html.partition("<body>")[2].partition("</body>")[0]


SHELLS = {
    "/": filled(body_of(links("/p/1.html", "/p/2.html"))),
    "/p/1.html": filled(body_of(article("合成甲")), "合成甲"),
    "/p/2.html": filled(body_of(article("合成乙")), "合成乙"),
    "/data": Answer(b"{}"),
}


def crawl(
    site: Site, folder: Path, *more: str, render: bool = True, auto: bool = False
) -> "subprocess.CompletedProcess[str]":
    """`qingwen crawl` of a site file."""
    rules = f"""
        name = "shells"
        hosts = ["127.0.0.1"]
        start = ["{site.url}/"]
        article_url = '^/p/'
        list_url = '^/$'
        render = {str(render).lower()}
    """
    (folder / "shells.toml").write_text(rules, "utf-8")
    quick = {"PRIVATE_HOSTS_ALLOWED": "127.0.0.1", "DOWNLOAD_DELAY": 0, "RETRY_TIMES": 0, "LOG_LEVEL": "INFO"}
    command = [
        sys.executable,
        "-m",
        "crawler.cli",
        "crawl",
        "shells",
        "--site",
        "shells.toml",
        "--out",
        "job",
    ]
    command += [text for name, value in quick.items() for text in ("-s", f"{name}={value}")]
    command += ["--render", "auto"] if auto else []
    return forks.run([*command, *more], cwd=folder)


def records(folder: Path, kind: str) -> list[dict[str, Any]]:
    paths = sorted(folder.glob(f"job/{kind}-*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize("auto", [False, True], ids=["render = true", "--render auto"])
def test_pages_that_scripts_fill(tmp_path: Path, auto: bool) -> None:
    with Site(SHELLS) as site:
        done = crawl(site, tmp_path, render=not auto, auto=auto)
        asked = site.paths()
    assert done.returncode == 0, done.stderr + (tmp_path / "job/crawl.log").read_text("utf-8")
    assert sorted(found["title"] for found in records(tmp_path, "articles")) == ["合成乙", "合成甲"]
    assert asked.count("/p/1.html") == (2 if auto else 1)  # a shell is asked for once more
    replay = [sys.executable, "-m", "crawler.cli", "replay", "job", "--site", "shells.toml", "--json"]
    again = forks.run(replay, cwd=tmp_path)
    assert json.loads(again.stdout)["changed"] == 0, "what was archived is what was shown"


def test_without_it_there_is_nothing_in_them(tmp_path: Path) -> None:
    with Site(SHELLS) as site:
        crawl(site, tmp_path, render=False)
        assert "/data" not in site.paths()
    assert records(tmp_path, "articles") == []


class Private:
    """A server on an address that is not allowed; it notes what it is asked."""

    def __init__(self) -> None:
        self.hits: list[str] = []
        private = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                private.hits.append(self.path)
                self.send_response(200)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.end_headers()
                self.wfile.write("<p>秘密</p>".encode())

            do_CONNECT = do_POST = do_GET

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.2", 0), Handler)
        self.url = f"http://127.0.0.2:{self._server.server_port}"
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def private() -> Iterator[Private]:
    server = Private()
    yield server
    server.close()


def embedding(url: str) -> str:
    """Every way to ask: frame, script, style, fetch, beacon, socket, worker, prefetch, form."""
    return (
        f"<iframe src='{url}/frame'></iframe><script src='{url}/script'></script><link rel=stylesheet href='{url}/style'>"
        f"<link rel=prefetch href='{url}/prefetch'><img src='{url}/image'><object data='{url}/object'></object><script>"
        f"fetch('{url}/fetch'); navigator.sendBeacon('{url}/beacon'); new WebSocket('{url}/socket'.replace('http', 'ws'));"
        f"new EventSource('{url}/events'); fetch('/redirect');</script>"
    )


def test_a_page_that_embeds_a_private_address(tmp_path: Path, private: Private) -> None:
    pages = {
        "/": links("/p/1.html", "/p/away.html"),
        "/p/1.html": article("合成甲", embedding(private.url)),
        "/p/away.html": Answer(b"", 302, {"Location": f"{private.url}/away"}),
        "/redirect": Answer(b"", 302, {"Location": f"{private.url}/redirected"}),
    }
    with Site(pages) as site:
        crawl(site, tmp_path)
        assert "/redirect" in site.paths()
    assert private.hits == []
    assert [found["title"] for found in records(tmp_path, "articles")] == ["合成甲"]
    assert [found["url"].rpartition("/")[2] for found in records(tmp_path, "failures")] == ["away.html"]
    assert "The browser may not ask for" in (tmp_path / "job/crawl.log").read_text("utf-8")


@pytest.mark.parametrize(
    ("script", "setting"),
    [
        ("while (true) {}", "RENDER_TIMEOUT=6"),
        (
            "const held = []; while (true) held.push(new Uint8Array(1e7).fill(1))",
            f"RENDER_MEMORY={300 * 2**20}",
        ),
    ],
    ids=["never ends", "eats memory"],
)
def test_a_page_that_never_ends_costs_itself(tmp_path: Path, script: str, setting: str) -> None:
    pages = {
        "/": links("/p/bad.html", "/p/1.html"),
        "/p/bad.html": f"<html><body><script>{script}</script></body></html>",
        "/p/1.html": article("合成甲"),
    }
    with Site(pages) as site:
        done = crawl(site, tmp_path, "-s", setting)
    assert done.returncode == 2, done.stderr
    assert [found["title"] for found in records(tmp_path, "articles")] == ["合成甲"]
    assert [found["url"].rpartition("/")[2] for found in records(tmp_path, "failures")] == ["bad.html"]


def test_what_is_a_shell() -> None:
    def page(html: str, kind: type[Response] = HtmlResponse) -> Response:
        return kind("http://a.cn/", body=html.encode(), encoding="utf-8", request=Request("http://a.cn/"))  # type: ignore[call-arg]  # of a text

    assert is_shell(page("<html><div id=app></div><script src=a.js></script>"))
    assert is_shell(page(filled("x" * 5000)))
    assert not is_shell(page(article("合成甲") + "<script></script>"))
    assert not is_shell(page("<p>无此页"))  # nothing that could fill it
    assert not is_shell(page("<script>", TextResponse))
