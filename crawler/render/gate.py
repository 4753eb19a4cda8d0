"""The only way out of the browser: a proxy on loopback that connects to public addresses alone.

The address that was checked is the address that is connected to, as with PublicResolver. A rule inside the browser would
not see redirects, and a name could resolve differently the second time.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from crawler.safety.addresses import is_public
from crawler.safety.urls import refusal

logger = logging.getLogger(__name__)

_HEAD = 65_536
"""Bytes of a request's head."""
_PATIENCE = 30
"""Seconds for a head to come and for a connection to be made."""
_CHUNK = 65_536


class Gate:
    """An async context manager. `allowed` are hosts and addresses that may be private; `refused` hears of each refusal."""

    def __init__(self, allowed: frozenset[str], refused: Callable[[str], None] = lambda why: None) -> None:
        self._allowed = allowed
        self._refused = refused
        self._piping: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_HEAD)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._piping:
            task.cancel()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._piping.add(task)
        try:
            await self._pass(reader, writer)
        except (
            OSError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            TimeoutError,
            ValueError,
        ) as error:
            logger.debug("A request of the browser ended: %s", error)
        finally:
            self._piping.discard(task)
            writer.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _PATIENCE)
        line, _, fields = head.partition(b"\r\n")
        method, target, _ = line.decode("latin-1").split(" ", 2)
        url = f"https://{target}/" if method == "CONNECT" else target
        if why := refusal(url, self._allowed):
            await self._refuse(writer, url, why)
            return
        upstream = getproxies().get(urlsplit(url).scheme)
        try:
            to, out = await self._connect(upstream or url, trusted=bool(upstream))
        except PermissionError as error:
            await self._refuse(writer, url, str(error))
            return
        if upstream:
            out.write(_closing(line, fields) if method != "CONNECT" else head)
        elif method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        else:
            out.write(_closing(_origin_form(method, url), fields))
        await _both(reader, out, to, writer)

    async def _connect(self, url: str, *, trusted: bool) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        found = await asyncio.get_running_loop().getaddrinfo(
            host, port, family=socket.AF_INET, type=socket.SOCK_STREAM
        )
        address = str(found[0][4][0])
        if not (trusted or host in self._allowed or address in self._allowed or is_public(address)):
            raise PermissionError("private address")
        return await asyncio.wait_for(asyncio.open_connection(address, port), _PATIENCE)

    async def _refuse(self, writer: asyncio.StreamWriter, url: str, why: str) -> None:
        logger.info("The browser may not ask for %s: %s", url[:300], why)
        self._refused(why)
        writer.write(b"HTTP/1.1 403 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        with suppress(OSError):
            await writer.drain()


def _origin_form(method: str, url: str) -> bytes:
    parts = urlsplit(url)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    return f"{method} {target} HTTP/1.1".encode("latin-1")


def _closing(line: bytes, fields: bytes) -> bytes:
    """The head of a request whose connection serves no other: the next one may go elsewhere, and is looked at anew."""
    kept = [
        field
        for field in fields.split(b"\r\n")
        if field and not field.lower().startswith((b"proxy-", b"connection:", b"keep-alive:"))
    ]
    return b"\r\n".join([line, *kept, b"Connection: close", b"", b""])


async def _both(
    reader: asyncio.StreamReader,
    out: asyncio.StreamWriter,
    to: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
) -> None:
    """Bytes in both directions until both ends are done."""
    try:
        await asyncio.gather(_pipe(reader, out), _pipe(to, writer))
    finally:
        out.close()


async def _pipe(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while data := await source.read(_CHUNK):
        target.write(data)
        await target.drain()
    with suppress(OSError):
        if target.can_write_eof():
            target.write_eof()
