"""What a worker does with the work it is handed."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from crawler.guard.answer import OUT_OF_MEMORY, Answer, outcome_of, pack, raised
from crawler.guard.limits import Limits, too_large
from crawler.guard.memory import limit_memory
from schemas import Page

Work = TypeVar("Work")


def serve(task: Callable[[Any], Any], memory: int, channel: Connection) -> None:
    """Answer lists of works, one by one. Memory that ran out is not trusted again."""
    limit_memory(memory)
    channel.send_bytes(pack(Answer()))
    while True:
        for work in pickle.loads(channel.recv_bytes()):
            answer = attempt(task, work)
            channel.send_bytes(pack(answer))
            if answer.error == OUT_OF_MEMORY:
                return


def guarded_here(task: Callable[[Page], Any], limits: Limits, page: Page) -> Any:
    """What a Guard gives for a page, in a worker of whatever kind. Raises MemoryError when that ran out."""
    if len(page.body) > limits.body:
        return too_large(page)
    answer = attempt(task, page)
    if answer.error == OUT_OF_MEMORY:
        raise MemoryError
    return outcome_of(page, answer)


def attempt(task: Callable[[Work], Any], work: Work) -> Answer:
    """The Answer of a task, whatever it does short of killing the process."""
    try:
        return Answer(task(work))
    except MemoryError:
        return Answer(error=OUT_OF_MEMORY)
    except BaseException as error:  # a page that calls for SystemExit is still one page
        return raised(error)
