"""Twisted's web server, which Scrapy brings, over the routes: GET and HEAD, for those who mean us."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from threading import Event, Thread
from typing import Any

from twisted.internet import reactor as _reactor
from twisted.internet.threads import deferToThread
from twisted.python.failure import Failure
from twisted.web.resource import Resource
from twisted.web.server import NOT_DONE_YET, Site

from crawler.job.errors import JobError
from crawler.serve.answer import HEADERS, Answer, is_own_host, refused
from crawler.serve.routes import Routes
from crawler.serve.shelf import Shelf

Request = Any  # most methods of Twisted's have no types
reactor: Any = _reactor
logger = logging.getLogger(__name__)
_EVERY = 2.0
"""Seconds between two looks for new articles."""


class CannotListen(Exception):
    """The address cannot be bound; the message says why."""


class Pages(Resource):
    """Everything below /."""

    isLeaf = True

    def __init__(self, routes: Routes, bound: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Twisted comes without types here
        self._routes = routes
        self._bound = bound

    def render(self, request: Request) -> int | bytes:
        """Answer in a thread: reading a large job must not keep others waiting."""
        host = request.getHeader("host")
        if not is_own_host(host, self._bound):
            return _send(request, refused(421, f"this server is not {host}"))
        if request.method not in (b"GET", b"HEAD"):
            request.setHeader("Allow", "GET, HEAD")
            return _send(request, refused(405, "nothing can be changed here"))
        path, _, _ = request.uri.partition(b"?")
        query = {_text(name): _text(values[0]) for name, values in request.args.items()}
        gone = request.notifyFinish()
        answer = deferToThread(self._routes.answer, _text(path), query, host or self._bound)
        gone.addErrback(lambda _: None)
        answer.addErrback(_broken)
        answer.addCallback(lambda found: None if gone.called else _finish(request, found))
        return NOT_DONE_YET


def _text(sent: bytes) -> str:
    return sent.decode("utf-8", "replace")


def serve(shelves: Sequence[Shelf], host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is told the address. Raises CannotListen."""
    from twisted.internet.error import CannotListenError

    site = Site(Pages(Routes(shelves), host))  # type: ignore[no-untyped-call]  # Twisted comes without types here
    try:
        listening = reactor.listenTCP(port, site, interface=host)
    except CannotListenError as error:
        raise CannotListen(f"{host}:{port}: {error.socketError}") from error
    ended = Event()
    Thread(target=_keep_indexed, args=(shelves, ended), daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    ready(f"http://{shown}:{listening.getHost().port}/")
    reactor.run()
    ended.set()


def _keep_indexed(shelves: Sequence[Shelf], ended: Event) -> None:
    while not ended.wait(0 if _grow(shelves) else _EVERY):
        pass


def _grow(shelves: Sequence[Shelf]) -> int:
    """One look. A job that cannot be read is named once a look, and the others go on."""
    new = 0
    for shelf in shelves:
        try:
            new += shelf.index.grow()
        except (JobError, OSError) as error:
            logger.warning("%s: %s", shelf.name, error)
    return new


def _broken(failure: Failure) -> Answer:
    logger.error("a page could not be made: %s", failure.getTraceback())
    return refused(500, "this page could not be made; the log says why")


def _finish(request: Request, answer: Answer) -> None:
    request.write(_send(request, answer))
    request.finish()


def _send(request: Request, answer: Answer) -> bytes:
    """Status and headers; gives the body."""
    request.setResponseCode(answer.status)
    for name, value in HEADERS.items():
        request.setHeader(name, value)
    request.setHeader("Server", "qingwen")
    request.setHeader("Content-Type", answer.type)
    request.setHeader("Content-Length", str(len(answer.body)))
    if answer.location:
        request.setHeader("Location", answer.location)
    return b"" if request.method == b"HEAD" else answer.body
