"""Why an article came out as it did: every block with the rule that kept or dropped it, every field with its origin."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from cleaners.cleaner import Cleaner
from cleaners.errors import Rejected
from cleaners.metadata import Metadata
from cleaners.metadata.title.strings import key
from cleaners.reading import Reading, read_page
from cleaners.readings.anchor import repeats_title
from cleaners.structure import Format
from cleaners.writing import selector
from schemas import Article, Credit, Page, Rejection

_MARKDOWN: tuple[Format, ...] = ("markdown",)
_DERIVED = frozenset(
    ["text", "quality", "content_hash", "provenance", "cleaner_version", "schema_version", "original_text"]
)
"""Fields that follow from the text; they have no origin of their own."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the page, in the page's order."""

    text: str
    kept: bool
    rule: str
    """A Rule."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that the page may mean for a field."""

    value: str
    """As text."""
    origin: str
    """Where it stands."""
    weight: float
    """0 to about 1.5: from .5 on it can be taken, the greatest is."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the Article."""

    name: str
    value: str
    """As text; '' where the field is empty."""
    origin: str
    """Where it was read, '' where the page does not give it."""
    candidates: tuple[Candidate, ...] = ()
    """Everything the page may mean for it, taken or not."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One reading of the page: a title line, a box, and what would be the article then."""

    title: str
    """The title, '' where none of its lines counts."""
    box: str
    """The box as a selector; `lines` where the page has none that holds text."""
    chars: int
    """Characters of its text."""
    confidence: float
    """Expected F1 of its text, 0 to 1."""
    score: float
    """All figures together; the highest was taken."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one page was read."""

    url: str | None
    title: str
    outcome: Article | Rejection
    blocks: tuple[Block, ...]
    """Every line of visible or hidden text; empty where the page could not be read at all."""
    fields: tuple[Field, ...]
    """Fields of the Article; empty for a Rejection."""
    readings: tuple[Tried, ...] = ()
    """Every reading that was weighed, the one that was taken first."""
    markdown: str = ""
    """The text with its structure; '' for a Rejection."""
    original: str = field(default="", repr=False)
    """The page's own markup as it was read, unsafe as it came: `data-run` on an element holds the indexes of the blocks
    whose text stands directly in it."""


def explain(page: Page, cleaner: Cleaner | None = None) -> Explanation:
    """How a page is read by a cleaner, `Cleaner()` if none is given; the outcome is that of its `process`. Never raises
    on bad input: what cannot be read is explained by its Rejection."""
    cleaner = cleaner or Cleaner()
    try:
        reading = read_page(page, cleaner.sites, cleaner.wanted)
    except Rejected as rejected:
        return Explanation(page.url, "", rejected.rejection, (), ())
    outcome = cleaner.outcome(reading)
    return Explanation(
        url=page.url,
        title=reading.title.text,
        outcome=outcome,
        blocks=_blocks(reading),
        fields=_fields(outcome, reading.metadata) if isinstance(outcome, Article) else (),
        readings=_readings(reading),
        markdown=_markdown(reading, cleaner) if isinstance(outcome, Article) else "",
        original=_original(reading),
    )


def _markdown(reading: Reading, cleaner: Cleaner) -> str:
    written = replace(cleaner, formats=_MARKDOWN).outcome(reading)
    return (written.markdown or "") if isinstance(written, Article) else ""


def _original(reading: Reading) -> str:
    """Marks the tree, which nobody reads any more."""
    if reading.doc.tree is None:
        return ""
    for index, run in enumerate(reading.doc.runs):
        if run.block is not None:
            run.block.set("data-run", f"{run.block.get('data-run', '')} {index}".strip())
    return etree.tostring(reading.doc.tree, encoding="unicode", method="html")


def _readings(reading: Reading) -> tuple[Tried, ...]:
    runs = reading.doc.runs
    return tuple(
        Tried(
            title=one.reading.title.text if one.reading.title.run is not None else "",
            box=selector(one.reading.box.element) if one.reading.box is not None else "lines",
            chars=sum(len(runs[at].text) for at in one.reading.kept),
            confidence=round(one.confidence, 3),
            score=round(one.score, 2),
        )
        for one in reading.picked.readings
    )


def _blocks(reading: Reading) -> tuple[Block, ...]:
    wanted = key(reading.title.text)
    blocks = []
    for index, run in enumerate(reading.doc.runs):
        rule = reading.body.rules[index] or run.junk
        if not rule:
            place = "before" if index < reading.body.start else "after"
            rule = "title" if repeats_title(run, wanted) else place
        blocks.append(Block(run.text, rule == "body", rule))
    return tuple(blocks)


def _fields(article: Article, metadata: Metadata) -> tuple[Field, ...]:
    values = article.model_dump(mode="json", exclude=set(_DERIVED))
    return tuple(
        Field(name, _shown(value), article.provenance.get(name, ""), _candidates(metadata, name))
        for name, value in values.items()
    )


def _candidates(metadata: Metadata, name: str) -> tuple[Candidate, ...]:
    choice = metadata.choices.get(name)
    found = [
        Candidate(_in_words(found.value), found.where, round(found.weight, 2))
        for found in (choice.candidates if choice else ())
    ]
    return tuple(sorted(found, key=lambda one: -one.weight))


def _in_words(value: object) -> str:
    if isinstance(value, Credit):
        return f"{value.name} ({value.role.value})"
    return " / ".join(map(str, value)) if isinstance(value, tuple) else str(getattr(value, "url", value))


def _shown(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        first, *others = (shown for item in value.values() if item and (shown := _shown(item)))
        return f"{first} ({', '.join(others)})" if others else first
    return str(value)
