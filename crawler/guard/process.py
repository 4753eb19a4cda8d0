"""The parent's end of one worker process."""

from __future__ import annotations

import math
import os
import pickle
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Pipe

from crawler.guard.answer import OUT_OF_MEMORY, Answer, unpack
from crawler.guard.limits import GuardError, Limits, Loss

START_SECONDS = 60.0
"""A fresh interpreter imports the cleaners in about a second; a crowded machine may need many."""


class WorkerProcess:
    """One child process. It belongs to one thread; only `kill` and `kill_if_overdue` may come from another."""

    def __init__(self, limits: Limits) -> None:
        """Start the child. Raises OSError when the system refuses."""
        self._limits = limits
        self._due = math.inf
        self._hung = False
        self._channel, theirs = Pipe()
        with theirs:
            self._process = _spawn(theirs.fileno())

    def load(self, service: bytes) -> None:
        """Hand over the pickled service and wait until it is ready. Raises GuardError, or Loss when the child dies."""
        self._send(service, START_SECONDS)
        answer = self._receive()
        if answer.error:
            raise GuardError(f"the worker cannot load its task: {answer.error}: {answer.detail}")

    def send(self, work: object) -> None:
        """Hand over work. All that is answered must be received before more is sent. Raises Loss."""
        self._send(pickle.dumps(work), self._limits.seconds)

    def receive(self) -> Answer:
        """The next Answer. The time of the one after it begins: work that tells how far it is may go on. Raises Loss."""
        answer = self._receive()
        self._due = time.monotonic() + self._limits.seconds
        if answer.error == OUT_OF_MEMORY:
            raise Loss(OUT_OF_MEMORY, f"more than {self._limits.memory} bytes")
        return answer

    def rest(self) -> None:
        """Stop the clock: nothing is expected of the child."""
        self._due = math.inf

    def kill_if_overdue(self, now: float) -> None:
        """Kill the child when it has let its time pass, whatever it does, even when it is stopped."""
        if now > self._due:
            self._hung = True
            self.kill()

    def kill(self) -> None:
        """Kill the child. Its thread sees a Loss."""
        self._process.kill()

    def close(self) -> None:
        """Kill the child and release what it held."""
        self.kill()
        self._process.wait()
        self._channel.close()

    def _send(self, message: bytes, seconds: float) -> None:
        self._due = time.monotonic() + seconds
        try:
            self._channel.send_bytes(message)
        except OSError:
            raise self._loss() from None

    def _receive(self) -> Answer:
        try:
            return unpack(self._channel.recv_bytes())
        except (EOFError, OSError):
            raise self._loss() from None

    def _loss(self) -> Loss:
        self.kill()
        status = self._process.wait()
        if self._hung:
            return Loss("hung", f"no answer within {self._limits.seconds:g} s")
        return Loss("killed", signal.Signals(-status).name if status < 0 else f"exit status {status}")


def _spawn(channel: int) -> subprocess.Popen[bytes]:
    """A fresh interpreter that sees the same packages; in its own group, so that Ctrl-C reaches only the parent."""
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)  # noqa: PTH109 - a string is joined
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "crawler.guard.child", str(channel), str(os.getpid())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": path},
        pass_fds=(channel,),
        process_group=0,
    )
