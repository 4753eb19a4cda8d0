"""Boxes that are named after something that is not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaners.tags import HEADINGS

NAMES: tuple[tuple[str, str], ...] = (
    # rule, words that open a part of a class or id: `share` is found in `post-share`, `share_box` and `shareBar`
    ("comment",
        r"comments?(?:lists?|area|box|form|wrap)?|cmt|pinglun|pl[_-]?box|liuyan|replys?|replies|feedback|gentie|tie[_-]?area|discuss|disqus|"
        r"guestbook"),
    ("share",
        r"shares?|sharing|sns|social|jiathis|bdshare|bshare|addthis|fenxiang|weibo|toolbar|tools?|function|"
        r"fontsize|print"),
    ("related",
        r"related?|relative|relevan|relation|xiangguan|xg(?:xw|wz|yd)|recommend|recomm?|tuijian|guess|"
        r"more(?:news|list|read)|also|similar|prev[_-]?next|hot(?:news|list|word|topic)?|rank(?:ing)?|paihang|"
        r"phb|top(?:news|ten|10)|latest|other(?:news)?|extend|teaser"),
    ("navigation",
        r"navi?|menu|crumbs?|bread-?crumbs?|channel|sub-?nav|site-?map|position|dangqian|weizhi|location|path"),
    ("header", r"top(?:bar|nav|menu|_?box)?|masthead|site-?header|page-?header|logo"),
    ("footer", r"foot(?:er)?|bottom|copyright|friend-?link|flink|icp|beian"),
    ("sidebar", r"side(?:bar)?|aside|right(?:bar|side|col)|rail|widget"),
    ("advertisement",
        r"ads?|adv|advert\w*|adbox|gg|guanggao|banners?|promo\w*|sponsor\w*|adsense|taboola|outbrain"),
    ("user",
        r"pls|user-?(?:info|card|name|panel)|avatars?|member-?info|author-?(?:info|card|bio|box|desc(?:ription)?|intro)"),
    ("vote", r"votes?|toupiao|poll|survey|diaocha|mood|xinqing|rating|digg|ding"),
    ("dialog", r"login|register|popup|pop|modal|dialog|toast|tooltip|cookies?|consent|onetrust|gdpr|search"),
    ("pagination", r"page[rs]|paging|page-?(?:nav|bar|list|box)|pagination|fenye"),
    ("tags", r"tags?|tag-?list|keywords?"),
    ("promotion",
        r"qrcode|ewm|erweima|download|app-?(?:down|open|bar)|subscribe|newsletter|follow|wechat|"
        r"weixin-?(?:box|code)"),
    ("apparatus",
        r"infobox|toc|navbox|hatnote|ambox|references?|reflist|catlinks|editsection|catalog(?:ue)?|mw-jump"),
    ("disclaimer", r"disclaimer|shengming|mianze|statement"),
    ("video", r"video-?js|vjs|plyr|jwplayer|dplayer|xgplayer|prism-player|mejs|flowplayer"),
    ("tool", r"material-icons"),
    ("repeat", r"cloned?|slide-duplicate"),
)  # fmt: skip  # laid out for reading
_NAME = re.compile("|".join(f"(?P<{rule}>(?:^|[\\s_-])(?:{words})(?![a-z]))" for rule, words in NAMES))
_MAX_NAME = 200
_LAID_OUT = re.compile(
    r"[\w-]*:.+|(?:top|bottom)-(?:\d.*|auto|full|px|\[.+)|position-(?:relative|absolute|static|fixed|sticky)|wp-custom-logo"
    r"|elementor-(?:widget|location|top)|relative|code-(?:toolbar|tools?|share|comments?)"
    r"|(?:[\w-]*[_-])?(?:margin|padding|pad|border|spac(?:e|ing|er)|gap|v?align|safe-area|[mp][tb]?)[_-]?(?:top|bottom)(?:[_-].*)?"
    r"|(?:image|img|picture|photo|copy|text)-(?:top|bottom|side)(?:-.*)?",
    re.IGNORECASE,
)
"""Names that say how a box is laid out, not what it is, as Tailwind, Bootstrap and Elementor have them: `md:top-4`,
`margin-bottom`, `copy-side`."""
_PREFIX = re.compile(r"elementor-(?:widget|location|top)-")
_FILED = re.compile(r"(?:tag|category)-.+")
"""WordPress names the box of an article after its tags."""
_TAGS = {"nav": "navigation", "footer": "footer", "aside": "sidebar"}
_WHOLE = frozenset(["html", "body"])
"""Their names say how all of the page is laid out: `wx_wap_desktop_fontsize_2`."""
_LISTED = "apparatus"
"""A heading that is named so is an entry of the table of contents, `toc-3`, not the table."""


@lru_cache(maxsize=4096)
def _named(name: str) -> str:
    name = " ".join(_telling(name.split()))
    found = _NAME.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower())
    return (found.lastgroup or "") if found else ""


def _telling(names: list[str]) -> Iterator[str]:
    """The names that may say what a box is."""
    filed = "hentry" in names
    for name in names:
        if not _LAID_OUT.fullmatch(name) and not (filed and _FILED.fullmatch(name)):
            yield _PREFIX.sub("", name)


def junk_mark(tag: str, name: str) -> str:
    """The rule that marks a box of this tag and `class id` as junk, or ''."""
    if tag in _TAGS:
        return _TAGS[tag]
    if not name or tag in _WHOLE:
        return ""
    mark = _named(name if len(name) <= _MAX_NAME else name[:_MAX_NAME])
    return "" if mark == _LISTED and tag in HEADINGS else mark
