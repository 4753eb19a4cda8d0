"""Gathering what the report shows out of a run's records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from crawler.drift import Alarm, SiteFigures, take_figures
from crawler.drift.figures import Outcome
from schemas import Article, Failure, Rejection, RunReport
from schemas._record import Record

LENGTHS = (0, 100, 200, 400, 800, 1600, 3200, 6400)
"""Lower bounds, in characters, of the bars of the length distribution; each doubles the one before."""

EXAMPLES = 5
"""Pages listed for each site and reason."""


class LostPage(Record):
    """One page that became no article."""

    site: str
    """Name of the site."""
    url: str
    """Its URL, or '' where it is not known."""
    reason: str
    """Reason of the rejection, or the stage of the failure."""
    detail: str
    """The words or the error behind it."""
    explained: str = ""
    """Relative link of its explain page, or ''."""


class ReportData(Record):
    """Everything the page shows."""

    runs: tuple[RunReport, ...]
    """The runs, oldest first; the last one is the run reported on."""
    figures: dict[str, SiteFigures]
    """Site name to its figures in the last run."""
    lengths: dict[str, tuple[int, ...]]
    """Site name to the number of articles in each length bar."""
    duplicates: dict[str, int]
    """Site name to the number of its articles whose text another article has too."""
    lost: tuple[LostPage, ...]
    """Up to five pages for each site and reason."""
    alarms: tuple[Alarm, ...] = ()
    """What the drift alarm found."""

    def explained(self, pages: Mapping[str, str]) -> Self:
        """The same with links to explain pages, by URL."""
        lost = (page.model_copy(update={"explained": pages.get(page.url, "")}) for page in self.lost)
        return self.model_copy(update={"lost": tuple(lost)})


def collect(
    runs: Sequence[RunReport], outcomes: Iterable[tuple[str, Outcome]], alarms: Iterable[Alarm] = ()
) -> ReportData:
    """Report data of the last of `runs`, whose outcomes are given as (site, outcome)."""
    by_site: defaultdict[str, list[Outcome]] = defaultdict(list)
    for site, outcome in outcomes:
        by_site[site].append(outcome)
    articles = {site: [o for o in held if isinstance(o, Article)] for site, held in by_site.items()}
    seen = Counter(article.content_hash for held in articles.values() for article in held)
    return ReportData(
        runs=tuple(runs),
        figures={site: take_figures(held, runs[-1].finished_at) for site, held in by_site.items()},
        lengths={site: _length_bars(held) for site, held in articles.items()},
        duplicates={site: sum(seen[a.content_hash] > 1 for a in held) for site, held in articles.items()},
        lost=tuple(_lost(by_site)),
        alarms=tuple(alarms),
    )


def _length_bars(articles: Iterable[Article]) -> tuple[int, ...]:
    bars = Counter(sum(article.quality.chars >= low for low in LENGTHS) - 1 for article in articles)
    return tuple(bars[i] for i in range(len(LENGTHS)))


def _lost(by_site: Mapping[str, Iterable[Outcome]]) -> Iterable[LostPage]:
    shown: Counter[tuple[str, str]] = Counter()
    for site, outcomes in by_site.items():
        for outcome in outcomes:
            if isinstance(outcome, Article):
                continue
            reason, detail = _words(outcome)
            shown[site, reason] += 1
            if shown[site, reason] <= EXAMPLES:
                yield LostPage(site=site, url=outcome.url or "", reason=reason, detail=detail)


def _words(outcome: Rejection | Failure) -> tuple[str, str]:
    if isinstance(outcome, Rejection):
        return outcome.reason, outcome.detail
    return f"failed: {outcome.stage}", f"{outcome.error} {outcome.detail}".strip()
