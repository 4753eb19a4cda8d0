"""A job with articles, without a crawl: the ledger writes them as a crawl does."""

import json
from collections.abc import Iterable
from pathlib import Path

from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Settled
from schemas import Article, Reason, Rejection


def article(number: int, text: str = "") -> Article:
    url = f"https://a.example/{number}.html"
    return Article(
        url=url,
        title=f"合成{number}",
        text=text or f"合成正文\0第{number}篇。",
        content_hash=f"{number}{text}",
    )


def make_job(folder: Path, articles: Iterable[Article], *, shard_bytes: int = 2**20) -> None:
    """Commit the articles, each with a rejection beside it."""
    ledger = Ledger(folder, shard_bytes=shard_bytes)
    ledger.begin_run()
    for number, one in enumerate(articles):
        urls = (one.url or "", f"https://a.example/none/{ledger.run}/{number}")
        links = [
            Link(f"{url}{one.content_hash}".encode()[:60], url, "a.example", "a", 0, "{}") for url in urls
        ]
        rows = ledger.commit([], links)
        waiting = ledger.pending("a.example", 10)
        assert rows and len(waiting) == 2
        by_url = {row.url: row for row in waiting}
        ledger.commit(
            [
                Settled(by_url[urls[0]], record=one),
                Settled(by_url[urls[1]], record=Rejection(url=urls[1], reason=Reason.EMPTY)),
            ]
        )
    ledger.close()


def versions(folder: Path) -> list[tuple[str, str]]:
    """URL and text of each article in the job's files."""
    lines = (line for path in sorted(folder.glob("articles-*")) for line in path.read_bytes().splitlines())
    return sorted((record["url"], record["text"]) for record in map(json.loads, lines))
