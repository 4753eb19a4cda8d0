"""Downloads what an article shows or gives, and puts the digests into its record."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any, Self, TypeVar

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.downloads.ending import ends
from crawler.downloads.waits import NotCleaned, Waits
from crawler.items import Outcome
from crawler.media.kinds import Wanted, ending_of, is_picture, wanted
from crawler.media.store import MediaStore
from schemas import Article, Attachment, Image

logger = logging.getLogger(__name__)

_Linked = TypeVar("_Linked", Image, Attachment)
_STAT = "qingwen_media"


class MediaPipeline:
    """Item pipeline between cleaning and writing: an article waits for its files, so that its record names them.

    Files pass the downloader's middlewares as pages do: address guard, robots.txt, delays, retries. One that cannot be had
    costs its digest, never the article; the index and the log say why.
    """

    def __init__(self, crawler: Crawler, store: MediaStore, kinds: frozenset[Wanted], most: int) -> None:
        self._crawler, self._store, self._kinds, self._most = crawler, store, kinds, most
        self._under_way: dict[str, asyncio.Task[str | None]] = {}
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured unless MEDIA names something and there is a folder to keep it in."""
        settings = crawler.settings
        kinds = wanted(settings.getlist("MEDIA"))
        folder = settings["JOB"] or settings["OUTCOMES_DIR"]
        if not kinds or not folder:
            raise NotConfigured
        return cls(crawler, MediaStore(Path(folder) / "media"), kinds, settings.getint("MEDIA_MAXSIZE"))

    async def process_item(self, item: Any) -> Any:
        """The outcome with its digests. Other items pass. Raises NotCleaned when the crawl ends first: the page stays queued."""
        if not isinstance(item, Outcome) or not isinstance(article := item.record, Article):
            return item
        try:
            images = await self._all(article.images, "images")
            attachments = await self._all(article.attachments, "attachments")
        except Waits as error:
            raise NotCleaned(str(error)) from error
        return replace(item, record=article.model_copy(update={"images": images, "attachments": attachments}))

    async def _all(self, files: tuple[_Linked, ...], kind: Wanted) -> tuple[_Linked, ...]:
        if kind not in self._kinds or not files:
            return files
        digests = await asyncio.gather(*(self._once(file.url, kind) for file in files))
        pairs = zip(files, digests, strict=True)
        return tuple(file.model_copy(update={"digest": digest}) if digest else file for file, digest in pairs)

    async def _once(self, url: str, kind: Wanted) -> str | None:
        """The digest of a file; asked for once, however many articles have it."""
        if digest := self._store.known(url):
            return digest
        task = self._under_way.get(url)
        if task is None:
            task = self._under_way[url] = asyncio.ensure_future(self._fetch(url, kind))
            task.add_done_callback(lambda _: self._under_way.pop(url, None))
        return await asyncio.shield(task)

    async def _fetch(self, url: str, kind: Wanted) -> str | None:
        try:
            response = await self._download(url)
            if why := _unwanted(response, kind):
                raise ValueError(why)
        except Exception as error:  # whatever one file does, the article goes on
            if isinstance(error, Waits) and ends(self._crawler):
                raise
            self._lost(url, error)
            return None
        digest = self._store.keep(url, response.body)
        self._count("files")
        return digest

    async def _download(self, url: str) -> Response:
        engine = self._crawler.engine
        if engine is None:
            raise Waits("the crawl ended")
        meta = {"download_maxsize": self._most, "download_warnsize": 0}
        return await engine.download_async(Request(url, callback=NO_CALLBACK, meta=meta))

    def _lost(self, url: str, error: Exception) -> None:
        why = f"{type(error).__name__}: {error}"[:300]
        self._store.refuse(url, why)
        self._count("lost")
        logger.info("No file of %s: %s", url, why)

    def _count(self, what: str) -> None:
        if self._crawler.stats:
            self._crawler.stats.inc_value(f"{_STAT}/{what}")

    def _closed(self) -> None:
        self._store.close()


def _unwanted(response: Response, kind: Wanted) -> str:
    """Why a response is not the file that was linked; '' where it is."""
    if response.status != 200:
        return f"answered with {response.status}"
    if not response.body:
        return "no content"
    ending = ending_of(response.body)
    if ending == "html" or (kind == "images" and not is_picture(ending)):
        return f"no {kind[:-1]}, but {ending}"
    return ""
