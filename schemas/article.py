"""The article record: what users of qingwen receive, one JSON object a line."""

from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, Field, computed_field, model_validator

from schemas._address import Address
from schemas._value import Value
from schemas.attachment import Attachment
from schemas.block import Block, Media
from schemas.credit import Credit, Place, Role
from schemas.decoding import DecodeReport
from schemas.kind import Kind

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
    DOUBTFUL = "doubtful"
    """The text may not be the article, or not all of it: little is expected of it, or words alone dropped more than a few
    hundred characters of running text beside it. `provenance["doubtful"]` says which and where."""
    CONVERTED = "converted"
    """The text was converted to Simplified; the original is kept beside it."""


class Image(Value):
    """A picture inside the article."""

    url: Address
    """Absolute where the page's URL is known."""
    caption: str | None = None
    """The printed caption with its photographer, else the alt text. None without either."""
    block: int | None = None
    """Index, in printed order, of the block it stands in. None where structure was not asked for."""
    digest: str | None = None
    """SHA-256, hex, of the downloaded file. None until a crawl has it."""


class Post(Value):
    """One reply of a thread, one answer to a question, one comment."""

    author: str | None = None
    """Name as printed. None where it could not be told."""
    published_at: AwareDatetime | None = None
    """When it was written; midnight where only the day is printed. None when unsure."""
    text: str
    """Its paragraphs, one a line."""
    floor: int | None = None
    """楼: its number in the thread, the opening post being 1. None where none is printed."""


class Quality(Value):
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
    confidence: float = 0.0
    """Expected F1 of the text against what a careful reader would take, 0 to 1, by a line model trained on labelled pages.
    It orders, it does not promise: of 477 labelled pages, by weights that know nothing of their sites, 377 above .9 have a
    mean F1 of .987, 62 from .8 to .9 .960, 26 from .6 to .8 .934, 12 below .716. 0 where nothing on the page was taken."""
    repeated_share: float = 0.0
    """Share of the characters in paragraphs that occur more than once, 0 to 1."""
    sentences: int = 0
    """Number of sentences: of 。！？… and paragraphs that end without one."""
    digit_share: float = 0.0
    """Share of digits (also full-width) among the characters, 0 to 1."""
    repeated_ngram_share: float = 0.0
    """Share of the first 100,000 characters in strings of ten that stood before, 0 to 1."""
    boilerplate_share: float | None = None
    """Share of the page's visible characters that are none of the text's, 0 to 1. None where several pages were joined."""
    tokens: int | None = None
    """Tokens of the text by a tokenizer of yours. Only `qingwen export --tokenizer` counts them."""
    perplexity: float | None = None
    """Perplexity of the text by a language model of yours: how much it surprises. Only `qingwen export --language-model`
    measures it."""


class Article(Value):
    """One article, cleaned and described."""

    url: Address | None = None
    """URL the page was fetched from. None where it is not known."""
    canonical_url: Address | None = None
    """The URL the page names as its own: link rel=canonical, og:url, 本文链接, 首发…; gateway hosts unwrapped.
    None when it names none."""
    site: str | None = None
    """Name of the site whose rules were used (`yybnet`), else the host name. None when neither is known."""
    site_digest: str | None = None
    """Which rules these were: twelve hex digits of SHA-256 over the site's file. None for the general rules alone."""
    title: str
    """Headline without the site's name, badges and ■ marks. Empty only in text that has none."""
    text: str
    """The article's paragraphs, one a line, no blank lines; of a thread, the opening post's."""
    markdown: str | None = None
    """The text with its structure as Markdown (CommonMark, GFM tables). None unless asked for."""
    html: str | None = None
    """The same as clean HTML: no script, style or class, addresses absolute. None unless asked for."""
    blocks: tuple[Block, ...] | None = None
    """The same as data, in printed order. None unless asked for."""
    kind: Kind = Kind.ARTICLE
    """What the page is."""
    posts: tuple[Post, ...] = ()
    """Replies of a thread, in printed order. Empty unless the cleaner was asked for threads."""
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
    account: str | None = None
    """The account (公众号, 头条号, 百家号, 搜狐号 …, or a user of a platform) that published it. None where the page is
    no platform's."""
    summary: str | None = None
    """导读, 摘要 or the head's description: what the page says in short. None when it says nothing."""
    credits: tuple[Credit, ...] = ()
    """Everybody named, in printed order, each with role and place."""
    section: tuple[str, ...] = ()
    """Breadcrumb from the site's root to the article's channel."""
    tags: tuple[str, ...] = ()
    """Keywords the page prints for the article."""
    images: tuple[Image, ...] = ()
    """Pictures inside the body, and lead pictures above it, in printed order."""
    media: tuple[Media, ...] = ()
    """Videos and recordings inside the body, in printed order."""
    attachments: tuple[Attachment, ...] = ()
    """附件: files linked from the body or listed below it, in printed order."""
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
    pages: tuple[Address, ...] = ()
    """URLs of all pages of a split article, in order. Empty for an article of one page."""
    next_page: Address | None = None
    """URL of the next page of a split article. None at its end and for an article of one page."""
    fetched_at: AwareDatetime | None = None
    """When the page was received. None where it is not known."""
    content_hash: str = ""
    """SHA-256, hex, of the text after NFKC and removal of all but letters and digits: equal for equal content."""
    previous_hash: str | None = None
    """`content_hash` of the version of this article that a crawl had before this one. None for the first version."""
    duplicate_group: str | None = None
    """Identifier of the 转载 group the article belongs to. None until duplicates were searched, and without copies."""
    original: str | None = None
    """URL of the copy in that group that the others were likely taken from; its place in the corpus where it has none.
    None where there is no group."""
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

    def __getitem__(self, name: str) -> Any:
        """A field by its name, as of a Scrapy item. Raises KeyError."""
        if name not in self:
            raise KeyError(name)
        return getattr(self, name)

    def __contains__(self, name: object) -> bool:
        """Whether there is a field of this name."""
        return name in type(self).model_fields or name in type(self).model_computed_fields

    def get(self, name: str, default: Any = None) -> Any:
        """A field by its name, or the default where there is none of this name."""
        return getattr(self, name) if name in self else default

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
