"""A page in figures: what share of it the reading took, what repeats in it, what it holds beside text.

Nearly all figures are shares or logarithms of counts, so that they hold for small and large pages; none is a word.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.kinds.entries import dated_entries_of, entries_of
from cleaners.kinds.head import figures_of_elements, figures_of_head, overlap

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run
    from cleaners.kinds.posts import Found
    from cleaners.metadata import Metadata, Title

_SENTENCE = re.compile(r"[，。！？；…”」』]|[,;!?](?=\s|$)|\.(?=\s|$)")
_STOP = re.compile(r"[。！？!?”」』；;：:.…]\W{0,3}$")
_CUT = re.compile(r"(?:…|\.\.\.|。。。)\W{0,12}\w{0,6}\W{0,3}$")
_DATE = re.compile(
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/月]\d{1,2}日?|\d{1,2}:\d\d"
    r"|(?<!\d)\d{1,9}\s?(?:分钟|小时|天|分鐘|小時|个?月|年)前"
)
_PRICE = re.compile(r"[¥￥]\s?\d|\d\s?元|NT\$\s?\d|售价|价格")
_PRICED = re.compile(r"[¥￥元$售价]")
"""What every price has one of."""
_DIGIT = re.compile(r"\d")
_LABELLED = re.compile(r"[^\s：:，。]{2,8}\s?[：:]")
_RUNNING = 16
_LABEL = 40
"""Characters of a line that may be a label, a price or a date."""
_CAPTIONS = 160
"""Characters of a text that may be the captions of its pictures."""
_WORDS, _REPEATED = 8, 20_000
"""Characters of a line that is looked for in a text, and of the text."""
_LONG = 600
"""Characters of a text that is long."""
_TOPIC = 3000
"""Characters of the text in which the words of the title are looked for."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page and what was read of it."""

    doc: Document
    body: Body
    shown: list[Run]
    kept: list[int]
    at: int
    """Index of the title's run; -1 where it is printed nowhere."""

    @property
    def held(self) -> list[Run]:
        return [self.doc.runs[i] for i in self.kept]


def figures_of(
    doc: Document, body: Body, title: Title, found: Metadata, posts: list[Found]
) -> dict[str, float]:
    """The page's figures by name, each between 0 and about 3."""
    shown = [run for run in doc.runs if run.junk != "hidden"] or doc.runs
    seen = _Seen(doc, body, shown, kept_runs(doc, body), -1 if title.run is None else title.run)
    headline = title.text or doc.metas.get("title", "")
    figures = {
        **_of_text(seen),
        **_of_page(seen),
        **_of_place(seen),
        **_of_posts(seen, posts),
        **figures_of_head(doc, body.paragraphs),
        **figures_of_elements(doc),
        "topic": overlap(headline, "\n".join(body.paragraphs)[:_TOPIC], 2, other=0.5),
        "captions": float(_captions(body, found)),
        "snippets": float(
            sum(_CUT.search(run.text[-24:]) is not None for run in shown if len(run.text) > _LABEL)
        ),
        "date": float(found.prints_date),
        "byline": float(bool(found["source"] or found["credits"])),
    }
    return figures | _joint(figures)


def _captions(body: Body, found: Metadata) -> bool:
    """The text is no longer than what stands below pictures."""
    return bool(found["images"]) and sum(map(len, body.paragraphs)) <= _CAPTIONS


def _joint(figures: dict[str, float]) -> dict[str, float]:
    """Figures that say more together: a long text, most of what the page has, in sentences, about its headline."""
    long = min(1.0, math.expm1(4 * figures["kept"]) / _LONG)
    alone = figures["good_share"] * (1 - figures["in_items"])
    return {
        "whole": long * alone * figures["stops"] * min(1.0, 2 * figures["topic"]),
        "told_whole": long * figures["told"],
        "alone": alone * figures["share"],
    }


def kept_runs(doc: Document, body: Body) -> list[int]:
    """Indexes of the runs that are the text; of a text that was read from the page another way, those it repeats."""
    if body.kept or not body.paragraphs:
        return list(body.kept)
    text = "\n".join(body.paragraphs)[:_REPEATED]
    return [i for i, run in enumerate(doc.runs) if len(run.text) >= _WORDS and run.text in text]


def _of_text(seen: _Seen) -> dict[str, float]:
    """The text by itself."""
    paragraphs = seen.body.paragraphs
    sizes = [len(paragraph) for paragraph in paragraphs] or [0]
    size, count = sum(sizes), len(sizes)
    start = "".join(paragraphs)[:1000]
    return {
        "kept": math.log1p(size) / 4,
        "mean": math.log1p(size / count) / 4,
        "longest": math.log1p(max(sizes)) / 4,
        "stops": sum(len(p) for p in paragraphs if _STOP.search(p[-5:])) / (size or 1),
        "cut": sum(_CUT.search(p[-24:]) is not None for p in paragraphs) / count,
        "short_kept": sum(length < _RUNNING for length in sizes) / count,
        "dated_kept": sum(len(p) <= _LABEL and _DATE.search(p) is not None for p in paragraphs) / count,
        "labelled_kept": sum(_LABELLED.match(p) is not None for p in paragraphs) / count,
        "kept_links": seen.body.link_share,
        "han": sum("\u3400" <= c <= "\u9fff" for c in start) / (len(start) or 1),
    }


def _of_page(seen: _Seen) -> dict[str, float]:
    """The page around it."""
    runs = seen.shown
    chars = sum(len(run.text) for run in runs) or 1
    running = {run: len(run.text) for run in runs if _running(run)}
    good = sum(running.values()) or 1
    kept_good = sum(running[run] if run in running else _running(run) * len(run.text) for run in seen.held)
    short = [run.text for run in runs if len(run.text) <= _LABEL]
    counted = [text for text in short if _DIGIT.search(text)]
    listed, longest = entries_of(seen.doc)
    stamped, most = dated_entries_of(seen.doc)
    return {
        "runs": math.log1p(len(seen.kept)) / 3,
        "lines": math.log1p(len(runs)) / 4,
        "shown": math.log1p(chars) / 6,
        "share": min(1.0, sum(map(len, seen.body.paragraphs)) / chars),
        "good_share": min(1.0, kept_good / good),
        "missed": math.log1p(max(0, good - kept_good)) / 6,
        "link_share": sum(run.link_chars for run in runs) / chars,
        "linked_lines": sum(run.link_chars * 2 > len(run.text) for run in runs) / (len(runs) or 1),
        "items": math.log1p(longest) / 3,
        "item_share": min(1.0, sum(len(seen.doc.runs[i].text) for i in listed) / chars),
        "in_items": _share(seen, listed),
        "dated_items": math.log1p(most) / 3,
        "in_dated_items": _share(seen, stamped),
        "dated": math.log1p(sum(_DATE.search(text) is not None for text in counted)) / 3,
        "labelled": math.log1p(
            sum(_LABELLED.match(text) is not None for text in short if ":" in text or "：" in text)
        )
        / 3,
        "prices": math.log1p(sum(_PRICE.search(text) is not None for text in short if _PRICED.search(text)))
        / 3,
    }


def _of_place(seen: _Seen) -> dict[str, float]:
    """Where the text stands: how far from the headline, and how close together."""
    if not seen.kept:
        return {
            "title": float(seen.at >= 0),
            "gap": 1.0,
            "passed": 1.0,
            "above": 1.0,
            "spread": 1.0,
            "box": 0.0,
        }
    runs, first, last = seen.doc.runs, seen.kept[0], seen.kept[-1]
    passed = sum(len(run.text) for run in runs[seen.at + 1 : first] if run.junk != "hidden")
    around = sum(len(run.text) for run in runs[seen.body.start : seen.body.end]) or 1
    printed = seen.at >= 0
    return {
        "title": float(printed),
        "gap": math.log1p(abs(first - seen.at)) / 3 if printed else 1.0,
        "passed": math.log1p(passed) / 6 if printed else 1.0,
        "above": float(seen.at > first),
        "spread": 1 - len(seen.kept) / (last - first + 1),
        "box": min(1.0, sum(map(len, seen.body.paragraphs)) / around),
    }


def _of_posts(seen: _Seen, posts: list[Found]) -> dict[str, float]:
    chars = sum(len(run.text) for run in seen.shown) or 1
    inside = {i for post in posts for i in range(post.start, post.end)}
    return {
        "posts": math.log1p(len(posts)) / 3,
        "post_share": min(1.0, sum(len(line) for post in posts for line in post.text) / chars),
        "post_kept": _share(seen, inside),
    }


def _share(seen: _Seen, indexes: set[int]) -> float:
    """Share of the text that stands in some runs."""
    whole = sum(len(run.text) for run in seen.held)
    return sum(len(seen.doc.runs[i].text) for i in seen.kept if i in indexes) / (whole or 1)


def _running(run: Run) -> bool:
    return (
        len(run.text) >= _RUNNING
        and run.link_chars * 2 <= len(run.text)
        and _SENTENCE.search(run.text) is not None
    )
