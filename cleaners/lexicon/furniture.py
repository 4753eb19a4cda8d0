"""Lines that are furniture as a whole, told by the words they consist of or begin with."""

from __future__ import annotations

import re

from cleaners.lexicon.commands import is_command, is_step
from cleaners.lexicon.expressions import any_of
from cleaners.lexicon.lists import words

_MOST, _BAR = 120, 80
"""Characters of such a line, and of a bar of tools; longer ones are told by their links."""
_TOOLS = frozenset(words("lines.tool"))
_BESIDE = frozenset(words("lines.beside_tool"))
_WHOLE = frozenset(words("lines.whole"))
_CALLS, _INSERTED, _FILED = words("lines.call"), words("lines.inserted"), words("lines.filed")
_BAR_OF = words("lines.doors")
_GLUED = re.compile(
    f"(?>{'|'.join(map(re.escape, sorted(words('lines.tool'), key=len, reverse=True)))}){{3,12}}+"
)
"""A row of buttons without blanks between them; two may be a name."""
_NUMBER = re.compile(r"\d[\d.,:/+-]{0,11}[万亿k]?|\d{0,6}人")
_BETWEEN = re.compile(r"[^\w#+.-]+|[-.]{2,}|(?<=[\u3400-\u9fff])[.-]|[.-](?=[\u3400-\u9fff])")
_BLANK = re.compile(r"[\s|｜/]+")
_MARKS = " \t[]【】()（）<>《》「」“”\"'·•*●■▶►▼▲→←»«>-—_~+|：:,，.。!！?？…、"
_SHARED = re.compile(r"^(?:分享|转发|转贴|推荐)(?:到|至|给)(?=.)")
_BRACKETS = re.compile(r"(?:\[[^\[\]。]{1,8}\]\s?){2,12}|(?:【[^【】。]{1,8}】\s?){2,12}")
"""Buttons that are told by the brackets around each."""
_QUOTED = ("“", "「", "『", "‘")
"""What opens a command that somebody tells."""
_TAG = re.compile(r"(?:#[^#。]{1,24}#?){2,}|#[^#\s]{1,16}#")
_TAGS = re.compile(r"(?:#[^#，。！？,!?]{1,24}){3,}#?")
_STROKE, _CLAUSE = re.compile(r"\s?[|｜丨]\s?"), re.compile("[，。！？；、：:]")
_DOORS, _DOOR = 3, 10
"""Words of a bar of doors at least, and characters of one."""
_IS_DOOR = re.compile(f"{any_of('lines.door')}$")
_MENU, _SHORT = 6, 2.6
"""Words of a menu at least, and how long they are; names are longer."""
_SURNAMES, _NAMED = frozenset("".join(words("names.surname"))), 0.8
"""And how many of the words of a list of people begin so."""


def furniture(folded: str, *, inside: bool = False) -> str:
    """What a line is as a whole: `tool`, `promotion`, `record` or `keyword`; '' for another. `inside` the text only what
    can hardly be its own counts."""
    if len(folded) > _MOST:
        return ""
    low = folded.lower()
    opening = low.lstrip(_MARKS)
    bare = opening.rstrip(_MARKS)
    if bare in _WHOLE:
        return "tool"
    if opening.startswith(_FILED):
        return "record"
    if low.startswith("#") and (_TAGS if inside else _TAG).fullmatch(low):
        return "keyword"
    if opening.startswith(_INSERTED):
        return "promotion"
    if not inside and opening.startswith(_CALLS):
        return "promotion"
    if not inside and opening.startswith(_BAR_OF):
        return "tool"
    if low[:1] not in _QUOTED and is_command(opening, inside=inside):
        return "tool"
    if inside:
        return ""
    return (
        "tool"
        if len(bare) <= _BAR
        and (
            _is_tools(bare)
            or _BRACKETS.fullmatch(low)
            or _is_bar(opening)
            or _GLUED.fullmatch(bare)
            or _is_menu(low)
        )
        else ""
    )


def _is_tools(bare: str) -> bool:
    """Nothing but words of tools, commands and numbers, one that is no number at least."""
    met, step = False, is_step(bare)
    for part in _BETWEEN.split(bare):
        known = any(word in _TOOLS for word in (part, part.strip("0123456789.万k"), _SHARED.sub("", part)))
        if known or (not step and is_command(part, inside=False)):
            met = True
        elif part and part not in _BESIDE and _NUMBER.fullmatch(part) is None:
            return False
    return met


def _is_bar(low: str) -> bool:
    """Three words or more with bars or blanks between them, doors of the site for the most part."""
    parts = [part for part in (_STROKE if _STROKE.search(low) else _BLANK).split(low) if part]
    if len(parts) < _DOORS or max(map(len, parts)) > _DOOR:
        return False
    doors = sum(_IS_DOOR.search(part) is not None for part in parts)
    known = doors + sum(part in _TOOLS for part in parts)
    return (
        doors > 0
        and known > 1
        and known * (3 if _STROKE.search(low) else 2) >= len(parts)
        and not _CLAUSE.search(low)
    )


def _is_menu(low: str) -> bool:
    """Short words with blanks or bars between them: channels of a site."""
    if low.count(" ") + low.count("|") + low.count("｜") + low.count("/") < _MENU - 1:
        return False
    parts = [part for part in _BLANK.split(low) if part]
    short = len(parts) >= _MENU and sum(map(len, parts)) <= _SHORT * len(parts)
    return short and all(map(str.isalpha, parts)) and not _are_names(parts)


def _are_names(words: list[str]) -> bool:
    """Most begin with a surname: people who are honoured or chosen."""
    return sum(len(word) in (2, 3) and word[0] in _SURNAMES for word in words) >= _NAMED * len(words)
