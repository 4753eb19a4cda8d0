"""The spider of the crash benchmark: the project's own, and callbacks that raise."""

import ctypes
from collections.abc import Callable

from scrapy.http import Response

from benchmarks.crash_site import Site
from cleaners import Cleaner
from crawler.guard import Guard, Limits
from crawler.items import Fetched, Outcome
from crawler.pipelines.cleaning import CleaningPipeline
from crawler.spiders.base import Output
from crawler.spiders.generic import GenericSpider
from schemas import Article, Page, Rejection

_SITE = Site(0)
_CLEANER = Cleaner()


def _kind(url: str) -> str:
    return _SITE.kind(int(url.rsplit("/", 1)[1].split(".")[0].split("_")[0]))


class CrashSpider(GenericSpider):
    """`-a url=BASE -a allow=/article/`."""

    name = "crash"

    def parse_article(self, response: Response, pages: tuple[Page, ...] = ()) -> Output:
        """Some raise after they gave something."""
        kind = _kind(response.url)
        yield from super().parse_article(response, pages)
        if kind == "raises" or (kind == "raises once" and response.headers.get("X-Asked") == b"1"):
            raise ValueError(f"as planned: {kind}")


class RaisingPipeline:
    """Some items are too much for it."""

    def process_item(self, item: Fetched | Outcome) -> Fetched | Outcome:
        """Raises ValueError."""
        if isinstance(item, Fetched) and _kind_of(item.pages[0]) == "pipeline raises":
            raise ValueError("as planned: the pipeline")
        return item


class PoisonedCleaning(CleaningPipeline):
    """The project's guarded cleaning, for pages that break their worker."""

    def __init__(self, cleaner: Cleaner, workers: int, stop: Callable[[], object]) -> None:
        super().__init__(cleaner, 0, stop)
        self._guard = Guard(poisoned, workers=1, limits=Limits(seconds=2, memory=2**28))


def poisoned(page: Page) -> Article | Rejection:
    """Clean the page, or break."""
    kind = _kind_of(page)
    if kind == "segfaults":
        ctypes.string_at(0)
    if kind == "eats memory":
        bytearray(2**40)
    while kind == "hangs":
        pass
    return _CLEANER.process(page)


def _kind_of(page: Page) -> str:
    return _kind(page.url) if page.url and "/article/" in page.url else ""
