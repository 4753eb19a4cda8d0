"""What a page is, and whether it is taken; if not, why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.kinds.families import (
    kind_of_refused,
    kind_of_taken,
    named_list,
    outline,
    sold,
    stated_other,
    teasers,
)
from cleaners.kinds.features import figures_of
from cleaners.kinds.genre import genre_of
from cleaners.kinds.grounds import BRIEF, HALF, LIKELY, LISTED, MIN_CHARS, TOLD, Sight
from cleaners.kinds.languages import foreign, garbled
from cleaners.kinds.model import chances
from cleaners.kinds.named import names_comments, names_terms, standing_kind
from cleaners.kinds.notices import printed_notice, titled_notice, told_notice
from cleaners.kinds.platform import platform_kind
from cleaners.kinds.posts import find_posts
from cleaners.kinds.spam import stuffed
from cleaners.kinds.stamps import counts_answers
from cleaners.kinds.threads import Thread, comments_of, thread_of
from schemas import Kind, Reason

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata import Metadata, Title
SURE = 0.6
"""Chance from which the words of a notice in a short text are its subject."""
_DISCUSSED = 3
"""Posts below a headline without a text that make a thread."""
_LABELS = 3
"""Lines between a heading over answers and the first of them: ways to sort them."""
_REASONS = {
    Kind.ERROR: Reason.ERROR_PAGE,
    Kind.BLOCKED: Reason.ERROR_PAGE,
    Kind.NOTICE: Reason.ERROR_PAGE,
    Kind.LOGIN: Reason.LOGIN_WALL,
} | dict.fromkeys(
    (Kind.LIST, Kind.CHANNEL, Kind.HOME, Kind.SEARCH, Kind.TAG, Kind.USER, Kind.FORUM), Reason.LISTING
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page was found to be."""

    kind: Kind
    reason: Reason | None = None
    """Why it is not taken; None where it is."""
    detail: str = ""
    """The figure or words behind the reason."""
    thread: Thread | None = None
    """Its opening post and replies, where it is a thread or threads were asked for."""


def judge(doc: Document, body: Body, title: Title, found: Metadata, wanted: Collection[Kind]) -> Verdict:
    """The kind of a page and, where it is none of those wanted, the reason."""
    posts = find_posts(doc)
    figures = figures_of(doc, body, title, found, posts)
    text = "\n".join(body.paragraphs)
    genre = genre_of(doc, body, title.text, found, figures)
    sight = Sight(doc, title, text, figures, chances(figures), posts, genre, body.confidence, bool(body.kept))
    if lost := garbled(text or "\n".join(run.text for run in doc.runs)):
        return Verdict(Kind.SHELL, Reason.GARBLED, lost)
    if not foreign(text) and (spam := stuffed(sight.named, body.paragraphs)):
        return not_taken(Kind.SPAM, spam)
    if stated := stated_other(sight.named, sight.figures):
        return Verdict(stated) if stated in wanted else not_taken(stated, "so the page says")
    if Kind.THREAD not in wanted and _comments_alone(sight):
        return not_taken(Kind.THREAD, "comments on what stands elsewhere")
    if len(text) < BRIEF and (kind := outline(doc, figures)):
        return not_taken(*kind)
    if (standing := _standing(sight)) is not None:
        return Verdict(standing) if standing in wanted else _named(sight, standing)
    if sight.chance < LIKELY and (elsewhere := teasers(doc, body)):
        return not_taken(named_list(sight.named, doc.url) or Kind.CHANNEL, elsewhere)
    if goods := _sold(sight, body):
        return not_taken(Kind.PRODUCT, goods)
    if (thread := _thread(sight, body, wanted)) is not None:
        return thread
    return _single(sight, wanted)


def _standing(sight: Sight) -> Kind | None:
    """The kind that the page's name tells, where nobody reports or tells anything under it: an essay may bear such a name."""
    names, figures = (sight.named, sight.title.text), sight.figures
    stated = figures["og_article"] or figures["ld_article"]
    if stated or (sight.genre.told and (figures["date"] or len(sight.text) >= 2 * BRIEF)):
        return None
    if kind := next(filter(None, map(standing_kind, names)), None):
        return kind
    return Kind.SHELL if not figures["date"] and any(map(names_terms, names)) else None


def _sold(sight: Sight, body: Body) -> str:
    """The button that buys what the text is about, where the page names no date: an article may be sold, too."""
    figures = sight.figures
    if figures["date"] or figures["og_article"] or figures["ld_article"] or not body.kept:
        return ""
    return sold(sight.doc, sight.title.run, body.kept[0])


def _comments_alone(sight: Sight) -> bool:
    """The page's name says that it holds comments, and it does."""
    posted = sight.posts or sight.odds["thread"] > sight.odds["article"]
    return bool(posted) and any(map(names_comments, (sight.named, sight.title.text)))


def _named(sight: Sight, kind: Kind) -> Verdict:
    """The verdict on a page that its name tells; what it says may tell it better: that something is gone, that one has to log
    in."""
    notice = printed_notice(sight.doc, sight.text, sight.figures) if kind is Kind.NOTICE else None
    return not_taken(*notice) if notice else not_taken(kind, "so the page's name says")


def _thread(sight: Sight, body: Body, wanted: Collection[Kind]) -> Verdict | None:
    """The verdict on a thread; where threads are asked for, on any page with posts."""
    asked = Kind.THREAD in wanted
    if not sight.posts or not (asked or Kind.ARTICLE in wanted):
        return None
    other = sight.genre.other()
    if other and other[0] is Kind.FORUM:
        return None
    if _is_thread(sight, body) or (asked and _is_discussed(sight)):
        return _posted(thread_of(sight.doc, body, sight.title, sight.posts, asked), Kind.THREAD)
    if not asked or not sight.holds or other:
        return None
    thread = comments_of(sight.doc, body, sight.posts)
    if thread is None and (sight.signed or sight.answered or sight.commented):
        thread = thread_of(sight.doc, body, sight.title, sight.posts, asked)
    return _posted(thread, Kind.ARTICLE) if thread else None


def _is_thread(sight: Sight, body: Body) -> bool:
    """Its posts are numbered; or they are signed, and the page's figures say so or the opening post has their template."""
    if sight.floors or not (sight.holds and sight.signed):
        return sight.floors
    whole = sight.answered and (sight.figures["post_kept"] >= TOLD or _is_question(sight, body))
    return whole or kind_of_taken(sight.doc, sight.figures, sight.odds) is Kind.THREAD


def _is_question(sight: Sight, body: Body) -> bool:
    """Something is asked above a line that counts the answers, which are the posts."""
    first = sight.posts[0].start
    above = sight.doc.runs[:first][-_LABELS:]
    return bool(body.kept) and body.kept[0] < first and any(counts_answers(run.text) for run in above)


def _is_discussed(sight: Sight) -> bool:
    """Several signed posts below a headline that says all: a question without a text, a picture."""
    return sight.signed and len(sight.posts) >= _DISCUSSED and sight.odds["thread"] >= HALF


def _posted(thread: Thread, kind: Kind) -> Verdict | None:
    """The verdict on a page with posts; None where it says too little, or in another language."""
    replies = (line for post in thread.replies for line in post.text)
    text = "\n".join([*thread.opening, *replies] if thread.asked else thread.opening)
    return None if len(text) < MIN_CHARS or foreign(text) else Verdict(kind, thread=thread)


def _single(sight: Sight, wanted: Collection[Kind]) -> Verdict:
    text = sight.text
    brief = len(text) < BRIEF and not sight.genre.told
    if brief and (notice := titled_notice(sight.named)):
        return not_taken(*notice)
    if not sight.enough or not sight.holds:
        return _refused(sight)
    kind = kind_of_taken(sight.doc, sight.figures, sight.odds)
    if platform_kind(sight.doc) is Kind.GALLERY:
        kind = Kind.GALLERY
    if other := foreign(text):
        notice = printed_notice(sight.doc, text, sight.figures)
        return not_taken(*notice) if notice else Verdict(kind, Reason.NOT_CHINESE, other)
    if brief and sight.chance < SURE and (notice := told_notice(text)):
        return not_taken(*notice)
    if (genre := sight.genre.other()) and not sight.reported:
        return Verdict(genre[0]) if genre[0] in wanted else not_taken(*genre)
    if kind in wanted or (kind is Kind.THREAD and Kind.ARTICLE in wanted):
        return Verdict(kind)
    return not_taken(kind, "not asked for")


def _refused(sight: Sight) -> Verdict:
    if declared := platform_kind(sight.doc):
        return not_taken(declared, f"so its source says, as {sight.doc.site.title} marks it")
    kind, why = kind_of_refused(sight.doc, sight.named, sight.figures, sight.odds)
    named = named_list(sight.named, sight.doc.url) is kind
    listed = kind in _REASONS and (named or sight.figures["items"] >= LISTED)
    if not (listed or sight.figures["players"]) and (
        notice := printed_notice(sight.doc, sight.text, sight.figures)
    ):
        kind, why = notice
    if kind is Kind.SHELL and sight.text and (genre := sight.genre.other()):
        kind, why = genre
    if kind in _REASONS:
        return not_taken(kind, why)
    size = len(sight.text)
    if size >= MIN_CHARS and (other := foreign(sight.text)):
        return Verdict(kind, Reason.NOT_CHINESE, other)
    reason = Reason.OTHER_KIND if size >= MIN_CHARS else Reason.TOO_SHORT if size else Reason.NO_TEXT
    told = f"{size} characters; {why}" if reason is Reason.TOO_SHORT else why
    return Verdict(kind, reason, f"{kind.value}: {told}")


def not_taken(kind: Kind, why: str) -> Verdict:
    """The verdict on a page of a kind that is not wanted."""
    return Verdict(kind, _REASONS.get(kind, Reason.OTHER_KIND), f"{kind.value}: {why}")
