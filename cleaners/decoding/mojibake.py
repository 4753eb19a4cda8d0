"""Pages that were decoded wrongly once before and stored that way."""

from cleaners.decoding import resync
from cleaners.decoding.reading import CHINESE, chinese, sample

_MOST_ROUNDS = 3
_WESTERN = ("latin-1", "cp1252", "iso8859_15")
_CHINESE_CODECS = ("utf-8", "gb18030", "big5hkscs")


def mend(text: str) -> tuple[str, str | None]:
    """The text with a wrong decoding undone, and what was undone (`latin-1>gb18030`); (text, None) for text that
    is sound or cannot be mended without loss. A page that went wrong several times is undone step by step."""
    steps: list[str] = []
    current = text
    for _ in range(_MOST_ROUNDS):
        some = sample(current)
        if not some or chinese(some) >= CHINESE:
            break
        undone = _undo_western(current) if _is_western(some) else _undo_gbk(current)
        if undone is None:
            break
        current, step = undone
        steps.append(step)
    return (current, ", ".join(steps)) if steps and chinese(current) >= CHINESE else (text, None)


def _is_western(some: str) -> bool:
    """Whether most of the characters are those of a Western code page's upper half."""
    return 2 * sum(c <= "\xff" or c in _CP1252_EXTRA for c in some) > len(some)


_CP1252_EXTRA = frozenset(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))


def _undo_western(text: str) -> tuple[str, str] | None:
    """GBK, Big5 or UTF-8 bytes that were read as a Western code page."""
    readings = []
    for western in _WESTERN:
        body = _encode(text, western)
        if body is None:
            continue
        for codec in _CHINESE_CODECS:
            again = body.decode(codec, "replace")
            readings.append((_progress(again), codec == "utf-8", western, codec, body))
    if not readings:
        return None
    score, _, western, codec, body = max(readings, key=lambda reading: reading[:2])
    if score < CHINESE:
        return None
    again = body.decode(codec, "replace") if codec == "utf-8" else resync.read(body, codec)
    return again, f"{western}>{codec}"


def _progress(text: str) -> float:
    """How good a reading is: Chinese, or a whole UTF-8 text that is to be undone once more."""
    some = sample(text)
    if some and _is_western(some) and "\ufffd" not in text:
        return CHINESE
    return chinese(some)


def _undo_gbk(text: str) -> tuple[str, str] | None:
    """UTF-8 bytes that were read as GBK, where no byte was lost."""
    try:
        return text.encode("gb18030").decode("utf-8"), "gb18030>utf-8"
    except UnicodeError:
        return None


def _encode(text: str, western: str) -> bytes | None:
    """The bytes a Western decoder made the text from. It passes bytes that its code page lacks as C1 controls."""
    try:
        return text.encode(western)
    except UnicodeEncodeError:
        pass
    try:
        return b"".join(_encode_one(character, western) for character in text)
    except UnicodeEncodeError:
        return None


def _encode_one(character: str, western: str) -> bytes:
    return character.encode("latin-1" if "\x80" <= character <= "\x9f" else western)
