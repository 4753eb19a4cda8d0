"""Pages with gold text: the fixtures, or any folder in the corpus format.

A corpus folder holds `gold.jsonl`, one object a line with `id`, `text` and optionally `url`, `title`, `published`
(`2019-09-07 13:43:45` or the day, Beijing time), `source`, `author` and `editor` (names, separated), and `pages/ID.html.gz`
with the raw response bytes. null: the page names none; `?`: it is not clear.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page and what is right for it."""

    id: str
    url: str | None
    headers: tuple[tuple[str, str], ...]
    body: bytes
    title: str
    text: str
    fields: Mapping[str, str | None] = field(default_factory=dict)
    """What else is marked: published, source, author, editor."""


_FIELDS = ("published", "source", "author", "editor")


def read_corpus(folder: Path) -> Iterator[GoldPage]:
    """The pages of a corpus folder, in the order of its gold."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        body = gzip.decompress((folder / "pages" / f"{row['id']}.html.gz").read_bytes())
        fields = {name: row[name] for name in _FIELDS if name in row}
        yield GoldPage(row["id"], row.get("url"), (), body, row.get("title") or "", row["text"], fields)


def read_fixtures(folder: Path = FIXTURES) -> Iterator[GoldPage]:
    """The fixtures that hold a whole article, in the order of their paths."""
    for file in sorted(folder.glob("*/*/expected.json")):
        expected = json.loads(file.read_text(encoding="utf-8"))
        if expected["kind"] != "article" or "text" not in expected:
            continue
        response = json.loads(file.with_name("response.json").read_text(encoding="utf-8"))
        headers = tuple((name, value) for name, value in response["headers"])
        body = file.with_name("response.html").read_bytes()
        name = "/".join(file.parts[-3:-1])
        text = "\n".join(expected["text"])
        yield GoldPage(name, response["url"], headers, body, expected.get("title", ""), text)
