"""A spider that raises where no page of the job is at hand."""

from collections.abc import AsyncIterator
from typing import Any

from crawler.spiders.generic import GenericSpider


class RaisingSpider(GenericSpider):
    """Breaks off its start."""

    name = "raising"

    async def start(self) -> AsyncIterator[Any]:
        async for request in super().start():
            yield request
        raise ValueError("as planned")
