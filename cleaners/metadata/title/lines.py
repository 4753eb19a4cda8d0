"""The headline of text without markup: the likeliest line above the text, by what stands around it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from cleaners.lexicon import any_of, filled, fold, furniture, is_prose
from cleaners.metadata.byline.names import is_outlet, names_alone
from cleaners.metadata.dates import find_dates
from cleaners.metadata.lines import is_dateline
from cleaners.metadata.people.bare import bare_credits
from cleaners.metadata.people.credits import line_credits
from cleaners.metadata.title.strings import key

_SEARCHED = 200
"""Lines that are looked through."""
_HEADER = 24
"""Lines above the text that may be its header."""
_RUNNING, _LONG, _CLAUSES = 24, 60, 16
_SOON = 2
_VERSE = 6
"""Lines at the head of a text without running lines, of verse, among which its title stands."""
_MOST = 100
"""Letters of a headline at most."""
_SENTENCE = re.compile(
    r"[,，;；].{0,300}。|。.{0,300}[,，;；]|[,，].{0,300}[,，]|[,，;；].{4,300}[！!”」]\W?$|^.{30,}[。.]\W?$"
)
_JAM = 44
"""Letters of a line without a comma that are several headlines."""
_CHAPTER = re.compile(r"第[\d〇零一二三四五六七八九十百千两]{1,7}[章回节節卷](?:\W|$)")
_FOLLOW = re.compile(r"\+?\s?(?:已)?(?:关注|關注)")
_MARKED = frozenset(["original", "原创", "原創", "[复制链接]", "[複製鏈接]"])
"""What stands right below a title: above its author's name, beside it on a forum."""
_HEADED = 8
"""Lines between a headline and its date: who wrote, edited, took the pictures."""
_PEN_NAME = 6
"""Letters of a short line above the date that may be an author."""
_DAY = re.compile(r"\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?\s?(?:星期|周|週)[一二三四五六日天]")
_COMMA = re.compile(r"[,，;；。]")
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
_NAME = r"(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff] [\u3400-\u9fff])"
_NAMES = re.compile(rf"{_NAME}(?:[,，、;； +·/]{{1,3}}{_NAME})*")
_SUBTITLE = re.compile(r"^\W{0,2}(?:——|--|—)")
_FURNITURE = re.compile(rf"^\W{{0,4}}{any_of('titles.tool')}(?:\W.{{0,12}}|\d*|\W*)$")
_EDITION = re.compile(filled(r"^\W?[\u3400-\u9fff]{1,10}<outlets.press>\W?<outlets.edition>$"))
_CREDITED = 40
"""Letters of a line that names who made the text."""
_QUOTED = re.compile(r"^《([^《》]+)》$")


def headline_in_lines(text: Sequence[str]) -> tuple[int, str] | None:
    """(index, rule) of the headline; None where there is none: a text may begin at once.

    A line is the likelier a headline the nearer it stands to the text and to its date, and where the page prints it
    again, as its <title>, in a breadcrumb, above the story; menus, names, labels and sentences are none.
    """
    lines = text[:_SEARCHED]
    if (named := _named_by_first(lines)) is not None:
        return named, "line named by the first"
    start = _text_start(lines)
    if start is None:
        start = min(_VERSE, len(lines))
    prints = [key(line) for line in lines]
    scored = [(_score(lines, prints, index, start), index) for index in range(max(0, start - _HEADER), start)]
    best, at = max(scored, default=(0.0, 0))
    return (at, "line above the text") if best > 0 else None


def without_book_marks(title: str) -> str:
    """`《老石桥》` as `老石桥`: the marks are no part of a headline that they stand around."""
    found = _QUOTED.match(title)
    return found[1] if found else title


def _score(lines: Sequence[str], prints: Sequence[str], index: int, start: int) -> float:
    line, bare = lines[index], prints[index]
    if not 2 <= len(bare) <= _MOST or _is_furniture(line) or _is_running(line):
        return -1.0
    if _is_account(lines, index):
        return -1.0
    score = 1.0 - (start - index) / _HEADER
    if len(bare) < 4:
        score -= 0.4
    elif len(bare) > 8:
        score += 0.6
    if len(bare) >= 4 and any(
        bare in other and other != bare and furniture(fold(line)) != "promotion"
        for other, line in zip(prints[:start], lines, strict=False)
    ):
        score += 1.0
    score += min(1, prints[:_SEARCHED].count(bare) - 1) * (1.0 if len(bare) >= 4 else 0.0)
    if _is_over_date(lines, index):
        score += 1.2
    elif index and any(_dated(other) for other in lines[max(0, index - 2) : index]):
        score += 0.4
    if len(bare) > _JAM and not _COMMA.search(line):
        score -= 1.5
    if is_outlet(line):
        score -= 0.8
    if 3 <= len(bare) <= _PEN_NAME and index and _is_title_above(lines[index - 1], bare):
        score -= 1.2
    if _CHAPTER.match(line):
        score += 1.0
    if index + 1 < len(lines) and lines[index + 1].strip().lower() in _MARKED:
        score += 1.5
    if index and index + 1 == start and _DAY.fullmatch(lines[index - 1].strip()):
        score += 1.8  # a diary: the day stands over the title
    if (
        _NAMES.fullmatch(line)
        and len(bare) <= 16
        and not (len(bare) > 4 and " " not in line and not re.search(r"[,，、]", line))
    ):
        score -= 0.8
    if index + 1 < len(lines) and (_is_furniture(lines[index + 1]) or index + 1 == start):
        score += 1.2 if _is_byline(lines[index + 1]) or names_alone(lines[index + 1]) else 0.5
    if bare in prints[max(0, start - _HEADER) : index]:
        score -= 0.1
    if (
        index
        and prints.count(bare) > 1
        and prints.count(prints[index - 1]) > 1
        and prints[index - 1] != bare
        and not _is_furniture(lines[index - 1])
    ):
        score -= 1.2  # a subtitle: what stands above it is printed as often
    if _SUBTITLE.match(line):
        score -= 1.5
    if _QUOTED.match(line):
        score += 0.8
    return score


def _is_over_date(lines: Sequence[str], index: int) -> bool:
    """A date follows within three lines, or behind bylines."""
    near = lines[index + 1 : index + 4]
    if any(map(_dated, near)):
        return True
    behind = itertools.dropwhile(_is_byline, lines[index + 1 : index + 1 + _HEADED])
    return all(map(_is_byline, near)) and _dated(next(behind, ""))


def _is_title_above(line: str, bare: str) -> bool:
    """A line that may be the title over its author's name."""
    longer = 2 * len(bare) <= len(key(line)) <= _JAM
    return longer and not (is_outlet(line) or _is_furniture(line) or _is_running(line))


def _is_account(lines: Sequence[str], index: int) -> bool:
    """It stands above the button to follow it."""
    return index + 1 < len(lines) and _FOLLOW.fullmatch(lines[index + 1].strip()) is not None


def _dated(line: str) -> bool:
    return is_dateline(line, find_dates(line))


def _is_furniture(line: str) -> bool:
    """A menu, a label, a byline, a date: no headline."""
    folded = fold(line)
    if furniture(folded) or _NO_HEADLINE.search(folded) or _FURNITURE.match(folded) or _is_byline(line):
        return True
    if _EDITION.search(folded):
        return True
    return _is_menu(line) or bool(names_alone(line)) or _doubled(line) or bool(find_dates(line))


def _is_byline(line: str) -> bool:
    """It names who made the text, and holds no clause."""
    if _BYLINE.search(fold(line)):
        return True
    return (
        len(line) <= _CREDITED and not _COMMA.search(line) and bool(line_credits(line) or bare_credits(line))
    )


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


def _is_running(line: str) -> bool:
    """Running text: a sentence with a comma in it, or so long a line that it is no headline."""
    if len(line) >= _LONG and _COMMA.search(line):
        return True
    return len(line) >= _RUNNING and line[:1] not in "「“" and _SENTENCE.search(line) is not None


def _text_start(lines: Sequence[str]) -> int | None:
    """Where the text begins: at the first running line that another one follows soon, a lead stands alone."""
    running = [
        index
        for index, line in enumerate(lines)
        if _is_running(line) and furniture(fold(line)) != "promotion"
    ] or [index for index, line in enumerate(lines) if len(line) >= _CLAUSES and is_prose(line)]
    for this, after in itertools.pairwise(running):
        if after - this <= _SOON:
            return this
    return running[0] if running else None


def _named_by_first(lines: Sequence[str]) -> int | None:
    """Dumps often begin with the page's <title>: index of the later line that is its headline, site names off. Of
    several prints of it the first with text below it: a template may print it once more at the foot."""
    whole = key(lines[0]) if lines else ""
    found, size = [], max(3, len(whole) // 4)
    for index, line in enumerate(lines[1:], 1):
        bare = key(line)
        named = whole.startswith(bare) or whole.endswith(bare)
        if len(bare) > size and named and not (_is_furniture(line) or _is_account(lines, index)):
            found.append((index, len(bare)))
    above_text = [
        (index, size) for index, size in found if any(map(_is_running, lines[index + 1 : index + 13]))
    ]
    found = above_text or [entry for entry in found if entry[0] * 2 < len(lines)]
    return max(found, key=lambda entry: entry[1])[0] if found else None
