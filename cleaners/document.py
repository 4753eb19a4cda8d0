"""The page as the cleaning steps see it: one tree, walked once into runs of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.sites import Site


@dataclass(slots=True, eq=False)
class Box:
    """A block element, and which runs stand inside it. Runs are in document order, so they are a range."""

    element: etree._Element
    tag: str
    parent: Box | None
    """None for the root."""
    junk: str
    """The rule that marks this box as junk; or ''."""
    mark: str
    """Its own junk rule or that of a box around it; or ''."""
    start: int
    """Index of its first run."""
    end: int = 0
    """Index one past its last run."""
    name: str = ""
    """Its class."""
    folded: bool = False
    """It or a box around it is hidden as the page was sent, and shown by a script or a click: evidence, not a verdict."""


def boxes_around(box: Box | None) -> Iterator[Box]:
    """The box, and those around it up to the root."""
    while box is not None:
        yield box
        box = box.parent


@dataclass(slots=True, eq=False)
class Run:
    """A stretch of text that a reader sees as one line: inline tags join, block tags and <br> split.

    Nothing is written into it after the walk; what a step finds out is a value of that step's own.
    """

    text: str
    """White space collapsed and trimmed; never empty. Text of a hidden inline element is not in it."""
    block: etree._Element | None
    """The innermost block element around it. None in text mode."""
    link_chars: int = 0
    """How many of its characters stand inside links."""
    junk: str = ""
    """The rule that marks a box around it as junk (`share`, `hidden`), or ''. Evidence, not yet a verdict."""
    box: Box | None = None
    """The box of `block`. None in text mode."""


@dataclass(slots=True, eq=False)
class Document:
    """Everything the steps after parsing may look at."""

    runs: list[Run]
    """All visible text, in document order."""
    site: Site
    """What is known of the site; the generic one when nothing is."""
    tree: etree._Element | None = None
    """The root element. None in text mode."""
    html: str = ""
    """The decoded source. '' in text mode."""
    url: str | None = None
    fetched_at: datetime | None = None
    metas: dict[str, str] = field(default_factory=dict)
    """`<meta>` name, property or itemprop (lower case) to its first non-empty content; also `title`, the text of
    <title>, and `canonical`, the href of <link rel=canonical>."""
    json_ld: list[dict[str, Any]] = field(default_factory=list)
    """Every object of every JSON-LD script, @graph unfolded; malformed scripts are skipped."""
    stated: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    """Values of its scripts by the paths that were asked for, each read once."""


@dataclass(slots=True, frozen=True)
class Body:
    """The article's text and where it stands."""

    paragraphs: tuple[str, ...]
    """Clean paragraphs, in order; not yet script-converted."""
    start: int
    """Index of the first run of the article (its header, title and byline, stands before)."""
    end: int
    """Index one past its last run (sign-offs cut from its tail stand at or after it)."""
    container: etree._Element | None = None
    """The element chosen as the article's container. None in text mode."""
    link_share: float = 0.0
    """Share of the text that stood inside links."""
    truncated: bool = False
    """A fold or paywall cut it."""
    rules: tuple[str, ...] = ()
    """The verdict on each run of the document: `body`, or the rule that dropped it; '' before start and after end."""
    kept: tuple[int, ...] = ()
    """Indexes of the runs whose text it is."""
    confidence: float = 0.0
    """Expected F1 of the text against what a careful reader would take, 0 to 1."""
    doubtful: str = ""
    """Why the text may not be the article, or not all of it; '' where nothing speaks against it."""
