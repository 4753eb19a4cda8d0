"""Pages that stand on every site and say what they are by their name: about the house, its terms, an author, comments."""

from __future__ import annotations

import re

from cleaners.lexicon import expression, fold
from schemas import Kind

_NAME = 16
"""Longest name of such a page."""
_PARTS = re.compile(r"[_|｜–—]|\s-\s|\s·\s|--")
_STANDING = (
    (Kind.SHELL, expression("<kinds.house>", needs="kinds.house")),
    (Kind.LOGIN, expression("<kinds.sign_in>", needs="kinds.sign_in")),
    (Kind.NOTICE, expression("<kinds.hint>[!！。.~]{0,3}", needs="kinds.hint")),
    (
        Kind.USER,
        expression(
            r"<kinds.by>\s?[:：]\s?\w{2,8}|\w{2,8}的<kinds.own>|<kinds.user>",
            needs="kinds.by kinds.own kinds.user",
        ),
    ),
)
_TERMS = expression(r"\w{2,10}<kinds.terms>", needs="kinds.terms")
_COMMENTS = expression(
    r"<kinds.comments>(?:列表)?(?:[:：].*)?|.{2,24}<kinds.comments>(?:列表)?", needs="kinds.comments"
)


def standing_kind(title: str) -> Kind | None:
    """The kind of page that a whole title names, a site's name behind it aside."""
    name = _name_of(title)
    if len(name) > _NAME:
        return None
    return next((kind for kind, form in _STANDING if form.fullmatch(name)), None)


def names_terms(title: str) -> bool:
    """The title is somebody's terms or profile: a report of them may be called so, too."""
    name = _name_of(title)
    return len(name) <= _NAME and _TERMS.fullmatch(name) is not None


def names_comments(title: str) -> bool:
    """The title is that of comments on something that stands elsewhere."""
    return _COMMENTS.fullmatch(_name_of(title)) is not None


def _name_of(title: str) -> str:
    return _PARTS.split(fold(title))[0].strip().strip("《》【】“”")
