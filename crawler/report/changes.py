"""What an article was before a run found it changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crawler.report.job import Held, lines, shards
from schemas import Article

_HASH = b'"content_hash":"'


def earlier_versions(job: Path, articles: Sequence[Held]) -> dict[str, Article]:
    """Place of each changed article to the version before it, where the job's files still hold it. They are read from
    the newest on until all are found."""
    wanted = {(a.previous_hash, a.url): held.place for held in articles if (a := _changed(held))}
    found: dict[str, Article] = {}
    for path in reversed(shards(job, "articles")):
        if not wanted:
            break
        found |= _in_file(path, wanted)
    return found


def _changed(held: Held) -> Article | None:
    record = held.record
    return record if isinstance(record, Article) and record.previous_hash else None


def _in_file(path: Path, wanted: dict[tuple[str | None, str | None], str]) -> dict[str, Article]:
    """Takes what it finds out of `wanted`; of several lines the last counts."""
    hashes = {str(content).encode() for content, _ in wanted}
    found: dict[tuple[str | None, str | None], Article] = {}
    for _, line in lines(path):
        at = line.rfind(_HASH) + len(_HASH)
        if line[at : line.find(b'"', at)] in hashes:
            article = Article.model_validate_json(line)
            if (key := (article.content_hash, article.url)) in wanted:
                found[key] = article
    return {wanted.pop(key): article for key, article in found.items()}
