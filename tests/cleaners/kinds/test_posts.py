"""What a post says, and the accepted answer above others, one sign at a time. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.document import Box, Document, Run
from cleaners.kinds.posts import _is_sentence, _marks, _post, _prints_time, _unnamed, answer_above
from cleaners.kinds.spans import Span
from cleaners.sites import GENERIC
from tests.cleaners.kinds.test_opening import post
from tests.cleaners.kinds.test_said import SAYS, box, run
from tests.cleaners.kinds.test_signature import line, person

TIME = "2024-05-11 08:30"
META, TEXT = box(0, 9, name="meta"), box(0, 9, name="text")


@pytest.mark.parametrize(
    ("text", "sentence"), [("茶馆昨天开了门。", True), ("茶馆昨天开门。", False), ("茶馆昨天开了门了", False)]
)
def test_a_sentence_says_more_than_a_label(text: str, sentence: bool) -> None:
    assert _is_sentence(text) is sentence


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        (run(TIME), True),
        (run(TIME, junk="hidden"), False),
        (run("桥边的茶馆"), False),
        (run(TIME + "桥" * 104), True),
        (run(TIME + "桥" * 105), False),
    ],
)
def test_a_line_that_prints_a_time(text: Run, prints: bool) -> None:
    assert _prints_time(text) is prints


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ([(SAYS, TEXT), (TIME, META), (SAYS, TEXT)], [(1, 0, 2)]),
        ([(SAYS, TEXT), ("小满", META), (TIME, META), (SAYS, TEXT)], [(2, 0, 3)]),
        ([(SAYS, TEXT), ("小满", META), (SAYS, TEXT)], []),
        ([(SAYS, TEXT), (TIME, TEXT), (SAYS, TEXT)], []),
        ([(TIME, META), (SAYS, TEXT), (SAYS, TEXT)], []),
        ([(SAYS, TEXT), (SAYS, TEXT), (TIME, META)], []),
        ([(SAYS, META), (SAYS, TEXT), (TIME, META), (SAYS, TEXT)], []),
    ],
)
def test_times_between_sentences_but_not_where_sentences_stand(
    lines: list[tuple[str, Box]], marks: list[tuple[int, int, int]]
) -> None:
    runs = [run(text, where) for text, where in lines]
    telling = [at for at, (text, _) in enumerate(lines) if text == SAYS]
    assert list(_marks(runs, telling)) == marks


ASKED, ANSWERED = "桥边的茶馆还开着吗？", "昨天去看过，门上贴着纸条。"


def page(*between: Run, answer: Run | None = None) -> Document:
    """A question, lines, an accepted answer, the first of the others."""
    says = answer or run(ANSWERED, TEXT)
    says.box = TEXT
    return Document([run("桥"), run(ASKED, TEXT), *between, says, run(SAYS, TEXT)], GENERIC)


def test_the_accepted_answer_begins_below_the_question() -> None:
    doc = page(run("作者：小满", META), run(TIME, META))
    found = answer_above(doc, 0, [post(5, 6)])
    assert found is not None
    assert (found.author, found.text, found.start, found.end) == ("小满", (ANSWERED,), 2, 5)
    assert f"{found.time:%Y-%m-%d %H:%M}" == TIME


def test_who_is_named_in_an_answer_did_not_write_it() -> None:
    doc = page(run(f"小满 {TIME}", META), answer=line(f"问过{person('石匠')}，他说还开着。"))
    found = answer_above(doc, 0, [post(4, 5)])
    assert found is not None
    assert found.author == "小满"


def test_what_nobody_signed_is_no_answer() -> None:
    assert answer_above(page(run(TIME, META)), 0, [post(4, 5)]) is None


@pytest.mark.parametrize(
    ("lines", "author", "own"),
    [
        (["小满：同问", "还有桥", "还有路"], "小满", ["同问", "还有桥", "还有路"]),
        (["小满", "同问"], "小满", ["同问"]),
        (["小满 LV.3 说道：同问"], "小满", ["同问"]),
        (["小满的桥", "同问"], "小满", ["小满的桥", "同问"]),
        (["同问，小满：早"], "小满", ["同问，小满：早"]),
        (["小满：同问"], None, ["小满：同问"]),
        ([], "小满", []),
    ],
)
def test_lines_without_the_name_of_who_says_them(
    lines: list[str], author: str | None, own: list[str]
) -> None:
    assert _unnamed(lines, author) == own


@pytest.mark.parametrize(
    ("lines", "text", "floor"),
    [
        (["3楼", SAYS], (SAYS,), 3),
        (["桥" * 118 + "3楼", SAYS], (SAYS,), 3),
        (["桥" * 119 + "3楼", SAYS], (SAYS,), None),
        (["5楼的灯坏了。"], ("5楼的灯坏了。",), None),
    ],
)
def test_the_floor_stands_above_the_text(lines: list[str], text: tuple[str, ...], floor: int | None) -> None:
    doc = Document([run(one) for one in lines], GENERIC)
    found = _post(doc, Span(0, 0, len(lines), tuple(range(len(lines)))), "小满", text)
    assert (found.floor, found.text, found.author) == (floor, text, "小满")
