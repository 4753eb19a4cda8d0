"""What one page may cost, and how a page that costs more is reported.

GuardError        no worker could be started, or the guard was closed: says nothing of the page
Loss              a worker was lost while it had a page
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas import Failure, Page, Reason, Rejection, Stage


class GuardError(Exception):
    """The guard cannot work: no worker could be started, or it was closed."""


LOSSES = ("killed", "hung", "memory")
"""What can cost a worker its life."""


class Loss(Exception):
    """A worker was lost. `error` is one of LOSSES; `detail` says more."""

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(f"{error}: {detail}")
        self.error = error
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one page."""

    seconds: float = 20.0
    """Wall-clock time. Cleaning takes milliseconds, so that a loaded machine does not come near it."""
    memory: int = 2**30
    """Bytes of address space beyond what an idle worker holds. Enforced on Linux."""
    body: int = 16 * 2**20
    """Bytes of the body; a longer one is rejected (`too_large`) and never sent to a worker."""
    attempts: int = 2
    """Fresh workers a page may lose. The second try is for the page that was only near when a worker was killed."""


def too_large(page: Page) -> Rejection:
    """The record of a page whose body is over the limit."""
    from cleaners.version import VERSION  # all of the library, which a worker needs for its own task alone

    return Rejection.of(page, Reason.TOO_LARGE, f"{len(page.body)} bytes", cleaner_version=VERSION)


def failure(page: Page, error: str, detail: str, attempts: int = 1) -> Failure:
    """The record of a page that could not be cleaned."""
    return Failure(url=page.url, stage=Stage.CLEAN, error=error, detail=detail, attempts=attempts)
