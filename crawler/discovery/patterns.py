"""Guesses for sites without a file: does a URL look like an article's, a list's, or like neither."""

import re
from urllib.parse import urlsplit

from scrapy.linkextractors import IGNORED_EXTENSIONS

# What an article's path or query holds on Chinese sites and CMSs. One line each, with an example in the tests.
_ARTICLE = re.compile(
    r"""
    /(?:19|20)\d\d[-/]?(?:0[1-9]|1[0-2])(?:[-/]?\d{1,2})?/.*\d     # a date, then a number: /2018-07/24/c_1123.htm
    | /[a-z]{0,8}_?\d{5,}(?:_\d+)?\.[sx]?html?$                    # a long number: /a/8916836.html, /t20200417_6606637.shtml
    | /\w*\d{6,8}_\d{4,}\.[sx]?html?$
    | /(?:a|p|article|archives|news|content|detail|view|show|post|info|doc)s?[/_-][\w-]*\d(?:\.[sx]?html?|/)?$
    | [?&](?:id|aid|nid|newsid|articleid|docid|contentid)=\w+      # /show.asp?id=12
    | /s/[\w-]{22}$                                                # a WeChat article
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LISTING = re.compile(
    r"(?:^|/)(?:index|list|default|home|channel|node)[_-]?\d*\.\w+$|[?&](?:page|p|pn)=\d+", re.I
)
_BARREN = re.compile(
    r"replytocom=|[/_.?&=-](?:print|reply|share|login|logout|signin|signup|register|favou?rite|comment|report"
    r"|calendar|cart|download|search|feedback|guestbook|member|passport|wp-login)(?:[/_.?&=-]|$)",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"(?:^|/)thread-\d+-\d|viewthread|showthread|read-htm-tid|[?&]tid=\d", re.IGNORECASE
)  # Discuz!, vBulletin, phpwind
_FORUM = re.compile(
    r"^(?:bbs|forum|club|tieba|discuss|community)\d*\.|/(?:bbs|forum|forums|threads?|topics?|t|d|q|question|questions)/",
    re.IGNORECASE,
)
_ASSET = re.compile(rf"\.(?:{'|'.join(map(re.escape, IGNORED_EXTENSIONS))})$", re.IGNORECASE)


def looks_like_article(url: str) -> bool:
    """Whether the URL's form is that of a single article."""
    parts = urlsplit(url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return bool(_ARTICLE.search(target)) and not _LISTING.search(target)


def looks_barren(url: str) -> bool:
    """Whether the URL's form is that of a page that gives neither articles nor links to them: a form to reply, print,
    log in, search."""
    parts = urlsplit(url)
    return bool(_BARREN.search(f"{parts.path}?{parts.query}"))


def looks_like_thread(url: str, *, read_as_one: bool) -> bool:
    """Whether the URL is that of a forum's thread: by the forms of well-known programs; of a page that was also read as
    a thread, by the name of a forum in host or path."""
    parts = urlsplit(url)
    named = _THREAD.search(f"{parts.path}?{parts.query}")
    return bool(named or (read_as_one and _FORUM.search(f"{parts.hostname}{parts.path}")))


def looks_like_page(url: str) -> bool:
    """Whether the URL may be an HTML page: no picture, archive, style sheet or document."""
    return not _ASSET.search(urlsplit(url).path)
