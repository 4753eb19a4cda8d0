"""A server that sends bytes as they are given: headers that no library would write."""

from collections.abc import Mapping
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Self


class RawSite:
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

        class Server(ThreadingTCPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                """A crawl that breaks off a download is no error."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def response(body: bytes, *headers: bytes, status: bytes = b"200 OK") -> bytes:
    """A response; without other headers, HTML."""
    lines = headers or (b"Content-Type: text/html; charset=utf-8",)
    return b"\r\n".join((b"HTTP/1.1 " + status, *lines, b"Content-Length: %d" % len(body), b"", body))
