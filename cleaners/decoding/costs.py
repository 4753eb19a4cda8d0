"""How unlikely a character is in Chinese text: rounded negative natural logarithms of probabilities."""

from functools import cache

from cleaners.decoding.frequency import BIG5_LEVEL_1, FREQUENT, GB2312_LEVEL_1

ASCII = 5
DROPPED = 15
"""One stray byte in ten thousand, of 256 possible values."""
RARE = 16
"""A character outside the basic sets."""
INVALID = 255

_FREQUENT = 6
_LEVEL_1 = 9
_OTHER_SCRIPT = 11
_LEVEL_2 = 13
_PRIVATE = 18


@cache
def of_pairs(codec: str) -> bytes:
    """Cost of each two-byte sequence in `gb18030` or `big5hkscs`, by its value as a big-endian number."""
    costs = bytearray([INVALID]) * 0x10000
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            if character := decode_pair(bytes((lead, trail)), codec):
                costs[lead << 8 | trail] = of_character(character, codec)
    return bytes(costs)


def decode_pair(pair: bytes, codec: str) -> str:
    """One character, or '' for an invalid pair. Big5 pairs outside HKSCS are those of Windows code page 950."""
    try:
        return pair.decode(codec)
    except UnicodeDecodeError:
        return pair.decode("cp950", "ignore") if codec == "big5hkscs" else ""


def of_character(character: str, codec: str) -> int:
    """Cost of one character on a page in a codec."""
    if character in FREQUENT:
        return _FREQUENT
    if "\ue000" <= character <= "\uf8ff":
        return _PRIVATE
    basic = ("gb2312", GB2312_LEVEL_1), ("big5", BIG5_LEVEL_1)
    (own, own_level_1), (_, other_level_1) = basic if codec == "gb18030" else basic[::-1]
    if character in own_level_1:
        return _LEVEL_1
    if character in other_level_1:
        return _OTHER_SCRIPT
    return _LEVEL_2 if character.encode(own, "ignore") else RARE
