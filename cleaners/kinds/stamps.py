"""What marks a post: a time, a floor, a button, in a place where others have the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.kinds.repeats import shape_of
from cleaners.metadata.dates.numbers import NUMERAL, number

if TYPE_CHECKING:
    from cleaners.document import Box, Run

STAMP = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d\d-\d{1,2}-\d{1,2} \d{1,2}:\d\d"
    r"|\d{1,2}[-/月]\d{1,2}日?\s\d{1,2}:\d\d"
    r"|(?:\d{1,3}|半)\s?(?:秒|分钟|分鐘|个?小时|個?小時|天|周|週|个?月|個?月|年)前|[昨前]天\s?\d{1,2}:\d\d|刚刚|剛剛"
)
_HINT = re.compile(r"[\d半昨前刚剛楼沙板地]")
"""What every stamp and number of a post has one of."""
_ACTS = re.compile(r"[评評回举舉点點赞贊讚追]")
"""What every button has one of."""
_OF_MEMBER = re.compile(r"(?:注册|註冊|登[录錄陆]|加入|生日|在线|在線)[^，。]{0,6}$")
"""What stands before a time that says something of who wrote."""
MOST = 120
"""A line that prints a stamp is no longer than this."""
_STOP = re.compile(r"[。！？；]")
_LEVELS = 3
"""Boxes by which places are compared."""
NAME = 24
POSTS = 2
"""So many stamps of one shape make a thread."""
SOME = 3
MARK = re.compile(r"[\W\d_]+")
_ACTION = r"(?:条|條|个)?(?:评论|評論|回复|回覆|回應|回应)|举报|舉報|点赞|點讚|[赞贊讚]同|追问|追问追答"
_BESIDE = r"引用|支持|反对|反對|分享|收藏|[赞贊讚](?!同)|[顶頂踩]"
_COUNT = re.compile(
    r"[(（]?(?:共有?|全部|所有|查看)?\s?\d[\d,]{0,8}\s?[个個条條]?\s?(?:网友|網友)?(?:回答|回复|回覆|答案)[)）:：]?"
    r"|(?:全部|所有)(?:回答|答案)(?:\s?[(（]?\d[\d,]{0,8}[)）]?)?"
)
"""A heading over answers: 38 个回答."""
_ACTIONS = re.compile(rf"(?:{_BESIDE})*+(?:{_ACTION})(?:{_BESIDE}|{_ACTION})*+")
"""A button, or a row of them."""
WORDY = re.compile(r"[^\W\d_]")
ENDS = re.compile(r"[，。！？；…”」』、,.!?~～]")
_TEXT = re.compile(r"comment|content|text|detail|reply|message|post|body|msg", re.IGNORECASE)
_NO_TEXT = re.compile(
    r"user|author|info|name|time|date|meta|action|tool|bar|count|num|btn|button|like|foot|head|title",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"#?\s?第?\s?\d{1,5}\s?[楼樓#]|#\d{1,5}$|(?:楼主|沙发|板凳|地板)$")
_FLOORS = {"楼主": 1, "樓主": 1, "沙发": 2, "沙發": 2, "板凳": 3, "地板": 4}
_STOREY = re.compile(rf"(?:({'|'.join(_FLOORS)})|第?([{NUMERAL}]{{1,5}})[楼樓])\s?[:：]\s?(?=\S)")
"""What stands before the name of who wrote a post: `二楼：青禾`. Houses have storeys, too."""
NUMBER_BEHIND = re.compile(r"\D(\d{1,5})\s?[楼樓]$")


def timed(text: str) -> str:
    """The mark of a line that prints a time or a floor; '' for another line."""
    if stamped(text):
        return "time"
    return "floor" if len(text) <= NAME and NUMBER_BEHIND.search(text) else ""


def stamped(text: str) -> bool:
    """It prints the time of a post, or begins with a floor."""
    if not _HINT.search(text):
        return False
    if NUMBERED.match(text):
        return True
    found = STAMP.search(text)
    return (
        found is not None
        and found.start() < MOST // 2
        and not _STOP.search(text)
        and not _OF_MEMBER.search(text[: found.start()])
        and (found.group()[-1] != "前" or "，" not in text)
    )


def storeyed(text: str) -> str:
    """The mark of a line that prints a floor in words before a name; '' for another line."""
    return "storey" if len(text) <= NAME and _STOREY.match(text) else ""


def storey_of(text: str) -> int | None:
    """The floor that a line names before a name: 1 for 楼主."""
    found = _STOREY.match(text)
    return None if found is None else _FLOORS.get(found[1]) or number(found[2])


def named_behind(text: str) -> str:
    """The name behind a floor; '' for another line."""
    found = _STOREY.match(text)
    return "" if found is None else text[found.end() :]


def acted(text: str) -> str:
    """The button below a post, without its count; '' for another line."""
    bare = MARK.sub("", text) if len(text) <= NAME and _ACTS.search(text) else ""
    return bare if _ACTIONS.fullmatch(bare) else ""


def counts_answers(text: str) -> bool:
    """It stands over the answers to a question."""
    return len(text) <= NAME and _COUNT.fullmatch(text) is not None


def names_text(box: Box | None) -> bool:
    """Its box is named as one of a post's text."""
    for _ in range(_LEVELS):
        if box is None:
            return False
        if box.name:
            return _TEXT.search(box.name) is not None and _NO_TEXT.search(box.name) is None
        box = box.parent
    return False


def told(run: Run) -> bool:
    """Somebody says something in it."""
    return run.link_chars * 2 <= len(run.text) and (len(run.text) >= 12 or ENDS.search(run.text) is not None)


def place_of(box: Box | None) -> tuple[str, ...]:
    """Elements and shapes of the boxes around a line, by which places are compared."""
    place: list[str] = []
    while box is not None and len(place) < 2 * _LEVELS:
        place += (box.tag, shape_of(box.name))
        box = box.parent
    return tuple(place)
