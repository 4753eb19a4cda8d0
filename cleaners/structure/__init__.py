"""The body with its structure: blocks of the kept text, written as Markdown, HTML or data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from cleaners.structure.html import html
from cleaners.structure.markdown import markdown
from cleaners.structure.publish import publish
from cleaners.structure.read import read_blocks
from cleaners.structure.written import Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from cleaners.reading import Reading

__all__ = ["Format", "Structure", "formats_of", "write_structure"]

Format = Literal["markdown", "html", "blocks"]
"""What can be written of the structure."""


def formats_of(names: Iterable[str]) -> tuple[Format, ...]:
    """Formats by name. Raises ValueError for a name that is none."""
    known: dict[str, Format] = {name: name for name in get_args(Format)}
    wrong = next((name for name in names if name not in known), None)
    if wrong is not None:
        raise ValueError(f"no format {wrong!r}: there are {', '.join(known)}")
    return tuple(known[name] for name in names)


def write_structure(
    reading: Reading, final: Sequence[str], convert: Callable[[str], str], formats: Collection[Format]
) -> Structure:
    """The structure of a reading in the formats asked for; nothing is done for none.

    `final` are the body's paragraphs as the text prints them, '' where nothing is left of one; `convert` turns other
    words of the page (captions, titles) into what the article says.
    """
    if not formats:
        return Structure()
    blocks = read_blocks(reading.doc, reading.body, reading.metadata.pictures, final, convert)
    return Structure(
        markdown=markdown(blocks) if "markdown" in formats else None,
        html=html(blocks) if "html" in formats else None,
        blocks=publish(blocks) if "blocks" in formats else None,
        places={
            inner.url: place for place, block in enumerate(blocks) for inner in block.walk() if inner.url
        },
    )
