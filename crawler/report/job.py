"""A job folder, read run by run for its report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from cleaners.sites import profile_for
from crawler.drift import Alarm, SiteFigures, find_alarms, take_figures
from crawler.drift.figures import Outcome
from crawler.job.errors import JobDamaged
from crawler.job.ledger import REPLAY
from crawler.job.shards import Kind
from schemas import Article, Failure, Rejection, RunReport

_MODELS: dict[Kind, type[Outcome]] = {
    Kind.ARTICLES: Article,
    Kind.REJECTIONS: Rejection,
    Kind.FAILURES: Failure,
}
_TIME = re.compile(rb'"(?:fetched|failed)_at":"([^"]+)"')
_Record = TypeVar("_Record", bound=BaseModel)
_FIGURES = TypeAdapter(dict[str, SiteFigures])


def read_runs(job: Path) -> list[RunReport]:
    """The reports of a job's runs that fetched something, oldest first. Empty for a folder that holds none. Raises
    JobDamaged for a file that is none."""
    runs = [_read(RunReport, path.read_bytes(), path) for path in _reports(job)]
    return [run for run in runs if run.finish_reason != REPLAY]


def outcomes_of(job: Path, run: RunReport) -> Iterator[tuple[str, Outcome]]:
    """What a run wrote, as (site, outcome): the records whose page was received, or given up, while it ran. Raises
    JobDamaged for a line that is no record."""
    for kind, model in _MODELS.items():
        for path, line in _lines(job, kind, run):
            outcome = _read(model, line, path)
            yield _site(outcome, run.sites), outcome


def alarms_of(job: Path, runs: Collection[RunReport]) -> list[Alarm]:
    """The drift alarms of the last of the runs."""
    *earlier, now = (figures_of(job, run) for run in runs)
    return [
        alarm
        for site, figures in now.items()
        for alarm in find_alarms(site, [past[site] for past in earlier if site in past], figures)
    ]


def figures_of(job: Path, run: RunReport) -> dict[str, SiteFigures]:
    """The figures of each site in a run. They are kept beside its report: an old run is read once."""
    kept = job / "runs" / f"{run.started_at:%Y%m%dT%H%M%S}-{run.finished_at:%Y%m%dT%H%M%S}.figures"
    if kept.exists():
        with suppress(ValidationError):  # torn by a kill: made anew
            return _FIGURES.validate_json(kept.read_bytes())
    by_site: defaultdict[str, list[Outcome]] = defaultdict(list)
    for site in run.sites:
        by_site[site] = []
    for site, outcome in outcomes_of(job, run):
        by_site[site].append(outcome)
    figures = {site: take_figures(held, run.finished_at) for site, held in by_site.items()}
    kept.write_bytes(_FIGURES.dump_json(figures))
    return figures


def _reports(job: Path) -> Iterable[Path]:
    return sorted((job / "runs").glob("*.json"))


def _read(model: type[_Record], text: bytes, path: Path) -> _Record:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        why = error.errors()[0]
        field = ".".join(map(str, why["loc"])) or "line"
        raise JobDamaged(f"{path} does not hold what a crawl writes: {field}: {why['msg']}") from error


def _lines(job: Path, kind: Kind, run: RunReport) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(job.glob(f"{kind}-*{kind.suffix}")):
        if path.stat().st_mtime < run.started_at.timestamp():
            continue  # finished before the run began
        with path.open("rb") as file:
            yield from ((path, line) for line in file if _is_of(line, run))


def _is_of(line: bytes, run: RunReport) -> bool:
    stamps = _TIME.findall(line)  # the record's own comes last: a text may quote another
    return bool(stamps) and run.started_at <= datetime.fromisoformat(stamps[-1].decode()) <= run.finished_at


def _site(outcome: Outcome, sites: Collection[str]) -> str:
    """The spider a record is from."""
    if len(sites) == 1:
        return next(iter(sites))
    if isinstance(outcome, Article) and outcome.site in sites:
        return str(outcome.site)
    name = profile_for(outcome.url, "").name
    return name if name in sites else "generic"
