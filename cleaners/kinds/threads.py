"""A page as a thread: its opening post and the replies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.kinds.features import kept_runs

if TYPE_CHECKING:
    from cleaners.document import Body, Document
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


def thread_of(doc: Document, body: Body, title: Title, posts: list[Found], asked: bool) -> Thread:
    """The thread that a page with posts holds.

    The opening post is what the reading took above the replies; running text there; else the first of the posts.
    """
    if not asked and not _is_below(doc, body, posts) and _apart(doc, body, posts) >= _MOST:
        return Thread(body.paragraphs, tuple(posts), asked)
    first = posts[0].start
    if _inside(doc, body, posts[0]):
        return Thread(body.paragraphs, tuple(posts[1:]), asked)
    opening = _taken(doc, body, first) or _between(doc, title, first)
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


def _taken(doc: Document, body: Body, first: int) -> tuple[str, ...]:
    whole = kept_runs(doc, body)
    kept = [doc.runs[i] for i in whole if i < first]
    if kept and len(kept) == len(whole):
        return body.paragraphs
    return tuple(run.text for run in kept) if any(_SENTENCE.search(run.text) for run in kept) else ()


def _between(doc: Document, title: Title, first: int) -> tuple[str, ...]:
    at = title.run + 1 if title.run is not None and title.run < first else 0
    return tuple(
        run.text
        for run in doc.runs[at:first]
        if not run.junk and len(run.text) >= _LEAST and not run.link_chars and _SENTENCE.search(run.text)
    )
