"""Tasks that do to their process what a bad page might. The page's body says what; all else is cleaned by `echo`."""

import ctypes
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from schemas import Article, Page, Rejection

MIB = 2**20


class Unprintable(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


class NotLoadable:
    """Pickles, but cannot be read back."""

    def __reduce__(self) -> tuple[object, ...]:
        return (int, ("x",))


def _fill_memory() -> None:
    """To the last byte, in a few milliseconds: a busy machine would take longer for small objects than a page may."""
    held: list[bytearray] = []
    for size in (MIB, 4096):
        with suppress(MemoryError):
            while True:
                held.append(bytearray(size))
    list(range(10**9))


def echo(page: Page) -> Article | Rejection:
    """An Article that repeats the body, after doing what the body says."""
    word = page.body.decode()
    match word.split()[0]:
        case "segfault":
            ctypes.string_at(0)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(7)
        case "hang":
            time.sleep(600)
        case "stop":
            os.kill(os.getpid(), signal.SIGSTOP)
        case "memory":
            _fill_memory()
        case "raise":
            raise ValueError("坏页")
        case "unprintable":
            raise Unprintable
        case "sysexit":
            sys.exit("bye")
        case "recurse":
            return echo(page)
        case "notpicklable":
            return (letter for letter in word)  # type: ignore[return-value]  # a result that cannot be pickled is the point
        case "notloadable":
            return NotLoadable()  # type: ignore[return-value]  # a result that cannot be pickled is the point
        case "wait":
            while not Path(word.split()[1]).exists():
                time.sleep(0.01)
        case "sleep":
            time.sleep(float(word.split()[1]))
        case "pid":
            word = str(os.getpid())
        case "print":
            print("noise")
        case "large":
            word = "大" * (8 * MIB)
    return Article(url=page.url, title="", text=word)
