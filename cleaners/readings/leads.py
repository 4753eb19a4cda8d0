"""What stands above the text: the standfirst and the caption of the lead picture, which belong to it, and summaries that
only say it twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.metadata.pictures.captions import PRINTED
from cleaners.metadata.title.strings import grams, key
from cleaners.readings.noise.sentences import is_sentence
from cleaners.readings.view import View, ends_sentence

_LINES = 30
"""Lines between the title and the text in which a lead may stand."""
_LINKED = 120
"""Characters of links between the title and the text beyond which there is something else between them."""
_GRAM = 4
_SAME = 0.6
"""Share of a summary's strings of four characters that occur in the text, from which on it only repeats it."""
_SUMMARY, _LABELLED = 30, 2
"""Letters of the shortest summary that is cut from the text, and lines at the head of a text among which it stands."""
_TOLD = 8
"""Lines of the text that a summary may say in one."""
_STOPS = re.compile(r"[。！？!?][”」』）)]?$")
"""How a summary ends that an editor wrote; one that a machine cut ends anywhere."""
_CAPTIONS = frozenset(["figcaption"])


def find_leads(
    view: View, marks: Sequence[str], title: int | None, start: int, kept: Sequence[int]
) -> list[int]:
    """Sentences between the title and the box of the text, which the text does not repeat."""
    if title is None or not kept or not 0 < start - title - 1 <= _LINES:
        return []
    between = range(title + 1, start)
    if sum(view.runs[at].link_chars for at in between) > _LINKED:
        return []
    found = [at for at in between if _is_lead(view, marks, at)]
    if not found:
        return []
    text = grams("".join(view.runs[at].text for at in kept), _GRAM)
    return [
        at for at in found if _is_caption(view, at) or _share(grams(view.runs[at].text, _GRAM), text) < _SAME
    ]


def doubled_summary(view: View, kept: Sequence[int]) -> tuple[int, ...]:
    """The first line with its label, where later lines say the same and more: a summary cut from the text, or printed in a
    box of its own above it."""
    first = next((at for at in kept[:_LABELLED] if view.good[at]), None)
    if first is None or kept[-1] == first:
        return ()
    said = key(view.runs[first].text)
    below = kept[kept.index(first) + 1 :]
    if len(said) < _SUMMARY or not (_is_cut(view, below, first, said) or _is_apart(view, below, first, said)):
        return ()
    label = first - 1 if kept[0] == first - 1 and view.runs[first - 1].text[-1] in ":：" else first
    return tuple(range(label, first + 1))


def _is_cut(view: View, below: Sequence[int], first: int, said: str) -> bool:
    """It ends anywhere, as a machine cuts, and a line begins as it does."""
    return not _STOPS.search(view.runs[first].text) and any(_holds(view, at, first, said) for at in below)


def _is_apart(view: View, below: Sequence[int], first: int, said: str) -> bool:
    """The lines right below it, in another form, begin as it does: some of them may make one line of it."""
    text = ""
    for at in below[:_TOLD]:
        text += key(view.runs[at].text)
        if len(text) >= len(said):
            break
    return text.startswith(said) and view.shape(first) != view.shape(below[0])


def _holds(view: View, index: int, first: int, said: str) -> bool:
    """A line begins as the summary does, or says it as a whole; where they are the same line for line, in another form."""
    text = view.runs[index].text
    if len(text) < len(said):
        return False
    other = key(text)
    return other.startswith(said) and (len(other) > len(said) or view.shape(index) != view.shape(first))


def _is_lead(view: View, marks: Sequence[str], index: int) -> bool:
    run = view.runs[index]
    if marks[index] or view.link[index]:
        return False
    if _is_caption(view, index):
        return True
    if view.noise(index, edge=True):
        return False
    if PRINTED.search(run.text):
        return True
    return view.good[index] and (ends_sentence(run.text) or is_sentence(run.text))


def _is_caption(view: View, index: int) -> bool:
    box = view.runs[index].box
    return box is not None and box.tag in _CAPTIONS


def _share(pieces: set[str], text: set[str]) -> float:
    return len(pieces & text) / len(pieces) if pieces else 1.0
