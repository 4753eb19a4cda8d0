"""The article record: what users of qingwen receive, one JSON object a line."""

from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, Field, computed_field, model_validator

from schemas._record import Record
from schemas.credit import Credit, Place, Role
from schemas.decoding import DecodeReport

SCHEMA_VERSION = "1.0"


class Precision(StrEnum):
    """How exactly a date was printed."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Script(StrEnum):
    """The script a page was printed in."""

    HANS = "hans"
    """Simplified"""
    HANT = "hant"
    """Traditional"""
    MIXED = "mixed"
    """Paragraphs of both"""


class Flag(StrEnum):
    """Something a reader of the record should know."""

    GARBLED = "garbled"
    """Some characters are lost and could not be repaired."""
    TRUNCATED = "truncated"
    """A fold, a paywall or a missing page: the text is not whole."""
    JOINED = "joined"
    """Several pages were joined."""
    PINYIN = "pinyin"
    """Readings that a mirror had inserted were taken out."""
    CONVERTED = "converted"
    """The text was converted to Simplified; the original is kept beside it."""


class Image(Record):
    """A picture inside the article."""

    url: str
    """Absolute where the page's URL is known."""
    caption: str | None = None
    """The caption, or None."""


class Quality(Record):
    """Figures about the text. They describe, they do not judge."""

    chars: int = 0
    """Characters of the text, blanks not counted."""
    han_share: float = 0.0
    """Share of those that are Han characters, 0 to 1."""
    paragraphs: int = 0
    """Number of paragraphs."""
    punctuation_share: float = 0.0
    """Share of Chinese punctuation marks among the characters, 0 to 1; running text has .05 to .15."""
    link_share: float = 0.0
    """Share of the text that stood inside links, 0 to 1."""
    repeated_share: float = 0.0
    """Share of the characters in paragraphs that occur more than once, 0 to 1."""


class Article(Record):
    """One article, cleaned and described."""

    url: str | None = None
    """URL the page was fetched from. None where it is not known."""
    canonical_url: str | None = None
    """The URL the page names as its own: link rel=canonical, og:url, 本文链接, 首发…; gateway hosts unwrapped.
    None when it names none."""
    site: str | None = None
    """Name of the site profile (`yybnet`), else the host name. None when neither is known."""
    title: str
    """Headline without the site's name, badges and ■ marks. Empty only in text that has none."""
    text: str
    """The article's paragraphs, one a line, no blank lines."""
    published_at: AwareDatetime | None = None
    """First publication of the article itself, Asia/Shanghai unless the page says otherwise. None when unsure."""
    published_precision: Precision | None = None
    """How exactly it was printed. None when there is no date."""
    published_raw: str | None = None
    """The date as printed. None when there is no date."""
    updated_at: AwareDatetime | None = None
    """Last change or repost named by the page. None when it names none."""
    source: str | None = None
    """来源: the outlet the page credits. None when none is printed."""
    credits: tuple[Credit, ...] = ()
    """Everybody named, in printed order, each with role and place."""
    section: tuple[str, ...] = ()
    """Breadcrumb from the site's root to the article's channel."""
    tags: tuple[str, ...] = ()
    """Keywords the page prints for the article."""
    images: tuple[Image, ...] = ()
    """Pictures inside the body."""
    source_title: str | None = None
    """原标题: the headline of the original when the page names one. None otherwise."""
    script: Script | None = None
    """Script the page was printed in. None for text without Han characters."""
    language: str | None = None
    """BCP 47 language: `zh`, or `und` where it could not be told."""
    original_title: str | None = None
    """The title as printed, where it was converted. None otherwise."""
    original_text: str | None = None
    """The text as printed, where it was converted. None otherwise."""
    encoding: DecodeReport | None = None
    """How the bytes were read. None for text input."""
    pages: tuple[str, ...] = ()
    """URLs of all pages of a split article, in order. Empty for an article of one page."""
    next_page: str | None = None
    """URL of the next page of a split article. None at its end and for an article of one page."""
    fetched_at: AwareDatetime | None = None
    """When the page was received. None where it is not known."""
    content_hash: str = ""
    """SHA-256, hex, of the text after NFKC and removal of all but letters and digits: equal for equal content."""
    previous_hash: str | None = None
    """`content_hash` of the version of this article that a crawl had before this one. None for the first version."""
    duplicate_group: str | None = None
    """Identifier of the 转载 group the article belongs to. None until duplicates were searched."""
    quality: Quality = Quality()
    """Figures about the text."""
    provenance: dict[str, str] = Field(default_factory=dict)
    """Field name to the rule that filled it, e.g. `published_at: line under the title`."""
    flags: tuple[Flag, ...] = ()
    """What a reader should know."""
    cleaner_version: str = ""
    """Version of `cleaners` that made the record."""
    schema_version: str = SCHEMA_VERSION
    """Version of this schema."""

    @model_validator(mode="before")
    @classmethod
    def _without_derived(cls, data: Any) -> Any:
        """A record read back from JSON carries the derived fields; they are derived anew."""
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if key not in ("authors", "editors")}
        return data

    def named(self, *roles: Role) -> tuple[str, ...]:
        """Names credited with one of the roles, each once, in printed order."""
        return tuple(dict.fromkeys(c.name for c in self.credits if c.role in roles))

    @computed_field  # type: ignore[prop-decorator]  # mypy cannot see through a decorated property
    @property
    def authors(self) -> tuple[str, ...]:
        """Who signed the article: authors, and reporters of a byline or sign-off. A reporter named only in the
        dateline (`新华社巴黎12月9日电(记者…)`) is in `credits`: the dispatch itself is unsigned."""
        signed = (
            c.name
            for c in self.credits
            if c.role is Role.AUTHOR or (c.role is Role.REPORTER and c.place is not Place.OPENING)
        )
        return tuple(dict.fromkeys(signed))

    @computed_field  # type: ignore[prop-decorator]  # as above
    @property
    def editors(self) -> tuple[str, ...]:
        """Who edited the article."""
        return self.named(Role.EDITOR)
