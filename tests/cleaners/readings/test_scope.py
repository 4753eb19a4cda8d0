"""Where the running text of one box stands, and what the names of boxes count for (synthetic)."""

import pytest

from cleaners.readings.marks import marks_of, void_around_title, void_inside
from cleaners.readings.scope import Scope
from cleaners.readings.view import View, ends_sentence, row_of
from tests.cleaners.readings.pages import LAST, LEAD, OTHER, SECOND, THIRD, paragraphs, read


def view_of(body: str) -> View:
    return View(read(f"<html><body>{body}</body></html>").doc.runs)


def scope_of(body: str, **marked: str) -> Scope:
    view = view_of(body)
    marks = ["share" if run.text in marked.values() else "" for run in view.runs]
    return Scope(view, marks, None, 0, len(view.runs))


def at(view: View, text: str) -> int:
    return [run.text for run in view.runs].index(text)


TWO = f"<section id=a>{paragraphs([LEAD, SECOND, THIRD])}</section><section id=b>{paragraphs([LAST, OTHER])}</section>"


def test_the_trunk_is_right_around_most_of_the_running_text() -> None:
    trunk = scope_of(TWO).trunk
    assert trunk is not None and (trunk.start, trunk.end) == (0, 3)
    even = f"<section>{paragraphs([LEAD])}</section><section>{paragraphs([LEAD])}</section>"
    assert scope_of(even).trunk is None, "a half is not most"
    assert scope_of("<div><p>石桥</p></div>").trunk is None
    lost = scope_of(TWO, first=LEAD, second=SECOND, third=THIRD).trunk
    assert lost is not None and lost.start == 3, "what is marked does not count"


def test_shapes_that_hold_a_tenth_of_the_text_are_the_articles() -> None:
    body = f"<div>{paragraphs([LEAD, SECOND, THIRD, LAST] * 3)}</div>"
    few, more = f"<ul><li>{OTHER}</li></ul>", f"<ul>{paragraphs([OTHER] * 2, 'li')}</ul>"
    assert len(scope_of(body + few).shapes) == 1
    assert len(scope_of(body + more).shapes) == 2
    assert len(scope_of(body + more, other=OTHER).shapes) == 1


def test_running_text_is_counted_from_the_start_of_the_box() -> None:
    view = view_of(f"<p>{OTHER}</p>{TWO}")
    scope = Scope(view, [""] * len(view.runs), None, 1, len(view.runs))
    assert scope.good(1, 2) == len(LEAD) and scope.good(2, 2) == 0
    assert scope.good(1, 4) == len(LEAD + SECOND + THIRD)
    short = scope_of(f"<p>石桥</p><p>{LEAD}</p>")
    assert (short.good(0, 1), short.good(0, 2)) == (0, len(LEAD))


@pytest.mark.parametrize(
    ("lines", "speaks"),
    [
        (["记者：步道什么时候修好？", "记者：雨天走会不会滑？"], True),
        (["记者：步道什么时候修好？", "王小明：今年五月。"], False),
        (["记者：步道什么时候修好？", "记者：王小明 李大为"], False),
        (["记者：", "记者：雨天走会不会滑？"], False),
        (["石桥镇工程负责人：今年五月。", "石桥镇工程负责人：不会滑。"], True),
        (["石桥镇步道工程负责人：今年五月。", "石桥镇步道工程负责人：不会滑。"], False),
    ],
)
def test_a_label_of_several_sentences_is_a_speaker(lines: list[str], speaks: bool) -> None:
    assert scope_of(paragraphs(lines)).is_speaker(0) is speaks


NAMED = f"<div class=share><h1>石桥</h1>{paragraphs([LEAD, SECOND])}</div>{paragraphs([OTHER])}"


def test_a_name_does_not_count_around_the_title_and_its_text() -> None:
    view = view_of(NAMED)
    void = void_around_title(view, at(view, "石桥"))
    assert {box.junk for box in void} == {"share"} and not void_around_title(view, None)
    assert marks_of(view, frozenset(), {}) == ["share"] * 3 + [""]
    assert marks_of(view, void, {1: "teaser", 3: "teaser"}) == ["", "teaser", "", "teaser"]
    below = view_of(f"{paragraphs([LEAD])}<div class=share><p>石桥</p></div>{paragraphs([OTHER])}")
    assert not void_around_title(below, at(below, "石桥")), "no text stands below it"


def test_a_name_does_not_count_inside_the_box_that_was_chosen() -> None:
    view = view_of(f"<main><div class=share>{paragraphs([LEAD, SECOND])}</div>{paragraphs([THIRD])}</main>")
    main = next(box for box in view.boxes if box.tag == "main")
    assert marks_of(view, void_inside(view, main), {}) == ["", "", ""]
    half = view_of(f"<main><div class=share>{paragraphs([LEAD])}</div>{paragraphs([LEAD, LAST])}</main>")
    main = next(box for box in half.boxes if box.tag == "main")
    assert marks_of(half, void_inside(half, main), {}) == ["share", "", ""], "it holds the least of the text"


def test_a_name_inside_another_counts_until_both_are_void() -> None:
    view = view_of(
        f"<div class=share><div class=comment>{paragraphs([LEAD])}</div>{paragraphs([SECOND])}</div>"
    )
    outer = next(box for box in view.named if box.junk == "share")
    inner = next(box for box in view.named if box is not outer)
    assert marks_of(view, {outer}, {}) == [inner.junk, ""]
    assert marks_of(view, {inner}, {}) == ["share", "share"]
    assert marks_of(view, {outer, inner}, {}) == ["", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("石桥修好了。", True), ("石桥修好了！”", True), ("石桥修好了", False), ("石桥修好了。（完）好", False)],
)
def test_a_sentence_ends(text: str, expected: bool) -> None:
    assert ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<table><tr><td>石桥</td><td>三处</td></tr></table>", True),
        ("<table><tr><td><p>石桥</p></td><td>三处</td></tr></table>", True),
        ("<table><tr><td>石桥</td></tr></table>", False),
        ("<table><tr><td><p>石桥</p><p>老街</p></td><td>三处</td></tr></table>", False),
        ("<p>石桥</p><p>三处</p>", False),
    ],
)
def test_a_cell_of_data_has_its_row(table: str, expected: bool) -> None:
    view = view_of(table)
    row = row_of(view.runs[at(view, "石桥")])
    assert (row is not None and row.tag == "tr") is expected


def test_lines_of_one_kind_have_one_shape() -> None:
    view = view_of(f"<div class=a>{paragraphs([LEAD, SECOND])}<p class=b>{THIRD}</p></div><p>{LAST}</p>")
    shapes = [view.shape(index) for index in range(4)]
    assert shapes[0] == shapes[1] and len(set(shapes)) == 3
    assert view.good_chars(1, 3) == len(SECOND + THIRD)
