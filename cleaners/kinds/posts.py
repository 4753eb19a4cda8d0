"""The posts of a thread: found by their time stamps, which stand in boxes of one shape.

Discuz!, phpwind, Flarum, Tieba and home-made templates agree in one thing: each post prints its author and its time in
the same place. So a thread is looked for as stamps of one shape, a post as the largest box around one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from cleaners.kinds.alike import alike
from cleaners.kinds.quotes import own_lines
from cleaners.kinds.said import is_furniture, repeated_in, text_place, texts_of, unlisted_spans
from cleaners.kinds.signature import authors_of, floor_of, time_of
from cleaners.kinds.spans import Span
from cleaners.kinds.stamps import ENDS, MOST, POSTS, acted, stamped, storeyed, timed, told

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.document import Document, Run

_SAYS = re.compile(
    r"\s?(?:LV\.?\s?\d+|[(（]?(?:楼主|作者|博主)[)）]?)?\s?(?:(?:[说說]道?|写道|says|said)?\s?[:：]\s?|$)",
    re.IGNORECASE,
)
"""What stands between a name and what its bearer says."""
_SENTENCE = 8
"""Characters of a line that says more than a label does."""
_TRIED = 5
"""Times above the posts that may be an accepted answer's: what stands below each is read once more."""


@dataclass(frozen=True, slots=True)
class Found:
    """One post, in the script of the page."""

    author: str | None
    time: datetime | None
    text: tuple[str, ...]
    """Its paragraphs."""
    floor: int | None
    start: int
    """Index of its first run."""
    end: int


def find_posts(doc: Document) -> list[Found]:
    """The posts of a page in printed order, the opening one where it has the same template; [] where there is none."""
    runs = doc.runs
    return next(filter(None, (_posts(doc, alike(runs, mark)) for mark in (timed, storeyed, acted))), [])


def template_of(runs: list[Run], posts: list[Found]) -> set[str]:
    """Lines that stand in so many posts, numbers aside, that they are buttons."""
    return repeated_in(runs, [range(post.start, post.end) for post in posts])


def answer_above(doc: Document, start: int, posts: list[Found]) -> Found | None:
    """An answer in a template of its own between a question, from its headline on, and the others: the accepted one."""
    runs, first = doc.runs, posts[0].start
    telling = [i for i in range(start, first) if told(runs[i]) and _is_sentence(runs[i].text)]
    template = template_of(runs, posts)
    for stamp, above, below in islice(_marks(runs, telling), _TRIED):
        span = Span(stamp, above + 1, first, tuple(range(above + 1, first)))
        place = text_place(runs[below].box)
        said = (runs[i] for i in span.own if text_place(runs[i].box) == place)
        lines = [run.text for run in said if not is_furniture(run, template)]
        author = authors_of(doc, [span], {i for i in telling if i >= below}, set())[0]
        if author and lines:
            return _post(doc, span, author, tuple(lines))
    return None


def _is_sentence(line: str) -> bool:
    return len(line) >= _SENTENCE and ENDS.search(line) is not None


def _marks(runs: list[Run], telling: list[int]) -> Iterator[tuple[int, int, int]]:
    """Lines that print the time of an answer, with the sentences above and below each; a date where paragraphs stand is
    a chronicle's."""
    places: set[tuple[str, ...]] = set()
    for above, below in pairwise(telling):
        places.add(text_place(runs[above].box))
        for at in range(above + 1, below):
            if _prints_time(runs[at]) and text_place(runs[at].box) not in places:
                yield at, above, below


def _prints_time(run: Run) -> bool:
    return run.junk != "hidden" and len(run.text) <= MOST and stamped(run.text)


def _posts(doc: Document, groups: list[list[int]]) -> list[Found]:
    runs = doc.runs
    spans = unlisted_spans(runs, groups)
    if len(spans) < POSTS:
        return []
    repeated = repeated_in(runs, [span.own for span in spans])
    texts = texts_of(runs, spans, repeated)
    authors = authors_of(doc, spans, texts, repeated)
    posts: list[Found] = []
    said: set[str] = set()
    for span, author in zip(spans, authors, strict=True):
        own = own_lines([runs[i] for i in span.own if i in texts], said)
        lines = _unnamed(own, author)
        said.update(lines)
        if lines:
            posts.append(_post(doc, span, author, tuple(lines)))
    return posts if len(posts) >= POSTS else []


def _unnamed(lines: list[str], author: str | None) -> list[str]:
    """The lines without the name of who says them before the first: 小满: 同问."""
    if not (lines and author and lines[0].startswith(author)):
        return lines
    behind = lines[0][len(author) :]
    says = _SAYS.match(behind)
    if says is None:
        return lines
    rest = behind[says.end() :]
    return [rest, *lines[1:]] if rest else lines[1:]


def _post(doc: Document, span: Span, author: str | None, text: tuple[str, ...]) -> Found:
    runs = doc.runs
    time = time_of([runs[span.stamp], *(runs[i] for i in span.own)], doc.fetched_at)
    head = [runs[i].text for i in span.own if len(runs[i].text) <= MOST and runs[i].text not in text]
    return Found(author, time, text, floor_of(head), span.start, span.end)
