"""The structure of several pages as that of one article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from cleaners.metadata.title.strings import key
from cleaners.structure.written import Structure
from schemas.block import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from schemas import Article, Block

_TAG = re.compile(r"<[^<>]*>")


def join_structure(articles: Sequence[Article], left_out: Sequence[Mapping[int, str]]) -> Structure:
    """What the pages have, one after another, without the paragraphs that the joined text leaves out of each. A format
    that a page lacks is lacking."""
    markdown = [article.markdown.split("\n\n") for article in articles if article.markdown is not None]
    html = [article.html.split("\n") for article in articles if article.html is not None]
    blocks = [list(article.blocks) for article in articles if article.blocks is not None]
    joined = tuple(_without(blocks, left_out, _said)) if len(blocks) == len(articles) else None
    return Structure(
        markdown="\n\n".join(_without(markdown, left_out, key)) if len(markdown) == len(articles) else None,
        html="\n".join(_without(html, left_out, lambda line: key(_TAG.sub("", line))))
        if len(html) == len(articles)
        else None,
        blocks=joined,
        places={block.url: place for place, block in enumerate(joined or ()) if isinstance(block, Picture)},
    )


_Part = TypeVar("_Part")


def _without(
    pages: Sequence[list[_Part]], left_out: Sequence[Mapping[int, str]], said: Callable[[_Part], str]
) -> list[_Part]:
    """The parts of all pages; of each page the first that says what is left out goes."""
    found: list[_Part] = []
    for parts, paragraphs in zip(pages, left_out, strict=True):
        unwanted = [key(paragraph) for paragraph in paragraphs.values()]
        for part in parts:
            words = said(part)
            if words in unwanted:
                unwanted.remove(words)
            else:
                found.append(part)
    return found


def _said(block: Block) -> str:
    return key("".join(span.text for span in getattr(block, "content", ())))
