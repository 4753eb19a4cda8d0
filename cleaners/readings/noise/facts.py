"""Lines that look like a date or a label and tell a fact of the article: what takes place, when and where."""

from __future__ import annotations

import re

from cleaners.lexicon import filled

_FACT = re.compile(
    filled(
        r"^[【\[(（]?(?:[活动会议讲座比赛报名]{0,4}<facts.told>|<facts.label>|<facts.opened>\w{0,4})[】\])）]?\s?[:：】]"
    )
)
_TO = r"(?:-|—|–|~|～|至|到)"
_EVENT = re.compile(
    filled(
        r"^.{0,4}<facts.event>\w{0,4}[】]?\s?[:：】]"
        rf"|\d{{1,2}}[:：时]\d{{0,2}}\W{{0,3}}{_TO}\W{{0,3}}\w{{0,9}}?\d{{1,2}}[:：时]|[日)）]\s?{_TO}\s?\w{{0,12}}日"
        r"|^【\w{0,4}时间】|[（(](?:星期|周|週)[一二三四五六日天][）)]"
    )
)  # fmt: skip  # laid out for reading


def is_fact(folded: str) -> bool:
    """It gives a fact of a notice: place, subject, fee. A time beside it is one, too."""
    return _FACT.match(folded) is not None


def is_event(folded: str) -> bool:
    """It says when something happens, not when it was published."""
    return _EVENT.search(folded) is not None
