"""Why an article came out as it did: every block with the rule that kept or dropped it, every field with its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cleaners.body.anchor import letters, repeats_title
from cleaners.errors import Rejected
from cleaners.reading import Reading, read_page
from cleaners.writing import write_article
from schemas import Article, Page, Reason, Rejection

RULES: dict[str, str] = {
    "body": "text of the article",
    "title": "prints the title",
    "before": "stands before the article",
    "after": "stands after the article",
    "link": "a link",
    "byline": "names an author, source or reporter",
    "editor": "names an editor",
    "dateline": "date and source",
    "title_note": "names the original headline",
    "crumb": "where the page stands in the site",
    "share": "share buttons",
    "tool": "buttons of the page",
    "pagination": "page numbers",
    "neighbour": "previous or next article",
    "more": "leads to more elsewhere",
    "keyword": "keywords",
    "tags": "keywords",
    "disclaimer": "disclaimer or copyright",
    "promotion": "asks to scan, follow, download or subscribe",
    "merchant": "price or address of a shop",
    "contact": "telephone, mail",
    "counter": "a counter",
    "label": "a label with nothing behind it",
    "vote": "a poll or rating",
    "comment": "comments",
    "video": "a video player",
    "related": "other stories",
    "teaser": "headline and snippet of another story",
    "next article": "the next article of an endless page",
    "end": "end mark",
    "noise": "a line the site's profile drops",
    "profile": "a box the site's profile drops",
    "hidden": "hidden from the reader",
    "repeat": "repeats the line above",
    "stray": "a short line apart from the paragraphs",
    "navigation": "box named like navigation",
    "header": "box named like a page header",
    "footer": "box named like a page footer",
    "sidebar": "box named like a side bar",
    "advertisement": "box named like an advertisement",
    "user": "box named like a user card",
    "dialog": "box named like a dialog",
    "apparatus": "contents, references or info box",
}
"""What each rule means, for people."""

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
    """A key of RULES."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the Article."""

    name: str
    value: str
    """As text; '' where the field is empty."""
    origin: str
    """Where it was read, '' where the page does not give it."""


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


def explain(page: Page) -> Explanation:
    """How a page was read. Never raises on bad input: what cannot be read is explained by its Rejection."""
    try:
        reading = read_page(page)
    except Rejected as rejected:
        return Explanation(page.url, "", rejected.rejection, (), ())
    outcome = _outcome(reading)
    fields = _fields(outcome) if isinstance(outcome, Article) else ()
    return Explanation(page.url, reading.title.text, outcome, _blocks(reading), fields)


def _outcome(reading: Reading) -> Article | Rejection:
    if reading.verdict is None:
        return write_article(reading, simplified=False)
    reason, detail = reading.verdict
    return Rejection(
        url=reading.doc.url, reason=Reason(reason), detail=detail, fetched_at=reading.doc.fetched_at
    )


def _blocks(reading: Reading) -> tuple[Block, ...]:
    wanted = letters(reading.title.text)
    blocks = []
    for index, run in enumerate(reading.doc.runs):
        rule = run.verdict or run.junk
        if not rule:
            place = "before" if index < reading.body.start else "after"
            rule = "title" if repeats_title(run, wanted) else place
        blocks.append(Block(run.text, rule == "body", rule))
    return tuple(blocks)


def _fields(article: Article) -> tuple[Field, ...]:
    values = article.model_dump(mode="json", exclude=set(_DERIVED))
    return tuple(
        Field(name, _shown(value), article.provenance.get(name, "")) for name, value in values.items()
    )


def _shown(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        return " ".join(shown for item in value.values() if (shown := _shown(item)))
    return str(value)
