"""Reads runs that were shifted by one byte, back into the bytes they were made of.

The machine put a reading between two bytes of GBK that happened to look like a character of its table: the second
byte of one character and the first of the next. From there to the next ASCII byte the decoder paired wrong bytes:

    original   當地更多農民              AE94 B5D8 B8FC B6E0 DE72 C3F1
    inserted   at 94B5 (數), 當, 農      AE94(dāng)B5 28 shù) D8B8 FCB6 E0DE 72(nóng) C3F1
    served     當(dāng)?shù)馗噢r(nóng)民     B5 with its bracket became `?`; FCB6 is nobody's character and vanished

The reading tells which byte the `?` was. What vanished, and what a `?` at the end of a run was, is left open here.
"""

import re
from dataclasses import dataclass, field

from cleaners.normalise.pinyin.evidence import SYLLABLE, is_han
from cleaners.normalise.pinyin.table import READINGS

SHIFT = re.compile(rf"\?({SYLLABLE})( ?)\)")
"""A reading in the middle of a character: its bracket was taken for a second byte."""
_READING = re.compile(rf"\({SYLLABLE} ?\)")
_CUT_TAG = re.compile("/[a-z][a-z0-9]{0,9}>")
_LONGEST = 200
"""Bytes of a run that are looked at; text has an ASCII byte much sooner."""


@dataclass(slots=True)
class ShiftedRun:
    """A run, from the last sound character before it to the first one behind it."""

    start: int
    """Index of that last sound character in the served text."""
    end: int = 0
    """Index behind the run."""
    data: bytearray = field(default_factory=bytearray)
    """The original bytes, from a border of characters on."""
    joints: list[int] = field(default_factory=list)
    """Offsets in `data` where a pair of bytes may have vanished: inside of characters."""
    readings: int = 0
    """Readings that stood in it."""
    tail_lost: bool = False
    """The second byte of the last character is lost."""
    swallowed: bool = False
    """With it, perhaps, an ASCII character behind it."""
    behind: str = ""
    """That character, where the page tells it: the first of a tag."""


class RunReader:
    """Reads the runs of one page."""

    def __init__(self, text: str, inserted: dict[str, str]) -> None:
        self._text = text
        self._inserted = READINGS | inserted  # a straddled character may stand nowhere else on the page
        self._second = {
            (reading, code[0]): code[1]
            for char, reading in self._inserted.items()
            if len(code := gbk(char)) == 2 and code[1] >= 0x80
        }

    def read(self, shift: re.Match[str]) -> ShiftedRun | None:
        """The run that begins at a shift; None where no character of the table fits there."""
        run = self._begin(shift.start())
        if run is None or not self._join(run, shift):
            return None
        while len(run.data) < _LONGEST:
            shifted = (
                len(run.data) % 2 == 1 and run.data[-1] >= 0x80
            )  # a lone ASCII byte was swallowed, and ends it
            if self._skip_reading(run):
                continue
            here = SHIFT.match(self._text, run.end)
            if here and self._join(run, here):
                continue
            if not shifted:
                return run
            run.joints.append(len(run.data))
            if not self._take(run, here):
                return run if run.tail_lost else None
        return None

    def _begin(self, at: int) -> ShiftedRun | None:
        """A run with the character before index `at`, which may carry a reading itself."""
        text, start = self._text, at - 1
        if text[start:at] == ")":
            start = text.rfind("(", max(0, at - 10), at) - 1
        if start < 0 or not is_han(text[start]):
            return None
        return ShiftedRun(start, end=at, data=bytearray(gbk(text[start])), readings=int(start < at - 1))

    def _join(self, run: ShiftedRun, shift: re.Match[str]) -> bool:
        """Adds the byte that a shift lost, where a character of the table fits."""
        second = self._second.get((shift[1], run.data[-1])) if run.data else None
        if second is None:
            return False
        run.data.append(second)
        run.readings += 1
        run.end = shift.end()
        return True

    def _skip_reading(self, run: ShiftedRun) -> bool:
        found = _READING.match(self._text, run.end)
        if not found or self._inserted.get(run.data[-2:].decode("gbk", "replace")) != found[0][1:-1]:
            return False
        run.readings += 1
        run.end = found.end()
        return True

    def _take(self, run: ShiftedRun, shift: re.Match[str] | None) -> bool:
        """Adds the bytes of the next served character. False at a place that cannot be read."""
        char = self._text[run.end : run.end + 1]
        if char == "?":
            run.tail_lost = True
            run.readings += shift is not None
            run.end = shift.end() if shift else run.end + 1
            run.behind = "<" if _CUT_TAG.match(self._text, run.end) else ""
            run.swallowed = not shift and not run.behind
            return False
        code = gbk(char)
        if len(code) == 1 and not 0x40 <= code[0] <= 0x7E:
            return False
        run.data += code
        run.end += 1
        return bool(code)


def annotated(text: str, at: int) -> str:
    """The character that a reading at an index stands behind.

    A character's second byte and an ASCII letter may look like a character of the table, too: `同，F(xiàn)ace`.
    """
    char, before = text[at - 1 : at], text[at - 2 : at - 1]
    if not "\x40" <= char <= "\x7e":
        return char
    straddling = (gbk(before)[1:] + char.encode()).decode("gbk", "ignore")
    return straddling if straddling in READINGS else ""


def gbk(char: str) -> bytes:
    """The bytes a mirror held the character as, private-use ones included; empty where GBK has none."""
    code = ord(char) if char else 0
    if 0xE000 <= code <= 0xE765:
        return _user_area(code - 0xE000)
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return b""


def _user_area(index: int) -> bytes:
    """Bytes of a private-use character: AAA1 to AFFE, F8A1 to FEFE, then A140 to A7A0, row after row."""
    if index < 13 * 94:
        row, cell = divmod(index, 94)
        return bytes((row + (0xAA if row < 6 else 0xF2), cell + 0xA1))
    row, cell = divmod(index - 13 * 94, 96)
    return bytes((row + 0xA1, cell + (0x40 if cell < 63 else 0x41)))
