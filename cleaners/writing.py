"""Writing up a Reading as an Article: characters, script, figures, flags."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import singledispatch
from typing import Any

from lxml import etree

from cleaners.document import Body, Document
from cleaners.metadata.pictures import Picture
from cleaners.normalise import clean_characters, count_private_use, detect_script, to_simplified
from cleaners.quality import content_hash, quality
from cleaners.reading import Reading
from cleaners.sites import GENERIC, host_of
from cleaners.structure import Format, write_structure
from cleaners.version import VERSION
from schemas import Article, Attachment, Credit, Flag, Image, Media, Post, Script

_NUMBER = re.compile(r"\d+")
_CLASSES = 3
_AS_PRINTED = ("published_raw",)
"""Fields whose words are not converted."""
_ADDRESS = ("http://", "https://")
_SELECTOR = 100  # characters of a selector that are kept


def write_article(reading: Reading, *, simplified: bool, formats: Collection[Format] = ()) -> Article:
    """The Article of a Reading that was judged to be one; converted to Simplified Chinese when asked, its structure
    written in the formats asked for."""
    cleaned = [_indent(paragraph) + clean_characters(paragraph) for paragraph in reading.body.paragraphs]
    printed = list(filter(None, cleaned))
    script = detect_script("\n".join(printed) or reading.title.text)
    rewrite = to_simplified if simplified and script in (Script.HANT, Script.MIXED) else _as_printed
    paragraphs = rewrite("\n".join(printed)).split("\n") if printed else []
    printed_title = clean_characters(reading.title.text)
    title, text = rewrite(printed_title), "\n".join(paragraphs)
    converted = rewrite is to_simplified and paragraphs != printed

    def convert(value: str) -> str:
        return rewrite(clean_characters(value))

    doc, found = reading.doc, reading.metadata
    written = iter(paragraphs)
    final = [next(written) if text else "" for text in cleaned]
    structure = write_structure(reading, final, convert, formats)
    fields = {
        name: in_record(value, clean_characters if name in _AS_PRINTED else convert)
        for name, value in found.values.items()
    }
    if structure.places:
        fields["images"] = tuple(
            image.model_copy(update={"block": structure.places.get(image.url)})
            for image in fields.get("images", ())
        )
    return Article(
        url=doc.url,
        site=_site(reading),
        site_digest=None if doc.site.name == GENERIC.name else doc.site.digest,
        title=title,
        text=text,
        markdown=structure.markdown,
        html=structure.html,
        blocks=structure.blocks,
        source_title=in_record(reading.title.source_title, convert) or None,
        kind=reading.verdict.kind,
        posts=_posts(reading, convert),
        script=script,
        language="zh" if script else "und",
        original_title=printed_title if converted else None,
        original_text="\n".join(printed) if converted else None,
        encoding=reading.encoding,
        fetched_at=doc.fetched_at,
        content_hash=content_hash(text),
        quality=quality(paragraphs, reading.body.link_share, _visible(doc)).model_copy(
            update={"confidence": reading.body.confidence}
        ),
        provenance={
            "title": reading.title.where,
            **found.provenance,
            **_doubts(reading),
            "text": _container(reading.body),
        },
        flags=_flags(reading, text, converted),
        cleaner_version=VERSION,
        **fields,
    )


@singledispatch
def in_record(value: Any, convert: Callable[[str], str]) -> Any:
    """A value of the metadata as it stands in the record: its words clean, in the script asked for. Addresses, dates
    and figures stay as they are."""
    return value


@in_record.register
def _(value: str, convert: Callable[[str], str]) -> str | None:
    return value if value.startswith(_ADDRESS) and " " not in value else convert(value) or None


@in_record.register
def _(value: tuple, convert: Callable[[str], str]) -> tuple[Any, ...]:  # type: ignore[type-arg]  # singledispatch wants the bare class
    return tuple(entry for entry in (in_record(entry, convert) for entry in value) if entry is not None)


@in_record.register
def _(value: Credit, convert: Callable[[str], str]) -> Credit | None:
    name = convert(value.name)
    return Credit(name=name, role=value.role, place=value.place) if name else None


@in_record.register
def _(value: Picture, convert: Callable[[str], str]) -> Image:
    return Image(url=value.url, caption=in_record(value.caption, convert))


@in_record.register
def _(value: Media, convert: Callable[[str], str]) -> Media:
    return value.model_copy(update={"title": convert(value.title) or None}) if value.title else value


@in_record.register
def _(value: Attachment, convert: Callable[[str], str]) -> Attachment:
    return value.model_copy(update={"name": convert(value.name) or value.name})


def _visible(doc: Document) -> int:
    """Characters of a page that a reader sees, blanks not counted."""
    return len("".join("".join([run.text for run in doc.runs]).split()))


def _indent(line: str) -> str:
    """The blanks before a line of code; no other line has any."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def _as_printed(text: str) -> str:
    return text


def _posts(reading: Reading, convert: Callable[[str], str]) -> tuple[Post, ...]:
    thread = reading.verdict.thread
    return tuple(
        Post(
            author=in_record(post.author, convert) or None,
            published_at=post.time,
            text=convert("\n".join(filter(None, map(clean_characters, post.text)))),
            floor=post.floor,
        )
        for post in (thread.replies if thread and thread.asked else ())
    )


def _site(reading: Reading) -> str | None:
    doc = reading.doc
    if doc.site.name != "generic":
        return doc.site.name
    return host_of(doc.url) or None


def _container(body: Body) -> str:
    return "lines" if body.container is None else selector(body.container)


def selector(element: etree._Element) -> str:
    """An element as a selector. Numbers become 0: a template is the same on every page."""
    ident = f"#{element.get('id')}" if element.get("id") else ""
    classes = "".join(f".{name}" for name in (element.get("class") or "").split()[:_CLASSES])
    return _NUMBER.sub("0", clean_characters(f"{element.tag}{ident}{classes}")[:_SELECTOR])


def _doubts(reading: Reading) -> dict[str, str]:
    return {"doubtful": reading.body.doubtful} if reading.body.doubtful else {}


def _flags(reading: Reading, text: str, converted: bool) -> tuple[Flag, ...]:
    holds = {
        Flag.GARBLED: reading.pinyin.garbled
        or "\ufffd" in text
        or count_private_use(f"{reading.title.text}\n{text}") > 0,
        Flag.TRUNCATED: reading.body.truncated,
        Flag.PINYIN: reading.pinyin.removed > 0,
        Flag.DOUBTFUL: bool(reading.body.doubtful),
        Flag.CONVERTED: converted,
    }
    return tuple(flag for flag, held in holds.items() if held)
