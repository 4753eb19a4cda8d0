"""Pages that say why there is no article: an error, a ban, a login, a closed site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.kinds.families import FIVE
from cleaners.lexicon import expression, fold
from schemas import Kind

if TYPE_CHECKING:
    from cleaners.document import Document

_TITLE = 24
"""A headline that is a notice is no longer than this."""
_SMALL = 700
"""Characters outside links of a page that holds nothing but its notice."""
_NO_OBJECT = r"(?!(?<=不存在)<notices.lacked>)"
"""What an announcement vouches for is no notice: `公告内容不存在任何虚假记载`."""
_GONE = expression(
    rf"(?:访问|请求|查看|浏览|查找|寻找|要找)的?.{{0,8}}<notices.page>.{{0,12}}<notices.gone>{_NO_OBJECT}"
    rf"|<notices.page>.{{0,6}}<notices.gone>{_NO_OBJECT}|找不到.{{0,4}}<notices.page>",
    needs="notices.page",
)
_FLAGS = re.IGNORECASE
_WORDS = (
    (Kind.ERROR, _GONE),
    (Kind.BLOCKED, expression("<notices.blocked>", needs="notices.blocked", flags=_FLAGS)),
    (Kind.ERROR, expression("<notices.error>", needs="notices.error", flags=_FLAGS)),
    (Kind.NOTICE, expression("<notices.closed>", needs="notices.closed", flags=_FLAGS)),
)
_LOGIN = expression(
    r"(?:请|需要?|须|必须)(?:您|你)?(?:先)?<notices.log_in>|<notices.log_in>(?:后|之后)?.{0,6}(?:查看|阅读|继续|访问|浏览)"
    r"|(?:您|你)(?:还|尚)?(?:没有|未)<notices.log_in>",
    needs="notices.log_in",
)
_RIGHTS = re.compile(r"会员专享|没有权限|无权(?:访问|查看|限)|log in to |sign in to ", re.IGNORECASE)


def titled_notice(title: str) -> tuple[Kind, str] | None:
    """A short headline that is nothing but a notice: `404 Not Found`, `访问验证`."""
    return _notice(fold(title)) if len(title) <= _TITLE else None


def told_notice(text: str) -> tuple[Kind, str] | None:
    """A notice in a short text."""
    folded = fold(text)
    return _notice(folded) or _login(folded)


def printed_notice(doc: Document, text: str, figures: dict[str, float]) -> tuple[Kind, str] | None:
    """A notice in a short text, or on a page that holds little else."""
    if found := told_notice(text):
        return found
    own = "\n".join(run.text for run in doc.runs if run.link_chars * 2 <= len(run.text))
    if len(own) > _SMALL:
        return None
    return told_notice(own) or _login_form(figures)


def _notice(folded: str) -> tuple[Kind, str] | None:
    for kind, words in _WORDS:
        if found := words.search(folded):
            return kind, found.group().strip()
    return None


def _login(folded: str) -> tuple[Kind, str] | None:
    found = _LOGIN.search(folded) or _RIGHTS.search(folded)
    return (Kind.LOGIN, found.group().strip()) if found else None


def _login_form(figures: dict[str, float]) -> tuple[Kind, str] | None:
    alone = figures["password"] and figures["items"] < FIVE
    return (Kind.LOGIN, "a password field and little else") if alone else None
