"""Articles of a run with the same text, as groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from crawler.report.job import Held
from schemas import Article


def groups_of(articles: Sequence[Held]) -> list[list[int]]:
    """Indexes of the articles that are copies of each other, the largest group first: equal in content, or of one
    group where near duplicates were searched."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index, held in enumerate(articles):
        if isinstance(article := held.record, Article):
            groups[article.duplicate_group or article.content_hash].append(index)
    return sorted((group for group in groups.values() if len(group) > 1), key=lambda group: -len(group))
