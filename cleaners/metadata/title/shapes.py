"""What a line of a dump looks like: furniture, a byline, a date, running text."""

from __future__ import annotations

import re

from cleaners.lexicon import any_of, filled, fold, furniture
from cleaners.metadata.byline.names import names_alone
from cleaners.metadata.dates import find_dates
from cleaners.metadata.lines import is_dateline
from cleaners.metadata.people.bare import bare_credits
from cleaners.metadata.people.credits import line_credits

_RUNNING, _LONG = 24, 60
_SENTENCE = re.compile(
    r"[,，;；].{0,300}。|。.{0,300}[,，;；]|[,，].{0,300}[,，]|[,，;；].{4,300}[！!”」]\W?$|^.{30,}[。.]\W?$"
)
COMMA = re.compile(r"[,，;；。]")
_NO_HEADLINE = re.compile(
    filled(
        r"。$|[;；]|\s[>›»]\s|正文$|[:：]$|^\W?来源|\bhttps?:|\bwww\.|^\W*<titles.greeting>|^\W{0,2}<titles.no_headline>"
        r"|^[\d\W_]+$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{1,2}\b|^#|^[(（][^()（）]+[)）]$|^第\s?\d+版|\d版[:：]|〔\d{4}〕|^\d+\s?[个条]?(?:回答|评论|回复|跟帖|讨论)|^(?:问|答|记者|主持人|时间|地点|拍摄者|联系人|电话|日期|人物)\s?[:：]|^\d{4}年第?\d+期|年\d+期$"
    )
)
_BYLINE = re.compile(
    filled(
        r"^\W{0,3}\w{0,4}记者[\u3400-\u9fff]{2,4}(?:通讯员|摄影)|^\W{0,3}(?:文|图|图文|撰文|摄影|编译|翻译|采写|整理)\s?[/／|丨:：]|^\W{0,3}<roles.author>\s?[:：/／]|^[◎☉●○]"
        r"|^\W{0,3}\w{0,8}(?:记者|通讯员|特约撰稿)\s[A-Z\u3400-\u9fff]|[/／].{0,6}(?:报道|报导|综合)$|(?:摄影报道|综合报道|摄|实习生)$|^\S{0,12}记者$"
    )
)
_FURNITURE = re.compile(rf"^\W{{0,4}}{any_of('titles.tool')}(?:\W.{{0,12}}|\d*|\W*)$")
_BADGE = re.compile(filled(r"[\[【]<titles.badge>[\]】]\s?(?=[^\[【\s].{3})"))
_EDITION = re.compile(filled(r"^\W?[\u3400-\u9fff]{1,10}<outlets.press>\W?<outlets.edition>$"))
_AMOUNTS = re.compile(r"(?>[约約]?\d[\d.,]{0,9}\s?[\u3400-\u9fffA-Za-z%℃]{1,4}[\s|·/，,]{0,3}){1,8}")
_ISSUE = re.compile(r"\b(?:Vol|No|Issue)\b\.?|\d[)）]\s?[:：]\s?\d{1,5}\s?[-–—]\s?\d")
"""The volume of a journal and the pages there: its full stops end no sentence."""
_STAMP = re.compile(r"\W{0,2}\d{1,2}[-/.月]\d{1,2}日?\s{1,2}\d{1,2}[:：]\d\d(?!\d)[^，。]{0,20}$")
"""`10-11 07:58 · 石桥`: when it was sent, without the year."""
_COUNTERS = re.compile(r"(?:[\u3400-\u9fff]{2,6}\s?[:：]\s{0,2}[\d,.]{0,12}[万亿]?\s{0,3}){2,8}")
"""`积分：0 访问：61,204`."""
_VERIFIED = re.compile(r"(?:已|官方|实名)认证\W{0,3}(?:\+?\s?关注)?$")
"""Behind the name of an account."""
_CREDITED = 40
"""Letters of a line that names who made the text."""


def is_dated(line: str) -> bool:
    return is_dateline(line, find_dates(line)) or _STAMP.match(line) is not None


def is_furniture(line: str) -> bool:
    """A menu, a label, a byline, a date: no headline, a badge before it apart."""
    folded = fold(line)
    if badge := _BADGE.match(folded):
        folded, line = folded[badge.end() :], line[badge.end() :]
    if furniture(folded) or _NO_HEADLINE.search(folded) or _FURNITURE.match(folded) or is_byline(line):
        return True
    if _EDITION.search(folded) or _VERIFIED.search(folded):
        return True
    if _STAMP.match(line) or (_COUNTERS.fullmatch(line) and any(map(str.isdigit, line))):
        return True
    return _is_menu(line) or bool(names_alone(line)) or _doubled(line) or bool(find_dates(line))


def is_byline(line: str) -> bool:
    """It names who made the text, and holds no clause."""
    if _BYLINE.search(fold(line)):
        return True
    return (
        len(line) <= _CREDITED and not COMMA.search(line) and bool(line_credits(line) or bare_credits(line))
    )


def is_of_amounts(line: str) -> bool:
    """Numbers and what they count, nothing else: `600克`, `12.8万浏览 3402收藏`."""
    return _AMOUNTS.fullmatch(line) is not None


def _is_menu(line: str) -> bool:
    """Three short words or more with blanks or bars between them."""
    words = re.split(r"[\s|｜·]+", line.strip())
    return (
        len(words) >= 3
        and sum(map(len, words)) <= 4.5 * len(words)
        and not any(word.isascii() and word.isalpha() for word in words)
        and not re.search(r"[,，:：!！?？“”]", line)
    )


def _doubled(line: str) -> bool:
    """A word printed twice: an option of a menu."""
    half = len(line) // 2
    return len(line) >= 4 and len(line) % 2 == 0 and line[:half] == line[half:]


def is_running(line: str) -> bool:
    """Running text: a sentence with a comma in it, or so long a line that it is no headline."""
    if len(line) >= _LONG and COMMA.search(line):
        return True
    if len(line) < _RUNNING or line[:1] in "「“" or _SENTENCE.search(line) is None:
        return False
    return "。" in line or _ISSUE.search(line) is None
