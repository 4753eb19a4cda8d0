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
    alike: dict[tuple[str, ...], int] = {}
    for index in range(1, len(view.runs)):
        run, before = view.runs[index], view.runs[index - 1]
        if marks[index] or not view.good[index] or run.box is None:
            continue
        shape = view.shape(index)
        alike[shape] = alike.get(shape, 0) + 1
        if (
            view.link[index - 1]
            and not marks[index - 1]
            and len(before.text) >= _HEADLINE
            and before.box is not run.box
            and not row_of(run)
        ):
            groups.setdefault(shape, []).append(index)
    return frozenset(
        index
        for shape, indexes in groups.items()
        if _headlines(view, indexes) >= _LEAST and len(indexes) * 3 >= alike[shape] * 2
        for index in indexes
    )


def _headlines(view: View, indexes: Sequence[int]) -> int:
    """How many different headlines stand above some snippets; what stands above each of them is an advertisement."""
    return len({view.runs[index - 1].text for index in indexes})
