"""Pages with gold text: the fixtures, or any folder in the corpus format.

A corpus folder holds `gold.jsonl`, one object a line with `id`, `text` and optionally `url` and `title`, and
`pages/ID.html.gz` with the raw response bytes.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
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


def read_corpus(folder: Path) -> Iterator[GoldPage]:
    """The pages of a corpus folder, in the order of its gold."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        body = gzip.decompress((folder / "pages" / f"{row['id']}.html.gz").read_bytes())
        yield GoldPage(row["id"], row.get("url"), (), body, row.get("title") or "", row["text"])


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
