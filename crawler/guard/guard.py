"""The guard: pages in, one outcome for each, whatever they do to the process that cleans them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from crawler.guard.answer import Answer, outcome_of
from crawler.guard.limits import Limits, Loss, failure, too_large
from crawler.guard.pool import Pool
from crawler.guard.serving import serve
from schemas import Failure, Page, Rejection

Result = TypeVar("Result")

_AT_ONCE = 16
"""Most pages a worker is handed at once: 16 make the cost of a hand-over small beside that of cleaning."""
WINDOW_PAGES = 32
"""Pages a worker that `map` lets wait or work for each worker: enough that none goes idle."""
WINDOW_BYTES = 64 * 2**20
"""Bytes of bodies that `map` holds at most (one page more where a page is larger)."""


class Guard(Pool[Page, Result | Rejection | Failure]):
    """A pool of child processes that run `task` on pages.

    Each page given in gives exactly one outcome: what the task returned; a Rejection when the body is too large; a
    Failure(stage=clean) when the task raised (error: the exception's name) or the page cost its worker's life
    (error: `killed`, `hung`, `memory`). A lost worker is replaced, the pages behind the bad one go to the next.
    Children are killed when the guard is closed, and by the kernel when this process dies (Linux).

    `task` must be picklable: a function of an importable module, or a method of a picklable object such as
    `Cleaner().process`. Methods may be called from any thread.
    """

    def __init__(
        self, task: Callable[[Page], Result], *, workers: int = 1, limits: Limits | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._workers = workers
        service = partial(serve, task, self._limits.memory)
        super().__init__(service, workers=workers, limits=self._limits, at_once=_AT_ONCE)

    def concluded(self, work: Page, answer: Answer) -> Result | Rejection | Failure:
        """The outcome of a page that was answered."""
        outcome: Result | Failure = outcome_of(work, answer)
        return outcome

    def lost(self, work: Page, loss: Loss, attempts: int) -> Failure:
        """The record of a page that cost its workers their lives."""
        return failure(work, loss.error, loss.detail, attempts)

    def submit(self, page: Page) -> Future[Result | Rejection | Failure]:
        """Queue one page and return at once. The future raises GuardError when no worker can be started."""
        if len(page.body) <= self._limits.body:
            return self.put(page, len(page.body), _unheard)
        future: Future[Result | Rejection | Failure] = Future()
        future.set_result(too_large(page))
        return future

    async def clean(self, page: Page) -> Result | Rejection | Failure:
        """The outcome of one page; the event loop stays free meanwhile."""
        return await asyncio.wrap_future(self.submit(page))

    def map(self, pages: Iterable[Page]) -> Iterator[Result | Rejection | Failure]:
        """The outcomes of `pages`, in their order. Reads ahead by a bounded number of pages and bytes."""
        ahead: deque[tuple[int, Future[Result | Rejection | Failure]]] = deque()
        held = 0
        try:
            for page in pages:
                ahead.append((len(page.body), self.submit(page)))
                held += len(page.body)
                while len(ahead) > WINDOW_PAGES * self._workers or held > WINDOW_BYTES:
                    size, future = ahead.popleft()
                    held -= size
                    yield future.result()
            while ahead:
                yield ahead.popleft()[1].result()
        finally:
            for _, future in ahead:
                future.cancel()


def _unheard(_: object) -> None:
    """Of a page nobody asks how far it is."""
