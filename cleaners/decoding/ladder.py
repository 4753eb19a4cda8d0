"""The ladder: which codec a page's bytes are read with, and the text they give."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from cleaners.decoding import resync
from cleaners.decoding.chinese import CHINESE, chinese, share
from cleaners.decoding.declared import Headers, Label, find_labels
from cleaners.decoding.mojibake import mend
from schemas import DeclaredBy, DecodeMethod, DecodeReport

_LOST = ("\ufffd", "锟斤拷")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TWO_BYTE = ("gb18030", "big5hkscs")
_RESYNCED = ("utf-8", *_TWO_BYTE)
_WIDE = ("utf-16-le", "utf-16-be")
_CHINESE_CAPABLE = (*_RESYNCED, *_WIDE, "utf-16")
_WIDE_NULS = 0.03
"""Share of NUL bytes from which a page may be UTF-16: its markup alone gives more."""
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
_SCRIPTS = (
    ("cp932", "\u3041", "\u30fa", 0.25),
    ("euc_jp", "\u3041", "\u30fa", 0.25),
    ("cp949", "가", "힣", 0.7),
)
"""Codec, first and last character of its script, share from which a text is in it. charset-normalizer gives up on
such text for a single stray byte."""
_WINDOW = 32 * 1024
"""Bytes looked at to tell languages other than Chinese apart."""
_EXTRACT_WINDOWS = 6
_EXTRACT_WINDOW = 4 * 1024
_EXTRACT_ENOUGH = 1024
_SHIFT_WINDOW = 2 * 1024
_NEARLY_CLEAN = 0.02
_ASCII = bytes(range(128))
_HIGH = re.compile(rb"[\x80-\xff]")


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
        """Number of byte sequences that could not be read."""
        return self.report.replaced


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    codec: str
    method: DecodeMethod
    label: Label | None = None
    chinese: bool = False
    """It was taken because it reads like Chinese: then nothing was decoded wrongly before."""
    utf8: bytes | None = None
    """The text encoded, where it came so."""


def decode(body: bytes, *, headers: Headers | None = None) -> Decoded:
    """Read a page's bytes as text. Never raises; any bytes give some text and a report of how it was got.

    `headers` are the response headers, as a mapping or as (name, value) pairs; only Content-Type is looked at.
    """
    labels = find_labels(body, headers)
    reading = _climb(body, labels)
    text, mended = (reading.text, None) if reading.chinese else mend(reading.text, reading.utf8)
    if 0 in body:
        text = text.replace("\0", "")  # no text holds NUL, and parsers stop at it
    label = reading.label or (labels[0] if labels else None)
    report = DecodeReport(
        encoding=reading.codec,
        method=reading.method,
        declared=label.printed if label else None,
        declared_by=label.by if label else None,
        replaced=sum(
            text.count(lost) for lost in _LOST if lost[0] in text
        ),  # counting is slow, looking is not
        mended=mended,
    )
    return Decoded(text, report)


def _climb(body: bytes, labels: list[Label]) -> _Reading:
    for bom, codec in _BOMS:
        if body.startswith(bom):
            body = body[len(bom) :]
            if codec != "utf-8" or _is_utf8(body):
                return _Reading(_lenient(body, codec), codec, DecodeMethod.BOM)
    if wide := _unmarked_wide(body):
        return _Reading(body.decode(wide, "replace"), wide, DecodeMethod.SCORED)
    try:
        return _Reading(body.decode(), "utf-8", DecodeMethod.UTF8, utf8=body)
    except UnicodeDecodeError:
        return _chinese(body, labels) or _shifted(body) or _declared(body, labels) or _detected(body)


def _is_utf8(body: bytes) -> bool:
    """Whether the bytes are UTF-8, perhaps damaged. A BOM can come from an include in a page of another codec."""
    high = body.translate(None, _ASCII)
    return high.decode("utf-8", "replace").count("\ufffd") <= len(high) / 10


def _unmarked_wide(body: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by the NUL bytes of its markup."""
    start = body[:4096]
    if start.count(0) <= _WIDE_NULS * len(start):
        return None
    low, high = start[::2].count(0), start[1::2].count(0)
    return _WIDE[low > high] if max(low, high) > 8 * min(low, high) else None


def _chinese(body: bytes, labels: list[Label]) -> _Reading | None:
    """The first of the declared and the usual codecs in which the page reads like Chinese."""
    declared: dict[str, Label] = {}
    for label in labels:
        if label.codec in _CHINESE_CAPABLE:
            declared.setdefault(label.codec, label)
    extract = _extract(body)
    for codec in dict.fromkeys((*declared, *_RESYNCED)):
        if chinese(extract.decode(codec, "replace")) >= CHINESE:
            method = DecodeMethod.DECLARED if codec in declared else DecodeMethod.SCORED
            return _Reading(_whole(body, codec), codec, method, declared.get(codec), chinese=True)
    return None


def _extract(body: bytes) -> bytes:
    """A few windows spread over the page, enough to judge a codec by; all of it where they hold little text."""
    step = max(_EXTRACT_WINDOW, len(body) // _EXTRACT_WINDOWS) // 4 * 4  # keeps UTF-16 in step
    extract = b"".join(body[start : start + _EXTRACT_WINDOW] for start in range(0, len(body), step))
    return extract if len(extract.translate(None, _ASCII)) >= _EXTRACT_ENOUGH else body


def _whole(body: bytes, codec: str) -> str:
    """The page in the chosen codec, which it may be damaged in."""
    try:
        text = body.decode(codec)
    except UnicodeDecodeError:
        return _lenient(body, codec)
    return resync.mend_shifts(text, codec) if codec in _TWO_BYTE else text


def _shifted(body: bytes) -> _Reading | None:
    """Chinese cut at its first byte: without ASCII in between nothing of it reads right before it is in step."""
    window = _window(body)[:_SHIFT_WINDOW]
    for codec in _TWO_BYTE:
        if chinese(resync.read(window, codec)) >= CHINESE:
            return _Reading(resync.read(body, codec), codec, DecodeMethod.SCORED)
    return None


def _lenient(body: bytes, codec: str) -> str:
    return resync.read(body, codec) if codec in _RESYNCED else body.decode(codec, "replace")


def _declared(body: bytes, labels: list[Label]) -> _Reading | None:
    """What is not Chinese, in the declared codec if it fits."""
    high = len(body.translate(None, _ASCII))
    for label in labels:
        if label.codec and label.codec not in _TWO_BYTE:  # a GBK label proves nothing: nearly all bytes fit
            text = body.decode(label.codec, "replace")
            if text.count("\ufffd") <= _NEARLY_CLEAN * high:
                return _Reading(text, label.codec, DecodeMethod.DECLARED, label)
    return None


def _detected(body: bytes) -> _Reading:
    """What is not Chinese and declares nothing: nearly valid UTF-8, Japanese, Korean, or charset-normalizer's guess."""
    window = _window(body)
    codec = "utf-8" if _is_utf8(body) else _script_codec(window)
    if codec is None:
        guess = from_bytes(window, cp_isolation=_FOREIGN).best()
        codec = guess.encoding if guess else "utf-8"
    return _Reading(body.decode(codec, "replace"), codec, DecodeMethod.DETECTED)


def _window(body: bytes) -> bytes:
    """The part of a page around its first non-ASCII bytes."""
    high = _HIGH.search(body)
    start = max(0, high.start() - _WINDOW // 2) if high else 0
    return body[start : start + _WINDOW]


def _script_codec(window: bytes) -> str | None:
    readings = (
        (share(window.decode(codec, "replace"), *script) / floor, codec) for codec, *script, floor in _SCRIPTS
    )
    best, codec = max(readings)
    return codec if best >= 1 else None
