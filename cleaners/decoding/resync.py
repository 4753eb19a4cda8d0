"""Reading damaged bytes without losing step.

In GB18030 and Big5 a stray byte shifts every pair after it, up to the next byte that cannot be part of a pair;
often the shifted pairs are all valid. So a run of bytes that holds an error, or reads oddly, is read again by
dynamic programming: of all ways to cut it into characters and dropped bytes, the likeliest is taken. UTF-8 keeps
step by itself; there a run is read again because it may be an include in GB18030.
"""

import re
from collections.abc import Iterator

from cleaners.decoding import costs
from cleaners.decoding.chinese import without_ascii
from cleaners.decoding.frequency import COMMON

_SINGLE = re.compile(rb"[\x00-\x2f\x3a-\x3f]")
"""Bytes that are never part of a longer character in any of the codecs."""
_SINGLE_CHARACTER = re.compile(r"[\x00-\x2f\x3a-\x3f]")

_GB_BLANK = "\ue5e5"
"""A3 A0, on pages a full-width blank (WHATWG Encoding Standard), is a private character in Python's codec."""

_ODD = f"[^\x00-\x7f{re.escape(''.join(sorted(COMMON)))}]"
_SUSPECT = re.compile(f"{_ODD}(?:.?{_ODD}|(?<=[\ue000-\uf8ff]))")
"""What a shifted run is full of and sound text hardly ever has: two odd characters, or a private one."""

_CHUNK = 8 * 1024
_MOST_RUNS = 1000
_MOST_BYTES = 1 << 20
"""Limits on what is read again. Beyond them the page is not damaged, it is something else."""
_LONGEST_RUN = 4096

_UTF8_INSIDE = 4
"""Added cost of a UTF-8 character in a page of another codec."""


def read(body: bytes, codec: str) -> str:
    """The text of damaged bytes in `utf-8`, `gb18030` or `big5hkscs`; U+FFFD stands for what is lost."""
    text = "".join(_pieces(body, codec))
    return text if codec == "utf-8" else mend_shifts(text, codec)


def mend_shifts(text: str, codec: str) -> str:
    """The text with its oddly reading runs read again: a shift does not always end in an error."""
    if codec == "gb18030":
        text = text.replace(_GB_BLANK, "\u3000")
    if not _SUSPECT.search(without_ascii(text)):  # several times as fast as searching all of it
        return text
    parts: list[str] = []
    position = reread = 0
    while (odd := _SUSPECT.search(text, position)) and reread < _MOST_BYTES:
        start, end = _run_around(text, position, odd.start())
        parts.append(text[position:start])
        parts.append(_reread(text[start:end], codec))
        position, reread = end, reread + 2 * (end - start)
    return "".join((*parts, text[position:])) if parts else text


def _reread(run: str, codec: str) -> str:
    try:
        body = run.encode(codec)
    except UnicodeEncodeError:
        return run
    return run if "\ufffd" in run else _read_run(body, codec)


def _run_around(text: str, first: int, place: int) -> tuple[int, int]:
    """Start and end of the run of characters that a shift could reach from a place."""
    first = max(first, place - _LONGEST_RUN)
    before = [match.end() for match in _SINGLE_CHARACTER.finditer(text, first, place)]
    after = _SINGLE_CHARACTER.search(text, place, place + _LONGEST_RUN)
    return (before[-1] if before else first), (
        after.start() if after else min(place + _LONGEST_RUN, len(text))
    )


def _pieces(body: bytes, codec: str) -> Iterator[str]:
    position = runs = reread = 0
    while position < len(body) and runs < _MOST_RUNS and reread < _MOST_BYTES:
        end = _chunk_end(body, position)
        try:
            yield body[position:end].decode(codec)
            position = end
        except UnicodeDecodeError as error:
            start, stop = _bytes_around(body, position, position + error.start, end)
            yield body[position:start].decode(codec, "replace")
            run = body[start:stop]
            yield _read_include(run) if codec == "utf-8" else _read_run(run, codec)
            position, runs, reread = stop, runs + 1, reread + len(run)
    yield body[position:].decode(codec, "replace")


def _chunk_end(body: bytes, position: int) -> int:
    single = _SINGLE.search(body, position + _CHUNK, position + 2 * _CHUNK)
    return single.start() if single else min(position + 2 * _CHUNK, len(body))


def _bytes_around(body: bytes, first: int, error: int, last: int) -> tuple[int, int]:
    """Start and end of the run of bytes that a shift could reach from an error, within body[first:last]."""
    start = error
    while start > first and not _SINGLE.match(body, start - 1):
        start -= 1
    after = _SINGLE.search(body, error + 1, last)
    return start, after.start() if after else last


def _read_include(run: bytes) -> str:
    """A run that is not valid UTF-8: GB18030 when all of it reads so."""
    try:
        text = run.decode("gb18030")
    except UnicodeDecodeError:
        return run.decode("utf-8", "replace")
    high = [character for character in text if character > "\x7f"]
    return text if len(high) > 1 and COMMON.issuperset(high) else run.decode("utf-8", "replace")


def _read_run(run: bytes, codec: str) -> str:
    """The likeliest reading of a run of bytes."""
    pairs = costs.of_pairs(codec)
    size = len(run)
    total = [0] * (size + 4)
    width = bytearray(size)  # bytes taken at each place; 0 drops one
    padded = run + b"\0\0\0\0"
    for i in range(size - 1, -1, -1):
        lead, trail = padded[i], padded[i + 1]
        if lead < 0x80:
            total[i], width[i] = costs.ASCII + total[i + 1], 1
            continue
        best, taken = costs.DROPPED + total[i + 1], 0
        if (pair := pairs[lead << 8 | trail]) != costs.INVALID and pair + total[i + 2] < best:
            best, taken = pair + total[i + 2], 2
        if lead >= 0xE2 and 0x80 <= trail < 0xC0 and 0x80 <= padded[i + 2] < 0xC0:
            inside = _UTF8_INSIDE + _utf8_cost(padded[i : i + 3], codec) + total[i + 3]
            if inside < best:
                best, taken = inside, 3
        if 0x30 <= trail <= 0x39 and costs.RARE + total[i + 4] < best and _is_quad(padded[i : i + 4], codec):
            best, taken = costs.RARE + total[i + 4], 4
        total[i], width[i] = best, taken
    return "".join(_characters(run, width, codec))


def _characters(run: bytes, width: bytearray, codec: str) -> list[str]:
    """The characters of a run, one U+FFFD for each sequence of dropped bytes."""
    characters: list[str] = []
    i = 0
    while i < len(run):
        taken = width[i]
        if taken == 3:
            characters.append(run[i : i + 3].decode())
        elif taken:
            characters.append(costs.decode_pair(run[i : i + taken], codec))
        elif run[i] == 0x80 and codec == "gb18030":
            characters.append("€")  # as Windows code page 936 has it
        elif not characters or characters[-1] != "\ufffd":
            characters.append("\ufffd")
        i += taken or 1
    return characters


def _utf8_cost(three: bytes, codec: str) -> int:
    character = three.decode("utf-8", "ignore")
    return costs.of_character(character, codec) if character else costs.INVALID


def _is_quad(four: bytes, codec: str) -> bool:
    try:
        return codec == "gb18030" and len(four.decode(codec)) == 1
    except UnicodeDecodeError:
        return False
