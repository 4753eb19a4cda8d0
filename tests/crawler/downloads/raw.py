"""A server that sends bytes as they are given: headers that no library would write."""

from collections.abc import Mapping
from socketserver import StreamRequestHandler, TCPServer

from tests.crawler.serving import Quiet, Serving


class RawSite(Serving):
    """A context manager. `pages` maps a path to everything the server sends before it closes."""

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        self.asked: list[str] = []
        site = self

        class Handler(StreamRequestHandler):
            def handle(self) -> None:
                path = self.rfile.readline().split()[1].decode()
                while self.rfile.readline().strip():
                    pass
                site.asked.append(path)
                self.wfile.write(pages.get(path, b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"))

        class Server(Quiet, TCPServer):
            pass

        super().__init__(Server(("127.0.0.1", 0), Handler))


def response(body: bytes, *headers: bytes, status: bytes = b"200 OK") -> bytes:
    """A response; without other headers, HTML."""
    lines = headers or (b"Content-Type: text/html; charset=utf-8",)
    return b"\r\n".join((b"HTTP/1.1 " + status, *lines, b"Content-Length: %d" % len(body), b"", body))
