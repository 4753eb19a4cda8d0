"""Who posted a text on a forum or a blog, as the lines around it say without a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.metadata.byline.names import PLACES, is_nobody, is_outlet, is_person
from cleaners.metadata.byline.unlabelled import OTHER_WORDS

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line

_NAME = r"(?P<name>[^\W\d][\w·.-]{1,15})"
_POSTED = (
    re.compile(rf"{_NAME}\s(?:发表|发布|张贴)[于在]\s?(?:19|20)\d\d.{{4,40}}"),
    re.compile(
        rf"(?:由|[Bb]y)\s{_NAME}\s?(?:[»·|,，-]\s?|(?:[»·|,，-]\s?)?(?:发表|发布|张贴)[于在]?\s?)(?:19|20)\d\d.{{4,40}}"
    ),
    re.compile(rf"(?:Posted |Published |Written )?[Bb]y\s{_NAME}\son\s.{{6,40}}"),
    re.compile(rf"本帖最后由\s?{_NAME}\s?于\s?(?:19|20)\d\d.{{4,24}}编辑"),
    re.compile(rf".{{0,12}}(?:19|20)\d\d.{{4,24}}?\s(?:由|[Bb]y)\s?{_NAME}(?:\s?(?:发表|发布|撰写|张贴))?"),
)
_COUNTED = re.compile(r"主题|帖子|积分|听众|收听|精华|粉丝|回帖|好友|金币|威望|关注|日志|相册|记录")
"""What a forum counts of a member, below the name."""
_NUMBER = re.compile(r"\d[\d.,]*[万kK]?")
_REPOSTED = re.compile(
    r"原创\s(?P<names>[^\s，。！？:：][^，。！？:：]{0,59}?)(?:\s?(?:赞赏|收录于|来自)[^，。！？]{0,60})?"
)
"""The line above the text of a 公众号, copied with it: `原创 王小明 某某周刊 收录于话题…`; who wrote, then the account."""
_PEN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[A-Z][A-Za-z]{1,15}")
_RIGHTS = re.compile(
    r"\W{0,4}(?:本文)?版权归(?P<said>作者)?\s(?P<name>[^\W\d][\w·.-]{0,15}(?:\s[\w·.-]{1,12})?)\s所有.{0,24}"
)


def posted_by(header: Sequence[Line], tail: Sequence[Line]) -> Iterator[str]:
    """`青禾 发表于 2024-03-04`, `2024-03-04 由 青禾`, a name over what the forum counts of its member, and the name in
    `本文版权归 青禾 所有` that the header prints, too, or that is said to be its author's."""
    named = (_in_line(line) or _over_counts(header, at) for at, line in enumerate(header))
    yield from islice(filter(None, named), 1)
    for line in tail:
        rights = _RIGHTS.fullmatch(line.folded)
        if rights and (rights["said"] or any(rights["name"] in above.folded for above in header)):
            yield line.text[slice(*rights.span("name"))]
            return


def reposted(header: Sequence[Line]) -> Iterator[str]:
    """Who wrote what a 公众号 published, from the line that was copied with it; the account itself is nobody."""
    for line in header:
        if found := _REPOSTED.fullmatch(line.folded):
            *names, account = line.text[slice(*found.span("names"))].split()
            if all(map(is_person, names)):
                yield from names
            elif len(names) == 1 and _PEN_NAME.fullmatch(names[0]) and names[0] not in account:
                yield from filter(_may_post, names)


def _in_line(line: Line) -> str:
    found = next((match for form in _POSTED if (match := form.fullmatch(line.folded))), None)
    return line.text[slice(*found.span("name"))] if found and _may_post(found["name"]) else ""


def _over_counts(lines: Sequence[Line], index: int) -> str:
    """The name above `12`, `主题`, `88`, `帖子`."""
    below = [line.folded for line in lines[index + 1 : index + 5]]
    counted = len(below) == 4 and all(
        _NUMBER.fullmatch(below[at]) and _COUNTED.fullmatch(below[at + 1]) for at in (0, 2)
    )
    return lines[index].text if counted and _may_post(lines[index].folded) else ""


def _may_post(name: str) -> bool:
    return len(name) <= 16 and not (
        is_outlet(name) or is_nobody(name) or name in PLACES or name in OTHER_WORDS
    )
