"""Headline strings: site names, badges and marks off. Pure functions and their tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOT_KEY = re.compile(r"[\W_]+")
_BLANKS = re.compile(r"[\s\u3000]+")

_MARKS = r"■□◆◇●○▲△▼★☆※◎▪▶►•·＊*》〉>＞#"
_LEADING_MARKS = re.compile(rf"^[{_MARKS}\s]+")
_TRAILING_MARKS = "■□◆●▲△▼★☆※◎▶►|｜_ \t"
_BADGE_WORDS = (
    r"图|圖|组图|組圖|多图|多圖|高清图|高清组图|图文|圖文|图集|圖集|视频|視頻|影|影音|原创|原創|转载|轉載|转|轉|置顶|置頂"
    r"|推荐|推薦|精华|精華|热|荐|独家|獨家|NEW|HOT|new|hot|Hot|New"
)
# ([图] title [组图]), also bare before a colon or blank (组图：title, 原创 title, NEW title).
_BADGES = re.compile(
    rf"^\s*(?:[\[【(（「]\s?(?:{_BADGE_WORDS})\s?[\]】)）」]|(?:组图|組圖|图文|圖文|高清组图|视频|視頻)\s?[:：|｜]"
    rf"|(?:原创|原創|置顶|置頂|NEW|HOT)\s)|[\[【(（]\s?(?:{_BADGE_WORDS})\s?[\]】)）]\s*$"
)

_STRONG = re.compile(r"\s?[_|｜]\s?|\s[-–—－]{1,2}\s|\s?(?:--|——)\s?(?=[^-—]{2,16}$)")
_WEAK = re.compile(r"\s?[-–—－·,，]\s?")
_SITE_WORDS = re.compile(
    r"(?:[网網报報刊台臺社站]|频道|頻道|新闻|新聞|中心|在线|在線|線上|资讯|資訊|门户|門戶|日报|論壇|论坛|博客|客户端|客戶端"
    r"|传媒|傳媒|栏目|欄目|官网|官網|首页|首頁|杂志|雜誌|周刊|時報|时报|文库|专栏|.{0,20}\.(?:com|cn|net|org)|News|news|Net|NET|Online|Post|Times)$"
)


_SITE_SHAPE = re.compile(
    r"(?:[网網]|网站|網站|频道|頻道|门户|首页|首頁|官网|新闻中心|新聞中心)$|^\w{2,8}[网網报報]\s?[-–—]"
)
_MAX_SITE = 16
_MAX_TITLE = 500


def key(text: str) -> str:
    """Letters and digits only: what two headlines must share to be one."""
    return _NOT_KEY.sub("", text).lower()


def tidy_title(text: str) -> str:
    """One line, without marks and badges at its ends."""
    return without_badges(_BLANKS.sub(" ", text[:_MAX_TITLE]).strip())


def without_badges(text: str) -> str:
    """`■[组图] 题目 (图)` as `题目`. A headline that is nothing else stays as it is."""
    bare = text
    for _ in range(4):
        stripped = _LEADING_MARKS.sub("", _BADGES.sub("", bare)).rstrip(_TRAILING_MARKS)
        if stripped == bare:
            break
        bare = stripped
    return bare if key(bare) else text


def headline_of(text: str, sites: Sequence[str] = ()) -> str:
    """The headline in a <title>: `题目_频道_网站`, `网站 - 题目`, `题目-某某网`."""
    text = _BLANKS.sub(" ", text[:_MAX_TITLE]).strip()
    segments = [segment.strip() for segment in _STRONG.split(text) if key(segment)]
    if len(segments) > 1:
        return _best_segment(text, segments, sites)
    cut = max((match.start() for match in _WEAK.finditer(text)), default=-1)
    if cut >= 4 and _names_site(text[cut + 1 :].strip(" -–—"), sites):
        return text[:cut].rstrip(" -–—")
    return text


def _best_segment(text: str, segments: Sequence[str], sites: Sequence[str]) -> str:
    """The first segment that is not the site's name."""
    chosen = next((segment for segment in segments if not is_site_name(segment, sites)), segments[0])
    return headline_of(chosen, sites) if chosen != text else chosen


def is_site_name(text: str, sites: Sequence[str]) -> bool:
    """Whether a text is one of the known names of the site, or shaped like one."""
    bare = key(text)
    if any(bare == key(site) for site in sites if site):
        return True
    return bool(_SITE_SHAPE.search(text.strip())) if len(bare) <= _MAX_SITE else False


def _names_site(text: str, sites: Sequence[str]) -> bool:
    bare = key(text)
    if any(bare and (bare in key(site) or key(site) in bare) for site in sites if key(site)):
        return True
    return 2 <= len(bare) <= 16 and bool(_SITE_WORDS.search(text))
