"""Spiders and pipelines as users write them, for tests: an article, a dict and an item of their own from each page."""

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem
from scrapy.http import Response

from crawler.spiders.generic import GenericSpider


@dataclass
class Own:
    address: str


class ItemsSpider(GenericSpider):
    name = "items"
    custom_settings: ClassVar = {
        "ITEM_PIPELINES": {
            f"{__name__}.{name}": 300 for name in os.environ.get("USERS", "").split(",") if name
        }
    }

    def parse_article(self, response: Response, pages: Any = ()) -> Iterator[Any]:
        yield {"kind": "dict", "of": response.url}
        yield from super().parse_article(response, pages)
        yield Own(response.url)


class DbPipeline:
    """As in Scrapy's documentation, with a database of the standard library."""

    def open_spider(self) -> None:
        self.db = sqlite3.connect(os.environ["DB"])
        self.db.execute(
            "CREATE TABLE IF NOT EXISTS articles (url TEXT PRIMARY KEY, title TEXT, authors TEXT)"
        )

    def close_spider(self) -> None:
        self.db.commit()
        self.db.close()

    def process_item(self, item: Any) -> Any:
        adapter = ItemAdapter(item)
        if adapter.get("title"):
            row = (item.url, item["title"], json.dumps(adapter["authors"]))
            self.db.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?)", row)
        return item


class Dropping:
    def process_item(self, item: Any) -> Any:
        if ItemAdapter(item).get("url", "").endswith("/1.html"):
            raise DropItem("not wanted")
        return item


class Changing:
    def process_item(self, item: Any) -> Any:
        return item.model_copy(update={"tags": ("合成",)}) if "title" in ItemAdapter(item) else item


class Replacing:
    def process_item(self, item: Any) -> Any:
        return {"headline": item["title"]} if "title" in ItemAdapter(item) else item


class Raising:
    def process_item(self, item: Any) -> Any:
        if "title" in ItemAdapter(item):
            raise ValueError("the database is gone")
        return item
