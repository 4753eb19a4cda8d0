"""People in a line above the text that no label opens."""

from __future__ import annotations

import re

from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.names import (
    REFERENCE,
    is_nobody,
    is_outlet,
    is_person,
    names_alone,
    split_glued,
)
from cleaners.metadata.byline.unlabelled import OTHER_WORDS
from cleaners.metadata.people.credits import all_names, without_glued_place
from schemas import Credit, Role

_BARE = re.compile(
    filled(
        r"[◎○●▲■\s]{0,3}(?:(?P<desk>[\u4e00-\u9fff]{2,6}(?:中心|组)\s?[／/╱∕]?\s?)|<roles.reporting>\s?|[\u4e00-\u9fffA-Za-z]{1,10}?<outlets.press>\s)?(?P<names>[\u4e00-\u9fff、\s]{2,20}?)"
        r"(?:[／/╱∕\s]\s?(?:[\u4e00-\u9fff]{2,6}?)??(?:<names.way>)?(?:报道|报导|专访|专电|特稿)|(?P<glued>[\u4e00-\u9fff]{2,3})(?:报道|报导)"
        r"|(?:报道|报导)|(?(desk)\s?(?:整理|编译|撰文)|(?!)))(?:\s?[/／]\s?[\u4e00-\u9fff]{2,6})?"
    )
)
_CIRCLED = re.compile(
    r"(?:[◎○●☉□■◇◆△▲]\s?(?:文\s?)?|(?:[Bb]y|BY)\s+)(?P<names>[\u4e00-\u9fff·、\s]{2,20}?)"
    r"(?:\s?(?:图|摄影?|插画)\s?[◎○●☉□■/／].{1,16})?"
)
_FROM = re.compile(
    filled(r"(?P<names>[\u4e00-\u9fff·、\s]{2,20}?)(?:\s?发自[\u4e00-\u9fff]{2,8}|\s于\s?<names.place>)")
)
"""`王小明 发自巴黎`, `王小明 于北京`."""
_PEN_NAME = re.compile(r"[\u4e00-\u9fff]{2,5}(?<![版报按者部网语话题记])")
"""Behind the circle of a signature; 编者按 and 编辑部 are none."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ENGLISH = re.compile(
    r"(?:[Bb]y|BY|Author,|Byline:)\s+(?P<name>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}?)"
    rf"(?:\s?[,/|·•–—].*|\s(?:on\s)?(?:(?:19|20)\d\d\W|\d{{1,2}}\s{_MONTH}|{_MONTH}[a-z]*\.?\s\d{{1,2}}\W).*)?"
)
_AUTHOR_COMMA = re.compile(r"(?:Author|作者)[,，]\s?(?P<name>[\u4e00-\u9fff·]{2,8})(?:\s?[,/，（(].*)?")
_MAX_BARE = 40


_WRITTEN_BY = re.compile(
    filled(
        r"[►▶▲■◆●◎\s]{0,3}文\s?(?P<outlet>[\u4e00-\u9fffA-Za-z]{1,10}?<outlets.press>)\s?(?P<name>[\u4e00-\u9fff·]{2,8})"
    )
)
_REPOSTED = re.compile(
    r"以下文章来源于?(?P<outlet>[^，,]{2,24}?)\s?[，,]\s?作者\s?(?P<name>[^\s，,。]{2,16})"
)
_NAME_FIRST = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,10})\s?(?:[（(][^()（）]{1,40}[)）])?\s?(?:[/／╱]\s?文|\s(?:[\w]{2,14})?记者|记者)(?:\s.{0,30})?"
)
_POSTED = re.compile(
    filled(
        r"(?P<name>[\u4e00-\u9fff·]{2,8})\s?[（(][^()（）]{0,24}(?:<names.post>|<names.affiliation>)[^()（）]{0,12}[)）]"
        r"|[\u4e00-\u9fff]{2,20}<names.post>\s(?P<after>[\u4e00-\u9fff·]{2,8})"
    )
)
"""`王小明（某某大学教授）`, `某某大学教授 王小明`."""
_INTRODUCED = re.compile(
    r"\W{0,3}(?:本文|文章)?作者\s?[:：]?\s?(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:[，,]|\s?(?:系|为|是|现任|现为)).{2,60}"
)
"""`（本文作者王小明为某某大学教授）`."""


_DOCTOR = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:科|部|室|中心)\s?(?P<name>[\u4e00-\u9fff]{2,3})\s?(?:医师|医生|主任|营养师|药师|治疗师|护理师|院长)"
)
"""`整形外科王小明醫師`, as hospitals sign."""
_WRITES = re.compile(r"(?P<name>[^\s，。:：|｜丨]{2,12})\s?[|｜丨]\s?文")
"""`河岸人丨文`."""


def bare_credits(line: str) -> list[Credit]:
    """People in a line above the text that has no label: `◎王小明`, `國際中心王小明／綜合報導`, `王小明老城報導`,
    `By First Last, Example Reporter`."""
    text = line.strip()
    if not 2 <= len(text) <= _MAX_BARE * 2:
        return []
    if english := _ENGLISH.fullmatch(text) or _AUTHOR_COMMA.fullmatch(text):
        return [Credit(name=english["name"], role=Role.AUTHOR)]
    if len(text) > _MAX_BARE:
        return []
    if REFERENCE.search(text):
        return [Credit(name=name, role=Role.AUTHOR) for name in names_alone(text)]
    folded = fold(text)
    if (writes := _WRITES.fullmatch(text)) and not (is_nobody(writes["name"]) or is_outlet(writes["name"])):
        return [Credit(name=writes["name"], role=Role.AUTHOR)]
    if (reposted := _REPOSTED.fullmatch(folded)) and reposted["name"] not in reposted["outlet"]:
        return [Credit(name=text[slice(*reposted.span("name"))], role=Role.AUTHOR)]
    for form, role in (
        (_WRITTEN_BY, Role.AUTHOR),
        (_NAME_FIRST, Role.REPORTER if "记者" in folded else Role.AUTHOR),
    ):
        if (match := form.fullmatch(folded)) and is_person(text[slice(*match.span("name"))]):
            return [Credit(name=text[slice(*match.span("name"))], role=role)]
    if posted := _POSTED.fullmatch(folded):
        name = text[slice(*posted.span("name" if posted["name"] else "after"))]
        return [Credit(name=name, role=Role.AUTHOR)] if is_person(name) else []
    if circled := _CIRCLED.fullmatch(folded):
        named = text[slice(*circled.span("names"))]
        pen_name = text[0] in "◎☉" and _PEN_NAME.fullmatch(fold(named)) and fold(named) not in OTHER_WORDS
        return [Credit(name=name, role=Role.AUTHOR) for name in all_names(named) or [named] * bool(pen_name)]
    if (sent := _FROM.fullmatch(folded)) and (senders := all_names(text[slice(*sent.span("names"))])):
        return [Credit(name=name, role=Role.REPORTER) for name in senders]
    if not (bare := _BARE.fullmatch(folded)):
        return []
    names = text[slice(*bare.span("names"))]
    if bare["glued"]:
        whole = text[bare.start("names") : bare.end("glued")]
        names = without_glued_place(whole, "报导" in folded)
    people = all_names(names) or (split_glued(names.strip()) if bare["glued"] is None else [])
    return [Credit(name=name, role=Role.REPORTER) for name in people]


def introduced(line: str) -> list[Credit]:
    """The author whom a line above or below the text introduces: `本文作者王小明，某某大学教授`, `整形外科王小明醫師`."""
    folded = fold(line.strip())
    found = _INTRODUCED.fullmatch(folded) or _DOCTOR.fullmatch(folded)
    name = line.strip()[slice(*found.span("name"))] if found else ""
    return [Credit(name=name, role=Role.AUTHOR)] if is_person(name) else []
