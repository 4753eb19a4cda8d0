"""Choosing the headline: what is printed, checked against what the head of the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.head import ld_texts
from cleaners.metadata.lines import names_original, starts_related
from cleaners.metadata.text_title import headline_in_lines
from cleaners.metadata.titles import headline_of, is_site_name, key, tidy_title, without_badges

if TYPE_CHECKING:
    from cleaners.document import Document, Run

_MIN, _MAX = 3, 150
"""Characters of a headline, punctuation aside at the lower end."""
_SEARCHED = 600
"""Runs searched for a headline that is no <h1> to <h3>; megaphone pages print it within the first few hundred."""
_CERTAIN = 1.2
"""Score of an <h1> or <h2> that prints exactly what the head states: nothing below can be better."""
_HEADINGS = {"h1": 3, "h2": 2, "h3": 1}
_AROUND = 6
"""Boxes around a line that may be its heading."""


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
    """原标题: the original's headline, where the page names one."""


def find_title(doc: Document) -> Title:
    """The article's headline. In text mode, the line above the dateline."""
    found = _in_page(doc) if doc.tree is not None else _in_lines(doc.runs, doc.runs)
    return Title(found.text, found.where, found.run, _source_title(doc.runs))


def _in_page(doc: Document) -> Title:
    claims = list(_claims(doc))
    printed = _printed(doc, claims)
    if printed is None:
        where, text = next(iter(claims), ("", ""))
        return (
            Title(tidy_title(text), where)
            if text
            else _in_lines([run for run in doc.runs if not run.link_chars], doc.runs)
        )
    index, where = printed
    text = _whole_heading(doc.runs, index)
    return Title(tidy_title(_completed(_without_extra_badge(text, claims), claims)), where, index)


def _claims(doc: Document) -> Iterator[tuple[str, str]]:
    """(where, headline) as the head of the page states it, site names off, most trusted first."""
    metas = doc.metas
    sites = [
        name for name in (metas.get("og:site_name"), doc.profile.title, metas.get("application-name")) if name
    ]
    whole = metas.get("title", "")
    for field in ("articletitle", "og:title", "twitter:title"):
        if text := headline_of(metas.get(field, ""), sites):
            # An unescaped quote ends the attribute early; <title> still holds the rest.
            cut = whole.startswith(text) and whole[len(text) : len(text) + 1] in ('"', "'")
            if not cut and not is_site_name(text, sites):
                yield f"meta {field}", text
    for text in ld_texts(doc.json_ld, "headline", "title"):
        yield "json-ld", headline_of(text, sites)
    if whole and not is_site_name(text := headline_of(whole, sites), sites):
        yield "title", text


def _printed(doc: Document, claims: Sequence[tuple[str, str]]) -> tuple[int, str] | None:
    """Index of the run that prints the headline, and the rule."""
    stated = [text for _, text in claims] + [doc.metas.get("title", "")]
    wanted, whole = [key(text) for text in stated], "\n".join(stated)
    best: tuple[float, int, str] | None = None
    for index, run in enumerate(doc.runs):
        text = run.text
        if not _MIN <= len(text) <= _MAX:
            continue
        level, where = _heading(run)
        if not level and (index >= _SEARCHED or not _shares(text, whole)):
            continue
        if level < 2 and run.link_chars * 5 > len(text) * 4:
            continue
        score = _agreement(key(text), wanted, level, not run.link_chars)
        if not score:
            continue
        score += (level * 0.1 if score > 0.4 else 0) - (0.2 if run.junk else 0)
        if best is None or score > best[0]:
            best = (score, index, where or "printed line named in <title>")
            if score >= _CERTAIN:
                break
    if best is None:
        return _lone_heading(doc)
    return best[1], best[2]


def _shares(line: str, stated: str) -> bool:
    """Whether a line can be the headline at all: its beginning or its end occurs in what the head states."""
    return line[:3] in stated or line[2:5] in stated or line[-4:-1] in stated


def _agreement(printed: str, wanted: Sequence[str], level: int, clear: bool) -> float:
    """How far a printed line is the headline that the head states: 0 (not) to 1 (the same). A line with links that
    holds more than the headline is a breadcrumb before it is the headline."""
    if len(printed) < 2:
        return 0.0
    best = 0.0
    for text in wanted:
        if printed == text:
            return 1.0
        if len(printed) >= 4 and printed in text:
            best = max(best, min(0.95, len(printed) / len(text) + 0.1))
        elif len(text) >= 6 and text in printed and len(text) * 3 > len(printed) * (1 if level else 2):
            best = max(best, 0.9 if clear else 0.4)
        elif level or (len(printed) >= 8 and len(text) >= 8 and printed[-4:] in text):
            best = max(best, _overlap(printed, text) * (0.9 if clear else 0.4))
    return best if best >= 0.4 else 0.0


def _overlap(one: str, other: str) -> float:
    """Share of common character pairs, 0 when under one half."""
    pairs, others = (
        {one[i : i + 2] for i in range(len(one) - 1)},
        {other[i : i + 2] for i in range(len(other) - 1)},
    )
    share = len(pairs & others) / max(1, min(len(pairs), len(others)))
    return share if share >= 0.6 and len(pairs & others) >= 4 else 0.0


def _heading(run: Run) -> tuple[int, str]:
    """Rank and tag of the heading around a run; (0, '') outside of headings."""
    box = run.box
    for _ in range(_AROUND):
        if box is None:
            break
        if box.tag in _HEADINGS:
            return _HEADINGS[box.tag], box.tag
        box = box.parent
    return 0, ""


def _lone_heading(doc: Document) -> tuple[int, str] | None:
    """The first h1 that is neither logo nor link, for pages whose <title> names only the site."""
    sites = [doc.metas.get("og:site_name", ""), doc.profile.title, doc.metas.get("title", "")]
    for index, run in enumerate(doc.runs):
        level, where = _heading(run)
        if (
            level == 3
            and len(key(run.text)) >= 6
            and not run.link_chars
            and not is_site_name(run.text, sites)
        ):
            return index, where
    return None


def _whole_heading(runs: Sequence[Run], index: int) -> str:
    """A heading broken by <br> is one headline."""
    block, parts = runs[index].block, [runs[index].text]
    if block is not None and block.tag in _HEADINGS:
        parts = [run.text for run in runs[max(0, index - 2) : index + 3] if run.block is block]
    whole = " ".join(parts)
    return whole if len(whole) <= _MAX else runs[index].text


def _without_extra_badge(text: str, claims: Sequence[tuple[str, str]]) -> str:
    """A 【badge】 that the head does not repeat is the site's, not the headline's."""
    bare = re.sub(r"^[【\[][^】\]]{1,12}[】\]]\s*", "", text)
    if bare != text and any(key(claim).startswith(key(bare)) for _, claim in claims):
        return bare
    return text


def _completed(text: str, claims: Sequence[tuple[str, str]]) -> str:
    """A headline printed short (`…免...`) in full, where the head holds it."""
    stem = re.sub(r"\s*(?:\.{2,6}|…{1,2})$", "", text)
    if stem == text or len(key(stem)) < 6:
        return text
    longer = (
        claim for _, claim in claims if key(claim).startswith(key(stem)) and not claim.endswith(("...", "…"))
    )
    return max((claim for claim in longer if len(key(claim)) > len(key(stem))), key=len, default=text)


def _in_lines(runs: Sequence[Run], all_runs: Sequence[Run]) -> Title:
    """The headline of extracted text, or of a page whose head names none."""
    found = headline_in_lines([run.text for run in runs])
    if found is None:
        return Title("", "")
    index, where = found
    return Title(tidy_title(runs[index].text), where, all_runs.index(runs[index]))


def _source_title(runs: Sequence[Run]) -> str | None:
    """原标题, where it stands before the related stories, which may bring their own."""
    for index, run in enumerate(runs):
        if "原" in run.text[:8] and (title := names_original(run.text)):
            below_related = any(starts_related(above.text) for above in runs[:index])
            return None if below_related else without_badges(title)
    return None
