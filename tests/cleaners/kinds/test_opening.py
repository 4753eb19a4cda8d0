"""Which post opens a thread, and what of it, one sign at a time. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.document import Body, Document, Run
from cleaners.kinds.posts import Found
from cleaners.kinds.threads import (
    _apart,
    _between,
    _inside,
    _is_below,
    _taken,
    _tells,
    _trimmed,
    comments_of,
    thread_of,
)
from cleaners.metadata import Title
from cleaners.sites import GENERIC
from tests.cleaners.kinds.test_said import box, run

SAYS = "桥边的茶馆昨天开了门，来了不少人。"


def document(*lines: str | Run) -> Document:
    return Document([Run(one, None) if isinstance(one, str) else one for one in lines], GENERIC)


def body(doc: Document, *kept: int) -> Body:
    return Body(tuple(doc.runs[i].text for i in kept), 0, len(doc.runs), kept=kept)


def post(start: int, end: int, *lines: str) -> Found:
    return Found(None, None, lines or (SAYS,), None, start, end)


def heading(at: int | None) -> Title:
    return Title("石桥", "h1", at, None, 1.0)


LINES = document(*[SAYS] * 10)


@pytest.mark.parametrize(
    ("kept", "share"),
    [((0, 1), 1.0), ((0, 5), 0.5), ((5,), 0.0), ((4, 7), 0.0), ((4, 8), 0.5), ((), 0.0), ((3, 8), 1.0)],
)
def test_how_much_of_the_text_is_apart_from_the_posts(kept: tuple[int, ...], share: float) -> None:
    assert _apart(LINES, body(LINES, *kept), [post(4, 6), post(6, 8)]) == share


def test_comments_are_apart_from_their_article() -> None:
    posts = [post(9, 10)]
    nine = body(LINES, *range(10))
    assert comments_of(LINES, nine, posts) is not None
    assert comments_of(LINES, body(LINES, *range(1, 10)), posts) is None


@pytest.mark.parametrize(("kept", "below"), [((5,), True), ((4,), False), ((), False), ((4, 6), False)])
def test_a_text_below_all_posts(kept: tuple[int, ...], below: bool) -> None:
    assert _is_below(LINES, body(LINES, *kept), [post(1, 3), post(3, 5)]) is below


@pytest.mark.parametrize(
    ("kept", "lines", "inside"),
    [
        ((2, 3), (SAYS, SAYS), True),
        ((2,), (SAYS, SAYS), True),
        ((2,), (SAYS, SAYS, SAYS), False),
        ((1, 2), (SAYS, SAYS), False),
        ((3, 4), (SAYS, SAYS), False),
        ((), (SAYS,), False),
    ],
)
def test_the_text_is_the_first_post(kept: tuple[int, ...], lines: tuple[str, ...], inside: bool) -> None:
    assert _inside(LINES, body(LINES, *kept), post(2, 4, *lines)) is inside


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        (run("茶馆昨天开了门，"), True),
        (run("茶馆昨天开了，"), False),
        (run("茶馆昨天开了门了"), False),
        (run("茶馆昨天开了门，", link=4), True),
        (run("茶馆昨天开了门，", link=5), False),
    ],
)
def test_somebody_tells_something(line: Run, tells: bool) -> None:
    assert _tells(line) is tells


def test_an_opening_without_the_buttons_around_it() -> None:
    says, bar = box(0, 9, name="says"), box(0, 9, name="bar")
    runs = [run("桥边人", bar), run(SAYS, says), run("好", says), run(SAYS, says), run("只看该作者", bar)]
    assert [one.text for one in _trimmed(runs, set())] == [SAYS, "好", SAYS]
    assert [one.text for one in _trimmed(runs[:3], set())] == [SAYS, "好"]
    assert [one.text for one in _trimmed(runs[:3], {"好"})] == [SAYS]
    assert [one.text for one in _trimmed([*runs[1:3], run("2024-05-11 08:30", says)], set())] == [SAYS, "好"]
    signed = run(SAYS, box(0, 9, name="user-sign"))
    assert [one.text for one in _trimmed([runs[1], signed], set())] == [SAYS]
    assert _trimmed([runs[0]], set()) == []


def test_what_was_taken_above_the_first_reply() -> None:
    doc = document("桥边人", SAYS, SAYS, "2024-05-11 08:30", SAYS)
    whole = body(doc, 1, 2)
    assert _taken(doc, whole, 4, set()) == whole.paragraphs
    assert _taken(doc, body(doc, 1, 2, 3), 4, set()) == (SAYS, SAYS)
    assert _taken(doc, body(doc, 1, 2), 2, set()) == (SAYS,)
    assert _taken(doc, body(doc, 1, 2), 1, set()) == ()
    assert _taken(doc, body(doc), 4, set()) == ()
    ruled = document(SAYS, SAYS, "--", SAYS)
    assert _taken(ruled, body(ruled, 0, 1, 3), 4, set()) == (SAYS, SAYS)
    assert _taken(ruled, body(ruled, 0, 1, 3), 2, set()) == (SAYS, SAYS)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("茶馆昨天开了门，", True),
        ("茶馆昨天开了，", False),
        ("茶馆昨天开了门了", False),
        (run("茶馆昨天开了门，", link=1), False),
        (run("茶馆昨天开了门，", junk="nav"), False),
    ],
)
def test_running_text_between_the_headline_and_the_first_reply(line: str | Run, found: bool) -> None:
    doc = document(SAYS, line, SAYS)
    inside = (SAYS, "茶馆昨天开了门，") if found else (SAYS,)
    assert _between(doc, heading(None), 2) == inside
    assert _between(doc, heading(0), 2) == inside[1:]
    assert _between(doc, heading(2), 2) == inside
    assert _between(doc, heading(1), 2) == ()


def test_a_text_that_is_apart_from_the_posts_opens_the_thread() -> None:
    posts, whole = [post(9, 10)], body(LINES, *range(10))
    found = thread_of(LINES, whole, heading(None), posts, False)
    assert (found.opening, found.replies) == (whole.paragraphs, tuple(posts))
    assert thread_of(LINES, whole, heading(None), posts, True).opening == whole.paragraphs[:9]


def test_the_first_post_opens_the_thread_as_it_was_read() -> None:
    """Only where what was read of it is no sentence it is the post as it stands."""
    doc = document(SAYS, "桥边的茶馆开门", SAYS)
    first, second = post(0, 2, "桥边的茶馆"), post(2, 3, "好的。")
    read = thread_of(doc, body(doc, 0), heading(None), [first, second], True)
    assert (read.opening, read.replies) == ((SAYS,), (second,))
    assert thread_of(doc, body(doc, 1), heading(None), [first, second], True).opening == ("桥边的茶馆",)
    alone = thread_of(doc, body(doc, 0), heading(None), [first], True)
    assert (alone.opening, alone.replies) == ((SAYS,), ())


def test_what_was_read_above_the_replies_opens_the_thread() -> None:
    doc = document(SAYS, "昨天去看过，门上贴着纸条。", "好的。")
    replies = [post(2, 3)]
    assert thread_of(doc, body(doc, 0), heading(None), replies, True).opening == (SAYS,)
    assert thread_of(doc, body(doc), heading(None), replies, True).opening == (SAYS, doc.runs[1].text)


@pytest.mark.parametrize(
    ("headline", "accepted"),
    [(None, True), (0, False)],
)
def test_an_accepted_answer_stands_below_the_question_not_below_the_headline(
    headline: int | None, accepted: bool
) -> None:
    """The line above the time is the question, or the headline; what stands below is the answer, or the question."""
    meta, text = box(0, 9, name="meta"), box(0, 9, name="text")
    asked, said = run("桥边的茶馆还开着吗？", text), run("昨天去看过，门上贴着纸条。", text)
    doc = document(asked, run("小满 2024-05-11 08:30", meta), said, run(SAYS, text))
    found = thread_of(doc, body(doc), heading(headline), [post(3, 4)], True)
    assert [reply.author for reply in found.replies] == ["小满"] * accepted + [None]
    assert found.opening == ((asked.text,) if accepted else (said.text,))


def test_what_stands_above_the_headline_is_no_question() -> None:
    meta, text = box(0, 9, name="meta"), box(0, 9, name="text")
    asked = run("桥边的茶馆还开着吗？", text)
    lines = (run(SAYS, text), "茶馆", run("小满 2024-05-11 08:30", meta), asked, run(SAYS, text))
    doc, replies = document(*lines), [post(4, 5)]
    found = thread_of(doc, body(doc), heading(1), replies, True)
    assert (found.opening, found.replies) == ((asked.text,), tuple(replies))
