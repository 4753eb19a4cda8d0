"""Summaries, keywords, headings of several lines, dumps and lines without a label: just enough, and just too little."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaners.document import Document, Run
from cleaners.metadata.lines import Line
from cleaners.metadata.pagination import _links
from cleaners.metadata.people.bare import bare_credits
from cleaners.metadata.people.text import closing_credits
from cleaners.metadata.summary import _is_about, _is_list
from cleaners.metadata.tags import _cut, _next
from cleaners.metadata.title.claims import Claim
from cleaners.metadata.title.heading import _completed, _heading_of, _without_extras, heading_text
from cleaners.metadata.title.lines import _named_by_first, _text_start, without_book_marks
from cleaners.metadata.title.shapes import is_byline, is_furniture
from cleaners.reading import read_html
from tests.cleaners.metadata.pages import TEXT, page, read

RUNNING = "石桥老街修好了，来了许多游客，都说比从前热闹得多。"


def doc_of(markup: str) -> Document:
    return read_html(f"<html><body>{markup}</body></html>", encoding=None).doc


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"By John Smith, {'x' * 65}", ["John Smith"]),
        (f"By John Smith, {'x' * 66}", []),
        (f"艾力·买买提 记者 {'石' * 30}", ["艾力·买买提"]),
        (f"艾力·买买提提 记者 {'石' * 30}", []),
        ("以下文章来源于河岸读书，作者王小明", ["王小明"]),
        ("以下文章来源于王小明读书，作者王小明", []),
        ("王小明李大为／河岸報導", ["王小明", "李大为"]),
    ],
)
def test_a_line_without_a_label(text: str, names: list[str]) -> None:
    assert [credit.name for credit in bare_credits(text)] == names


def test_reading_of_a_closing_bracket_ends_at_the_first_word_that_is_no_name() -> None:
    assert closing_credits("提升了社会和谐。(河岸的 王小明 报道)") == []


@pytest.mark.parametrize(
    ("text", "article", "about"),
    [
        ("石桥老", "石桥老街", True),
        ("甲石桥老", "石桥老街", True),
        ("甲乙丙石", "丙石桥", False),
        ("甲乙丙丁", "石桥老街", False),
        ("石桥", "石桥老街", False),
    ],
)
def test_a_description_says_something_that_the_article_says(text: str, article: str, about: bool) -> None:
    assert _is_about(text, article) is about


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("石桥,老街,河岸", True),
        ("石桥,老街", False),
        ("题目,老街", True),
        ("石桥,老街,石桥老街修缮完工迎来游客", False),
    ],
)
def test_keywords_are_no_summary(text: str, is_list: bool) -> None:
    assert _is_list(text, "题目") is is_list


@pytest.mark.parametrize(
    ("line", "behind", "summary"),
    [
        ("河岸日报", TEXT[0][:30], TEXT[0][:30]),
        ("河岸报", TEXT[0][:30], f"河岸报{TEXT[0][:30]}"),
        ("河岸日报", TEXT[0][:15], TEXT[0][:15]),
        ("河岸日报", TEXT[0][:14], f"河岸日报{TEXT[0][:14]}"),
        ("石" * 60, TEXT[0][:30], TEXT[0][:30]),
        ("石" * 61, TEXT[0][:30], f"{'石' * 61}{TEXT[0][:30]}"),
    ],
)
def test_a_byline_that_was_copied_into_the_description(line: str, behind: str, summary: str) -> None:
    head = f"<meta name=description content='{line}{behind}'>"
    assert read(page(head=head, byline=f"<p>{line}</p>")).metadata["summary"] == summary


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        ("<p><a rel=tag href=/t>社区</a><a rel='category tag' href=/c>要闻</a></p>", ("社区",)),
        ("<p>标签：来源：石桥日报</p>", None),
        ("<p><a href=/1>石桥</a> 标签：<a href=/t>社区</a></p>", ("社区",)),
    ],
)
def test_keywords(below: str, tags: tuple[str, ...] | None) -> None:
    assert read(page(below=below)).metadata["tags"] == tags


def test_how_long_a_keyword_is_and_where_it_stands() -> None:
    assert _cut(["石" * 24, "石" * 25, "石", "石桥"]) == ("石" * 24, "石桥")
    label, linked = (Line(Run(text, None, links), None) for text, links in (("标签：", 0), ("社区 街长", 5)))
    assert _next([label], 0) == (None, "")
    assert _next([label, linked], 0) == (linked.run, "社区 街长")


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (4, "石桥0 石桥1 石桥2 石桥3"),
        (5, "石桥0 石桥1 石桥2 石桥3"),
    ],
)
def test_a_heading_of_several_lines(lines: int, headline: str) -> None:
    doc = doc_of(f"<h1>{'<br>'.join(f'石桥{n}' for n in range(lines))}</h1>")
    assert heading_text(doc.runs, 0, []) == headline


@pytest.mark.parametrize(("size", "whole"), [(75, True), (76, False)])
def test_a_heading_of_several_lines_is_no_longer_than_another(size: int, whole: bool) -> None:
    doc = doc_of(f"<h1>{'石' * 74}<br>{'桥' * size}</h1>")
    assert heading_text(doc.runs, 0, []) == ("石" * 74 + f" {'桥' * size}" if whole else "石" * 74)


@pytest.mark.parametrize(("boxes", "inside"), [(2, True), (3, False)])
def test_how_near_the_heading_of_a_line_is(boxes: int, inside: bool) -> None:
    (run,) = doc_of(f"<h1>{'<div>' * boxes}石桥{'</div>' * boxes}</h1>").runs
    assert (_heading_of(run) is not None) is inside


@pytest.mark.parametrize(
    ("stated", "text"), [("石桥老街修缮", "石桥老街修缮"), ("石桥老街修", "2026-05-09 石桥老街修")]
)
def test_what_a_heading_holds_besides_what_the_head_states(stated: str, text: str) -> None:
    assert _without_extras(f"2026-05-09 {stated}", [Claim("title", stated)]) == text


def test_a_headline_printed_short_is_completed_by_a_longer_one() -> None:
    assert _completed("石桥老街修缮…", [Claim("title", "石桥老街修缮！")]) == "石桥老街修缮…"


@pytest.mark.parametrize(
    ("running", "start"), [((0, 2, 3), 0), ((0, 3, 4), 3), ((1, 4, 5), 4), ((2, 3), 2), ((3,), 3), ((), None)]
)
def test_where_a_text_begins(running: Sequence[int], start: int | None) -> None:
    assert _text_start([RUNNING if at in running else "栏目" for at in range(7)]) == start


WHOLE = "石桥老街修缮完工河岸人家生活新闻网站"  # of eighteen letters
TWENTY = f"{WHOLE}频道"


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ([WHOLE, WHOLE[:5], RUNNING], 1),
        ([WHOLE, WHOLE[:4], RUNNING], None),
        ([TWENTY, TWENTY[:6], RUNNING], 1),
        ([TWENTY, TWENTY[:5], RUNNING], None),
        ([WHOLE[:12], WHOLE[:4], RUNNING], 1),
        ([WHOLE, WHOLE[:8], *["栏目"] * 11, RUNNING], 1),
        ([WHOLE, "栏目", "栏目", WHOLE[:8], *["栏目"] * 12, RUNNING], 3),
        ([WHOLE, RUNNING, WHOLE[:8]], None),
        ([WHOLE, "栏目", WHOLE[:8], "栏目"], None),
        ([WHOLE, "栏目", WHOLE[:8], "栏目", "栏目"], 2),
    ],
)
def test_the_headline_that_the_first_line_of_a_dump_names(lines: list[str], at: int | None) -> None:
    assert _named_by_first(lines) == at


def test_several_prints_of_a_headline_in_a_dump() -> None:
    """The first with text within two dozen lines below it."""
    for between, at in ((23, 1), (24, 26)):
        lines = [WHOLE, WHOLE[:8], *["栏目"] * between, *([WHOLE[:8]] if between == 24 else []), RUNNING]
        assert _named_by_first(lines) == at


def test_book_marks_around_a_headline() -> None:
    assert (without_book_marks("《老石桥》"), without_book_marks("老石桥")) == ("老石桥", "老石桥")


def test_bylines_and_menus() -> None:
    credited = "编辑：王小明" + "、李大为" * 7 + "、李明" * 2
    assert is_byline(credited) and not is_byline(credited + "明")
    assert is_furniture("新闻频道 体育频道 财经频道啊 文化频道啊")


@pytest.mark.parametrize(("size", "pager"), [(120, True), (121, False)])
def test_a_line_of_a_pager_is_short(size: int, pager: bool) -> None:
    doc = doc_of(f"<p><a href=/2>下一页</a>{'石' * (size - 3)}</p>")
    assert list(_links([Line(doc.runs[0], None)])) == ([("下一页", "/2")] if pager else [])
