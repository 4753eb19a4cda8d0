"""The spider of the crash benchmark: the project's own, and callbacks that raise."""

from typing import Any

from scrapy.http import Response

from benchmarks.crash_site import Site
from crawler.items import Fetched, Outcome
from crawler.spiders.base import Output
from crawler.spiders.generic import GenericSpider
from schemas import Page

_SITE = Site(0)


def _kind(url: str) -> str:
    return _SITE.kind(int(url.rsplit("/", 1)[1].split(".")[0].split("_")[0]))


class CrashSpider(GenericSpider):
    """`-a url=BASE -a allow=/article/`."""

    name = "crash"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._raised: set[str] = set()

    def parse_article(self, response: Response, pages: tuple[Page, ...] = ()) -> Output:
        """Some raise after they gave something."""
        kind = _kind(response.url)
        yield from super().parse_article(response, pages)
        if kind == "raises" or (kind == "raises once" and response.url not in self._raised):
            self._raised.add(response.url)
            raise ValueError(f"as planned: {kind}")


class RaisingPipeline:
    """Some items are too much for it."""

    def process_item(self, item: Fetched | Outcome) -> Fetched | Outcome:
        """Raises ValueError."""
        if (
            isinstance(item, Fetched)
            and "/article/" in (item.pages[0].url or "")
            and _kind(item.pages[0].url or "") == "pipeline raises"
        ):
            raise ValueError("as planned: the pipeline")
        return item
