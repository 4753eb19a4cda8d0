"""A page as a thread: its opening post and the replies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.kinds.features import kept_runs
from cleaners.kinds.posts import answer_above, template_of
from cleaners.kinds.quotes import RULE, is_signature
from cleaners.kinds.said import bare, text_place
from cleaners.kinds.stamps import timed

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run
    from cleaners.kinds.posts import Found
    from cleaners.metadata import Title

_SENTENCE = re.compile(r"[，。！？；…、～~]|[,!?](?=\s|$)")
_LEAST = 8
_MOST = 0.9
"""Share of the text outside of the posts from which on they are comments below an article."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread, in the script of the page."""

    opening: tuple[str, ...]
    """Paragraphs of the opening post, or of what the comments are about."""
    replies: tuple[Found, ...]
    asked: bool
    """The replies are to be written, too."""


def comments_of(doc: Document, body: Body, posts: list[Found]) -> Thread | None:
    """An article and the comments on it; None where the posts are parts of what was read: a chronicle, a digest."""
    return Thread(body.paragraphs, tuple(posts), True) if _apart(doc, body, posts) >= _MOST else None


def thread_of(doc: Document, body: Body, title: Title, posts: list[Found], asked: bool) -> Thread:
    """The thread that a page with posts holds.

    The opening post is what the reading took above the replies; running text there; else the first of the posts.
    """
    if not asked and not _is_below(doc, body, posts) and _apart(doc, body, posts) >= _MOST:
        return Thread(body.paragraphs, tuple(posts), asked)
    first = posts[0].start
    template = template_of(doc.runs, posts)
    if _inside(doc, body, posts[0]):
        opening = _taken(doc, body, posts[0].end, template) or posts[0].text
        return Thread(opening, tuple(posts[1:]), asked)
    if answer := answer_above(doc, 0 if title.run is None else title.run + 1, posts):
        posts, first = [answer, *posts], answer.start
    opening = _taken(doc, body, first, template) or _between(doc, title, first)
    return Thread(opening, tuple(posts), asked) if opening else Thread(posts[0].text, tuple(posts[1:]), asked)


def _apart(doc: Document, body: Body, posts: list[Found]) -> float:
    """Share of what the reading took that stands in none of the posts."""
    kept = kept_runs(doc, body)
    held = {at for post in posts for at in range(post.start, post.end)}
    return sum(at not in held for at in kept) / len(kept) if kept else 0.0


def _is_below(doc: Document, body: Body, posts: list[Found]) -> bool:
    """What the reading took stands below all posts: the page's foot."""
    kept = kept_runs(doc, body)
    return bool(kept) and kept[0] >= posts[-1].end


def _inside(doc: Document, body: Body, post: Found) -> bool:
    """The reading took the first post, or most of it, and nothing else."""
    kept = kept_runs(doc, body)
    whole = kept and post.start <= kept[0] and kept[-1] < post.end
    return bool(whole) and 2 * sum(map(len, body.paragraphs)) >= sum(map(len, post.text))


def _taken(doc: Document, body: Body, first: int, template: set[str]) -> tuple[str, ...]:
    """What the reading took above the first reply, without the buttons and labels around it."""
    whole = kept_runs(doc, body)
    foot = (
        next((i for i in range(whole[0], first) if RULE.fullmatch(doc.runs[i].text)), first) if whole else 0
    )
    own = _trimmed([doc.runs[i] for i in whole if i < foot], template)
    if own and len(own) == len(whole):
        return body.paragraphs
    return tuple(run.text for run in own) if any(_SENTENCE.search(run.text) for run in own) else ()


def _trimmed(runs: list[Run], template: set[str]) -> list[Run]:
    """The runs from the first to the last that somebody says or that stands where somebody says something."""
    places = {text_place(run.box) for run in runs if _tells(run)}
    own = [
        at
        for at, run in enumerate(runs)
        if bare(run.text) not in template
        and (_tells(run) or text_place(run.box) in places)
        and not (timed(run.text) or is_signature(run.box))
    ]
    return runs[own[0] : own[-1] + 1] if own else []


def _tells(run: Run) -> bool:
    return (
        len(run.text) >= _LEAST and run.link_chars * 2 <= len(run.text) and bool(_SENTENCE.search(run.text))
    )


def _between(doc: Document, title: Title, first: int) -> tuple[str, ...]:
    at = title.run + 1 if title.run is not None and title.run < first else 0
    return tuple(
        run.text
        for run in doc.runs[at:first]
        if not run.junk and len(run.text) >= _LEAST and not run.link_chars and _SENTENCE.search(run.text)
    )
