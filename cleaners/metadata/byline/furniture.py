"""What page furniture glues to the end of a byline's value: buttons, counters, the next field."""

from __future__ import annotations

import re

from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.names import is_person, is_press

_GLUED: tuple[tuple[str, str], ...] = (
    (
        "button",
        r"(?!评论员)(?:(?<=\s)|(?!微信公))<furniture.button>|微博(?=\W|$)|返回\S{2,6}(?=[，,\s])|去\S{2,6}首页|[【\[(（][大小]\s",
    ),
    ("apart", r"(?<=\s)(?:<furniture.apart>(?=[\s\d:：(（]|$)|大\s中\s小)"),
    (
        "size",
        r"(?<=\s)(?:约\s?)?\d[\d,.]{0,9}\s?[万千wWkK+]{0,2}\s?(?:次|字|分钟|人|条|阅读|浏览|评论|跟[帖贴])",
    ),
    ("page", r"(?<=\s)第?\s?[A-Z]?\d{1,3}\s?版"),
    (
        "counter",
        r"(?<![\d.])\d{1,7}(?:\s?[人条]|(?:\.\d{1,2})?\s?[万千wWkK]\+?\s?(?:[人条次赞]|阅读|浏览|点击|评论|喜欢|收藏))|有\d{1,7}人|<furniture.count>",
    ),
    (
        "date",
        r"\d{4}[年/.-]\d|\d{4}年|\d{1,2}[-/月]\d{1,2}日?\s?\d{1,2}:\d|\d{1,2}:\d\d|发布(?=[时日于:：])|发表(?=[时日于:：评]|\s|$)",
    ),
    ("next field", r"<furniture.next>"),
    ("address", r"[(（\[【]?\s?(?:https?:|www\.)"),
    ("bar", r"[【|｜丨＞»]|>>|》》|\s·|[／/╱]\s*$"),
)
_FURNITURE = re.compile(filled(rf"\s?(?:{'|'.join(pattern for _, pattern in _GLUED)})"))
_IN_NAMES = frozenset(["评论", "阅读", "关注", "收藏", "推荐", "播报"])
"""Buttons that names end with, too: `江畔阅读`, `某某新闻·艺术评论`."""
_AFTER_NAME = re.compile(r"$|\s(?!\d)")
_WHOLE_NAME = 3
"""Characters of a person's name that words seldom look like."""


def without_furniture(value: str) -> str:
    """A value up to the first piece of furniture in it."""
    folded = fold(value)
    glued = next((found for found in _FURNITURE.finditer(folded) if not _ends_name(folded, found)), None)
    return value[: glued.start()] if glued else value


def _ends_name(folded: str, button: re.Match[str]) -> bool:
    """Whether the word of a button ends a name: what stands before it is none by itself."""
    name = folded[: button.start()].rpartition(" ")[2]
    if button[0] not in _IN_NAMES or not name or not _AFTER_NAME.match(folded, button.end()):
        return False
    signed = len(name) == _WHOLE_NAME and is_person(name)
    return name[-1] > "\u3400" and not (signed or is_press(name))
