"""Writing up a Reading as an Article: characters, script, figures, flags."""

from __future__ import annotations

import re
from collections.abc import Callable

from cleaners.document import Body
from cleaners.normalise import clean_characters, count_private_use, detect_script, to_simplified
from cleaners.quality import content_hash, quality
from cleaners.reading import Reading
from cleaners.sites import host_of
from cleaners.version import VERSION
from schemas import Article, Credit, Flag, Image, Script

_NUMBER = re.compile(r"\d+")
_CLASSES = 3
_SELECTOR = 100  # characters of a selector that are kept


def write_article(reading: Reading, *, simplified: bool) -> Article:
    """The Article of a Reading that was judged to be one; converted to Simplified Chinese when asked."""
    printed = [clean for paragraph in reading.body.paragraphs if (clean := clean_characters(paragraph))]
    script = detect_script("\n".join(printed) or reading.title.text)
    convert = to_simplified if simplified and script in (Script.HANT, Script.MIXED) else _as_printed
    paragraphs = convert("\n".join(printed)).split("\n") if printed else []
    title, text = convert(reading.title.text), "\n".join(paragraphs)
    converted = convert is to_simplified and paragraphs != printed
    doc, found = reading.doc, reading.metadata
    return Article(
        url=doc.url,
        canonical_url=found.canonical_url,
        site=_site(reading),
        title=title,
        text=text,
        published_at=found.published_at,
        published_precision=found.published_precision,
        published_raw=found.published_raw,
        updated_at=found.updated_at,
        source=_optional(convert, found.source),
        credits=tuple(Credit(name=convert(c.name), role=c.role, place=c.place) for c in found.credits),
        section=tuple(map(convert, found.section)),
        tags=tuple(map(convert, found.tags)),
        images=tuple(Image(url=i.url, caption=_optional(convert, i.caption)) for i in found.images),
        source_title=_optional(convert, reading.title.source_title),
        script=script,
        language="zh" if script else "und",
        original_title=reading.title.text if converted else None,
        original_text="\n".join(printed) if converted else None,
        encoding=reading.encoding,
        next_page=found.next_page,
        fetched_at=doc.fetched_at,
        content_hash=content_hash(text),
        quality=quality(paragraphs, reading.body.link_share),
        provenance={**found.provenance, "text": _container(reading.body)},
        flags=_flags(reading, text, converted),
        cleaner_version=VERSION,
    )


def _as_printed(text: str) -> str:
    return text


def _optional(convert: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else convert(text)


def _site(reading: Reading) -> str | None:
    doc = reading.doc
    if doc.profile.name != "generic":
        return doc.profile.name
    return host_of(doc.url) or None


def _container(body: Body) -> str:
    """The element the text stood in, as a selector. Numbers become 0: a template is the same on every page."""
    element = body.container
    if element is None:
        return "lines"
    ident = f"#{element.get('id')}" if element.get("id") else ""
    classes = "".join(f".{name}" for name in (element.get("class") or "").split()[:_CLASSES])
    return _NUMBER.sub("0", f"{element.tag}{ident}{classes}"[:_SELECTOR])


def _flags(reading: Reading, text: str, converted: bool) -> tuple[Flag, ...]:
    holds = {
        Flag.GARBLED: reading.pinyin.garbled or "\ufffd" in text or count_private_use(text) > 0,
        Flag.TRUNCATED: reading.body.truncated,
        Flag.PINYIN: reading.pinyin.removed > 0,
        Flag.CONVERTED: converted,
    }
    return tuple(flag for flag, held in holds.items() if held)
