"""What of a page is the article: several readings, each a whole result, and the judge that picks one.

The title line, the box and the verdict on each line are never decided one by one: each pair of title line and box is read to
the end, and the whole results are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cleaners.document import Body, Document, Run
from cleaners.metadata.title.strings import shared
from cleaners.page.texts import embedded_texts
from cleaners.readings.assemble import assemble
from cleaners.readings.captions import repeated_captions
from cleaners.readings.doubt import UNSURE, doubt
from cleaners.readings.judge import Judged, is_anchored, judge_readings, probabilities
from cleaners.readings.opinion import second_opinion
from cleaners.readings.proposals import Reading, read_all
from cleaners.readings.subject import subject_of
from cleaners.readings.titles import title_lines
from cleaners.readings.truncated import is_truncated
from cleaners.readings.view import View

_SHELL = 300
"""Characters of a text that may be the notice or the summary of a page that a script fills."""
_TIMES, _APART = 4, 2
"""How many times as long the text in the page's data must be to be taken for it; as one about the headline, of which what is
printed says nothing."""
_GRAM, _WORD, _SAME = 4, 2, 0.5
"""Letters of a piece of text and of a word of the headline; share of what is printed that the fuller text holds."""

__all__ = ["Picked", "read_body"]


@dataclass(frozen=True, slots=True)
class Picked:
    """The reading that was taken, and those that were not."""

    body: Body
    taken: Reading
    readings: tuple[Judged, ...]
    """All of them, the one that was taken first."""


def read_body(doc: Document) -> Picked:
    """The article's paragraphs and where they stand, by the best of all readings."""
    view = View(doc.runs)
    titles = title_lines(doc)
    subject = subject_of(doc, view, titles)
    readings = read_all(doc, subject, titles)
    odds = probabilities(view)
    judged = judge_readings(subject, readings, odds)
    if _is_in_doubt(doc, judged[0]) and (opinion := second_opinion(doc, view, readings)):
        judged = judge_readings(subject, [*readings, opinion], odds)
    return Picked(_body(doc, view, judged[0]), judged[0].reading, tuple(judged))


def _is_in_doubt(doc: Document, best: Judged) -> bool:
    """Little is expected of a text, and neither the site's file nor a sure title speaks for it."""
    sure = doc.site.body or is_anchored(best.reading)
    return bool(best.reading.kept) and best.confidence < UNSURE and not sure


def _body(doc: Document, view: View, judged: Judged) -> Body:
    reading = _told_once(view, judged.reading)
    kept = [doc.runs[index] for index in reading.kept]
    chars = sum(len(run.text) for run in kept)
    paragraphs = assemble(kept)
    title = reading.title.text or doc.metas.get("title", "")
    carried = _embedded(doc, title, paragraphs) if chars < _SHELL else []
    return Body(
        paragraphs=tuple(carried or paragraphs),
        start=reading.start,
        end=reading.end,
        container=reading.box.element if reading.box is not None else None,
        link_share=sum(run.link_chars for run in kept) / chars if chars else 0.0,
        truncated=is_truncated(view, reading),
        rules=tuple(reading.rules),
        kept=() if _is_apart(carried, kept) else reading.kept,
        confidence=round(judged.confidence, 3),
        doubtful=doubt(view, judged),
    )


def _told_once(view: View, reading: Reading) -> Reading:
    """The reading without captions that repeat the first one."""
    repeated = repeated_captions(view, reading.kept)
    if not repeated:
        return reading
    rules = ["repeat" if at in repeated else rule for at, rule in enumerate(reading.rules)]
    return replace(reading, rules=rules, kept=tuple(at for at in reading.kept if at not in repeated))


def _is_apart(carried: list[str], kept: list[Run]) -> bool:
    """A text is carried of which the page prints nothing: what was kept is a notice."""
    text = "\n".join(carried)
    return bool(carried) and not any(run.text.rstrip("….") in text for run in kept)


def _embedded(doc: Document, title: str, printed: list[str]) -> list[str]:
    """The article that a page carries and does not print, where it prints so few characters; or []."""
    chars, apart = sum(map(len, printed)), not shared(title, "".join(printed), _WORD)
    for text in embedded_texts(doc):
        told = "\n".join(run.text for run in text.runs)
        times = _APART if apart and shared(title, told, _WORD) >= _SAME else _TIMES
        if text.chars >= times * chars and _is_fuller(told, title, printed):
            return [run.text for run in text.runs if run.text != title]
    return []


def _is_fuller(text: str, title: str, printed: list[str]) -> bool:
    """It holds what is printed, or is about the headline more than that is: a page may carry other stories, too."""
    if shared("".join(printed), text, _GRAM) >= _SAME:
        return True
    return shared(title, text, _WORD) > shared(title, "".join(printed), _WORD)
