"""Tasks for shards: every kind of outcome, without the time that cleaning takes."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from schemas import Article, Page, Reason, Rejection
from tests.crawler.guard.poison import echo


def sort(page: Page) -> Article | Rejection:
    """`listing` and other reasons reject the page; else poison does what it says, and all other words are echoed."""
    word = page.body.decode()
    if word in {reason.value for reason in Reason}:
        return Rejection(url=page.url, reason=Reason(word))
    return echo(page)


@dataclass(frozen=True)
class Counted:
    """As `sort`. Each page adds a byte to a file; at `most` bytes there is no going on: time to be killed in, however fast
    a machine is, and something to kill by, however slow."""

    file: Path
    most: int

    def __call__(self, page: Page) -> Article | Rejection:
        with self.file.open("ab") as counted:
            counted.write(b".")
        while self.file.stat().st_size >= self.most:
            time.sleep(0.005)
        return sort(page)


def kill_the_first(page: Page) -> Article | Rejection:
    """As `sort`; a page that is a path kills its first worker."""
    word = page.body.decode()
    if word.startswith("/") and not Path(word).exists():
        Path(word).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return sort(page)


class Unloadable:
    """A task that pickles, but cannot be read back."""

    def __reduce__(self) -> tuple[object, ...]:
        return (int, ("x",))

    def __call__(self, page: Page) -> Article | Rejection:
        return sort(page)
