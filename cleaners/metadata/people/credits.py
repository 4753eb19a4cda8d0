"""Reading who did what out of byline fields, opening brackets and closing brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from cleaners.brackets import CLOSING, OPENING
from cleaners.lexicon import filled, fold, words
from cleaners.metadata.byline.furniture import without_furniture
from cleaners.metadata.byline.labels import Field, Kind, fields
from cleaners.metadata.byline.names import PLACES, is_nobody, is_outlet, is_person, is_press, split_glued
from schemas import Credit, Place, Role

_BRACKETED = re.compile(rf"[{OPENING}<《][^{OPENING}{CLOSING}<>《》]{{0,30}}[{CLOSING}>》]")
_STAFF_CODE = re.compile(
    r"(?<![A-Za-z\d])\s?[_＿]\s?\w{2,12}$|\s?(?<![A-Za-z])[A-Z]{1,4}\d{2,6}(?!\w)|\s[A-Z]{2}\d{2,6}$"
)
_CLOSERS = re.compile(rf"[{CLOSING}>＞|｜丨。！？!?；;」].*$")
_SEPARATORS = re.compile(r"[\s、,，;；/／╱∕&＆+]+")
_TAIL_WORDS = re.compile(
    filled(
        r"(?:\d{1,2}日[电讯]|<names.way>?(?:报道|报导)|专访|特稿|撰文|(?:整理)?编译|供图|供稿|整理|采写|[/／]?[文图摄]|摄影|编辑|主编)$"
    )
)
_DESK = re.compile(r"\S{2,12}?\s?(?:编辑部|编辑组|采编部|采编组|采访部|课题组|报道组|工作室)(?=\W|$)")
"""`撰文：某某 编辑部`: an office, no person."""
_NOT_IN_NAME = re.compile(
    r"[:：。！？!?“”\"「」%％…@#=~|()（）\[【、，]|^本文|^图片|^照片|仅代表|观点|版权|声明|https?|www\.|\d{3,}|专栏$|授权|处理$"
)
_AFFILIATION = re.compile(filled("<names.affiliation>"))
_PLACED = re.compile(
    filled(
        r"(?P<bar>[\s／/╱∕]{1,9})(?P<place>[\u4e00-\u9fff]{2,6}?(?:、[\u4e00-\u9fff]{2,6}?){0,3}?)(?P<gap>\s?)"
        r"(?P<way><names.way>?)(?:报道|报导|专电|\d{1,2}日[电讯])\W{0,20}$"
    )
)
"""What stands between a bar or blank and 报道 is a place: `王小明／凤山报道`, `王小明 唐山报道`."""
_AT = re.compile(filled(r"\s于\s?(?:<names.place>\W*$|\d|[上下中]午|早上|晚上|凌晨|星期|周[一二三四五六日])"))
"""`王小明 于北京`, `王小明 于 晚上9:47`: from where, when."""
_SENTENCE = re.compile(r"[。！？!?…]\W*$")

_WRITING = (Role.AUTHOR, Role.REPORTER, Role.CORRESPONDENT)
_REPORTERS = (Role.REPORTER, Role.CORRESPONDENT)
_OPENED: dict[Role | Kind | None, tuple[Role, ...]] = {
    Role.AUTHOR: (Role.CORRESPONDENT,),
    Role.PHOTOGRAPHER: _REPORTERS,
}
"""What people are called behind the label of what they did."""
_TAKEN = re.compile(r"^(?:[^文报导编译]|文(?<=[\u4e00-\u9fff]{2}文)(?=\s)){2,20}(?:拍?摄影?)\W*$")
_AND_PICTURES = re.compile(r"文\s?[/／、]\s?(?:图|摄影?)\W*$")
"""`王伟文/图`: here 文 is what he did, no part of his name."""
_DONE = "文图摄译"
"""What stands alone beside a name and says what he did."""
_SHORT_NAME = re.compile(r"[\u3400-\u9fff]{2,3}")
_THREE = re.compile(r"[\u3400-\u9fff]{3}")
"""As many characters as most names have: the last is part of it, 区绮文, whether the first is known for a surname or not."""
_SPREAD = 3
"""Characters of a name that is set with blanks between all of them."""
_COMPOUND = frozenset(words("names.compound"))
_MAX_NAMES = 12
_MAX_NAME = 20


def line_credits(line: str, place: Place = Place.FIELD) -> list[Credit]:
    """The people named in one byline."""
    return field_credits(fields(line), place)


def field_credits(found: Iterable[Field], place: Place = Place.FIELD) -> list[Credit]:
    """The people named in the fields of a byline."""
    credits: list[Credit] = []
    found = list(_signed(found))
    for field, following in zip_longest(found, found[1:]):
        if isinstance(field.kind, Role) and not _is_spoken(field):
            # 作者：某报记者 某某: what stands before 记者 is where the reporter works
            if following and _is_workplace(field.value, following):
                continue
            names = names_in(field.value, field.kind, field.marked)
            role = Role.PHOTOGRAPHER if _took(field) else field.kind
            credits.extend(Credit(name=name, role=role, place=place) for name in names)
    return credits


def _signed(found: Iterable[Field]) -> Iterator[Field]:
    """`撰稿：通讯员 王小明`: a correspondent behind the label of an author wrote; `图/本报记者 王小明`: a reporter behind that of
    a photographer took the pictures."""
    opened: Role | Kind | None = None
    for field in found:
        signs = not field.marked and field.kind in _OPENED.get(opened, ())
        kind = opened if signs and opened else field.kind
        yield replace(field, kind=kind)
        opened = kind if signs or (field.marked and not field.value) else None


def _is_spoken(field: Field) -> bool:
    """`记者：谢谢您。`: a speaker and a sentence."""
    speaker = field.kind in (Role.REPORTER, Role.EDITOR) and field.marked and not field.responsible
    return speaker and bool(_SENTENCE.search(field.value))


def _took(field: Field) -> bool:
    """`记者 王小明 摄`, in a caption: the reporter took the picture."""
    return field.kind in _REPORTERS and not field.marked and bool(_TAKEN.search(fold(field.value)))


def _is_workplace(value: str, following: Field) -> bool:
    bare = value.strip(" ;；,，|｜")
    return (
        following.kind is Role.REPORTER and not following.marked and " " not in bare and not is_person(bare)
    )


def names_in(value: str, role: Role, marked: bool) -> list[str]:
    """The names in the value of a field.

    After a mark (`作者：`) authors and editors may go by any name; everybody else, and every value that merely
    follows a role word, must be shaped like a person's name.
    """
    bare = _STAFF_CODE.sub("", without_furniture(_BRACKETED.sub(" ", _without_desk(value))))
    bare = _without_place(_without_pictures(_CLOSERS.sub("", bare)))
    if sent := _AT.search(fold(bare)):
        bare = bare[: sent.start()]
    tokens = _joined([token for token in _SEPARATORS.split(bare) if token])
    people = list(_people(tokens, split=role is not Role.AUTHOR, marked=marked))
    if people and marked and len(people) < len(tokens) and _are_names(bare, tokens):
        people = tokens
    if people:
        return people[:_MAX_NAMES]
    if not marked or role not in (Role.AUTHOR, Role.EDITOR, Role.COPY_EDITOR, Role.TRANSLATOR) or not tokens:
        return []
    return _by_any_name(bare, tokens)


def _are_names(bare: str, tokens: list[str]) -> bool:
    """`木胜玉、朱红霞`: parted as names are, all of the length of one; not every surname is known."""
    return "、" in bare and all(map(_SHORT_NAME.fullmatch, tokens))


def _without_desk(value: str) -> str:
    desk = _DESK.search(fold(value))
    return value[: desk.start()] + value[desk.end() :] if desk else value


def _without_pictures(value: str) -> str:
    pictures = _AND_PICTURES.search(fold(value))
    return value[: pictures.start()] if pictures else value


def _without_place(value: str) -> str:
    """The names alone of `王小明／凤山报道`, `王小明 李大为 唐山报道`. Behind a blank, a word in the shape of a name and
    of no known place is a name unless it is two characters and glued to 报道."""
    placed = _PLACED.search(fold(value))
    if placed is None:
        return value
    word = placed["place"]
    barred = bool(placed["bar"].strip())
    glued = len(word) == 2 and not placed["gap"] and not placed["way"]
    if barred or glued or not (is_person(word) or split_glued(word)):
        return value[: placed.start()]
    return value


def _people(tokens: list[str], *, split: bool, marked: bool) -> Iterator[str]:
    """Tokens that are names of people; in a field without a mark, reading ends at the first word that is none."""
    for position, token in enumerate(tokens):
        bare = _without_tail(token)
        if not bare:
            continue
        if is_person(bare):
            yield bare
        elif name := _titled(bare):
            yield name
        elif split and (several := split_glued(bare)):
            yield from several
        elif (name := _before_affiliation(bare)) or (name := _after_affiliation(bare)):
            yield name
        elif not marked and (position or not is_outlet(bare)):
            return


def _without_tail(token: str) -> str:
    """`潘姿羽台北報導` as `潘姿羽`; `陈博文` is a name."""
    tail = _TAIL_WORDS.search(fold(token)) if len(token) > 2 else None
    if tail is None or (tail[0] in ("文", "图") and (is_person(token) or _THREE.fullmatch(token))):
        return token
    bare = token[: tail.start()]
    dispatched = re.search("报导|日[电讯]", fold(tail.group())) is not None
    placed = without_glued_place(bare, dispatched)
    return bare if is_person(bare) or (placed == bare and split_glued(bare)) else placed


def without_glued_place(text: str, taiwan: bool) -> str:
    """`潘姿羽台北`, `陳一帆老城` as the name. Where 报导 says that the paper is Taiwan's, or 4日电 that it is a dispatch, a
    place follows one name; elsewhere two names may stand glued."""
    folded = fold(text)
    for size in (3, 2, 4):
        rest = folded[size:]
        if is_person(text[:size]) and rest in PLACES:
            return text[:size]
    if taiwan and (size := _name_before_place(text)):
        return text[:size]
    if is_person(text[:3]) and 2 <= len(text) - 3 <= 3 and (taiwan or not split_glued(text)):
        return text[:3]
    place = next((size for size in (4, 3, 2) if folded[-size:] in PLACES), 0)
    return text[:-place] if place else text


def _name_before_place(text: str) -> int:
    """Characters of the name in `歐陽小燕某地`, `王明某地`, where a place of two characters or three is known to follow; 0
    where the name has the usual three."""
    if len(text) in (6, 7) and is_person(text[:4]):
        return 4
    return 2 if len(text) == 4 and is_person(text[:2]) else 0


def _before_affiliation(token: str) -> str:
    """`方敏北京大学经济学院教授` as `方敏`."""
    folded = fold(token)
    if len(token) < 6 or not _AFFILIATION.search(folded):
        return ""
    for size in (2, 3, 4):
        rest = folded[size:]
        opens = rest.startswith(("某", "系", "现任", "原")) or any(rest[:n] in PLACES for n in (2, 3, 4))
        if is_person(token[:size]) and opens:
            return token[:size]
    return ""


_POST = re.compile(
    filled(
        r"(?:<names.post>|大学|学院|研究院|研究所|中学|小学|医院|集团|公司|日报社|[^\W\d_]中心|[^\W\d_]系)([\u4e00-\u9fff]{2,4})$"
    )
)


def _after_affiliation(token: str) -> str:
    """`某研究部研究员徐占忱`, `某某大学历史学院郭小伦` as the name."""
    match = _POST.search(fold(token))
    name = token[match.start(1) :] if match else ""
    return name if name and is_person(name) else ""


_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.'’-]{0,20}(?: [A-Za-zÀ-ÿ.'’-]{1,20}){1,3}")


_TITLED = re.compile(filled("<names.post>$"))


def _titled(token: str) -> str:
    """`王小明医师` as the name."""
    post = _TITLED.search(fold(token))
    name = token[: post.start()] if post else ""
    return name if name and is_person(name) else ""


def _by_any_name(bare: str, tokens: list[str]) -> list[str]:
    """A pen name or account name: the first word, or the whole of a name in Latin letters."""
    several = [
        name for part in re.split(r"[,，、;；&]|\band\b|以及|和(?= ?[A-Z])", bare) if (name := part.strip())
    ]
    if several and all(map(_LATIN.fullmatch, several)):
        return several[:_MAX_NAMES]
    name = _without_tail(tokens[0]).strip("-—_.·")
    if (
        not 2 <= len(name) <= _MAX_NAME
        or is_nobody(name)
        or is_nobody(tokens[0])
        or is_press(name)
        or _NOT_IN_NAME.search(fold(name))
    ):
        return []
    if len(name) > 12 and not name.isascii():
        return []
    return [name]


def _joined(tokens: list[str]) -> list[str]:
    """`张 伟 李 明`, `王 小明`: names that are set with a blank inside, those of two characters to fill three squares. A
    character that is left alone is the surname of the two behind it."""
    joined: list[str] = []
    for token in _join_single_characters(tokens):
        if joined and _is_given_name(token, joined[-1]):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _is_given_name(token: str, surname: str) -> bool:
    alone = len(surname) == 1 and surname not in _DONE and len(token) == 2
    compound = fold(surname) in _COMPOUND and len(token) <= 2
    return (alone or compound) and token not in PLACES and is_person(surname + token)


def _join_single_characters(tokens: list[str]) -> list[str]:
    """`张 伟 李 明` as two names, `李 晓 光` as one."""
    if len(tokens) == _SPREAD and all(len(token) == 1 for token in tokens) and is_person("".join(tokens)):
        return ["".join(tokens)]
    joined: list[str] = []
    for token in tokens:
        if len(token) == 1 and joined and len(joined[-1]) == 1 and token >= "\u3400":
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def all_names(content: str) -> list[str]:
    """The tokens of a bracket, where each is a person's name."""
    tokens = _joined([token for token in _SEPARATORS.split(content) if token])
    return tokens if tokens and all(map(is_person, tokens)) else []


def merged(credits: Iterable[Credit], avoid: frozenset[str] = frozenset()) -> tuple[Credit, ...]:
    """Each person once in each role, in printed order; a byline replaces an opening, and who signs as writer signs
    once. Names in `avoid` (the outlet, the site) are nobody's."""
    kept: dict[tuple[str, object], Credit] = {}
    for credit in credits:
        key = (fold(credit.name), "writing" if credit.role in _WRITING else credit.role)
        better = credit.place is Place.FIELD and key in kept and kept[key].place is not Place.FIELD
        if credit.name.lower() not in avoid and (key not in kept or better):
            kept[key] = credit
    return tuple(kept.values())
