"""Writing the files of an export."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from crawler.batch.writing import JsonLines, Parquet, Writer
from crawler.corpus.options import Target
from crawler.corpus.tar import Tar
from schemas import Article
from schemas._value import Value

_ROWS = 50_000
"""Articles in a file: some 100 MB."""


class _Document(Value):
    """An article as datatrove has it."""

    text: str
    id: str
    metadata: dict[str, Any]


_FORMS: dict[Target, tuple[str, Callable[[Path], Writer]]] = {
    Target.JSONL: ("jsonl.gz", JsonLines),
    Target.DATATROVE: ("jsonl.gz", JsonLines),
    Target.DATASETS: ("parquet", lambda path: Parquet(path, Article)),
    Target.WEBDATASET: ("tar", Tar),
}


@contextmanager
def open_target(target: Target, folder: Path) -> Iterator[Callable[[Article], None]]:
    """A function that writes the next article to numbered files below `folder`/data."""
    ending, writer = _FORMS[target]
    (folder / "data").mkdir()
    with ExitStack() as stack:
        files: list[Writer] = []

        def begin() -> None:
            stack.pop_all().close()
            files.append(writer(folder / f"data/train-{len(files):05}.{ending}"))
            stack.callback(files[-1].close)

        def write(article: Article) -> None:
            if not files or files[-1].rows == _ROWS:
                begin()
            files[-1].write(_document(article) if target is Target.DATATROVE else article)

        yield write
        if not files:
            begin()


def _document(article: Article) -> _Document:
    fields = article.model_dump(mode="json", exclude={"text"}, exclude_none=True)
    return _Document(text=article.text, id=article.url or article.content_hash, metadata=fields)


def write_card(target: Target, folder: Path, report: Mapping[str, Any]) -> None:
    """README.md of a dataset: what the Hub and `load_dataset` read, and what a reader should know."""
    if target is not Target.DATASETS:
        return
    size = next(name for name, most in _SIZES.items() if report["written"] < most)
    facts = json.dumps(report, ensure_ascii=False, indent=1)
    (folder / "README.md").write_text(_CARD.format(size=size, facts=facts, **report), "utf-8")


_SIZES = {
    "n<1K": 1000,
    "1K<n<10K": 10_000,
    "10K<n<100K": 100_000,
    "100K<n<1M": 1_000_000,
    "1M<n<10M": 10_000_000,
    "10M<n<100M": 100_000_000,
    "n>100M": float("inf"),
}
_CARD = """---
language:
- zh
license: other
license_name: of-the-sites
size_categories:
- {size}
task_categories:
- text-generation
configs:
- config_name: default
  data_files:
  - split: train
    path: data/*.parquet
---
# Chinese articles

{written} articles, {characters} characters, cleaned from web pages by [qingwen](https://pypi.org/project/qingwen/).
One row is one article; the fields are those of its records: `title`, `text` (one paragraph a line), `url`, `site`,
`source`, `credits`, `published_at` (UTC), `duplicate_group` and `original` (copies of one article), `quality`, `flags`.

The rights in the texts are with their authors and sites; this card grants none.

How it was made:

```json
{facts}
```
"""
