"""Browser processes that take too much memory are ended; the page they show is lost, the browser goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")


def end_over(limit: int) -> int:
    """End the browser processes below this one that hold more than `limit` bytes; gives how many. Linux only."""
    ended = 0
    for process, size in _below(os.getpid()):
        if size > limit:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
                ended += 1
    return ended


def _below(root: int) -> Iterator[tuple[int, int]]:
    """Renderers among the descendants of a process, and their resident bytes."""
    parents = {int(path.name): stat for path in Path("/proc").glob("[0-9]*") if (stat := _stat(path))}
    ours = {root}
    while more := {child for child, (parent, _) in parents.items() if parent in ours} - ours:
        ours |= more
    yield from ((process, parents[process][1]) for process in ours - {root} if _is_renderer(process))


def _stat(path: Path) -> tuple[int, int] | None:
    """Parent and resident bytes."""
    try:
        fields = (path / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return int(fields[1]), int(fields[21]) * _PAGE
    except (OSError, IndexError, ValueError):
        return None


def _is_renderer(process: int) -> bool:
    try:
        return b"--type=renderer" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
