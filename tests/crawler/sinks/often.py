"""A sink that is filled many times a second, and says how often it was opened."""

from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler

from crawler.sinks import extension
from crawler.sinks.sink import Sink, open_sink


class Often(extension.FillsSink):
    """As the extension, and more often."""

    every = 0.1

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """With the setting OPENED, the file in which each opening is a line."""
        if opened := crawler.settings["OPENED"]:

            def noted(url: str) -> Sink:
                with Path(opened).open("a", encoding="utf-8") as file:
                    file.write("opened\n")
                return open_sink(url)

            extension.open_sink = noted  # type: ignore[attr-defined]  # imported there
        return super().from_crawler(crawler)
