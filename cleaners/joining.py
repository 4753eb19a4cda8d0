"""Joining the pages of a split article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from cleaners.metadata.people.credits import merged
from cleaners.metadata.title.strings import key
from cleaners.quality import content_hash, quality
from cleaners.structure.join import join_structure
from schemas import Article, Attachment, Flag, Image, Media, Script

_PAGE_LABEL = re.compile(
    r"\W{0,3}(?:第\s?[\d一二三四五六七八九十]{1,3}\s?[页頁]|[页頁][码碼]?\s?[:：]?\s?\d{1,3}|\d{1,3}\s?[/／]\s?\d{1,3})\W{0,3}"
    r"|\W{0,3}(?:接|續|续|承)?上[页頁一][页頁]?\W{0,3}|\W{0,3}(?:未完待[续續]|[转轉接]下一?[页頁])\W{0,3}"
)
_BARE_NUMBER = re.compile(r"\W{0,3}(\d{1,3})\W{0,3}")
_TITLE_LABEL = re.compile(r"\s?[(（【\[]\s?(?:第?\s?1\s?[页頁]?|1\s?/\s?\d{1,2}|一|上)\s?[)）】\]]$")
_LEADING = 3
"""Paragraphs at the top of a page that may repeat the first page's headline or lead."""


def join(articles: Sequence[Article]) -> Article:
    """One article from its pages, given in order.

    The fields of the first page that has them stand; text, credits, images and tags are those of all pages, without
    page labels and repeated leads. `pages` lists the URLs. The flag TRUNCATED says that the last page names a
    further one. Raises ValueError for no pages.
    """
    if not articles:
        raise ValueError("no pages to join")
    first, last = articles[0], articles[-1]
    if len(articles) == 1 and not first.next_page:
        return first
    pages = [article.text.split("\n") for article in articles]
    paragraphs = _joined(pages, first.title)
    structure = join_structure(
        articles, [_left_out(pages, first.title, number) for number in range(len(pages))]
    )
    text = "\n".join(paragraphs)
    dated = next((article for article in articles if article.published_at), first)
    return first.model_copy(
        update={
            "markdown": structure.markdown,
            "html": structure.html,
            "blocks": structure.blocks,
            "title": _TITLE_LABEL.sub("", first.title) if len(articles) > 1 else first.title,
            "text": text,
            "published_at": dated.published_at,
            "published_precision": dated.published_precision,
            "published_raw": dated.published_raw,
            "updated_at": max((a.updated_at for a in articles if a.updated_at), default=None),
            "source": next((a.source for a in articles if a.source), None),
            "credits": merged(credit for article in articles for credit in article.credits),
            "section": next((a.section for a in articles if a.section), ()),
            "tags": tuple(dict.fromkeys(tag for article in articles for tag in article.tags)),
            "images": _images(articles, structure.places),
            "media": _once(medium for article in articles for medium in article.media),
            "attachments": _once(file for article in articles for file in article.attachments),
            "script": _script(articles),
            "original_text": _original(articles),
            "pages": tuple(a.url for a in articles if a.url) if len(articles) > 1 else (),
            "next_page": last.next_page,
            "content_hash": content_hash(text),
            "quality": quality(paragraphs, _link_share(articles)).model_copy(
                update={"confidence": min(article.quality.confidence for article in articles)}
            ),
            "flags": _flags(articles),
        }
    )


def _joined(pages: Sequence[Sequence[str]], title: str) -> list[str]:
    """The paragraphs of all pages; page labels, and the headline or lead that later pages repeat, left out."""
    joined: list[str] = []
    for number, page in enumerate(pages):
        left_out = _left_out(pages, title, number)
        joined += [paragraph for index, paragraph in enumerate(page) if index not in left_out]
    return joined


def _left_out(pages: Sequence[Sequence[str]], title: str, number: int) -> dict[int, str]:
    """The paragraphs of a page that the joined article does not have, by index."""
    repeated = {key(title), *(key(paragraph) for paragraph in pages[0][:_LEADING])}
    page = pages[number]
    found: dict[int, str] = {}
    for index, paragraph in enumerate(page):
        edge = index < _LEADING or index >= len(page) - 1
        labelled = edge and len(pages) > 1 and _is_label(paragraph, number + 1)
        if labelled or (number and index < _LEADING and key(paragraph) in repeated):
            found[index] = paragraph
    return found


def _is_label(paragraph: str, page: int) -> bool:
    """Whether a paragraph is a page label. A bare number is one only on the page it names: it may head a section."""
    if bare := _BARE_NUMBER.fullmatch(paragraph):
        return int(bare.group(1)) == page
    return bool(_PAGE_LABEL.fullmatch(paragraph))


def _original(articles: Sequence[Article]) -> str | None:
    """The text as printed, where any page was converted."""
    if not any(article.original_text for article in articles):
        return None
    pages = [(article.original_text or article.text).split("\n") for article in articles]
    return "\n".join(_joined(pages, articles[0].original_title or articles[0].title))


_Linked = TypeVar("_Linked", Image, Media, Attachment)


def _images(articles: Iterable[Article], places: Mapping[str, int]) -> tuple[Image, ...]:
    return tuple(
        image.model_copy(update={"block": places.get(image.url)})
        for image in _once(image for article in articles for image in article.images)
    )


def _once(found: Iterable[_Linked]) -> tuple[_Linked, ...]:
    """Each once, as it was found first."""
    once: dict[str, _Linked] = {}
    for one in found:
        once.setdefault(one.url, one)
    return tuple(once.values())


def _script(articles: Iterable[Article]) -> Script | None:
    scripts = {article.script for article in articles if article.script}
    return Script.MIXED if len(scripts) > 1 else next(iter(scripts), None)


def _link_share(articles: Sequence[Article]) -> float:
    """The pages' link shares, each weighted by its length."""
    chars = sum(article.quality.chars for article in articles)
    return sum(a.quality.link_share * a.quality.chars for a in articles) / chars if chars else 0.0


def _flags(articles: Sequence[Article]) -> tuple[Flag, ...]:
    flags = {flag for article in articles for flag in article.flags}
    if len(articles) > 1:
        flags.add(Flag.JOINED)
    if articles[-1].next_page:
        flags.add(Flag.TRUNCATED)
    return tuple(flag for flag in Flag if flag in flags)
