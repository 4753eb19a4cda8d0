"""Which lines may hold metadata: so many above the headline, between it and the text, in the text, below it (synthetic)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaners.document import Body, Document, Run
from cleaners.metadata import Title
from cleaners.metadata.zones import Zones, _is_unhidden, read_zones
from cleaners.reading import read_html
from cleaners.sites import GENERIC

TITLE = "石桥老街修缮完工"
TEXT = "石桥镇请来老石匠，用旧料补齐了老街的路面，一块一块编号，照原样铺回去，前后用了八个月。"
SOURCE = "来源：石桥日报"


def zones(
    texts: Sequence[str], kept: range, *, run: int | None = None, start: int | None = None, title: str = TITLE
) -> Zones:
    """Of a text that was kept, from its first line unless the box of the text starts elsewhere."""
    body = Body(
        tuple(texts[at] for at in kept), kept.start if start is None else start, kept.stop, kept=tuple(kept)
    )
    doc = Document(runs=[Run(text, None) for text in texts], site=GENERIC)
    return read_zones(doc, body, Title(title, "", run))


def names(count: int, letter: str = "栏") -> list[str]:
    return [f"{letter}{n}" for n in range(count)]


def texts_of(lines: Sequence[object]) -> list[str]:
    return [line.text for line in lines]  # type: ignore[attr-defined]  # lines


def test_four_lines_above_the_headline_or_those_of_a_sheet() -> None:
    found = zones([*names(12), TITLE, TEXT], range(13, 14), run=12)
    assert texts_of(found.above) == names(12)[-4:]
    sheet = [*names(11), "第3版：要闻"]
    assert texts_of(zones([*sheet, TITLE, TEXT], range(13, 14), run=12).above) == sheet[-7:]
    assert texts_of(zones([*sheet[-2:], TITLE, TEXT], range(3, 4), run=2).above) == sheet[-2:]
    listed = [*sheet, *names(29, "题")]
    assert texts_of(zones([*listed, TITLE, TEXT], range(42, 43), run=41).above) == listed[5:]
    far = [*sheet, *names(30, "题")]
    assert texts_of(zones([*far, TITLE, TEXT], range(43, 44), run=42).above) == far[-4:]


def test_what_stands_between_headline_and_text() -> None:
    found = zones([*names(3), TITLE, SOURCE, "河岸", TEXT, TEXT], range(6, 8), run=3)
    assert texts_of(found.header) == [SOURCE, "河岸"]


def test_the_headline_in_the_box_of_the_text() -> None:
    """What is kept right below it is text."""
    for start in (0, 1):
        found = zones(["栏目", TITLE, "河岸人家", TEXT], range(2, 4), run=1, start=start)
        assert (texts_of(found.above), texts_of(found.header)) == (["栏目"], [])


@pytest.mark.parametrize(
    ("line", "named"), [("石桥老街修缮", False), ("石桥老街修", True), ("河边老街修缮", True)]
)
def test_the_headline_once_more_is_no_byline(line: str, named: bool) -> None:
    found = zones([TITLE, line, TEXT], range(2, 3), run=0)
    assert texts_of(found.header) == ([line] if named else [])


def test_twelve_lines_above_a_text_whose_headline_is_printed_nowhere() -> None:
    found = zones([*names(20), TEXT], range(20, 21))
    assert texts_of(found.header) == names(20)[-12:]
    assert texts_of(zones([*names(20), TEXT], range(20, 21), title="").header) == names(20)[-12:]
    assert texts_of(zones([*names(5), TEXT], range(5, 6)).header) == names(5)


@pytest.mark.parametrize(("between", "found"), [(0, True), (29, True), (30, False)])
def test_a_headline_printed_above_a_text_that_was_taken_without_it(between: int, found: bool) -> None:
    seen = zones([*names(3), TITLE, *names(between, "行"), TEXT], range(between + 4, between + 5))
    assert texts_of(seen.header) == (names(between, "行") if found else names(30, "行")[-12:])
    assert (texts_of(seen.above) == names(3)) is found


def test_the_last_of_several_prints_counts() -> None:
    found = zones([TITLE, "栏目", TITLE, "河岸", TEXT], range(4, 5))
    assert (texts_of(found.above), texts_of(found.header)) == (["栏目"], ["河岸"])


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (SOURCE, True),
        (f"编者按{SOURCE}", True),
        (f"石桥老街修好了，{SOURCE}", True),
        (f"石桥老街都修好了，{SOURCE}", False),
        ("记者：谢谢您。", False),
        (f"{SOURCE}{'石' * 53}", True),
        (f"{SOURCE}{'石' * 54}", False),
        ("（石桥老街修好了，来源：石桥日报）", True),
        ("（石桥老街修好了，来源：石桥日报", False),
        (f"2026-05-09 10:10 来源：{'石' * 60}", True),
        (f"2026-05-09 10:10 来源：{'石' * 61}", False),
        ("2026-05-09 10:10 河岸", True),
        (f"{'石' * 16}2026-05-09 10:10", True),
        (f"{'石' * 17}2026-05-09 10:10", False),
        ("◎王小明", True),
        ("本文作者王小明为石桥大学教授", True),
        (TEXT, False),
    ],
)
def test_a_line_of_the_text_may_be_a_byline(line: str, named: bool) -> None:
    found = zones([TITLE, line, TEXT, TEXT], range(1, 4), run=0)
    assert texts_of(found.header) == ([line] if named else [])


def test_six_lines_at_the_head_of_the_text_and_five_at_its_end() -> None:
    for at, header, tail in ((5, True, False), (6, False, False), (14, False, False), (15, False, True)):
        lines = [TEXT] * 20
        lines[at] = SOURCE
        found = zones([TITLE, *lines], range(1, 21), run=0)
        assert (texts_of(found.header), texts_of(found.tail)) == ([SOURCE] * header, [SOURCE] * tail)


@pytest.mark.parametrize(("at", "read"), [(7, True), (8, False)])
def test_eight_lines_at_the_head_of_the_text_where_a_byline_was_cut(at: int, read: bool) -> None:
    lines = [TEXT] * 20
    lines[at] = SOURCE
    kept = tuple(index for index in range(1, 21) if index != at + 1)
    doc = Document(runs=[Run(line, None) for line in (TITLE, *lines)], site=GENERIC)
    found = read_zones(doc, Body((TEXT,), 1, 21, kept=kept), Title(TITLE, "", 0))
    assert texts_of(found.header) == [SOURCE] * read


def test_a_line_of_a_short_text_stands_at_its_head_only() -> None:
    lines = [TEXT] * 8
    lines[4] = SOURCE
    found = zones([TITLE, *lines], range(1, 9), run=0)
    assert (texts_of(found.header), texts_of(found.tail)) == ([SOURCE], [])


def test_a_headline_below_the_text_is_none_of_it() -> None:
    found = zones([TEXT, TITLE, "河岸"], range(1), run=1)
    assert (texts_of(found.above), texts_of(found.header)) == ([], [])
    assert texts_of(zones([*names(2), TEXT, TITLE], range(2, 3)).above) == []


@pytest.mark.parametrize(("cut", "shown"), [(130, 130), (180, 180), (200, 180)])
def test_lines_cut_between_the_headline_and_the_text_in_its_box(cut: int, shown: int) -> None:
    found = zones([TITLE, *names(cut), TEXT], range(cut + 1, cut + 2), run=0, start=1)
    assert len(found.header) == shown
    assert texts_of(found.header)[-75:] == names(cut)[-75:]


@pytest.mark.parametrize(("size", "shown"), [(300, True), (301, False)])
def test_running_text_is_no_byline(size: int, shown: bool) -> None:
    assert bool(zones([TITLE, "石" * size, TEXT], range(2, 3), run=0).header) is shown


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (f"<p>{SOURCE}</p><p>{TEXT}</p>", True),
        (f"<div style='display:none'><p>{SOURCE}</p></div><p>{TEXT}</p>", False),
        (f"<div style='display:none'><p>{SOURCE}</p><p>{TEXT}</p></div>", True),
        (f"<div style='display:none'><p>{TEXT}</p><p>{SOURCE}</p></div>", True),
        (f"<p>{TEXT}</p><div style='display:none'><p>{SOURCE}</p></div>", False),
    ],
)
def test_what_hides_the_text_too_hides_no_line(inner: str, shown: bool) -> None:
    doc = read_html(f"<html><body>{inner}</body></html>", encoding=None).doc
    at = next(index for index, run in enumerate(doc.runs) if run.text == TEXT)
    run = next(run for run in doc.runs if run.text == SOURCE)
    assert (run.junk != "hidden" or _is_unhidden(run, at)) is shown
    found = read_zones(doc, Body((TEXT,), at, at + 1, kept=(at,)), Title("", ""))
    assert (SOURCE in texts_of([*found.header, *found.tail])) is shown


def test_what_stands_below_the_text_down_to_other_stories() -> None:
    found = zones(
        [TITLE, TEXT, "编辑：李大为", "相关新闻", "责任编辑：王小明", *names(30)], range(1, 2), run=0
    )
    assert texts_of(found.tail) == ["编辑：李大为"]
    assert texts_of(found.late) == ["相关新闻", "责任编辑：王小明", *names(30)][:24]


def test_hidden_lines_and_running_text_hold_none() -> None:
    runs = [Run(TITLE, None), Run(SOURCE, None, junk="hidden"), Run("石" * 500, None), Run(TEXT, None)]
    doc = Document(runs=runs, site=GENERIC)
    found = read_zones(doc, Body((TEXT,), 3, 4, kept=(3,)), Title(TITLE, "", 0))
    assert texts_of(found.header) == [SOURCE]  # no box hides it
