"""The words of a headline, as they are printed and without what else its element holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.document import Run
from cleaners.lexicon import filled, fold
from cleaners.metadata.elements import text_of
from cleaners.metadata.title.claims import Claim
from cleaners.metadata.title.printed import MAX_CHARS, is_info, joined_with
from cleaners.metadata.title.strings import key, tidy_title

_DAY = r"(?:<dates.publish>\s?[:：]?\s?)?(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?"
_DATE = rf"{_DAY}(?:\s?\d{{1,2}}:\d\d(?::\d\d)?)?"
_ATTACHED = rf"[\[【(（]?<titles.attached>[\]】)）]?\s?[:：]?\s?[(（]?\d{{0,8}}[)）]?|{_DATE}|\d{{1,8}}|<titles.badge>"
_EXTRA = re.compile(filled(rf"(?>[\W_]+|{_ATTACHED})*"))
_TAIL = re.compile(
    filled(r"(?<!\s)\s*+(?:[\[【(（]<titles.attached>[\]】)）]|<titles.attached>\s?[:：]\s?\d{1,8})\s*$")
)
_BADGE = re.compile(r"^[【\[][^】\]]{1,12}[】\]]\s*")
_OPENERS, _CLOSERS = '“"「『《【（(#', '”"」』》】）)？！?!…#%'
_HEADINGS = ("h1", "h2", "h3")
_COLUMN = 8
"""Longest name of a column behind a headline; the headline is longer."""
_NEAR = 3
"""Lines around one that may be parts of the same heading."""


def heading_text(runs: Sequence[Run], index: int, claims: Sequence[Claim]) -> str:
    """The headline that a run prints."""
    text = _whole(runs, index, [key(claim.text) for claim in claims])
    text = _without_tail(_without_extras(_without_link(runs[index], text, claims), claims))
    return tidy_title(_completed(_without_extra_badge(text, claims), claims))


def _whole(runs: Sequence[Run], index: int, wanted: Sequence[str]) -> str:
    """A heading broken by <br> or into boxes is one headline, unless its first line is all that the head states."""
    own = _heading_of(runs[index])
    if key(runs[index].text) in wanted:
        return runs[index].text
    if own is None:
        lines = joined_with(runs, index, wanted) or (index,)
        return "".join(runs[line].text for line in lines)
    near = range(max(0, index - _NEAR), min(len(runs), index + _NEAR + 1))
    inside = [at for at in near if _heading_of(runs[at]) is own]
    parts = [runs[at].text for at in inside if at == index or not is_info(runs[at].text)]
    whole = " ".join(parts)
    return whole if len(whole) <= MAX_CHARS else runs[index].text


def _heading_of(run: Run) -> object:
    """The heading element around a run, at most two boxes up."""
    box = run.box
    for _ in range(3):
        if box is None:
            return None
        if box.tag in _HEADINGS:
            return box.element
        box = box.parent
    return None


def _without_extras(text: str, claims: Sequence[Claim]) -> str:
    """`原创 题目 浏览：1234`, `题目2026-05-09` as the head has it, where all that it lacks is furniture."""
    places = [(index, c) for index, char in enumerate(text) for c in key(char)]
    bare = "".join(char for _, char in places)
    for claim in claims:
        wanted = key(claim.text)
        at = bare.find(wanted)
        if len(wanted) < 6 or at < 0 or wanted == bare:
            continue
        start, end = places[at][0], places[at + len(wanted) - 1][0] + 1
        before, after = text[:start].rstrip(_OPENERS), text[end:].lstrip(_CLOSERS)
        if _EXTRA.fullmatch(fold(before)) and _EXTRA.fullmatch(fold(after)):
            return text[len(before) : len(text) - len(after)].strip()
    return text


def _without_link(run: Run, text: str, claims: Sequence[Claim]) -> str:
    """`<h1>题目<a>集团新闻</a></h1>` without the column's name, unless the head states it, too."""
    block = run.block
    last = block[-1] if block is not None and block.tag in _HEADINGS and len(block) else None
    if last is None or last.tag != "a" or (last.tail or "").strip():
        return text
    linked = text_of(last)
    rest = text.removesuffix(linked).rstrip()
    whole = any(key(text) in key(claim.text) for claim in claims)
    return rest if len(linked) <= _COLUMN and len(rest) > _COLUMN and not whole else text


def _without_tail(text: str) -> str:
    """`题目[编辑]`, `题目 浏览：1234` without the button or counter."""
    tail = _TAIL.search(fold(text))
    return text[: tail.start()] if tail and key(text[: tail.start()]) else text


def _without_extra_badge(text: str, claims: Sequence[Claim]) -> str:
    """A 【badge】 that the head does not repeat is the site's, not the headline's."""
    bare = _BADGE.sub("", text)
    if bare != text and any(key(claim.text).startswith(key(bare)) for claim in claims):
        return bare
    return text


def _completed(text: str, claims: Sequence[Claim]) -> str:
    """A headline printed short (`…免...`) in full, where the head holds it."""
    stem = re.sub(r"(?<!\s)\s*+(?:\.{2,6}|…{1,2})$", "", text)
    if stem == text or len(key(stem)) < 6:
        return text
    longer = (
        claim.text
        for claim in claims
        if key(claim.text).startswith(key(stem)) and not claim.text.endswith(("...", "…"))
    )
    return max((claim for claim in longer if len(key(claim)) > len(key(stem))), key=len, default=text)
