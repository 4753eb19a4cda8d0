"""How the bytes of a page were read."""

from enum import StrEnum

from pydantic import Field

from schemas._value import Value


class DeclaredBy(StrEnum):
    """Where a charset label was found."""

    HEADER = "header"
    """The HTTP Content-Type header."""
    META = "meta"
    """A `<meta>` tag, well formed or not."""
    XML = "xml"
    """The XML declaration."""


class DecodeMethod(StrEnum):
    """The step of the ladder that decided."""

    TEXT = "text"
    """The caller passed text, nothing was decoded."""
    BOM = "bom"
    """A byte order mark."""
    UTF8 = "utf8"
    """The bytes are valid UTF-8."""
    DECLARED = "declared"
    """The declared label, widened to its superset (gb2312 to gb18030, big5 to big5hkscs), fits."""
    SCORED = "scored"
    """Candidates were decoded and the one that reads most like Chinese was taken."""
    DETECTED = "detected"
    """The page is not Chinese: the script it reads as, or charset-normalizer, decided."""


class DecodeReport(Value):
    """What a page said of its encoding, and what was done."""

    encoding: str
    """Python codec name the text was read with, e.g. `utf-8`, `gb18030`, `big5hkscs`."""

    method: DecodeMethod
    """The step that decided."""

    declared: str | None = None
    """Label as printed, lower case. None when the page declares none."""

    declared_by: DeclaredBy | None = None
    """Where the label stood. None when the page declares none."""

    replaced: int = Field(default=0, ge=0)
    """Number of byte sequences that could not be read: they stand as U+FFFD, or as 锟斤拷, in the text."""

    mended: str | None = None
    """How a doubly encoded page was undone, e.g. `latin-1>gb18030`. None for an ordinary page."""
