"""The child process: `python -m crawler.guard.child FD PARENT` does what is asked of it on a socket.

It starts from a fresh interpreter: a fork of a process with threads (a reactor, a Spark worker) can deadlock.
First message: the pickled service, answered with an Answer. The rest is the service's business.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

from crawler.guard.answer import pack, raised

_PR_SET_PDEATHSIG = 1


def die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent dies; leave at once if that has happened already."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise SystemExit(0)


def serve(channel: Connection) -> None:
    """Load the service and run it until it ends or the other end is closed. It says when it is ready."""
    try:
        service: Callable[[Connection], None] = pickle.loads(channel.recv_bytes())
    except Exception as error:
        channel.send_bytes(pack(raised(error)))
        return
    service(channel)


def main() -> None:
    """Entry point of the child."""
    die_with(int(sys.argv[2]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        serve(Connection(int(sys.argv[1])))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


if __name__ == "__main__":
    main()
