"""What servers on loopback share."""

from socketserver import TCPServer, ThreadingMixIn
from threading import Thread
from typing import Self


class Quiet(ThreadingMixIn):
    """A crawl that breaks off a download is no error, and no connection outlives the process."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class Serving:
    """A context manager in which a server answers."""

    def __init__(self, server: TCPServer) -> None:
        self._server = server
        self.url = f"http://127.0.0.1:{server.server_address[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.shutdown()
        self._server.server_close()
