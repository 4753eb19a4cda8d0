"""The results of an errback, in whatever form it gives them."""

import inspect
from collections.abc import AsyncIterator, Callable
from typing import Any

from scrapy.utils.misc import arg_to_iter
from twisted.python.failure import Failure as Error


async def results_of(errback: Callable[[Error], Any] | None, error: Error) -> AsyncIterator[Any]:
    """What the errback yields or returns. Raises what it raises, and the error itself when it hands it back."""
    output = errback(error) if errback else None
    if inspect.isawaitable(output):
        output = await output
    if isinstance(output, Error):
        output.raiseException()
    if isinstance(output, AsyncIterator):
        async for result in output:
            yield result
        return
    for result in arg_to_iter(output):
        yield result
