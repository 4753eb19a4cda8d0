"""Forms in which a reader writes: what stands in them, rules of the house and other comments alike, is not the article."""

from __future__ import annotations

from lxml import etree

from cleaners.readings.view import View

_SHARE = 0.3
"""Share of the page's running text above which a form is the page's, not the reader's: ASP.NET puts one around everything."""


def find_forms(view: View, tree: etree._Element) -> frozenset[int]:
    """Runs that stand in a form with a field of several lines."""
    forms = {form for area in tree.iter("textarea") for form in area.iterancestors("form")}
    if not forms:
        return frozenset()
    most = _SHARE * view.good_sums[-1]
    return frozenset(
        at
        for box in view.boxes
        if box.tag == "form" and box.element in forms and view.good_chars(box.start, box.end) <= most
        for at in range(box.start, box.end)
    )
