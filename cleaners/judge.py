"""Is this page an article? If not, why."""

from __future__ import annotations

import re

from cleaners.body.script import fold
from cleaners.document import Body, Document
from schemas import Reason

MIN_CHARS = 40
"""Shortest article. The shortest real one among 269 labelled pages has 98 characters."""
_BRIEF = 300
"""A page with more text than this is not an error page or a login wall, whatever it says."""
_SAMPLE = 1000
"""Characters by which the language is judged, and in which the words of an empty page are looked for."""
_ENDING = 16
"""Characters at the end of a paragraph that may lead elsewhere."""
_LOST = "?\ufffd"
"""What stands for a character that was lost."""

_PAGE = r"(?:页面|网页|文章|内容|新闻|帖子|主题|信息|资源)"
_GONE = r"(?:不存在|(?:已经?|已?被)(?:删除|移除|屏蔽)|没有找到|未找到|找不到|不见了|走丢|出错|已?失效|已?下线|已?过期|无法访问)"
_ERROR = re.compile(
    rf"404\s?(?:not found|错误|页面)|(?:访问|请求|查看|浏览|查找|寻找|要找)的?.{{0,8}}{_PAGE}.{{0,12}}{_GONE}"
    rf"|{_PAGE}.{{0,6}}{_GONE}|找不到.{{0,4}}{_PAGE}|page not found"
    r"|服务器(?:错误|繁忙|内部错误)|访问(?:过于频繁|受限|被拒绝)|系统(?:繁忙|维护中)",
    re.IGNORECASE,
)
_LOG_IN = r"(?:登录|登陆|登入|注册)"
_LOGIN = re.compile(
    rf"(?:请|需要?|须|必须)(?:您|你)?(?:先)?{_LOG_IN}|{_LOG_IN}(?:后|之后)?.{{0,6}}(?:查看|阅读|继续|访问|浏览)|^.{{0,4}}{_LOG_IN}$"
    rf"|(?:您|你)(?:还|尚)?(?:没有|未){_LOG_IN}|会员专享|没有权限|无权(?:访问|查看|限)",
    re.MULTILINE,
)
_TEASER = re.compile(
    r"(?:(?:阅读|查看)全文|[\[【(（](?:详细|更多|全文)[\])】）]|(?:了解|查看)(?:更多|详情))\W{0,3}$",
    re.MULTILINE,
)
"""A paragraph that ends so belongs to another page; an article behind a fold has one, a list has one an item."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_KANA = re.compile(r"[\u3041-\u30fa]+")
_LETTER = re.compile(r"[^\W\d_]+")


def judge(doc: Document, body: Body, title: str) -> tuple[Reason, str] | None:
    """The reason why a page is not an article, with the figure or words behind it; None for an article.

    The first reason in the order of `Reason` wins.
    """
    text = "\n".join(body.paragraphs)
    return (
        _garbled(text or "\n".join(run.text for run in doc.runs))
        or (_notice(doc, text, title) if len(text) < _BRIEF else None)
        or _listing(doc, body, text)
        or _size(text)
        or _language(text)
    )


def _garbled(text: str) -> tuple[Reason, str] | None:
    lost = sum(map(text.count, _LOST))
    if lost < 20 or lost * 4 <= _count(_LETTER, text):
        return None
    return Reason.GARBLED, f"{lost} characters are lost"


def _notice(doc: Document, text: str, title: str) -> tuple[Reason, str] | None:
    """An error or login text; the whole page is searched where no text was found."""
    near = fold(f"{title}\n{text}")
    page = fold("\n".join(run.text for run in doc.runs)[:_SAMPLE]) if len(text) < MIN_CHARS else ""
    for reason, pattern in ((Reason.ERROR_PAGE, _ERROR), (Reason.LOGIN_WALL, _LOGIN)):
        if found := pattern.search(near) or pattern.search(page):
            return reason, found.group().strip()
    return None


def _listing(doc: Document, body: Body, text: str) -> tuple[Reason, str] | None:
    if body.link_share > 0.6:
        return Reason.LISTING, f"{body.link_share:.0%} of the text is links"
    ends = sum(_TEASER.search(fold(paragraph[-_ENDING:])) is not None for paragraph in body.paragraphs)
    if ends >= 2 and ends * 2 >= len(body.paragraphs):
        return Reason.LISTING, f"{ends} of {len(body.paragraphs)} paragraphs lead to a full text elsewhere"
    if len(text) >= MIN_CHARS:
        return None
    teasers = sum(run.junk == "teaser" for run in doc.runs)
    if teasers:
        return Reason.LISTING, f"{teasers} lines belong to lists of other stories"
    linked, shown = sum(run.link_chars for run in doc.runs), sum(len(run.text) for run in doc.runs)
    return (Reason.LISTING, f"{linked} of {shown} characters are links") if linked * 2 > shown else None


def _size(text: str) -> tuple[Reason, str] | None:
    if not text:
        return Reason.NO_TEXT, "no running text"
    return (Reason.TOO_SHORT, f"{len(text)} characters") if len(text) < MIN_CHARS else None


def _language(text: str) -> tuple[Reason, str] | None:
    sample = text[:_SAMPLE]
    han, kana = _count(_HAN, sample), _count(_KANA, sample)
    if not kana and han * 5 >= len(sample):
        return None
    letters = _count(_LETTER, sample)
    if kana * 5 > letters:
        return Reason.NOT_CHINESE, f"{kana} of {letters} letters are kana"
    return (
        (Reason.NOT_CHINESE, f"{han} of {letters} letters are Han") if not han or han * 5 < letters else None
    )


def _count(kind: re.Pattern[str], text: str) -> int:
    """Characters of a kind; found by the stretch, because one by one takes ten times as long."""
    return sum(map(len, kind.findall(text)))
