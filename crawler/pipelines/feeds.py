"""Articles in Scrapy's feeds."""

from scrapy.exporters import JsonLinesItemExporter

from schemas import Article


class ArticleLines(JsonLinesItemExporter):
    """One article a line, exactly as pydantic writes it: Scrapy's own encoder does not know the model's types."""

    def export_item(self, item: Article) -> None:
        """Write one line."""
        self.file.write(item.model_dump_json().encode() + b"\n")
