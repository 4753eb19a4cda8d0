"""The headline: candidates before the text is known, the choice after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cleaners.metadata.byline.names import is_outlet
from cleaners.metadata.lines import names_original, starts_related
from cleaners.metadata.title.claims import read_claims, site_names
from cleaners.metadata.title.heading import heading_text
from cleaners.metadata.title.lines import headline_in_lines, without_book_marks, without_stamp
from cleaners.metadata.title.printed import line_above_info, minor_headings, only_heading, printed_titles
from cleaners.metadata.title.strings import key, shared, tidy_title, without_badges, without_site

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run

_MOST = 6
"""Candidates of a page; further ones are prints of the same headline in lists below the text."""
_MINOR, _HEAD_ONLY, _NO_CLAIM = 0.5, 0.3, 0.2
_DOUBTED, _MORE = 0.7, 0.3
"""Weight up to which a line may be the heading of something else, and how much more of the head's words the text then
holds."""
_HEADLINE = 6
"""Letters of a headline; the name of a site may have fewer."""
_READ, _PAIR = 3_000, 2
"""Characters of the text in which words of a headline are looked for, and letters of a word."""


@dataclass(frozen=True, slots=True)
class Title:
    """The headline and where it was found."""

    text: str
    """Without site name, badges and marks. Empty only in text that has none."""
    where: str
    """The rule that found it, e.g. `h1`, `meta og:title`."""
    run: int | None = None
    """Index of the run that prints it. None where it is printed nowhere."""
    source_title: str | None = None
    """原标题: the original's headline, where the page names one. Set by the final choice only."""
    weight: float = 0.0
    """0 to 1.3: how far it is what the head states, and how much of a heading."""


def title_candidates(doc: Document) -> list[Title]:
    """The lines that may be the headline, the likeliest first: the prints of what the head states, the first h1s
    and h2s, and last the head's own words, printed nowhere. Empty where there is none."""
    if doc.tree is None:
        return _in_lines(doc.runs, doc.runs)
    sites = site_names(doc)
    claims = read_claims(doc, sites)
    printed = [
        Title(heading_text(doc.runs, item.run, claims), item.where, item.run, weight=item.weight)
        for item in printed_titles(doc, claims, sites)[:_MOST]
    ]
    if not printed and (at := line_above_info(doc)) is not None:
        printed = [Title(tidy_title(doc.runs[at].text), "line above the date", at, weight=_MINOR)]
    stated = [Title(tidy_title(claim.text), claim.where, weight=_HEAD_ONLY) for claim in claims[:1]]
    if not printed and not stated and (at := only_heading(doc, sites)) is not None:
        printed = [Title(heading_text(doc.runs, at, claims), "h1", at, weight=_MINOR)]
    if not stated:
        return printed or _in_lines([run for run in doc.runs if not run.link_chars], doc.runs)
    if all(is_outlet(claim.text) for claim in claims) and not _is_heading(printed):
        # The head names an office, and no headline.
        minor = [Title(tidy_title(doc.runs[i].text), tag, i, weight=_MINOR) for i, tag in minor_headings(doc)]
        printed = [*minor, *printed]
    return [*printed, *stated]


def _is_heading(printed: Sequence[Title]) -> bool:
    """Whether the likeliest line is a heading of the first or second rank."""
    return bool(printed) and printed[0].where in ("h1", "h2")


def choose_title(doc: Document, body: Body, title: Title) -> Title:
    """The final headline of the text that was taken, `title` being the one it was taken with."""
    return replace(_of_text(doc, body, title), source_title=_source_title(doc.runs))


def _of_text(doc: Document, body: Body, title: Title) -> Title:
    """The head's own words instead of a heading of something else: `评论排行`, which the text says nothing of, or of a part
    of the text. An h1 stays."""
    if title.weight > _DOUBTED or title.where == "h1" or doc.tree is None:
        return title
    claim = next(iter(read_claims(doc, site_names(doc))), None)
    if claim is None or is_outlet(claim.text) or len(key(claim.text)) < _HEADLINE:
        return title
    text = "".join(body.paragraphs)[:_READ]
    inside = title.run is not None and bool(body.kept) and title.run > body.kept[0]
    if not inside and shared(claim.text, text, _PAIR) < shared(title.text, text, _PAIR) + _MORE:
        return title
    return Title(tidy_title(claim.text), claim.where, weight=_HEAD_ONLY)


def _in_lines(runs: Sequence[Run], all_runs: Sequence[Run]) -> list[Title]:
    """The headline of extracted text, or of a page whose head names none."""
    found = headline_in_lines([run.text for run in runs])
    if found is None:
        return []
    index, where = found
    bare = without_stamp(runs[index].text)
    text = without_book_marks(tidy_title(without_site(bare)))
    stamped = bare != runs[index].text  # the line is that of the date, too, and read as such
    return [Title(text, where, None if stamped else all_runs.index(runs[index]), weight=_NO_CLAIM)]


def _source_title(runs: Sequence[Run]) -> str | None:
    """原标题, where it stands before the related stories, which may bring their own."""
    for index, run in enumerate(runs):
        if "原" in run.text[:8] and (title := names_original(run.text)):
            below_related = any(starts_related(above.text) for above in runs[:index])
            return None if below_related else without_badges(title)
    return None
