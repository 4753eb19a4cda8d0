"""Numbers in Chinese characters."""

from __future__ import annotations

_DIGITS = {
    c: i
    for i, cs in enumerate(("〇零○ＯO0", "一壹", "二贰两", "三叁", "四", "五", "六", "七", "八", "九"))
    for c in cs
}
NUMERAL = "〇零○ＯO0一二三四五六七八九十廿卅百"
"""The characters of a number, for a class of an expression."""
DIGIT = "〇零○ＯO0一二三四五六七八九"


def number(text: str) -> int:
    """二十八, 廿八, 卅一, 一百一十二, 〇八 or digits as a number."""
    if text.isascii():
        return int(text or 0)
    if not set(text) & set("十百廿卅"):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for character in text:
        if character in "十百":
            total, digit = total + (digit or 1) * (10 if character == "十" else 100), 0
        elif character in "廿卅":
            total += 20 if character == "廿" else 30
        else:
            digit = _DIGITS[character]
    return total + digit
