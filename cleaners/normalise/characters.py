"""Characters that a reader does not see, taken out of a paragraph; what a reader sees stays as it is.

| what                                   | becomes    | why                                                          |
|----------------------------------------|------------|--------------------------------------------------------------|
| zero-width, bidi marks, soft hyphen    | nothing    | watermarks and copy protection; they break search and n-grams |
| ZWJ, ZWNJ between emoji                | kept       | it makes one picture out of several                          |
| control characters                     | nothing    | left by broken editors and by wrong decoding                 |
| NBSP, ideographic blank, tab, U+E5E5   | one blank  | indents and padding; U+E5E5 is how GB18030 decoders read A3A0 |
| blanks at the edges of a line          | nothing    | indents are layout                                           |
| U+FFFD, several in a row               | one        | one lost character leaves up to three marks                  |
| private-use characters                 | kept       | a page's own font may show digits there: counted, not guessed |
| half-width and full-width forms        | kept       | a reader sees them                                           |
| backslash before a curly quote         | nothing    | escaped once too often by the site's software                |
| anti-copy strings between Chinese text | nothing    | see `_JAMMER`                                                |
"""

import re

_ZERO_WIDTH = [
    0x00AD,
    0x034F,
    0x061C,
    0x180E,
    *range(0x200B, 0x200D),
    *range(0x200E, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
]
_BLANKS = [0x09, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F]
_BLANKS += [0x3000, 0xE5E5]
_CONTROLS = [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)]
_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*_ZERO_WIDTH, *_CONTROLS]),
    **dict.fromkeys(_BLANKS, " "),
}

_UNSEEN = re.compile("[" + "".join(re.escape(chr(code)) for code in [*_TABLE, 0x200D]) + "]")
_EMOJI = r"\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_JOINER = "\u034f"
"""The only unseen character that Python calls printable; its own check is many times as fast as a search."""
_LONE_JOINER = re.compile(rf"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
_SPACES = re.compile(r" {2,}|(?<=\n) +| +(?=\n)")
_LOST = re.compile("\ufffd{2,}")
_SLASHED = re.compile(r"\\(?=[‘’“”])")
_PRIVATE_USE = re.compile("[\ue000-\ue5e4\ue5e6-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")

_JAMMER = re.compile("[!-~]{6,}")
"""Candidate for a string that forum software puts between sentences against copying: `|!O(='mib`."""
_LONGEST_JAMMER = 16
_ORDINARY = re.compile(r"[A-Za-z]{4}|[0-9]{2}|[,;#%@]|:/|\.[a-z]")
"""What such a string lacks and real Latin text between Chinese characters has: a word, a number, a URL."""
_ODD = re.compile(r"""[!"$&'()*+<=>?\\^_`{|}~\[\]]""")
_MIN_ODD = 3
"""Odd signs in such a string; `mg/kg(` has one."""
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…]")


def clean_characters(text: str) -> str:
    """A paragraph (or several, one a line) without unseen characters and superfluous blanks.

    What is done, and why, stands in the table above. Never fails; text without such characters comes back equal.
    """
    if not (text.isprintable() and _JOINER not in text) and _UNSEEN.search(text):
        text = _LONE_JOINER.sub("", text.translate(_TABLE))
    if "\ufffd\ufffd" in text:
        text = _LOST.sub("\ufffd", text)
    if "\\" in text:
        text = _SLASHED.sub("", text)
    if " " in text:
        text = _SPACES.sub(_one_blank, text)
    if any(opening in text for opening, _ in _PAIRS):
        text = _JAMMER.sub(_without_jammer, text)
    return text.strip(" ")


def count_private_use(text: str) -> int:
    """Number of private-use characters: glyphs that only the page's own font can show."""
    return 0 if text.isprintable() else len(_PRIVATE_USE.findall(text))


def _one_blank(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    at_edge = text[start - 1 : start] == "\n" or text[end : end + 1] == "\n"
    return "" if at_edge else " "


def _without_jammer(found: re.Match[str]) -> str:
    string, before, after = found[0], _at(found.string, found.start() - 1), _at(found.string, found.end())
    unbalanced = any(string.count(opening) != string.count(closing) for opening, closing in _PAIRS)
    if not unbalanced or len(string) > _LONGEST_JAMMER or len(_ODD.findall(string)) < _MIN_ODD:
        return string
    between = _CHINESE.match(before) and (not after.strip() or _CHINESE.match(after))
    return "" if between and not _ORDINARY.search(string) else string


def _at(text: str, index: int) -> str:
    return text[index : index + 1] if index >= 0 else ""
