"""One introduction under each picture of a gallery, which is told once. It is taken out of the reading that was chosen: what
is expected of a reading rests on all its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.readings.view import row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleaners.document import Run
    from cleaners.readings.view import View

_OFTEN = 3
"""Pictures with the same words under them."""


def repeated_captions(view: View, kept: Sequence[int]) -> frozenset[int]:
    """Sentences among the kept lines that stand again and again in boxes with a picture, where nothing else stands in such
    boxes; but for the first time."""
    held: dict[tuple[str, ...], list[int]] = {}
    for at in kept:
        held.setdefault(view.shape(at), []).append(at)
    return frozenset(again for own in held.values() if _is_one(view, own) for again in own[1:])


def _is_one(view: View, own: Sequence[int]) -> bool:
    """All of them say the same, which is no label, each under its picture."""
    runs = [view.runs[at] for at in own]
    same = len(own) >= _OFTEN and len({run.text for run in runs}) == 1
    return same and view.good[own[0]] and all(row_of(run) is None and _is_pictured(run) for run in runs)


def _is_pictured(run: Run) -> bool:
    """The box around its own holds a picture."""
    around = run.box.parent if run.box is not None else None
    return around is not None and next(around.element.iter("img", "picture"), None) is not None
