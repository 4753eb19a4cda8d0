"""The guard: pages in, one outcome for each, whatever they do to the process that cleans them."""

from __future__ import annotations

import asyncio
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from typing import Generic, Self, TypeVar

from crawler.guard.inbox import Inbox, Job
from crawler.guard.lane import Lane
from crawler.guard.limits import Limits, too_large
from crawler.guard.serving import serve_pages
from crawler.guard.watch import Watch
from schemas import Failure, Page, Rejection

Result = TypeVar("Result")

WINDOW_PAGES = 32
"""Pages a worker that `map` lets wait or work for each worker: enough that none goes idle."""
WINDOW_BYTES = 64 * 2**20
"""Bytes of bodies that `map` holds at most (one page more where a page is larger)."""


class Guard(Generic[Result]):
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
        self._inbox = Inbox(workers)
        service = pickle.dumps(partial(serve_pages, task, self._limits.memory))
        self._lanes = [Lane(self._inbox, service, self._limits) for _ in range(workers)]
        self._watch = Watch(self._lanes)
        for thread in (*self._lanes, self._watch):
            thread.start()

    def submit(self, page: Page) -> Future[Result | Rejection | Failure]:
        """Queue one page and return at once. The future raises GuardError when no worker can be started."""
        job = Job(page)
        if len(page.body) > self._limits.body:
            job.future.set_result(too_large(page))
        else:
            self._inbox.put(job)
        return job.future

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

    def close(self) -> None:
        """Kill the workers. Pages still waiting are cancelled, pages at work raise GuardError."""
        self._watch.close()
        self._inbox.close()
        for lane in self._lanes:
            lane.kill()
        for lane in self._lanes:
            lane.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
