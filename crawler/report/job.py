"""A job folder, read run by run for its report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from cleaners.sites import known_sites
from crawler.drift import SiteFigures, take_figures
from crawler.job.committed import RUNNING
from crawler.job.errors import JobDamaged
from crawler.job.ledger import REPLAY
from crawler.job.look import look_into
from crawler.pipelines.files import REPORT
from schemas import KINDS, Article, Failure, Record, RunReport

_TIME = {kind: b'"failed_at":"' if model is Failure else b'"fetched_at":"' for kind, model in KINDS.items()}
"""Where a line says when it was made. Its quotes are unescaped: a text that holds the same prints them escaped."""
_Record = TypeVar("_Record", bound=BaseModel)
_FIGURES = TypeAdapter(dict[str, SiteFigures])


class Held(NamedTuple):
    """An outcome and where it is from."""

    site: str
    """Name of the spider."""
    place: str
    """`file:offset` of its line in the job folder."""
    record: Record


def read_runs(job: Path) -> list[RunReport]:
    """The reports of a job's runs that fetched something, oldest first. Empty for a folder that holds none. Raises
    JobDamaged for a file that is none."""
    runs = [_read(RunReport, path.read_bytes(), path) for path in _reports(job)]
    return [run for run in runs if run.finish_reason != REPLAY]


def outcomes_of(job: Path, run: RunReport) -> Iterator[Held]:
    """What a run wrote: the records whose page was received, or given up, while it ran. Raises JobDamaged for a line
    that is no record."""
    committed = committed_length(job)
    for kind, model in KINDS.items():
        for path in shards(job, kind, run.started_at):
            for offset, line in lines(path, committed(path.name)):
                if _is_of(line, _TIME[kind], run):
                    record = _read(model, line, path)
                    yield Held(_site(record, run.sites), f"{path.name}:{offset}", record)


_TICK = 2.0
"""Seconds by which a file's time may lag behind the clock: file systems take it from a slower one."""


def shards(job: Path, kind: str, since: datetime | None = None) -> list[Path]:
    """The files of one kind, oldest first; `since` leaves out those that were finished before."""
    found = sorted(job.glob(f"{kind}*.jsonl"))
    return [path for path in found if since is None or path.stat().st_mtime >= since.timestamp() - _TICK]


def read_article(job: Path, place: str) -> Article:
    """The article at a place. Raises JobDamaged where there is none."""
    name, _, offset = place.rpartition(":")
    path = job / name
    with path.open("rb") as file:
        file.seek(int(offset))
        return _read(Article, file.readline(), path)


def figures_of(job: Path, runs: Sequence[RunReport], last: Iterable[Held]) -> list[dict[str, SiteFigures]]:
    """The figures of each site in each run, of which the last one's outcomes are given."""
    earlier = (_kept_figures(job, run) for run in runs[:-1])
    return [*earlier, _keep(job, runs[-1], last)]


def _kept_figures(job: Path, run: RunReport) -> dict[str, SiteFigures]:
    """They are kept beside the run's report: an old run is read once."""
    kept = _figures_file(job, run)
    if kept.exists():
        with suppress(ValidationError):  # torn by a kill: made anew
            return _FIGURES.validate_json(kept.read_bytes())
    return _keep(job, run, outcomes_of(job, run))


def _keep(job: Path, run: RunReport, outcomes: Iterable[Held]) -> dict[str, SiteFigures]:
    figures = _figures(run, outcomes)
    if (
        run.finish_reason != RUNNING
    ):  # of a run under way each look would leave a file: it ends now, every time
        with suppress(OSError):  # a job that can only be read
            _figures_file(job, run).write_bytes(_FIGURES.dump_json(figures))
    return figures


def _figures(run: RunReport, outcomes: Iterable[Held]) -> dict[str, SiteFigures]:
    by_site: defaultdict[str, list[Record]] = defaultdict(list)
    for site in run.sites:
        by_site[site] = []
    for held in outcomes:
        by_site[held.site].append(held.record)
    return {site: take_figures(records, run.finished_at) for site, records in by_site.items()}


def _figures_file(job: Path, run: RunReport) -> Path:
    return job / "runs" / f"{run.started_at:%Y%m%dT%H%M%S}-{run.finished_at:%Y%m%dT%H%M%S}.figures"


def _reports(job: Path) -> list[Path]:
    """Of a job, or of the one run that `qingwen demo` or OUTCOMES_DIR wrote."""
    return sorted((job / "runs").glob("*.json")) or [path for path in [job / REPORT] if path.is_file()]


def committed_length(job: Path) -> Callable[[str], int | None]:
    """How much of each file counts, in bytes; None for all of it: where no ledger says so."""
    look = look_into(job)
    if look is None:
        return lambda name: None
    with closing(look):
        lengths = look.lengths()
    return lambda name: lengths.get(name, 0)


def _read(model: type[_Record], text: bytes, path: Path) -> _Record:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        why = error.errors()[0]
        field = ".".join(map(str, why["loc"])) or "line"
        raise JobDamaged(f"{path} does not hold what a crawl writes: {field}: {why['msg']}") from error


def lines(path: Path, length: int | None = None, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """The lines of a file from a place up to its committed length, each with its offset."""
    offset = start
    with path.open("rb") as file:
        file.seek(start)
        for line in file:
            if length is not None and offset >= length:
                return
            yield offset, line
            offset += len(line)


def _is_of(line: bytes, name: bytes, run: RunReport) -> bool:
    at = line.rfind(name)
    if at < 0:
        return False
    stamp = line[at + len(name) : line.index(b'"', at + len(name))].decode()
    return run.started_at <= datetime.fromisoformat(stamp) <= run.finished_at


def _site(outcome: Record, sites: Collection[str]) -> str:
    """The spider a record is from."""
    if len(sites) == 1:
        return next(iter(sites))
    if isinstance(outcome, Article) and outcome.site in sites:
        return str(outcome.site)
    name = known_sites().of(outcome.url, "").name
    return name if name in sites else "generic"
