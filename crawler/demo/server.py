"""Serves recorded responses over HTTP on loopback, each site under its own host name."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self
from urllib.parse import urlsplit

from schemas import Page

# Headers that describe how the recorded bytes travelled, not what they are.
_TRAVEL = {
    "connection",
    "content-encoding",
    "content-length",
    "date",
    "keep-alive",
    "server",
    "transfer-encoding",
}


class FixtureServer:
    """A context manager; `address` is host:port while it runs."""

    def __init__(self, pages: Iterable[Page], port: int = 0) -> None:
        """Another port where this one is taken."""
        served = {_key(page.url or ""): page for page in pages}
        try:
            self._server = _Server(("127.0.0.1", port), served)
        except OSError:
            self._server = _Server(("127.0.0.1", 0), served)
        self.address = f"127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], pages: Mapping[str, Page]) -> None:
        super().__init__(address, _Handler)
        self.pages = pages


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer with the recorded response of this host and path."""
        page = self.server.pages.get(f"{self.headers.get('Host', '')}{self.path}")
        if page is None:
            self._answer(HTTPStatus.NOT_FOUND, (("Content-Type", "text/plain"),), b"no such fixture")
        else:
            self._answer(page.status, page.headers, page.body)

    def _answer(self, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in _TRAVEL:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the crawl's own log says what was fetched."""


def _key(url: str) -> str:
    """Host and path: http and https are served alike."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
