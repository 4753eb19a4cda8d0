"""Reading who did what out of byline fields, opening brackets and closing brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from cleaners.metadata.furniture import FURNITURE
from cleaners.metadata.labels import Field, Kind, fields
from cleaners.metadata.names import is_nobody, is_outlet, is_person, is_press, split_glued
from cleaners.metadata.places import ENDS_WITH_PLACE, STARTS_WITH_PLACE
from schemas import Credit, Place, Role

_BRACKETED = re.compile(r"[(（\[【<《][^()（）\[\]【】<>《》]{0,30}[)）\]】>》]")
_STAFF_CODE = re.compile(r"\s?[_＿]\s?\w{2,12}$|\s?(?<![A-Za-z])[A-Z]{1,4}\d{2,6}(?!\w)|\s[A-Z]{2}\d{2,6}$")
_CLOSERS = re.compile(r"[)）\]】>＞|｜丨。！？!?；;〗」].*$")
_SEPARATORS = re.compile(r"[\s、,，;；/／&＆+]+")
_TAIL_WORDS = re.compile(
    r"(?:\d{1,2}日[电電讯訊]|(?:综合|綜合|采访|採訪|摄影|攝影|图文|联合|即時|即时|现场|現場|發自|发自)?(?:报道|報導|报导|報道)"
    r"|(?:整理)?(?:编译|編譯)|供图|供圖|供稿|整理|采写|採寫|[/／]?[文图圖摄攝]|摄影|攝影|编辑|主编)$"
)
_NOT_IN_NAME = re.compile(
    r"[:：。！？!?“”\"「」%％…@#=~|()（）\[【、，]|^本文|仅代表|僅代表|观点|版权|声明|https?|www\.|\d{3,}"
)
_REPORTING = re.compile(r"(?:报道|報導|报导|報道|采写|採訪|[摄攝])\W*$")
_AFFILIATION = re.compile(
    r"大学|大學|学院|學院|研究|教授|院长|院長|主任|博士|书记|局|委员|公司|记者|中心|协会"
)

_WRITING = (Role.AUTHOR, Role.REPORTER, Role.CORRESPONDENT)
_MAX_NAMES = 12
_MAX_NAME = 20


def line_credits(line: str, place: Place = Place.FIELD) -> list[Credit]:
    """The people named in one byline."""
    return field_credits(fields(line), place)


def field_credits(found: Iterable[Field], place: Place = Place.FIELD) -> list[Credit]:
    """The people named in the fields of a byline."""
    credits: list[Credit] = []
    found = list(found)
    for field, following in zip_longest(found, found[1:]):
        if isinstance(field.kind, Role):
            # 作者：某报记者 某某: what stands before 记者 is where the reporter works
            if following and following.kind is Role.REPORTER and _is_workplace(field.value):
                continue
            names = names_in(field.value, field.kind, field.marked)
            credits.extend(Credit(name=name, role=field.kind, place=place) for name in names)
    return credits


def _is_workplace(value: str) -> bool:
    return " " not in value and not is_person(value)


def names_in(value: str, role: Role, marked: bool) -> list[str]:
    """The names in the value of a field.

    After a mark (`作者：`) authors and editors may go by any name; everybody else, and every value that merely
    follows a role word, must be shaped like a person's name.
    """
    bare = _CLOSERS.sub("", _STAFF_CODE.sub("", FURNITURE.sub("", _BRACKETED.sub(" ", value))))
    tokens = _join_single_characters([token for token in _SEPARATORS.split(bare) if token])
    people = list(_people(tokens, split=role is not Role.AUTHOR, marked=marked))
    if people:
        return people[:_MAX_NAMES]
    if not marked or role not in (Role.AUTHOR, Role.EDITOR, Role.COPY_EDITOR, Role.TRANSLATOR) or not tokens:
        return []
    return _by_any_name(bare, tokens)


def _people(tokens: list[str], *, split: bool, marked: bool) -> Iterator[str]:
    """Tokens that are names of people; in a field without a mark, reading ends at the first word that is none."""
    for position, token in enumerate(tokens):
        bare = _without_tail(token)
        if not bare:
            continue
        if is_person(bare):
            yield bare
        elif split and (several := split_glued(bare)):
            yield from several
        elif (name := _before_affiliation(bare)) or (name := _after_affiliation(bare)):
            yield name
        elif not marked and (position or not is_outlet(bare)):
            return


def _without_tail(token: str) -> str:
    """`潘姿羽台北報導` as `潘姿羽`."""
    bare = _TAIL_WORDS.sub("", token) if len(token) > 2 else token
    if bare != token and not is_person(bare):
        return ENDS_WITH_PLACE.sub("", bare)
    return bare


def _before_affiliation(token: str) -> str:
    """`方敏北京大学经济学院教授` as `方敏`."""
    if len(token) < 6 or not _AFFILIATION.search(token):
        return ""
    for size in (2, 3, 4):
        if is_person(token[:size]) and STARTS_WITH_PLACE.match(token, size):
            return token[:size]
    return ""


_POST = re.compile(
    r"(?:教授|研究员|院长|院長|部长|主任|博士|书记|局长|秘书长|会长|主席|学者|律师|律師|分析师|評論員|评论员|校长|总经理|董事长|所长|委员|代表|医师|醫師)([\u4e00-\u9fff]{2,4})$"
)


def _after_affiliation(token: str) -> str:
    """`某研究部研究员徐占忱` as `徐占忱`."""
    match = _POST.search(token)
    return match.group(1) if match and is_person(match.group(1)) else ""


def _by_any_name(bare: str, tokens: list[str]) -> list[str]:
    """A pen name or account name: the first word, or the whole of a name in Latin letters."""
    latin = bare.strip()
    if re.fullmatch(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.'-]{1,20}(?: [A-Za-zÀ-ÿ.'-]{1,20}){1,3}", latin):
        return [latin]
    name = _without_tail(tokens[0]).strip("-—_.·")
    if not 2 <= len(name) <= _MAX_NAME or is_nobody(name) or is_press(name) or _NOT_IN_NAME.search(name):
        return []
    if len(name) > 12 and not name.isascii():
        return []
    return [name]


def _join_single_characters(tokens: list[str]) -> list[str]:
    """`张 伟 李 明`: two-character names are set with a blank inside to fill three squares."""
    joined: list[str] = []
    for token in tokens:
        if len(token) == 1 and joined and len(joined[-1]) == 1 and token > "\u3400":
            joined[-1] += token
        else:
            joined.append(token)
    return joined


_OPENING = re.compile(r"[(（【\[]([^()（）【】\[\]]{2,100})[)）】\]]")
_OPENING_REACH = 40
_PLAIN_OPENING = re.compile(
    r"^[■□◆●◎▲\s]{0,3}(?:[\u4e00-\u9fff]{0,8})?(?:(?:讯|訊|电|電)\s{0,2}|本报|本報|本刊|本网)?(?=(?:见习"
    r"|实习|特派|首席|特约)?(?:记者|記者|通讯员|通訊員)\s)"
)


def opening_credits(paragraph: str) -> list[Credit]:
    """Credits inside the first sentence: `本报讯(记者 …)`, `【某报記者某某台北報導】`, `本报讯 记者 某某 …`."""
    for match in _OPENING.finditer(paragraph[:200]):
        inside_first_sentence = match.start() <= _OPENING_REACH and "。" not in paragraph[: match.start()]
        if inside_first_sentence and (found := _bracket_credits(match.group(1), Place.OPENING)):
            return found
    if plain := _PLAIN_OPENING.match(paragraph):
        return line_credits(paragraph[plain.end() : plain.end() + 40], Place.OPENING)
    return []


_CLOSING = re.compile(r"[(（【\[]([^()（）【】\[\]]{2,80})[)）】\]]\s*\d{0,8}$")
_PLAIN_CLOSING = re.compile(
    r"(?<=[。！？”…!?])\s?((?:文|图|文/图|图/文|撰文|记者|本报记者)\s?[/／:：]\s?[^。，,]{2,30})$"
)


def closing_credits(paragraph: str) -> list[Credit]:
    """Credits glued to the last sentence: `…。(陈龙 报道)`, `…。(文/图 某某)`, `…。文/某某`. A bracket that holds a
    bare name is no credit: it may be the person spoken of."""
    match = _CLOSING.search(paragraph[-90:]) or _PLAIN_CLOSING.search(paragraph[-60:])
    return _bracket_credits(match.group(1), Place.CLOSING) if match else []


def _bracket_credits(content: str, place: Place) -> list[Credit]:
    """`记者 某某 通讯员 某某`, also with the reporters unlabelled before a label or before 报道."""
    found = fields(content)
    credits = field_credits((field for field in found if field.kind is not Kind.OTHER), place)
    lead = content[: found[0].start] if found else content
    if not credits and not _REPORTING.search(content):
        return []
    role = Role.PHOTOGRAPHER if re.search(r"[摄攝]\W*$", content) and not found else Role.REPORTER
    names = names_in(lead, role, marked=False)
    return [Credit(name=name, role=role, place=place) for name in names] + credits


def merged(credits: Iterable[Credit], avoid: frozenset[str] = frozenset()) -> tuple[Credit, ...]:
    """Each person once in each role, in printed order; a byline replaces an opening, and who signs as writer signs
    once. Names in `avoid` (the outlet, the site) are nobody's."""
    kept: dict[tuple[str, object], Credit] = {}
    for credit in credits:
        key = (credit.name, "writing" if credit.role in _WRITING else credit.role)
        better = credit.place is Place.FIELD and key in kept and kept[key].place is not Place.FIELD
        if credit.name.lower() not in avoid and (key not in kept or better):
            kept[key] = credit
    return tuple(kept.values())
