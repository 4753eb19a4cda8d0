"""What 公众号 copies print around an article: who wrote it, and the card of the account that brings it."""

from __future__ import annotations

import re

_OPENING = 4000
"""Characters at the head of a dump where these stand."""
_SIGNED = re.compile(
    r"^[ \t]*(?:原创|原創|Original)[ \t]+(?P<author>\S{2,16})[ \t]+(?P<account>\S{2,24})[ \t]*\n(?P=account)[ \t]*$",
    re.MULTILINE,
)
"""`原创 木子 云溪手账` over the account's name: who wrote, then the account."""
_CARD = re.compile(
    r"^(?P<said>[ \t]*以下文章[来來]源[于於](?P<account>[^\n,，]{2,24}?)[ \t]*[,，][^\n]*\n)(?P=account)[ \t]*\.?[ \t]*\n"
    r"(?:\.[ \t]*\n)?[^\n]{0,60}$",
    re.MULTILINE,
)
"""The card of the account that an article is from: its name, a dot, what it says of itself."""
_OF_ITSELF = re.compile(
    r"^[ \t]*(?:微信[号號][ \t]+[\w-]{4,24}|功能介[绍紹][ \t][^\n]{0,120})[ \t]*$\n?", re.MULTILINE
)


def without_cards(text: str) -> str:
    """The text with the author on a line of its own, as other dumps have it, and without what the account says of itself."""
    head, rest = text[:_OPENING], text[_OPENING:]
    if "原" not in head and "文章" not in head and "Original" not in head and "微信" not in head:
        return text
    head = _SIGNED.sub(r"作者：\g<author>\n\g<account>", head)
    return _OF_ITSELF.sub("", _CARD.sub(r"\g<said>", head)) + rest
