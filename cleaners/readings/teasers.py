"""Lists of other stories: a linked headline and a snippet, again and again."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.readings.view import View, row_of

_LEAST = 3
"""Snippets that make a list; one may be a quotation."""
_HEADLINE = 6
"""Characters of the shortest linked headline."""


def find_teasers(view: View, marks: Sequence[str]) -> frozenset[int]:
    """Snippets of which at least three of one shape follow headlines that are links."""
    groups: dict[tuple[str, ...], list[int]] = {}
    alike: dict[tuple[str, ...], list[int]] = {}
    for index, run in enumerate(view.runs):
        if marks[index] or not view.good[index] or run.box is None:
            continue
        shape = view.shape(index)
        alike.setdefault(shape, []).append(index)
        if (
            _is_headline(view, marks, index - 1)
            and view.runs[index - 1].box is not run.box
            and not row_of(run)
        ):
            groups.setdefault(shape, []).append(index)
    return frozenset(
        index
        for shape, indexes in groups.items()
        if _headlines(view, indexes) >= _LEAST and len(indexes) * 3 >= len(alike[shape]) * 2
        if not _stand_above(view, marks, indexes, alike[shape])
        for index in indexes
    )


def _is_headline(view: View, marks: Sequence[str], index: int) -> bool:
    """A link that may be the headline of another story."""
    if not 0 <= index < len(view.runs):
        return False
    return view.link[index] and not marks[index] and len(view.runs[index].text) >= _HEADLINE


def _stand_above(view: View, marks: Sequence[str], snippets: Sequence[int], alike: Sequence[int]) -> bool:
    """The links stand below the texts, not above: the first text has none above it, and as many have one below."""
    form = view.shape(snippets[0] - 1)
    below = [at for at in alike if _is_headline(view, marks, at + 1) and view.shape(at + 1) == form]
    return alike[0] < snippets[0] and alike[0] in below and len(below) >= len(snippets)


def _headlines(view: View, indexes: Sequence[int]) -> int:
    """How many different headlines stand above some snippets; what stands above each of them is an advertisement."""
    return len({view.runs[index - 1].text for index in indexes})
