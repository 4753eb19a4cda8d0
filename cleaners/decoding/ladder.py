"""The ladder: which codec a page's bytes are read with, and the text they give."""

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from cleaners.decoding import resync
from cleaners.decoding.declared import Headers, Label, find_labels
from cleaners.decoding.mojibake import mend
from cleaners.decoding.reading import CHINESE, chinese
from schemas import DeclaredBy, DecodeMethod, DecodeReport

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TWO_BYTE = ("gb18030", "big5hkscs")
_FOREIGN = [
    "cp932",
    "euc_jp",
    "cp949",
    "cp1251",
    "koi8_r",
    "cp1252",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1256",
    "cp874",
]
_DETECTION_SAMPLE = 32 * 1024
_NEARLY_CLEAN = 0.02
_ASCII = bytes(range(128))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, and how it was read."""

    text: str
    report: DecodeReport

    @property
    def encoding(self) -> str:
        """Python codec the text was read with."""
        return self.report.encoding

    @property
    def declared(self) -> str | None:
        """Label as printed, lower case; None when the page declares none."""
        return self.report.declared

    @property
    def declared_by(self) -> DeclaredBy | None:
        """Where the label stood."""
        return self.report.declared_by

    @property
    def replaced(self) -> int:
        """Number of characters that are lost and stand as U+FFFD in the text."""
        return self.report.replaced


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    codec: str
    method: DecodeMethod
    label: Label | None = None


def decode(body: bytes, *, headers: Headers | None = None) -> Decoded:
    """Read a page's bytes as text. Never raises; any bytes give some text and a report of how it was got.

    `headers` are the response headers, as a mapping or as (name, value) pairs; only Content-Type is looked at.
    """
    labels = find_labels(body, headers)
    reading = _climb(body, labels)
    text, mended = mend(reading.text)
    label = reading.label or (labels[0] if labels else None)
    report = DecodeReport(
        encoding=reading.codec,
        method=reading.method,
        declared=label.printed if label else None,
        declared_by=label.by if label else None,
        replaced=text.count("\ufffd"),
        mended=mended,
    )
    return Decoded(text, report)


def _climb(body: bytes, labels: list[Label]) -> _Reading:
    for bom, codec in _BOMS:
        if body.startswith(bom):
            return _Reading(body[len(bom) :].decode(codec, "replace"), codec, DecodeMethod.BOM)
    try:
        return _Reading(body.decode(), "utf-8", DecodeMethod.UTF8)
    except UnicodeDecodeError:
        body = body.translate(None, b"\0")  # no text holds NUL, and parsers stop at it
        return _declared_chinese(body, labels) or _scored(body, labels) or _foreign(body, labels)


def _declared_chinese(body: bytes, labels: list[Label]) -> _Reading | None:
    """The declared Chinese codec, if it decodes without an error and reads like Chinese."""
    for label in labels:
        if label.codec not in _TWO_BYTE:
            continue
        try:
            text = body.decode(label.codec)
        except UnicodeDecodeError:
            continue
        if chinese(text) >= CHINESE:
            return _Reading(text, label.codec, DecodeMethod.DECLARED, label)
    return None


def _scored(body: bytes, labels: list[Label]) -> _Reading | None:
    """The candidate that reads most like Chinese. None when none does."""
    scores = {codec: chinese(body.decode(codec, "replace")) for codec in _TWO_BYTE}
    scores["utf-8"] = chinese(body.translate(None, _ASCII).decode("utf-8", "replace"))
    codec = max(scores, key=scores.__getitem__)
    if scores[codec] < CHINESE:
        return None
    text = resync.read(body, codec) if codec in _TWO_BYTE else body.decode(codec, "replace")
    label = next((label for label in labels if label.codec == codec), None)
    return _Reading(text, codec, DecodeMethod.DECLARED if label else DecodeMethod.SCORED, label)


def _foreign(body: bytes, labels: list[Label]) -> _Reading:
    """What is not Chinese: the declared label if it fits, else charset-normalizer's guess."""
    high = len(body.translate(None, _ASCII))
    for label in labels:
        if label.codec is None:
            continue
        text = body.decode(label.codec, "replace")
        if text.count("\ufffd") <= _NEARLY_CLEAN * high:
            return _Reading(text, label.codec, DecodeMethod.DECLARED, label)
    guess = from_bytes(body[:_DETECTION_SAMPLE], cp_isolation=_FOREIGN).best()
    codec = guess.encoding if guess else "utf-8"
    return _Reading(body.decode(codec, "replace"), codec, DecodeMethod.DETECTED)
