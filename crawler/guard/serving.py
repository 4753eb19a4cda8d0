"""What a worker does with the pages it is handed."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from crawler.guard.answer import OUT_OF_MEMORY, Answer, pack, raised
from crawler.guard.memory import limit_memory
from schemas import Page

Work = TypeVar("Work")


def serve_pages(task: Callable[[Page], Any], memory: int, channel: Connection) -> None:
    """Answer lists of pages, page by page. Memory that ran out is not trusted again."""
    limit_memory(memory)
    channel.send_bytes(pack(Answer()))
    while True:
        for page in pickle.loads(channel.recv_bytes()):
            answer = attempt(task, page)
            channel.send_bytes(pack(answer))
            if answer.error == OUT_OF_MEMORY:
                return


def attempt(task: Callable[[Work], Any], work: Work) -> Answer:
    """The Answer of a task, whatever it does short of killing the process."""
    try:
        return Answer(task(work))
    except MemoryError:
        return Answer(error=OUT_OF_MEMORY)
    except BaseException as error:  # a page that calls for SystemExit is still one page
        return raised(error)
