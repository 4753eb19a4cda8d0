"""The child process: `python -m crawler.guard.worker FD PARENT` does what is asked of it on a socket.

It starts from a fresh interpreter: a fork of a process with threads (a reactor, a Spark worker) can deadlock.
First message: the pickled (service, memory), answered with an Answer. The rest is the service's business.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from crawler.guard.answer import Answer, pack, raised

_PR_SET_PDEATHSIG = 1
_LIKELY_OOM_VICTIM = "800"


def die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent dies; leave at once if that has happened already."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise SystemExit(0)


def limit_memory(beyond: int) -> None:
    """Allow `beyond` bytes of address space more than are mapped now, and offer this process to the kernel's
    out-of-memory killer before its parent."""
    if sys.platform == "linux":
        mapped = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        _, ceiling = resource.getrlimit(resource.RLIMIT_AS)
        limit = mapped + beyond if ceiling == resource.RLIM_INFINITY else min(mapped + beyond, ceiling)
        resource.setrlimit(resource.RLIMIT_AS, (limit, ceiling))
        Path("/proc/self/oom_score_adj").write_text(_LIKELY_OOM_VICTIM, "ascii")


def load(message: bytes) -> Callable[[Connection], None]:
    """The service of the first message, with the memory limit set that came with it."""
    pickled, memory = pickle.loads(message)
    service: Callable[[Connection], None] = pickle.loads(pickled)
    limit_memory(memory)
    return service


def serve(channel: Connection) -> None:
    """Load the service, say so, and run it until it ends or the other end is closed."""
    try:
        service = load(channel.recv_bytes())
    except Exception as error:
        channel.send_bytes(pack(raised(error)))
        return
    channel.send_bytes(pack(Answer()))
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
