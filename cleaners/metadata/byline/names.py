"""Telling the names of people from places, companies, portals and sentences."""

from __future__ import annotations

import re

from cleaners.lexicon import filled, fold, words

_SURNAMES = frozenset("".join(words("names.surname")))
_COMPOUND = frozenset(words("names.compound"))
PLACES = frozenset(words("names.place"))
_WORDS = frozenset(words("names.word", "names.nobody"))
_NOT_A_NAME = re.compile(filled(rf"[{''.join(words('names.never'))}]|<names.end>$"))
_NOBODY = re.compile(
    filled(
        r"(?:<names.nobody>|<names.listen><names.listened>|网友\S{0,4}|佚\s?名|admin\w{0,10}|\d+|[\W_]+|[A-Z]{1,3}\d{2,6}"
        r"|.{0,20}\d{1,2}日[电讯]|\ufffd{1,4}.?)",
    ),
    re.IGNORECASE,
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af〇]{2,4}")
_DOTTED = re.compile(r"[\u3400-\u9fffA-Za-z]{1,10}(?:[·•・‧][\u3400-\u9fffA-Za-z]{1,12}){1,3}")
_OUTLET = re.compile(filled("<outlets.end>$"))
_PRESS = re.compile(filled(r"[\u4e00-\u9fff]<outlets.press>(?:<outlets.edition>)?$"))
_NOT_PRESS = re.compile(filled("<outlets.not_press>$"))
_MONGOLIAN = re.compile(filled("(?=.{3,4}$)<names.mongolian>{1,2}"))
_TIBETAN = re.compile(filled("<names.tibetan>{2}"))
_DOTS = "·•・‧"


def is_person(name: str) -> bool:
    """Whether a string is shaped like a personal name: 张伟, 上官云, 艾力·买买提. Pen names are not."""
    if any(dot in name for dot in _DOTS):
        return bool(_DOTTED.fullmatch(name)) and not is_outlet(name)
    name = fold(name)
    if not _HAN_NAME.fullmatch(name) or name in _WORDS or name in PLACES or _NOT_A_NAME.search(name):
        return False
    if name[:2] in _COMPOUND or (len(name) == 4 and _TIBETAN.fullmatch(name)):
        return len(name) in (3, 4)
    if _MONGOLIAN.fullmatch(name):
        return True
    return len(name) <= 3 and name[0] in _SURNAMES


def is_nobody(name: str) -> bool:
    """Whether a field says that the author is unknown, or names no one: 未知, 佚名, 网络, admin, 大陆新闻组北京17日电; or it
    was lost."""
    return bool(_NOBODY.fullmatch(fold(name)))


def is_outlet(name: str) -> bool:
    """Whether a string is shaped like the name of a newspaper, agency, site or office."""
    return 2 <= len(name) <= 30 and bool(_OUTLET.search(fold(name)))


def is_press(name: str) -> bool:
    """Whether a string is shaped like the name of a news outlet proper. Offices and accounts may sign; these do not."""
    if not 2 <= len(name) <= 30 or is_nobody(name):
        return False
    folded = fold(name)
    return bool(_PRESS.search(folded)) and not _NOT_PRESS.search(folded)


def split_glued(text: str) -> list[str]:
    """Names printed without a separator (`张建周长庆`): the one way to cut them into three- and two-character names
    that all begin with a surname, long names first. Empty when there is none."""
    if is_person(text):
        return [text]
    if len(text) > 12:
        return []
    for size in (4, 3, 2) if fold(text[:2]) in _COMPOUND else (3, 2):
        if is_person(text[:size]) and (rest := split_glued(text[size:])):
            return [text[:size], *rest]
    return []


_MARKS = "◎☉●○◆■·•*—–- "
_SPREAD = re.compile(r"^([\u3400-\u9fff])\s([\u3400-\u9fff])(?![\u3400-\u9fff])")
"""`王 明`: a name of two characters, spread to the width of three."""
REFERENCE = re.compile(r"(?<=[\u3400-\u9fff])\d{1,2}(?:[,，]\d{1,2}){0,3}[*＊†#]?(?=[\s,，、;；]|$)")
"""`王小明1,2*`: the figures of a scholar's offices."""
_LATIN_TOO = re.compile(r"(?<=[\u3400-\u9fff])\s?[(（][A-Za-zÀ-ÿ .'’-]{3,40}[)）]$")
"""`萨拉·雨果 (Sarah Hugo)`."""
_BETWEEN = re.compile(r"[\s,，、;；/／+]+")
_LONE, _SEVERAL = 20, 5


def names_alone(line: str) -> list[str]:
    """The names in a line that holds nothing but names: `王小明`, `◎ 王小明`, `王 明,李小明`; [] for another line."""
    text = _LATIN_TOO.sub("", REFERENCE.sub("", line.strip()))
    text = _SPREAD.sub(r"\1\2", text.strip().lstrip(_MARKS))
    names = [name for name in _BETWEEN.split(text) if name]
    return names if len(text) <= _LONE and len(names) <= _SEVERAL and all(map(is_person, names)) else []
