"""The add-on that puts the browser behind a crawl that needs it, and nothing behind any other."""

from importlib.util import find_spec
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import BaseSettings

from cleaners.sites import GENERIC

_HANDLER = "crawler.render.handler.RenderHandler"


class RenderAddon:
    """For sites that say `render`, and for RENDER = "auto"."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        site = getattr(crawler.spidercls, "site", GENERIC)
        return cls(wanted=site.render or crawler.settings["RENDER"] == "auto")

    def update_settings(self, settings: BaseSettings) -> None:
        """Raises NotConfigured where no page needs it, ImportError without the extra."""
        if settings["RENDER"] not in (None, "auto"):
            raise ValueError(f"RENDER = {settings['RENDER']!r}: there is only 'auto'")
        if not self._wanted:
            raise NotConfigured
        if not find_spec("scrapy_playwright"):
            raise ImportError("a page that needs a browser needs scrapy-playwright, the extra `render`")
        handlers = settings.getdict("DOWNLOAD_HANDLERS") | {"http": _HANDLER, "https": _HANDLER}
        settings.set("DOWNLOAD_HANDLERS", handlers, "cmdline")
        settings.set_in_component_priority_dict("DOWNLOADER_MIDDLEWARES", _middleware(), 545)


def _middleware() -> type:
    from crawler.render.middleware import Rendered

    return Rendered
