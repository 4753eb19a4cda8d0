"""Workers of the local engine are forks here; tests/crawler/guard starts them as users do, from fresh interpreters."""

import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pytest

from crawler.guard import child, process
from tests import forks

FRESH = process._spawn
"""Starts a worker as users do."""


class Forked:
    """As much of a Popen as the guard uses."""

    def __init__(self, started: BaseProcess) -> None:
        self._process = started

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()

    def wait(self) -> int:
        """Its exit code, once it has one."""
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode


def forked(channel: int) -> Forked:
    """A worker at the other end of a channel."""
    started = forks.server().Process(target=_serve, args=(Connection(os.dup(channel)),))
    started.start()
    return Forked(started)


def _serve(channel: Connection) -> None:
    for stream in (0, 1):
        os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        child.serve(channel)


@pytest.fixture(autouse=True)
def forked_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_spawn", forked)
