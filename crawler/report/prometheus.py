"""The last run as a Prometheus text file, for the node exporter's textfile collector."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crawler.drift import Alarm
from schemas import RunReport


def prometheus(run: RunReport, alarms: Iterable[Alarm]) -> str:
    """The text exposition format, version 0.0.4."""
    return "\n".join([*_outcomes(run), *_alarms(alarms), *_run(run)]) + "\n"


def _outcomes(run: RunReport) -> Iterator[str]:
    yield "# HELP qingwen_pages Article candidates of the last run, by what became of them."
    yield "# TYPE qingwen_pages gauge"
    for site, counts in sorted(run.sites.items()):
        yield _sample("qingwen_pages", counts.articles, site=site, outcome="article")
        yield _sample("qingwen_pages", counts.unchanged, site=site, outcome="unchanged")
        for reason, count in sorted(counts.rejected.items()):
            yield _sample("qingwen_pages", count, site=site, outcome="rejected", detail=reason)
        for stage, count in sorted(counts.failed.items()):
            yield _sample("qingwen_pages", count, site=site, outcome="failed", detail=stage)


def _alarms(alarms: Iterable[Alarm]) -> Iterator[str]:
    yield "# HELP qingwen_drift_alarm Figures that the site's history does not explain; the value is the new one."
    yield "# TYPE qingwen_drift_alarm gauge"
    for alarm in alarms:
        yield _sample("qingwen_drift_alarm", alarm.after, site=alarm.site, figure=alarm.figure)


def _run(run: RunReport) -> Iterator[str]:
    yield "# HELP qingwen_run_finished_seconds When the last run ended, Unix time."
    yield "# TYPE qingwen_run_finished_seconds gauge"
    yield f"qingwen_run_finished_seconds {run.finished_at.timestamp():.0f}"


def _sample(metric: str, value: float, **labels: str) -> str:
    escaped = (f'{name}="{_escape(label)}"' for name, label in labels.items())
    return f"{metric}{{{','.join(escaped)}}} {value:g}"


def _escape(label: str) -> str:
    return label.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
