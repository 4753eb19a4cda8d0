"""Who did what, as it stands inside the text: brackets that open the first sentence or close the last."""

from __future__ import annotations

import re

from cleaners.brackets import CLOSING, OPENING
from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.labels import Kind, fields
from cleaners.metadata.people.credits import all_names, field_credits, line_credits, names_in
from schemas import Credit, Place, Role

_REPORTING = re.compile(r"(?:报道|报导|采写|摄|\s(?:文|文[/／、]?图|图[/／、]?文))\W*$")
_OPENING = re.compile(rf"[{OPENING}]([^{OPENING}{CLOSING}]{{2,100}})[{CLOSING}]")
_OPENING_REACH = 40
_PLAIN_OPENING = re.compile(
    filled(
        r"^[■□◆●◎▲\s]{0,3}(?:[\u4e00-\u9fff]{0,8}(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:[讯电]\s{0,2}|本报|本刊|本网)?"
        r"(?=(?:<roles.rank>){0,2}(?:记者\s|通讯员\s|记者[\u4e00-\u9fff]{2,12}报道[:：]))"
    )
)
_SIGNED_REPORT = re.compile(r"(?:(?:特派|特约)?记者|[^／/]{2,12}[／/]).*报导$")
"""`〔記者王小明／高雄報導〕`, `（王小明／綜合報導）`, as Taiwan's papers sign: a byline that stands in the first paragraph, no
dispatch."""
_AFTER_WIRE = re.compile(r"[电讯]\s?$")


def opening_credits(paragraph: str) -> list[Credit]:
    """Credits inside the first sentence: `本报讯(记者 …)`, `【某报記者某某台北報導】`, `本报讯 记者 某某 …`."""
    for match in _OPENING.finditer(paragraph[:200]):
        before = paragraph[: match.start()]
        if match.start() > _OPENING_REACH or "。" in before:
            break
        signs = not before.strip() and _SIGNED_REPORT.match(fold(match.group(1)))
        if found := _bracket_credits(match.group(1), Place.FIELD if signs else Place.OPENING):
            return found
        if _AFTER_WIRE.search(fold(before)) and (names := all_names(match.group(1))):
            return [Credit(name=name, role=Role.REPORTER, place=Place.OPENING) for name in names]
    if plain := _PLAIN_OPENING.match(fold(paragraph[:80])):
        return line_credits(paragraph[plain.end() : plain.end() + 40], Place.OPENING)
    return []


_CLOSING = re.compile(rf"[{OPENING}]([^{OPENING}{CLOSING}]{{2,80}})[{CLOSING}]\s*\d{{0,8}}$")
_PLAIN_CLOSING = re.compile(
    r"(?<=[。！？”…!?])\s?((?:文|图|文/图|图/文|撰文|记者|本报记者)\s?[/／:：]\s?[^。，,]{2,30}"
    r"|(?:[\u4e00-\u9fff]{2,8})?记者\s[\u4e00-\u9fff·、\s]{2,20})$"
)


def closing_credits(paragraph: str) -> list[Credit]:
    """Credits glued to the last sentence: `…。(陈龙 报道)`, `…。(文/图 某某)`, `…。文/某某`. A bracket that holds a
    bare name is no credit: it may be the person spoken of."""
    ending = paragraph[-90:]
    match = _CLOSING.search(ending)
    if match:
        return _bracket_credits(match.group(1), Place.CLOSING)
    plain = _PLAIN_CLOSING.search(fold(ending[-60:]))
    return _bracket_credits(ending[-60:][slice(*plain.span(1))], Place.CLOSING) if plain else []


def _bracket_credits(content: str, place: Place) -> list[Credit]:
    """`记者 某某 通讯员 某某`, also with the reporters unlabelled before a label or before 报道."""
    found = fields(content)
    folded = fold(content)
    credits = field_credits((field for field in found if field.kind is not Kind.OTHER), place)
    lead = content[: found[0].start] if found else content
    if not credits and not _REPORTING.search(folded):
        return []
    role = Role.PHOTOGRAPHER if re.search(r"摄\W*$", folded) and not found else Role.REPORTER
    names = names_in(lead, role, marked=False)
    return [Credit(name=name, role=role, place=place) for name in names] + credits
