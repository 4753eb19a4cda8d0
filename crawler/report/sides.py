"""The two sides of an alarm: a page as the site was, and one as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from crawler.drift import Alarm
from crawler.report.job import Held, outcomes_of
from schemas import Article, Failure, Record, Rejection, RunReport


class Sides(NamedTuple):
    """What the alarms of a site are shown with. None where no such page can be read any more."""

    before: Held | None
    """An article of the run before, as they were."""
    now: Held | None
    """An outcome of this run that shows what the alarms say."""


def sides_of(
    job: Path, runs: Sequence[RunReport], alarms: Sequence[Alarm], outcomes: Sequence[Held]
) -> dict[str, Sides]:
    """For each site with alarms what was and what is. The run before is only read when there is an alarm."""
    if not alarms or len(runs) < 2:
        return {}
    past = [held for held in outcomes_of(job, runs[-2]) if isinstance(held.record, Article)]
    return {site: _sides(site, alarms, past, outcomes) for site in dict.fromkeys(a.site for a in alarms)}


def layout(article: Article) -> str:
    """The element its text came from."""
    return article.provenance.get("text", "unknown")


def _sides(site: str, alarms: Iterable[Alarm], past: Iterable[Held], outcomes: Iterable[Held]) -> Sides:
    own = [alarm for alarm in alarms if alarm.site == site]
    return Sides(
        before=_clearest((held for held in past if held.site == site), own, after=False),
        now=_clearest((held for held in outcomes if held.site == site), own, after=True),
    )


def _clearest(pages: Iterable[Held], alarms: Sequence[Alarm], *, after: bool) -> Held | None:
    """The page that shows most of the figures as they are after the change, or were before."""

    def shown(held: Held) -> int:
        return sum(_counts(held.record, alarm.figure) == (alarm.rose is after) for alarm in alarms)

    return max(pages, key=shown, default=None)


def _counts(record: Record, figure: str) -> bool | None:
    """Whether a page is one of those that a figure counts. None where single pages do not show it."""
    family, _, what = figure.partition(":")
    match family:
        case "rejected":
            return isinstance(record, Rejection) and record.reason == what
        case "failed":
            return isinstance(record, Failure)
        case "filled" if isinstance(record, Article):
            return bool(record.get(what))
        case "layout" if isinstance(record, Article):
            return layout(record) == what
    return None
