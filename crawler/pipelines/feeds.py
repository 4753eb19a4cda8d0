"""Articles in Scrapy's feeds."""

from typing import Any

from scrapy.exporters import JsonLinesItemExporter

from schemas import Article


class ArticleLines(JsonLinesItemExporter):
    """One article a line, exactly as pydantic writes it; other items as Scrapy writes them."""

    def export_item(self, item: Any) -> None:
        """Write one line."""
        if isinstance(item, Article):
            self.file.write(item.model_dump_json().encode() + b"\n")
        else:
            super().export_item(item)
