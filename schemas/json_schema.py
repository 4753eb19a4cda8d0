"""The published JSON Schema of an Article. `python -m schemas.json_schema` writes it anew."""

import json
from pathlib import Path

from schemas.article import Article

PUBLISHED = Path(__file__).with_name("article.schema.json")


def article_schema() -> str:
    """The JSON Schema (draft 2020-12) of a line of articles.jsonl, as text."""
    schema = Article.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(article_schema(), encoding="utf-8")
