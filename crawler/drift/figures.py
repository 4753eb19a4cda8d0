"""What one run says about one site, in counts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from statistics import fmean, pstdev

from pydantic import AwareDatetime, Field

from schemas import Article, Failure, Record, Rejection
from schemas._value import Value

FIELDS = ("title", "published_at", "source", "authors", "editors", "section", "images", "canonical_url")
"""Fields whose fill rate is watched."""

LEAK_LENGTH = 8
"""Characters a paragraph must have to count as repeated boilerplate; shorter ones (小标题, 图) repeat by nature."""

EXAMPLES = 3


class Count(Value):
    """How many of a run's pages show a thing."""

    hits: int = Field(ge=0)
    """Pages that show it."""
    total: int = Field(ge=0)
    """Pages looked at."""
    examples: tuple[str, ...] = ()
    """URLs of pages where it is rarer: those that lack a field, those that were rejected."""


class SiteFigures(Value):
    """The figures of one site in one run."""

    finished_at: AwareDatetime
    """When the run ended."""
    new: int = Field(default=0, ge=0)
    """Articles the run added."""
    shares: dict[str, Count] = Field(default_factory=dict)
    """Figure name (`filled:source`, `rejected:listing`, `failed`, `leak`, `layout:…`) to its count."""
    length_mean: float | None = None
    """Mean natural logarithm of the text length in characters. None without articles."""
    length_deviation: float = 0.0
    """Standard deviation of that logarithm within the run."""


def take_figures(outcomes: Iterable[Record], finished_at: AwareDatetime) -> SiteFigures:
    """The figures of one site's outcomes in one run."""
    outcomes = list(outcomes)
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    lengths = [math.log(max(1, article.quality.chars)) for article in articles]
    shares = dict(_fill_rates(articles)) | dict(_losses(outcomes)) | dict(_layouts(articles))
    return SiteFigures(
        finished_at=finished_at,
        new=len(articles),
        shares=shares | {"leak": _leak(articles)},
        length_mean=fmean(lengths) if lengths else None,
        length_deviation=pstdev(lengths) if lengths else 0.0,
    )


def _fill_rates(articles: list[Article]) -> Iterator[tuple[str, Count]]:
    for field in FIELDS:
        lacking = [article for article in articles if not getattr(article, field)]
        yield f"filled:{field}", _count(len(articles) - len(lacking), len(articles), lacking)


def _losses(outcomes: list[Record]) -> Iterator[tuple[str, Count]]:
    lost: defaultdict[str, list[Record]] = defaultdict(list)
    for outcome in outcomes:
        if isinstance(outcome, Rejection):
            lost[f"rejected:{outcome.reason}"].append(outcome)
        elif isinstance(outcome, Failure):
            lost["failed"].append(outcome)
    for name, pages in lost.items():
        yield name, _count(len(pages), len(outcomes), pages)


def _layouts(articles: list[Article]) -> Iterator[tuple[str, Count]]:
    """The element each text came from: a template's fingerprint."""
    found: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        found[article.provenance.get("text", "unknown")].append(article)
    for path, pages in found.items():
        yield f"layout:{path}", _count(len(pages), len(articles), pages)


def _leak(articles: list[Article]) -> Count:
    """Articles that hold a paragraph which at least two others hold too."""
    paragraphs = [{p for p in article.text.split("\n") if len(p) >= LEAK_LENGTH} for article in articles]
    common = {p for p, n in Counter(p for held in paragraphs for p in held).items() if n > 2}
    leaking = [article for article, held in zip(articles, paragraphs, strict=True) if held & common]
    return _count(len(leaking), len(articles), leaking)


def _count(hits: int, total: int, examples: Iterable[Record]) -> Count:
    urls = [page.url for page in examples if page.url]
    return Count(hits=hits, total=total, examples=tuple(urls[:EXAMPLES]))
