"""Gathering what the report shows out of a job folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crawler.drift import Alarm, SiteFigures, find_alarms
from crawler.report.bulk import without_collector
from crawler.report.causes import Cause, causes_of
from crawler.report.changes import earlier_versions
from crawler.report.job import Held, figures_of, outcomes_of
from crawler.report.sides import Sides, sides_of
from schemas import Article, RunReport


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything the page shows."""

    job: Path
    """The job folder."""
    runs: Sequence[RunReport]
    """The runs, oldest first; the last one is the run reported on."""
    figures: Sequence[dict[str, SiteFigures]]
    """Site name to its figures, run by run."""
    articles: Sequence[Held]
    """The run's articles, each in its last version."""
    causes: Sequence[Cause]
    """Why pages became no article, the commonest first."""
    alarms: Sequence[Alarm] = ()
    """What the drift alarm found."""
    sides: dict[str, Sides] = field(default_factory=dict)
    """For each site with alarms, a page from before and one from this run."""
    earlier: dict[str, Article] = field(default_factory=dict)
    """Place of an article that changed to the version before it, where it was found."""


@without_collector()
def collect(job: Path, runs: Sequence[RunReport]) -> ReportData:
    """Report data of the last of a job's runs. Raises JobDamaged."""
    outcomes = list(outcomes_of(job, runs[-1]))
    figures = figures_of(job, runs, outcomes)
    alarms = [alarm for site in figures[-1] for alarm in _alarms(site, figures)]
    articles = _last_versions(held for held in outcomes if isinstance(held.record, Article))
    return ReportData(
        job=job,
        runs=runs,
        figures=figures,
        articles=articles,
        causes=causes_of(held for held in outcomes if not isinstance(held.record, Article)),
        alarms=alarms,
        sides=sides_of(job, runs, alarms, outcomes),
        earlier=earlier_versions(job, articles),
    )


def _alarms(site: str, figures: Sequence[dict[str, SiteFigures]]) -> list[Alarm]:
    *past, now = figures
    return find_alarms(site, [run[site] for run in past if site in run], now[site])


def _last_versions(articles: Iterable[Held]) -> list[Held]:
    """A page that was cleaned anew stands twice."""
    return list({held.record.url or held.place: held for held in articles}.values())
