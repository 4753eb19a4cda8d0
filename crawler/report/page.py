"""The report as one HTML page."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from crawler.drift import Alarm, SiteFigures
from crawler.report.bulk import without_collector
from crawler.report.causes import Cause
from crawler.report.copies import groups_of
from crawler.report.data import ReportData
from crawler.report.job import Held
from crawler.report.previews import packed, packs, preview
from crawler.report.rows import FLAGS, KINDS, columns, minute
from crawler.report.sides import Sides, layout
from crawler.report.web import page
from schemas import Article, RunReport

SCRIPTS = ("uPlot.iife.min.js", "charts.js", "list.js", "preview.js", "diff.js", "sections.js")
LENGTHS = (0, 100, 200, 400, 800, 1600, 3200, 6400)
"""Lower bounds, in characters, of the bars of the length distribution; each doubles the one before."""
_LEAD = 160


@without_collector()
def render(data: ReportData, explained: Mapping[str, str] | None = None) -> str:
    """The report as one HTML page: no script, style, font or picture is loaded from anywhere. `explained` links the
    explain pages of outcomes by their place."""
    shown = shown_data(data, explained or {})
    return page(
        "report",
        SCRIPTS,
        title=data.job.resolve().name,
        data=packed(shown),
        packs=packs(data.articles, data.earlier),
    )


def live_page(name: str, shown: Mapping[str, Any]) -> str:
    """The same page for a server that answers its questions: texts, searches, what is new."""
    scripts = (*SCRIPTS, "live.js")
    return page("report", scripts, title=name, data=packed(shown), more="; connect-src 'self'")


def shown_data(data: ReportData, explained: Mapping[str, str]) -> dict[str, Any]:
    """What the page's script works on."""
    return {
        "job": data.job.resolve().name,
        "runs": [_run(run) for run in data.runs],
        "figures": _histories(data.figures),
        "lengths": {"bounds": LENGTHS, "counts": _lengths(data.articles)},
        "alarms": [_alarm(alarm, data.figures) for alarm in data.alarms],
        "sides": {site: _sides(sides, explained) for site, sides in data.sides.items()},
        "causes": [_cause(cause, explained) for cause in data.causes],
        "groups": groups_of(data.articles),
        "articles": columns(data.articles, explained),
        "flags": FLAGS,
        "kinds": KINDS,
    }


def _run(run: RunReport) -> dict[str, Any]:
    shown = run.model_dump(mode="json")
    return shown | {"duration": (run.finished_at - run.started_at).total_seconds()}


def _histories(figures: Sequence[dict[str, SiteFigures]]) -> dict[str, dict[str, list[float | None]]]:
    """Site and field to the share of articles that have it, run by run."""
    now = figures[-1]
    return {
        site: {name: _history(site, name, figures) for name in own.shares if name.startswith("filled:")}
        for site, own in now.items()
    }


def _history(site: str, name: str, figures: Sequence[dict[str, SiteFigures]]) -> list[float | None]:
    return [_value(run[site], name) if site in run else None for run in figures]


def _value(figures: SiteFigures, name: str) -> float | None:
    if name == "length":
        return round(math.exp(figures.length_mean), 1) if figures.length_mean is not None else None
    if name == "silence":  # lies between runs: none has a value of its own
        return None
    if name not in figures.shares:
        return 0.0 if figures.new and not name.startswith("filled:") else None
    share = figures.shares[name]
    return round(share.hits / share.total, 4) if share.total else None


def _lengths(articles: Sequence[Held]) -> list[int]:
    counts = [0] * len(LENGTHS)
    for held in articles:
        if isinstance(article := held.record, Article):
            counts[sum(article.quality.chars >= low for low in LENGTHS) - 1] += 1
    return counts


def _alarm(alarm: Alarm, figures: Sequence[dict[str, SiteFigures]]) -> dict[str, Any]:
    return alarm.model_dump(mode="json") | {"history": _history(alarm.site, alarm.figure, figures)}


def _sides(sides: Sides, explained: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: held and _side(held, explained) for name, held in (("before", sides.before), ("now", sides.now))
    }


def _side(held: Held, explained: Mapping[str, str]) -> dict[str, Any]:
    """One page beside another."""
    record, link = held.record, explained.get(held.place, "")
    if not isinstance(record, Article):
        what = record.model_dump(mode="json", include={"url", "reason", "stage", "error", "detail"})
        return what | {"explained": link}
    shown = preview(held, longest=_LEAD)
    values = {
        "source": record.source,
        "authors": " ".join(record.authors),
        "editors": " ".join(record.editors),
        "section": " / ".join(record.section),
        "published_at": minute(record),
        "canonical_url": record.canonical_url,
        "images": len(record.images),
        "chars": record.quality.chars,
    }
    return {
        "url": record.url,
        "title": record.title,
        "values": values,
        "layout": layout(record),
        "text": shown["text"],
        "explained": link,
    }


def _cause(cause: Cause, explained: Mapping[str, str]) -> dict[str, Any]:
    pages = [page.model_dump() | {"explained": explained.get(page.place, "")} for page in cause.pages]
    return cause.model_dump() | {"pages": pages}
