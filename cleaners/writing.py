"""Writing up a Reading as an Article: characters, script, figures, flags."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, singledispatch
from typing import Any

from lxml import etree

from cleaners.document import Body, Document
from cleaners.metadata import Metadata
from cleaners.metadata.pictures import Picture
from cleaners.normalise import clean_characters, count_private_use, detect_script, to_simplified
from cleaners.quality import content_hash, quality
from cleaners.reading import Reading
from cleaners.sites import GENERIC, host_of
from cleaners.structure import Format, write_structure
from cleaners.version import VERSION
from schemas import Article, Attachment, Credit, Flag, Image, Media, Post, Quality, Script

_NUMBER = re.compile(r"\d+")
_CLASSES = 3
_AS_PRINTED = ("published_raw",)
"""Fields whose words are not converted."""
_ADDRESS = ("http://", "https://")
_SELECTOR = 100  # characters of a selector that are kept


@dataclass(frozen=True)
class _Wording:
    """The text of a reading, in the characters and the script of the record."""

    cleaned: list[str]
    """Each paragraph of the reading in clean characters; '' where nothing of it is left."""
    script: Script | None
    rewrite: Callable[[str], str]

    @classmethod
    def of(cls, reading: Reading, simplified: bool) -> _Wording:
        cleaned = [_indent(paragraph) + clean_characters(paragraph) for paragraph in reading.body.paragraphs]
        script = detect_script("\n".join(filter(None, cleaned)) or reading.title.text)
        traditional = script in (Script.HANT, Script.MIXED)
        return cls(cleaned, script, to_simplified if simplified and traditional else _as_printed)

    @cached_property
    def printed(self) -> list[str]:
        """The paragraphs in the script of the page."""
        return list(filter(None, self.cleaned))

    @cached_property
    def paragraphs(self) -> list[str]:
        return self.rewrite("\n".join(self.printed)).split("\n") if self.printed else []

    @cached_property
    def final(self) -> list[str]:
        """What each paragraph of the reading became."""
        written = iter(self.paragraphs)
        return [next(written) if text else "" for text in self.cleaned]

    @property
    def converted(self) -> bool:
        return self.rewrite is to_simplified and self.paragraphs != self.printed

    def convert(self, value: str) -> str:
        return self.rewrite(clean_characters(value))


def write_article(reading: Reading, *, simplified: bool, formats: Collection[Format] = ()) -> Article:
    """The Article of a Reading that was judged to be one; converted to Simplified Chinese when asked, its structure
    written in the formats asked for."""
    words, doc = _Wording.of(reading, simplified), reading.doc
    structure = write_structure(reading, words.final, words.convert, formats)
    text, title = "\n".join(words.paragraphs), clean_characters(reading.title.text)
    return Article(
        url=doc.url,
        site=_site(reading),
        site_digest=None if doc.site.name == GENERIC.name else doc.site.digest,
        title=words.rewrite(title),
        text=text,
        markdown=structure.markdown,
        html=structure.html,
        blocks=structure.blocks,
        source_title=in_record(reading.title.source_title, words.convert) or None,
        kind=reading.verdict.kind,
        posts=_posts(reading, words.convert),
        script=words.script,
        language="zh" if words.script else "und",
        original_title=title if words.converted else None,
        original_text="\n".join(words.printed) if words.converted else None,
        encoding=reading.encoding,
        fetched_at=doc.fetched_at,
        content_hash=content_hash(text),
        quality=_quality(reading, words.paragraphs),
        provenance=_provenance(reading),
        flags=_flags(reading, text, words.converted),
        cleaner_version=VERSION,
        **_fields(reading.metadata, words.convert, structure.places),
    )


def _fields(found: Metadata, convert: Callable[[str], str], places: Mapping[str, int]) -> dict[str, Any]:
    """The metadata as it stands in the record; pictures with the block that they stand in."""
    fields = {
        name: in_record(value, clean_characters if name in _AS_PRINTED else convert)
        for name, value in found.values.items()
    }
    if places:
        fields["images"] = tuple(
            image.model_copy(update={"block": places.get(image.url)}) for image in fields.get("images", ())
        )
    return fields


def _quality(reading: Reading, paragraphs: Sequence[str]) -> Quality:
    measured = quality(paragraphs, reading.body.link_share, _visible(reading.doc))
    return measured.model_copy(update={"confidence": reading.body.confidence})


def _provenance(reading: Reading) -> dict[str, str]:
    """Which rule found each field."""
    doubts = {"doubtful": reading.body.doubtful} if reading.body.doubtful else {}
    return {
        "title": reading.title.where,
        **reading.metadata.provenance,
        **doubts,
        "text": _container(reading.body),
    }


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
