"""Headline strings: site names, badges and marks off. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.lexicon import LISTS, filled, fold

_NOT_KEY = re.compile(r"[\W_]+")
_BLANKS = re.compile(r"(?:[\s\u3000]|<br\s?/?>)+", re.IGNORECASE)

_MARKS = r"■□◆◇●○▲△▼★☆※◎▪▶►•·＊*》〉>＞"
_LEADING_MARKS = re.compile(rf"^(?:[{_MARKS}\s]|#(?![^#]+#))+")
_TRAILING_MARKS = "■□◆●▲△▼★☆※◎▶►|｜_ \t"
_OPENING_BADGE = re.compile(
    filled(
        r"\s*(?:[\[【(（「]\s?<titles.badge>\s?[\]】)）」]|(?:<titles.badge_before_colon>|<~titles.label>)\s?[:：|｜]"
        r"|<titles.badge_before_blank>[\s·|])"
    )
)
_CLOSING_BADGE = re.compile(
    filled(
        r"[\[【(（]\s?(?:<titles.badge>\s?[\]】)）]\s?[(（]\d{1,2}|<titles.badge>|\d{1,2}/\d{1,2})\s?[\]】)）]\s*$"
    )
)
"""`(组图)`, `(1/11)` of a slide, `(图)(3)` of a page."""

_HARD = re.compile(r"\s?(?:[_|｜»«‹›]|::|>>)\s?|\s[-–—－]{1,2}\s")
_SOFT = re.compile(r"\s?(?:--|——|[-–—－·,，])\s?")
_STROKE = re.compile(r"\s?[-–—_|｜丨·•,，»‹:：/]|\s")
_SITE_END = re.compile(filled(r"<titles.site_end>$"))
_SITE_SHAPE = re.compile(filled(r"<titles.site_shape>$|^\w{2,8}[网报]\s?[-–—]"))
_KINDS = frozenset(LISTS["titles.page_kind"])
_CHANNELS = frozenset(LISTS["titles.channel"])
_MAX_SITE = 16
_MAX_TITLE = 500
_SHORT = 4
"""Letters of a first segment that may be a column's name; beside a segment twice as long it is."""


_HEADLINE = 6
"""Letters of a segment that is a headline beside a column's name; the name of a site beside a short headline has fewer."""


def key(text: str) -> str:
    """Letters and digits only: what two headlines must share to be one."""
    return _NOT_KEY.sub("", text).lower()


def opens_title(text: str, title: str) -> bool:
    """Whether a title begins with a line and goes on behind a stroke or a blank: `渡·归-民生-某某网`, `题目 随手记`."""
    return title.startswith(text) and _STROKE.match(title, len(text)) is not None


def shared(part: str, whole: str, size: int) -> float:
    """Share of the strings of so many letters of a text that another holds; 0 for one too short to have any."""
    pieces = grams(key(part), size)
    return len(pieces & grams(key(whole), size)) / len(pieces) if pieces else 0.0


def grams(text: str, size: int) -> set[str]:
    """The strings of so many characters in a text."""
    return {text[at : at + size] for at in range(len(text) - size + 1)}


def tidy_title(text: str) -> str:
    """One line, without marks and badges at its ends."""
    return without_badges(one_line(text))


def one_line(text: str) -> str:
    """Blanks and the breaks that a page prints as text are one blank."""
    text = text[:_MAX_TITLE].strip()
    return _BLANKS.sub(" ", text).strip() or text


def without_badges(text: str) -> str:
    """`■[组图] 题目 (图)` as `题目`. A headline that is nothing else stays as it is."""
    bare = text
    for _ in range(4):
        stripped = _without_badge(bare)
        if stripped == bare:
            break
        bare = stripped
    return bare if key(bare) else text


def _without_badge(text: str) -> str:
    if opening := _OPENING_BADGE.match(fold(text)):
        text = text[opening.end() :]
    if closing := _CLOSING_BADGE.search(fold(text)):
        text = text[: closing.start()]
    return _LEADING_MARKS.sub("", text).rstrip(_TRAILING_MARKS)


def headline_of(text: str, sites: Sequence[str] = ()) -> str:
    """The headline in a <title>: `题目_频道_网站`, `网站 - 题目`, `独家 | 题目`, `题目-某某网`."""
    text = _without_opening(one_line(text), sites)
    parts = segments_of(text)
    if len(parts) > 1:
        return headline_of(_best_segment(parts, sites), sites)
    cuts = [match for match in _SOFT.finditer(text) if match.start() >= 2]
    for cut in reversed(cuts[-2:]):
        name = text[cut.end() :].strip(" -–—")
        if (
            _names_site(name, sites)
            if cut.start() >= _SHORT
            else _is_named_below(text[: cut.start()], name, sites)
        ):
            return text[: cut.start()].rstrip(" -–—")
    return text


def _without_opening(text: str, sites: Sequence[str]) -> str:
    """`某某博客: 题目` without the name of the site."""
    bare = (text.removeprefix(site).lstrip() for site in sites if site and text.startswith(site))
    return next((rest[1:].strip() for rest in bare if rest[:1] in (":", "：") and key(rest)), text)


def _is_named_below(headline: str, name: str, sites: Sequence[str]) -> bool:
    """Behind so short a headline, `讣告-某某大学`, stands a name by which the page calls its site, longer than that."""
    if fold(headline) in _CHANNELS or says_nothing(headline):
        return False
    return len(key(name)) >= _SHORT and any(key(name) == key(site) for site in sites)


def without_site(text: str) -> str:
    """A line that prints a <title> without the names of the site at its end: `题目 | 某某网`; what else has a bar stays."""
    cuts = [match.start() for match in _HARD.finditer(text)]
    while cuts and is_site_name(text[cuts[-1] :].strip(" _|｜-–—－"), ()):
        text = text[: cuts.pop()]
    return text


def segments_of(text: str) -> list[str]:
    """The parts of a <title>, as bars and dashes between blanks divide it."""
    return [part.strip() for part in _HARD.split(text) if key(part)]


def first_piece(text: str) -> str:
    """What stands before the first bar, dash or comma of a <title>."""
    cut = min((match.start() for marks in (_HARD, _SOFT) if (match := marks.search(text))), default=len(text))
    return text[:cut].strip()


def last_piece(text: str) -> str:
    """What stands after the last bar, dash or comma of a <title>, where it is as short as the name of a site."""
    cuts = [match.end() for marks in (_HARD, _SOFT) for match in marks.finditer(text[:_MAX_TITLE])]
    piece = text[max(cuts) :].strip() if cuts else ""
    return piece if 2 <= len(key(piece)) <= _MAX_SITE else ""


def _best_segment(parts: Sequence[str], sites: Sequence[str]) -> str:
    """The first segment that names neither the site nor a channel; a much longer one before a very short one."""
    telling = [part for part in parts if not is_site_name(part, sites)] or list(parts[:1])
    first = next((part for part in telling if fold(part) not in _CHANNELS), telling[0])
    longest = max((part for part in telling if not _names_site(part, sites)), key=len, default=first)
    letters, most = len(key(first)), len(key(longest))
    short = letters <= _SHORT and most >= max(2 * letters, _HEADLINE)
    return longest if short or (_names_site(first, sites) and most > letters) else first


def says_nothing(text: str) -> bool:
    """Whether a title is only a kind of page (`新闻详情`)."""
    return fold(text.strip()) in _KINDS


def is_channel(text: str) -> bool:
    """Whether a text is the name of a channel or a column (`要闻`)."""
    return fold(text.strip()) in _CHANNELS


def is_site_name(text: str, sites: Sequence[str]) -> bool:
    """Whether a text is one of the known names of the site, or shaped like one."""
    bare = key(text)
    if any(bare == key(site) for site in sites if site):
        return True
    return bool(_SITE_SHAPE.search(fold(text.strip()))) if len(bare) <= _MAX_SITE else False


def _names_site(text: str, sites: Sequence[str]) -> bool:
    bare = key(text)
    if any(bare and (bare in key(site) or key(site) in bare) for site in sites if key(site)):
        return True
    return 2 <= len(bare) <= _MAX_SITE and bool(_SITE_END.search(fold(text)))
