"""Whether a line stands as the paragraphs do, beside them or at an edge: just so, and just not."""

from __future__ import annotations

import pytest

from cleaners.readings.places import Met, Places
from tests.cleaners.readings.views import GOOD, at, good, goods, lines, page, scope

P = f"<p>{good(40)}</p>"
SOURCE = "2024-05-20 08:00 来源：石桥日报"
DATE = f"<div class=info>{SOURCE}</div>"
SHORT = "石桥人家"


def places(inner: str, name: str = "text") -> Places:
    of = scope(page(inner), name)
    return Places(of, goods(of))


@pytest.mark.parametrize(("index", "edge"), [(0, True), (1, True), (2, False), (3, True), (4, True)])
def test_an_edge_lies_outside_of_the_paragraphs(index: int, edge: bool) -> None:
    short = f"<p>{SHORT}</p>"
    assert places(f"<div class=text>{short}{P}{short}{P}{short}</div>").is_edge(index) is edge


def test_without_paragraphs_every_line_is_at_an_edge() -> None:
    assert places(f"<div class=text><p>{SHORT}</p></div>").is_edge(0)


@pytest.mark.parametrize(("index", "edge"), [(1, True), (2, False)])
def test_the_header_of_a_dump_reaches_below_a_lead(index: int, edge: bool) -> None:
    of = scope(lines(good(60), "2026-05-09 10:10", "石桥", *[good(60)] * 3))
    assert Places(of, goods(of)).is_edge(index) is edge


@pytest.mark.parametrize(
    ("inner", "edge"),
    [
        (f"{P}{DATE}{P * 3}", True),
        (f"{P}{DATE}{P}", True),
        (f"{P * 2}{DATE}{P * 2}", True),
        (f"{P * 3}{DATE}{P * 2}", False),
        (f"{P}{DATE}<p>{SHORT}</p>{P * 3}", False),
        (f"{P}<p class=lead>{SHORT}</p>{DATE}<p>{SHORT}</p>{P * 3}", False),
        (f"{P}{DATE.replace(SOURCE, SHORT)}{P * 3}", False),
        (f"{P}<p>{SOURCE}</p>{P * 3}", False),
    ],
)
def test_a_date_in_a_box_of_its_own_below_a_lead(inner: str, edge: bool) -> None:
    found = places(f"<div class=text>{inner}</div>")
    index = at(found.scope.view, SOURCE if SOURCE in inner else SHORT)
    assert found.is_edge(index) is edge


def test_a_date_among_paragraphs_of_a_dump_is_no_edge() -> None:
    view = page(f"{f'<p>{SHORT}</p>' * 4}{P}{DATE}{P * 3}")
    of = scope(view)
    assert not Places(of, goods(of)).is_edge(5)


def table(rows: int, cells: int = 2) -> str:
    return "<table>" + f"<tr>{f'<td>{SHORT}</td>' * cells}</tr>" * rows + "</table>"


@pytest.mark.parametrize(
    ("inner", "index", "cell"),
    [
        (f"<p>石</p>{table(3)}{P}", 1, True),
        (f"<p>石</p>{table(2)}{P}", 1, False),
        (f"<p>石</p>{table(3)}", 1, True),
        (f"<p>石</p>{table(2)}", 1, False),
        (f"{P}{table(2)}", 1, True),
        (f"{P}{table(3, 1)}", 1, False),
        (f"{P}<p>{SHORT}</p>", 1, False),
        (f"<table><tr><td>{GOOD}</td><td>{SHORT}</td></tr></table>{P}", 0, False),
        (f"<table><tr><td>{GOOD}</td><td>{SHORT}</td></tr></table>{P}", 1, True),
    ],
)
def test_a_cell_of_data_stands_in_three_rows_or_below_a_paragraph(inner: str, index: int, cell: bool) -> None:
    assert places(f"<div class=text>{inner}</div>").is_cell(index) is cell


PANEL = f"<div class=panel><div>{SHORT}</div><div>河边</div></div>"


@pytest.mark.parametrize(
    ("inner", "beside", "as_content"),
    [
        (f"{P * 2}<p>{SHORT}</p>", True, True),
        (f"{P * 2}<h4>{SHORT}</h4>", True, True),
        (f"{P * 2}<section><i>石</i><h4>{SHORT}</h4></section>", True, True),
        (f"{P * 2}{PANEL}", True, False),
        (f"{P * 2}<div class=outer>{PANEL}<div>桥头</div></div>", False, False),
        (f"<ul><li>{GOOD}</li><li>{GOOD}</li></ul>{PANEL}", True, False),
        (f"<div class=inner>{P * 2}</div>{PANEL}", False, False),
        (f"<div class=inner>{P * 2}</div><ul><li>{SHORT}</li><li>桥头</li></ul>", False, False),
        (f"<table><tr><td>{P * 2}</td><td>{PANEL}</td></tr></table>", False, False),
        (f"{GOOD}<br>{GOOD}<div>{SHORT}</div>", False, False),
        (f"<div class=inner>{P}<div class=in>{GOOD}</div></div>{PANEL}", False, False),
    ],
)
def test_what_stands_beside_the_paragraphs(inner: str, beside: bool, as_content: bool) -> None:
    """In an element of content, or in a panel."""
    found = places(f"<div class=around><div class=text>{inner}</div><p>桥</p></div>")
    index = at(found.scope.view, SHORT)
    assert (found.is_beside(index), found.is_beside(index, panels=False)) == (beside, as_content)


@pytest.mark.parametrize(
    ("line", "among"), [(f"<p>{SHORT}</p>", True), (f"<p class=a>{SHORT}</p>", False), (SHORT, False)]
)
def test_among_the_paragraphs(line: str, among: bool) -> None:
    found = places(f"<div class=text>{P}{line}</div>")
    assert found.is_among(at(found.scope.view, SHORT)) is among


def test_without_boxes_every_line_stands_among_the_paragraphs() -> None:
    of = scope(lines(GOOD, SHORT))
    assert Places(of, [0]).is_among(1) and Places(of, [0]).is_beside(1)


SECTIONS = f"<section class=s>{P * 2}</section>" * 3


@pytest.mark.parametrize(
    ("inner", "met", "index", "own"),
    [
        (SECTIONS, [], 4, True),
        (SECTIONS, [0], 1, True),
        (SECTIONS, [0], 2, False),
        (SECTIONS, [0, 2], 4, True),
        (f"<div class=a>{P * 9}</div><div class=b>{P}</div>", [], 9, True),
        (f"<div class=a>{P * 9}</div><div class=b>{P}</div>", [0], 9, False),
        (f"<div class=a>{P * 10}</div><div class=b>{P}</div>", [], 10, False),
        (f"<div class=a>{P * 10}<h4>{good(40)}</h4></div>", [], 10, True),
        (f"<div class=a>{P * 10}<h4>{good(40)}</h4></div>", [0], 10, True),
        (f"<div class=a>{P * 10}<h4>{SHORT}</h4></div>", [0], 10, False),
        (f"<div class=a>{P * 10}<div class=share>{good(40)}</div></div>", [0], 10, False),
    ],
)
def test_running_text_as_the_articles_stands(inner: str, met: list[int], index: int, own: bool) -> None:
    found = Met(scope(page(inner)))
    for paragraph in met:
        found.add(paragraph)
    assert found.is_own(index) is own
    assert found.any is bool(met)


def test_without_boxes_running_text_is_the_articles() -> None:
    found = Met(scope(lines(GOOD, SHORT)))
    assert [found.is_own(0), found.is_own(1)] == [True, False]
