"""Reading damaged two-byte text (GB18030, Big5) without losing step.

A stray byte shifts every pair after it, up to the next byte that cannot be part of a pair. So the run around
an error is read again by dynamic programming: of all ways to cut its bytes into pairs, ASCII and dropped bytes
the likeliest is taken. Costs are rounded negative natural logarithms of a character's probability.
"""

import re
from functools import cache

from cleaners.decoding.frequency import FREQUENT

_SINGLE = re.compile(rb"[\x00-\x2f\x3a-\x3f]")
"""Bytes that are never part of a two- or four-byte character."""

_CHUNK = 8 * 1024
_MOST_ERRORS = 1000
_MOST_BYTES = 1 << 20
"""Limits on what is read anew. Beyond them the page is not damaged, it is something else."""

_ASCII_COST = 5
_DROP_COST = 15
"""One stray byte in ten thousand, of 256 possible values."""
_FREQUENT_COST = 6
_LEVEL_1_COST = 9
_OTHER_SCRIPT_COST = 11
_LEVEL_2_COST = 13
_RARE_COST = 16
_PRIVATE_COST = 18
_INVALID = 255


def read(body: bytes, codec: str) -> str:
    """The text of damaged bytes in `gb18030` or `big5hkscs`; U+FFFD stands for each sequence that is lost."""
    parts: list[str] = []
    position = errors = reread = 0
    while position < len(body) and errors < _MOST_ERRORS and reread < _MOST_BYTES:
        end = _chunk_end(body, position)
        try:
            parts.append(body[position:end].decode(codec))
            position = end
        except UnicodeDecodeError as error:
            start, stop = _run_around(body, position, position + error.start, end)
            parts.append(body[position:start].decode(codec, "replace"))
            parts.append(_read_run(body[start:stop], codec))
            errors, reread, position = errors + 1, reread + stop - start, stop
    parts.append(body[position:].decode(codec, "replace"))
    return "".join(parts)


def _chunk_end(body: bytes, position: int) -> int:
    single = _SINGLE.search(body, position + _CHUNK, position + 2 * _CHUNK)
    return single.start() if single else min(position + 2 * _CHUNK, len(body))


def _run_around(body: bytes, first: int, error: int, last: int) -> tuple[int, int]:
    """Start and end of the run of possible pair bytes around an error, within body[first:last]."""
    start = error
    while start > first and not _SINGLE.match(body, start - 1):
        start -= 1
    after = _SINGLE.search(body, error + 1, last)
    return start, after.start() if after else last


def _read_run(run: bytes, codec: str) -> str:
    """The likeliest reading of a run of bytes."""
    pairs = _pair_costs(codec)
    size = len(run)
    cost = [0] * (size + 4)
    width = bytearray(size)  # bytes taken at each place; 0 drops one
    padded = run + b"\0\0\0\0"
    for i in range(size - 1, -1, -1):
        lead, trail = padded[i], padded[i + 1]
        if lead < 0x80:
            cost[i], width[i] = _ASCII_COST + cost[i + 1], 1
            continue
        best, taken = _DROP_COST + cost[i + 1], 0
        if (pair := pairs[lead << 8 | trail]) != _INVALID and pair + cost[i + 2] < best:
            best, taken = pair + cost[i + 2], 2
        if 0x30 <= trail <= 0x39 and _RARE_COST + cost[i + 4] < best and _is_quad(padded[i : i + 4], codec):
            best, taken = _RARE_COST + cost[i + 4], 4
        cost[i], width[i] = best, taken
    return "".join(_characters(run, width, codec))


def _characters(run: bytes, width: bytearray, codec: str) -> list[str]:
    """The characters of a run, one U+FFFD for each sequence of dropped bytes."""
    characters: list[str] = []
    i = 0
    while i < len(run):
        taken = width[i]
        if taken:
            characters.append(_decode_pair(run[i : i + taken], codec))
        elif run[i] == 0x80 and codec == "gb18030":
            characters.append("€")  # as Windows code page 936 has it
        elif not characters or characters[-1] != "\ufffd":
            characters.append("\ufffd")
        i += taken or 1
    return characters


def _is_quad(four: bytes, codec: str) -> bool:
    try:
        return codec == "gb18030" and len(four.decode(codec)) == 1
    except UnicodeDecodeError:
        return False


def _decode_pair(pair: bytes, codec: str) -> str:
    """One character. Big5 pairs outside HKSCS are read as Windows code page 950 (the ETEN extensions)."""
    try:
        return pair.decode(codec)
    except UnicodeDecodeError:
        return pair.decode("cp950", "ignore") if codec == "big5hkscs" else ""


@cache
def _pair_costs(codec: str) -> bytes:
    """Cost of each two-byte sequence, by its value as a big-endian number."""
    costs = bytearray([_INVALID]) * 0x10000
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            if character := _decode_pair(bytes((lead, trail)), codec):
                costs[lead << 8 | trail] = _cost(character, codec)
    return bytes(costs)


def _cost(character: str, codec: str) -> int:
    if character in FREQUENT:
        return _FREQUENT_COST
    if "\ue000" <= character <= "\uf8ff":
        return _PRIVATE_COST
    own, other = _level_in_gb2312(character), _level_in_big5(character)
    if codec == "big5hkscs":
        own, other = other, own
    if own == 1:
        return _LEVEL_1_COST
    if other == 1:
        return _OTHER_SCRIPT_COST
    return _LEVEL_2_COST if own == 2 else _RARE_COST


def _level_in_gb2312(character: str) -> int:
    """1 for the 3,755 common hanzi of GB 2312 and its letters and marks, 2 for its 3,008 others, 0 for none."""
    code = character.encode("gb2312", "ignore")
    if not code:
        return 0
    return 1 if 0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3) else 2


def _level_in_big5(character: str) -> int:
    """1 for the 5,401 common hanzi of Big5 and its letters and marks, 2 for its 7,652 others, 0 for none."""
    code = character.encode("big5", "ignore")
    if not code:
        return 0
    return 1 if 0xA1 <= code[0] <= 0xC6 else 2
