"""Articles for corpora. All texts are synthetic (合成)."""

import gzip
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from cleaners.quality import quality
from crawler.batch.arrow import row_of, schema_of
from schemas import Article, Flag

NOON = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=8)))
_TEXT = "合成文本第{0}篇：渡轮公司今年春天换了新船，往返两岸只要二十分钟。\n旧船停在第{0}号码头，改成了水上博物馆，由{1}管理。"


def article(number: int) -> Article:
    """One of many that differ in every field that a filter may ask for."""
    text = _TEXT.format(number, "甲乙丙丁戊己庚辛壬癸"[number % 10] * (3 * number + 1))
    return Article(
        url=f"https://s{number % 3}.test/{number}" if number % 5 else None,
        site=f"s{number % 3}.test",
        title=f"渡轮'换新船{number}",
        text=text,
        source=("合成日报", "合成晚报", None)[number % 3],
        published_at=NOON + timedelta(days=number) if number % 4 else None,
        tags=("渡轮", "新船")[: number % 3],
        flags=(Flag.TRUNCATED,) if number % 7 == 0 else (),
        quality=quality(text.split("\n"), number / 20, 1000 if number % 2 else None),
        provenance={"title": "h1"},
    )


ARTICLES = [article(number) for number in range(20)]


def store_job(folder: Path, articles: list[Article] = ARTICLES) -> Path:
    folder.mkdir(exist_ok=True)
    lines = [each.model_dump_json() + "\n" for each in articles]
    (folder / "articles-00001.jsonl").write_text("".join(lines[:7]), "utf-8")
    (folder / "articles-00002.jsonl").write_text("".join(lines[7:]), "utf-8")
    return folder


def store_zipped(folder: Path, articles: list[Article] = ARTICLES) -> Path:
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    lines = "".join(each.model_dump_json() + "\n" for each in articles)
    (folder / "articles/part.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return folder


def store_parquet(folder: Path, articles: list[Article] = ARTICLES) -> Path:
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    table = pa.Table.from_pylist([row_of(each) for each in articles], schema=schema_of(Article))
    parquet.write_table(table, folder / "articles/part.parquet")
    return folder
