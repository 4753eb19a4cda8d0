"""Coroutines that wait for nothing, run without an event loop: one that is set up would be everybody's."""

from collections.abc import AsyncIterator, Coroutine
from typing import Any


def drained(results: AsyncIterator[Any]) -> list[Any]:
    """All that it gives."""

    async def drain() -> list[Any]:
        return [result async for result in results]

    found: list[Any] = finished(drain())
    return found


def finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What it returns."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waits for something")
