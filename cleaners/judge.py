"""Is this page an article? If not, why."""

from __future__ import annotations

import re

from cleaners.document import Body, Document
from schemas import Reason

MIN_CHARS = 40
"""Shortest article. The shortest real one among 269 labelled pages has 98 characters."""
_BRIEF = 300
"""A page with more text than this is not an error page or a login wall, whatever it says."""

_ERROR = re.compile(
    r"404 ?(?:not found|错误|錯誤|页面)|(?:您|你)?(?:所)?(?:访问|訪問|请求|要查看|浏览|瀏覽|查找|要找)的?.{0,8}(?:页面|頁面|网页|網頁|文章|内容|內容|新闻)"
    r".{0,12}(?:不存在|已删除|已被删除|已刪除|已被刪除|找不到|不见了|出错|已失效|已下线)"
    r"|(?:页面|頁面|网页|網頁|文章|内容|內容|帖子|该信息).{0,6}(?:不存在|已删除|已被删除|已刪除|已被刪除|没有找到|未找到|找不到|走丢|已下线|已失效)"
    r"|找不到(?:页面|頁面|网页|網頁|该页)|page not found|服务器(?:错误|繁忙|内部错误)|伺服器錯誤|访问(?:过于频繁|受限|被拒绝)|系统(?:繁忙|维护中)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:请|請|需要?|须|必須)(?:您|你)?(?:先)?(?:登录|登陆|登入|注册|註冊)|(?:登录|登陆|登入)(?:后|後|之后)?.{0,6}(?:查看|阅读|閱讀|继续|繼續|访问|瀏覽|浏览)"
    r"|^.{0,4}(?:登录|登陆|登入)$|您(?:还|尚)?(?:没有|未)(?:登录|登陆|登入)|会员专享|會員專享|您没有权限|无权(?:访问|查看)|您無權",
    re.MULTILINE,
)
_TEASER = re.compile(
    r"(?:(?:阅读|查看|閱讀)全文|[\[【(（](?:详细|詳細|更多|全文)[\])】）]|(?:了解|查看)(?:更多|详情|詳情))\W{0,3}$",
    re.MULTILINE,
)
"""A paragraph that ends so belongs to another page; an article behind a fold has one, a list has one an item."""
_LOST = "?\ufffd"
"""What stands for a character that was lost."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


def judge(doc: Document, body: Body, title: str) -> tuple[Reason, str] | None:
    """The reason why a page is not an article, with the figure or words behind it; None for an article."""
    text = "\n".join(body.paragraphs)
    if lost := _garbled(text or "\n".join(run.text for run in doc.runs)):
        return Reason.GARBLED, f"{lost} characters are lost"
    if len(text) < _BRIEF:
        near = f"{title}\n{text}"
        page = f"{title}\n" + "\n".join(run.text for run in doc.runs)[:2000]
        for reason, pattern in ((Reason.ERROR_PAGE, _ERROR), (Reason.LOGIN_WALL, _LOGIN)):
            found = pattern.search(near) or (pattern.search(page) if len(text) < MIN_CHARS else None)
            if found:
                return reason, found.group()
    linked = sum(run.link_chars for run in doc.runs)
    shown = sum(len(run.text) for run in doc.runs)
    if not text:
        return (
            (Reason.LISTING, f"{linked} of {shown} characters are links")
            if linked * 2 > shown
            else (Reason.NO_TEXT, "")
        )
    teasers = len(_TEASER.findall(text))
    if teasers >= 2 and teasers * 2 >= len(body.paragraphs):
        return Reason.LISTING, f"{teasers} of {len(body.paragraphs)} paragraphs lead to a full text elsewhere"
    if body.link_share > 0.6:
        return Reason.LISTING, f"{body.link_share:.0%} of the text is links"
    if len(text) < MIN_CHARS:
        return Reason.TOO_SHORT, f"{len(text)} characters"
    letters = len(_LETTER.findall(text))
    if len(_HAN.findall(text)) * 5 < letters:
        return Reason.NOT_CHINESE, f"{letters} letters, less than a fifth Han"
    return None


def _garbled(text: str) -> int:
    """Number of lost characters where they are more than a fifth of the letters; else 0."""
    lost = sum(map(text.count, _LOST))
    return lost if lost >= 20 and lost * 4 > len(_LETTER.findall(text)) else 0
