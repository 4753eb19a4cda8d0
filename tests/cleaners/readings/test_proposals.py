"""Which readings a page has, and what each of them keeps."""

from __future__ import annotations

import pytest

from cleaners.document import Body, Document
from cleaners.dom import parse
from cleaners.metadata.title import Title
from cleaners.readings.assemble import assemble
from cleaners.readings.forms import find_forms
from cleaners.readings.proposals import Reading, _names_site, _of_site, read_all
from cleaners.readings.subject import Subject
from cleaners.readings.summary import without_summary
from cleaners.readings.titles import title_lines
from cleaners.readings.truncated import is_truncated, tells_fold
from cleaners.readings.view import View
from cleaners.runs import read_runs
from cleaners.sites import GENERIC, Site
from tests.cleaners.readings.pages import LEAD, OTHER, SECOND, read
from tests.cleaners.readings.views import good, lines, page

P = f"<p>{good(40)}</p>"
TITLE = "河湾新桥"


def document(inner: str, **hints: str) -> Document:
    site = Site(name="test", **hints) if hints else GENERIC  # type: ignore[arg-type]  # a table of keyword arguments
    tree = parse(f"<html><body>{inner}</body></html>")
    return Document(runs=read_runs(tree, site), site=site, tree=tree)


def readings(doc: Document, *titles: Title) -> list[Reading]:
    view = View(doc.runs)
    head = titles[0].run
    prints = frozenset(title.run for title in titles if title.run is not None)
    return read_all(doc, Subject(view, titles[0], head, prints, False), list(titles))


@pytest.mark.parametrize(
    ("inner", "body", "start"),
    [
        (f"<div class=a>{P}</div><div class=a>{P * 2}</div><div class=b>{P * 9}</div>", ".a", 1),
        (f"<div class=a>{P * 2}</div><div class=a>{P}</div><div class=b>{P * 9}</div>", ".a", 0),
        (f"<div class=a>石</div><div class=b>{P * 9}</div>", ".a", None),
        (f"<div class=b>{P * 9}</div>", ".a", None),
        (f"<div class=b>{P * 9}</div>", "", None),
    ],
)
def test_the_box_of_the_sites_file_is_the_largest_with_text(inner: str, body: str, start: int | None) -> None:
    doc = document(inner, **({"body": body} if body else {}))
    found = _of_site(doc, View(doc.runs))
    assert (found.start if found is not None else None) == start


def test_text_without_markup_has_no_box_of_the_sites_file() -> None:
    view = lines(good(40))
    assert _of_site(Document(runs=view.runs, site=Site(name="test", body=".a")), view) is None


@pytest.mark.parametrize(
    ("title", "last", "names"),
    [
        (Title("石桥日报", "title"), 3, True),
        (Title(TITLE, "title"), 3, False),
        (Title(TITLE, "p", 4), 3, True),
        (Title(TITLE, "p", 3), 3, False),
        (Title(TITLE, "h1", 4), 3, False),
    ],
)
def test_a_title_behind_the_text_names_the_site(title: Title, last: int, names: bool) -> None:
    assert _names_site(title, last) is names


TWO = f"<h1>{TITLE}</h1><div class=near>{P}</div><h2>石桥老街</h2>{'<p>石</p>' * 60}<div class=far>{P * 9}</div>"


def test_each_title_has_its_box_and_the_first_has_others_too() -> None:
    doc = document(TWO)
    found = readings(doc, Title(TITLE, "h1", 0), Title("石桥老街", "h2", 2))
    assert [(one.number, one.box and (one.box.name or one.box.tag)) for one in found] == [
        (0, "far"), (1, "body"), (2, "near"),
    ]  # fmt: skip  # laid out for reading
    assert [one.kept for one in found] == [tuple(range(63, 72)), (1, 2, *range(63, 72)), (1,)]


def test_with_the_sites_box_there_is_no_other() -> None:
    found = readings(document(TWO, body=".near"), Title(TITLE, "h1", 0), Title("石桥老街", "h2", 2))
    assert [one.box.name for one in found if one.box] == ["near"]


def test_of_another_title_the_best_box_alone_is_read() -> None:
    below = "<h2>石桥老街</h2><div class=below><p>" + good(50) + "</p></div>"
    found = readings(
        document(TWO.replace("<h2>石桥老街</h2>", below)), Title(TITLE, "h1", 0), Title("石桥老街", "h2", 2)
    )
    assert (3,) not in [one.kept for one in found]
    assert (1,) in [one.kept for one in found]


def test_of_a_title_that_is_printed_nowhere_all_boxes_are_read() -> None:
    unprinted = [
        one.box and (one.box.name or one.box.tag) for one in readings(document(TWO), Title("桥", "title"))
    ]
    assert unprinted == ["far", "body"]


def test_below_a_date_in_the_place_of_the_title_stands_a_box_too() -> None:
    doc = document(TWO)
    view, title = View(doc.runs), Title("桥", "title")
    found = read_all(doc, Subject(view, title, 0, frozenset(), False), [title])
    assert (1,) in [one.kept for one in found]


def test_a_box_that_a_heading_of_something_else_opens_is_not_the_best() -> None:
    related = f"<div class=more><h3>相关新闻</h3>{P * 9}</div>"
    (first, *_) = readings(
        document(f"<div class=text>{P * 3}</div>{'<p>石</p>' * 60}{related}"), Title("桥", "title")
    )
    assert first.box is not None and first.box.name == "text"


def test_a_reading_is_the_first_unless_it_is_told_otherwise() -> None:
    assert Reading(Title("", ""), None, 0, 0, [], ()).number == 0


def test_the_text_begins_below_its_title() -> None:
    doc = document(f"<div class=text>{P}<h2>{TITLE}</h2>{P * 2}</div>")
    (first, *_) = readings(doc, Title(TITLE, "h2", 1))
    assert (first.start, first.end, first.kept) == (2, 4, (2, 3))
    assert first.rules == ["", "", "body", "body"]


def test_a_page_of_nothing_has_one_reading_of_nothing() -> None:
    found = readings(document("<p>石</p>"), Title("", ""))
    assert [(one.start, one.end, one.kept, one.number) for one in found] in (
        [(1, 1, (), 0)],
        [(0, 1, (0,), 0)],
    )


def test_a_lead_is_kept_and_a_summary_that_the_text_repeats_is_not() -> None:
    doc = document(
        f"<h1>{TITLE}</h1><p>{OTHER}</p><div class=text><p>{LEAD[:33]}</p><p>{LEAD}</p><p>{SECOND}</p></div>"
    )
    found = next(one for one in readings(doc, Title(TITLE, "h1", 0)) if one.box and one.box.name == "text")
    assert found.kept == (1, 3, 4)
    assert found.rules == ["", "body", "repeat", "body", "body"]


def test_lines_in_a_form_of_readers_are_comments() -> None:
    form = f"<form><textarea></textarea><p>{good(20)}</p><p>石</p></form>"
    doc = document(f"<div class=text>{P * 3}{form}</div>")
    assert doc.tree is not None
    assert find_forms(View(doc.runs), doc.tree) == {3, 4}
    (first, *_) = readings(doc, Title("", ""))
    assert first.kept == (0, 1, 2)


@pytest.mark.parametrize(("form", "text", "found"), [(30, 70, {0}), (31, 69, set()), (30, 0, set())])
def test_a_form_around_most_of_the_page_is_the_pages(form: int, text: int, found: set[int]) -> None:
    doc = document(
        f"<form><textarea></textarea><p>{good(form)}</p></form>" + (f"<p>{good(text)}</p>" if text else "")
    )
    assert doc.tree is not None
    assert find_forms(View(doc.runs), doc.tree) == found


def test_a_form_without_a_field_of_several_lines_is_none() -> None:
    doc = document(f"<form><p>{good(20)}</p></form>{P * 3}")
    assert doc.tree is not None and find_forms(View(doc.runs), doc.tree) == frozenset()


def test_the_cells_of_a_row_make_one_line() -> None:
    view = page(
        "<p>石</p><table><tr><td>石桥</td><td>三处</td></tr><tr><td>老街</td><td>二处</td></tr></table><p>桥</p>"
    )
    assert assemble(view.runs) == ["石", "石桥 三处", "老街 二处", "桥"]
    assert assemble([*view.runs[1:2], *view.runs[4:5], *view.runs[2:3]]) == ["石桥", "二处", "三处"]


def body(texts: list[str], kept: tuple[int, ...]) -> Body:
    return Body(tuple(texts[at] for at in kept), 0, len(texts), rules=("body",) * len(texts), kept=kept)


SAID = "步道修好了，老人都来走一走"
"""Twelve letters."""


@pytest.mark.parametrize(
    ("texts", "kept", "left"),
    [
        ([f"导读：{SAID}", f"{SAID}。", SECOND], (0, 1, 2), (1, 2)),
        ([LEAD, f"导读：{SAID}", f"{SAID}。"], (0, 1, 2), (0, 2)),
        ([LEAD, SECOND, f"导读：{SAID}", f"{SAID}。"], (0, 1, 2, 3), (0, 1, 2, 3)),
        ([f"导读：{SAID}", SECOND, f"{SAID}。"], (0, 1, 2), (0, 1, 2)),
        ([SAID, f"{SAID}。"], (0, 1), (0, 1)),
        ([f"导读：{SAID[:11]}", f"{SAID}。"], (0, 1), (1,)),
        ([f"导读：{SAID[:10]}", f"{SAID}。"], (0, 1), (0, 1)),
        ([f"导读：{SAID}", f"{SAID}。"], (0,), (0,)),
        (["导读：一二三四五六七八九十", *"一二三四五六七八九十"], tuple(range(11)), tuple(range(11))),
        (["导读：一二三四五六七八九十", *"一二三四五六七八", "九十"], tuple(range(10)), tuple(range(10))),
        (["导读：一二三四五六七八九十", *"一二三四五六七", "八九十"], tuple(range(9)), tuple(range(1, 9))),
    ],
)
def test_a_summary_is_left_out_where_the_text_begins_with_it(
    texts: list[str], kept: tuple[int, ...], left: tuple[int, ...]
) -> None:
    view = lines(*texts)
    found = without_summary(Document(runs=view.runs, site=GENERIC), body(texts, kept))
    assert found.kept == left
    assert found.paragraphs == tuple(texts[at] for at in left)
    dropped = set(kept) - set(left)
    assert found.rules == tuple("repeat" if at in dropped else "body" for at in range(len(texts)))


FOLD = "登录后继续阅读全文"


@pytest.mark.parametrize(
    ("texts", "truncated"),
    [
        ([good(40), FOLD], True),
        ([good(40), *["石"] * 6, FOLD], True),
        ([good(40), *["石"] * 7, FOLD], False),
        ([FOLD, good(40)], False),
        ([good(40), "石"], False),
    ],
)
def test_a_fold_behind_the_last_paragraph(texts: list[str], truncated: bool) -> None:
    kept = tuple(at for at, text in enumerate(texts) if len(text) == 40)
    one = Reading(Title("", ""), None, 0, len(texts), [], kept)
    assert is_truncated(lines(*texts), one) is truncated


def test_a_fold_behind_a_reading_of_nothing() -> None:
    assert is_truncated(lines("石", FOLD), Reading(Title("", ""), None, 0, 1, [], (0,)))


@pytest.mark.parametrize(("size", "told"), [(71, True), (72, False)])
def test_a_long_line_is_no_fold(size: int, told: bool) -> None:
    assert tells_fold(FOLD + "石" * size) is told


def test_the_lines_that_may_print_the_title() -> None:
    found = title_lines(read(f"<title>{TITLE}</title><h1>{TITLE}</h1>{P}<h2>石桥老街修缮完工</h2>{P}").doc)
    assert found[0].run == 0 and found[0].text == TITLE
    assert found[-1].run is None and found[-1].text == TITLE
    assert len({title.run for title in found}) == len(found)
    assert [title.text for title in title_lines(read("<p></p>").doc)] == [""]
    unprinted = title_lines(read(f"<title>{TITLE}修好了，镇上的人都来看</title>{P}").doc)
    assert [title.run for title in unprinted] == [None]


def test_at_most_five_lines_are_tried() -> None:
    found = title_lines(read(f"<title>{TITLE}</title>{f'<h1>{TITLE}</h1>{P}' * 8}").doc)
    assert [title.run for title in found] == [0, 2, 4, 6, 8, None]
