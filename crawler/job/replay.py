"""Clean a job's archived pages again, and tell what came out differently. Nothing is fetched."""

import json
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from crawler.guard import Guard
from crawler.items import Fetched
from crawler.job.ledger import Ledger
from crawler.job.rows import Row, Source, State
from crawler.job.warc import read_page
from crawler.pipelines.cleaning import one_record
from schemas import KINDS, Article, Failure, Kind, Record, Rejection
from schemas._value import Value

_OUTCOMES = (State.ARTICLE, State.REJECTED, State.FAILED)
_GROUP = 32
_EXAMPLES = 3
_AHEAD = 64
"""Candidates that wait or are cleaned at a time."""
# They tell of the run, not of the page.
_INCIDENTAL = {"cleaner_version", "fetched_at", "failed_at", "attempts", "previous_hash", "duplicate_group"}


@dataclass(frozen=True, slots=True)
class Replayed:
    """One outcome, then and now."""

    row: Row
    before: Record
    after: Record

    @property
    def changed(self) -> tuple[str, ...]:
        """Names of the fields that differ; `outcome` when one is an article and the other is not."""
        if type(self.before) is not type(self.after):
            return ("outcome",)
        before, after = (record.model_dump(exclude=_INCIDENTAL) for record in (self.before, self.after))
        return tuple(name for name in before if before[name] != after[name])


def replay(
    ledger: Ledger,
    clean: Callable[[Iterable[Fetched]], Iterable[Record]],
    *,
    reason: str | None = None,
    failures: bool = False,
) -> Iterator[Replayed]:
    """Every outcome whose pages are archived, cleaned anew: all, the rejections with one `reason`, or the `failures`.

    `clean` gives one record for each candidate, in their order. Pages that were never received are not archived: only
    a crawl can fetch them. Raises JobDamaged when an archived page is not whole.
    """
    drawn: deque[tuple[Source, Record]] = deque()  # `clean` reads ahead by as much as it likes

    def candidates() -> Iterator[Fetched]:
        for source, before in earlier(ledger, _states(reason, failures)):
            if reason is None or (isinstance(before, Rejection) and before.reason == reason):
                drawn.append((source, before))
                yield candidate(ledger.folder, source)

    for after in clean(candidates()):
        source, before = drawn.popleft()
        yield Replayed(source.row, before, before if _was_unasked(before, after) else after)


def _was_unasked(before: Record, after: Record) -> bool:
    """Whether the crawl did not take the page because threads were not asked for."""
    return isinstance(after, Article) and isinstance(before, Rejection) and before.kind is Kind.THREAD


def cleaned(candidates: Iterable[Fetched], guard: Guard[Article | Rejection]) -> Iterator[Record]:
    """One record for each candidate, in order. Raises GuardError when no worker can be started."""
    ahead: deque[tuple[Fetched, list[Future[Record]]]] = deque()
    for candidate in candidates:
        ahead.append((candidate, [guard.submit(page) for page in candidate.pages]))
        if len(ahead) > _AHEAD:
            yield _joined(*ahead.popleft())
    while ahead:
        yield _joined(*ahead.popleft())


def _joined(candidate: Fetched, futures: Iterable[Future[Record]]) -> Record:
    return one_record([future.result() for future in futures], whole=candidate.whole)


def write(ledger: Ledger, results: Iterable[Replayed]) -> Iterator[Replayed]:
    """Pass the results on and put those that changed into the job, as new versions."""
    ledger.begin_replay()
    group: list[tuple[Row, Record]] = []
    for result in results:
        if result.changed:
            group.append((result.row, result.after))
        if len(group) == _GROUP:
            ledger.replace(group)
            group = []
        yield result
    ledger.replace(group)


class ReplayReport(Value):
    """What a replay found."""

    cleaned: int = 0
    """Outcomes whose pages were cleaned again."""
    changed: int = 0
    """Those that came out differently."""
    outcomes: dict[str, int] = Field(default_factory=dict)
    """How often one outcome became another, e.g. `rejected: too_short > article`."""
    fields: dict[str, int] = Field(default_factory=dict)
    """How often a field of a record changed that stayed what it was."""
    examples: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Up to three URLs for each of these."""
    failures: int = 0
    """Failures among the new outcomes."""
    written: bool = False
    """Whether the changes are in the job now."""


def summary(results: Iterable[Replayed], *, written: bool) -> ReplayReport:
    """Count what a replay gave."""
    totals: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    examples: defaultdict[str, list[str]] = defaultdict(list)
    for result in results:
        changed = result.changed
        totals.update(cleaned=1, changed=bool(changed), failures=isinstance(result.after, Failure))
        if label(result.before) != label(result.after):
            changed = (f"{label(result.before)} > {label(result.after)}",)
            outcomes.update(changed)
        else:
            fields.update(changed)
        for name in changed:
            examples[name] = [*examples[name], result.row.url][:_EXAMPLES]
    return ReplayReport(
        **totals,
        outcomes=dict(outcomes.most_common()),
        fields=dict(fields.most_common()),
        examples={name: tuple(urls) for name, urls in examples.items()},
        written=written,
    )


def label(record: Record) -> str:
    """`article`, `rejected: REASON` or `failed: STAGE`."""
    if isinstance(record, Article):
        return "article"
    return f"rejected: {record.reason}" if isinstance(record, Rejection) else f"failed: {record.stage}"


def _states(reason: str | None, failures: bool) -> Collection[State]:
    if reason is not None:
        return (State.REJECTED,)
    return (State.FAILED,) if failures else _OUTCOMES


def earlier(ledger: Ledger, states: Collection[State]) -> Iterator[tuple[Source, Record]]:
    """The outcomes as they stand in the job's files."""
    for source in ledger.sources(states):
        name, offset = _place(source.record)
        with (ledger.folder / name).open("rb") as file:
            file.seek(offset)
            yield source, _model(name).model_validate(json.loads(file.readline()))


def candidate(folder: Path, source: Source) -> Fetched:
    places = (_place(part) for part in source.parts)
    pages = tuple(read_page(folder / name, offset) for name, offset in places)
    return Fetched(source.row.site, pages, source.whole)


def _model(name: str) -> type[Record]:
    """The kind of record that a file holds, by its name."""
    return KINDS[name.rpartition("/")[2].partition("-")[0]]


def _place(text: str) -> tuple[str, int]:
    name, _, offset = text.rpartition(":")
    return name, int(offset)
