"""Pages that were decoded wrongly once before and stored that way."""

import codecs
import re

from cleaners.decoding import resync
from cleaners.decoding.chinese import CHINESE, chinese, sample

_MOST_ROUNDS = 3
_MOST_LOST = 0.1
_WINDOW, _WINDOWS, _ENOUGH = 2048, 8, 256
_LOST = re.compile("\ufffd+")
_CHINESE_CODECS = ("utf-8", "gb18030", "big5hkscs")


def _upper_half(codec: str) -> str:
    """The 256 characters of a Western code page; bytes it lacks pass as C1 controls, as decoders do it."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256))


_WESTERN = {codec: _upper_half(codec) for codec in ("latin-1", "cp1252", "iso8859_15")}
_OTHERS = {codec: re.compile(f"[^{re.escape(characters)}]+") for codec, characters in _WESTERN.items()}
_WESTERN_CHARACTERS = frozenset("".join(_WESTERN.values()))


def mend(text: str, utf8: bytes | None = None) -> tuple[str, str | None]:
    """The text with a wrong decoding undone, and what was undone (`latin-1>gb18030`); (text, None) for text that
    is sound or cannot be mended. `utf8` is the same encoded, where it is at hand. A page that went wrong several times is
    undone step by step."""
    steps: list[str] = []
    current = text
    for _ in range(_MOST_ROUNDS):
        if chinese(current, utf8 if current is text else None) >= CHINESE or not (some := sample(current)):
            break
        undone = _undo_western(current) if _is_western(some) else _undo_gbk(current)
        if undone is None:
            break
        current, step = undone
        steps.append(step)
    return (current, ", ".join(steps)) if steps and chinese(current) >= CHINESE else (text, None)


def _is_western(some: str) -> bool:
    """Whether most of the characters are those of a Western code page's upper half."""
    return 2 * sum(map(_WESTERN_CHARACTERS.__contains__, some)) > len(some)


def _undo_western(text: str) -> tuple[str, str] | None:
    """GBK, Big5 or UTF-8 bytes that were read as a Western code page. Characters it lacks were put in later."""
    text = text.replace("\0", "")
    extract = _extract(text)
    readings = []
    for western in _WESTERN:
        body, later = _as_bytes(extract, western)
        for codec in _CHINESE_CODECS:
            score = _progress(body.decode(codec, "replace")) - len(later) / len(sample(extract))
            readings.append((score, codec == "utf-8", western, codec))
    score, _, western, codec = max(readings, key=lambda reading: reading[:2])
    if score < CHINESE:
        return None
    body, later = _as_bytes(text, western)
    stretches = resync.read(body, codec).split("\0")
    mended = "".join(part for pair in zip(stretches, [*later, ""], strict=True) for part in pair)
    return mended, f"{western}>{codec}"


def _extract(text: str) -> str:
    """A few windows spread over the text, each from tag to tag, since a letter cut in half is none; enough to judge a
    reading by, and all of the text where they hold too little."""
    step = max(_WINDOW, len(text) // _WINDOWS)
    windows = (text[start : start + _WINDOW] for start in range(0, len(text), step))
    extract = "".join(window[window.find("<") + 1 : window.rfind("<")] for window in windows)
    return extract if len(sample(extract)) >= _ENOUGH else text


def _as_bytes(text: str, western: str) -> tuple[bytes, list[str]]:
    """The bytes that a Western code page made into this text, and the stretches it cannot have made, NUL for each."""
    characters, others = _WESTERN[western], _OTHERS[western]
    body, _ = codecs.charmap_encode(others.sub("\0", text), "strict", codecs.charmap_build(characters))
    return body, others.findall(text)


def _progress(text: str) -> float:
    """How good a reading is: Chinese, or a whole text that is to be undone once more."""
    if "\ufffd" not in text and _is_western(sample(text)):
        return CHINESE
    return chinese(text)


def _undo_gbk(text: str) -> tuple[str, str] | None:
    """UTF-8 bytes that were read as GBK; where that decoder gave up on a byte, one character is lost."""
    body = b"\xff".join(part.encode("gb18030", "replace") for part in text.split("\ufffd"))
    mended = _LOST.sub("\ufffd", body.decode("utf-8", "replace"))
    if mended.count("\ufffd") > _MOST_LOST * (len(body) - len(mended)) / 2:  # a hanzi has three bytes
        return None
    return mended, "gb18030>utf-8"
