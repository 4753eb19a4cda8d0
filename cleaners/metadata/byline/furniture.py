"""What page furniture glues to the end of a byline's value: buttons, counters, the next field."""

from __future__ import annotations

import re

from cleaners.lexicon import filled, fold

_GLUED: tuple[tuple[str, str], ...] = (
    (
        "button",
        r"(?!评论员)<furniture.button>|微博(?=\W|$)|返回\S{2,6}(?=[，,\s])|去\S{2,6}首页|[【\[(（][大小]\s",
    ),
    ("counter", r"(?<!\d)\d{1,7}\s?[人条]|有\d{1,7}人|<furniture.count>"),
    ("date", r"\d{4}[年/.-]\d|\d{4}年|\d{1,2}:\d\d|发布(?=[时日于:：])|发表(?=[时日于:：评]|\s|$)"),
    ("next field", r"<furniture.next>"),
    ("address", r"https?:|www\."),
    ("bar", r"[【|｜丨＞»]|>>|》》|\s·|[／/╱]\s*$"),
)
_FURNITURE = re.compile(filled(rf"\s?(?:{'|'.join(pattern for _, pattern in _GLUED)}).*$"))


def without_furniture(value: str) -> str:
    """A value up to the first piece of furniture in it."""
    glued = _FURNITURE.search(fold(value))
    return value[: glued.start()] if glued else value
