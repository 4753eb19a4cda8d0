from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import process_time

import pytest

from cleaners import Cleaner
from cleaners.kinds.posts import answer_above, find_posts
from cleaners.kinds.stamps import counts_answers
from cleaners.reading import read_html
from schemas import Article, Kind, Page
from tests.cleaners.kinds.threads import (
    OPENING,
    PEOPLE,
    REPLIES,
    SHORT,
    STOREYS,
    accepted,
    answers,
    behind,
    comments,
    counted,
    discuz,
    flat,
    hashed,
    liked,
    linked,
    mailed,
    nested,
    numbered,
    phpbb,
    signed,
    storeyed,
)
from tests.cleaners.readings.pages import TEXT, article
from tests.growth import is_linear

ASKED = Cleaner(kinds={"article", "thread"})


def _thread(source: str, cleaner: Cleaner = ASKED) -> Article:
    outcome = cleaner.process(Page(body=source.encode()))
    assert isinstance(outcome, Article), outcome
    return outcome


@pytest.mark.parametrize(
    "page",
    [
        discuz,
        comments,
        answers,
        liked,
        numbered,
        linked,
        phpbb,
        hashed,
        signed,
        mailed,
        behind,
        flat,
        accepted,
    ],
)
def test_the_replies_of_a_thread(page: Callable[[], str]) -> None:
    found = _thread(page())
    assert OPENING in found.text
    assert not any(reply in found.text for reply in REPLIES)
    assert [post.text for post in found.posts] == REPLIES
    assert [post.author for post in found.posts] == PEOPLE[1:]


@pytest.mark.parametrize("inner", ["", "first"])
@pytest.mark.parametrize("floors", STOREYS)
def test_floors_in_words_before_the_names(floors: list[str], inner: str) -> None:
    found = _thread(storeyed(floors, inner))
    assert (found.kind, found.text) == (Kind.THREAD, OPENING)
    assert [(post.author, post.floor) for post in found.posts] == list(
        zip(PEOPLE[1:], (2, 3, 4), strict=True)
    )
    assert [post.text for post in found.posts] == REPLIES


@pytest.mark.parametrize(
    "floors",
    [
        ["一楼", "二楼", "三楼", "四楼"],
        ["地下", "二楼", "三楼", "四楼"],
        ["楼主", "二楼", "四楼", "五楼"],
        ["楼主", "四楼", "三楼", "二楼"],
        ["店长", "东楼", "西楼", "南楼"],
    ],
)
def test_floors_of_a_house_are_none_of_a_thread(floors: list[str]) -> None:
    assert not find_posts(read_html(storeyed(floors), encoding=None).doc)


@pytest.mark.parametrize(
    "heading", ["38 个回答", "共3個回覆", "全部回答（12）", "(1,204条回复)", "3个网友回答："]
)
def test_answers_below_a_heading_that_counts_them(heading: str) -> None:
    found = _thread(counted(heading), Cleaner())
    assert (found.kind, found.text) == (Kind.THREAD, OPENING)
    assert [post.text for post in _thread(counted(heading)).posts] == REPLIES


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("全部回答", True),
        ("查看3条回复", True),
        ("共 1,204 个答案:", True),
        ("镇里的回答", False),
        ("38 座石桥", False),
        ("回答", False),
        ("三个回答都不对", False),
        ("答案", False),
    ],
)
def test_a_line_that_counts_answers(line: str, counts: bool) -> None:
    assert counts_answers(line) is counts


def test_answers_without_a_question_are_the_text() -> None:
    page = counted("3 个回答").replace(f"<p>{OPENING}</p>", "")
    assert all(reply in _thread(page, Cleaner()).text for reply in REPLIES[:2])


def test_remarks_of_a_word_are_posts() -> None:
    posts = _thread(nested()).posts
    assert [post.text for post in posts] == [
        text for pair in zip(REPLIES, SHORT, strict=True) for text in pair
    ]


def test_floors_and_times() -> None:
    posts = _thread(discuz()).posts
    assert [post.floor for post in posts] == [2, 3, 4]
    assert [f"{post.published_at:%Y-%m-%d %H:%M}" for post in posts if post.published_at] == [
        "2024-04-02 23:20",
        "2024-04-03 23:20",
        "2024-04-04 23:20",
    ]


def test_replies_are_left_out_unless_asked_for() -> None:
    found = _thread(discuz(), Cleaner())
    assert found.text == OPENING
    assert found.posts == ()


def test_a_quotation_of_a_post_is_no_text_of_another() -> None:
    page = comments().replace(f"<p>{REPLIES[1]}</p>", f"<p>河边人：{REPLIES[0]}</p><p>{REPLIES[1]}</p>")
    assert [post.text for post in _thread(page).posts] == REPLIES


def test_a_quotation_in_its_box_is_no_text() -> None:
    told = f"<blockquote><p>@{PEOPLE[1]} 说：</p><p>{REPLIES[0]}</p></blockquote>"
    page = discuz().replace(REPLIES[2], told + REPLIES[2])
    assert [post.text for post in _thread(page).posts] == REPLIES


def test_answers_inside_a_post_are_posts() -> None:
    inner = (
        "<ul class=inner>"
        + "".join(
            f"<li><a href=/home/{n}>{who}</a>: <span>{text}</span><div><span>2024-4-{n} 10:10</span> <a>回复</a></div></li>"
            for n, who, text in ((2, "小满", "确实，记得带上照片"), (3, "南巷", "嗯，写清楚在哪一段"))
        )
        + "</ul>"
    )
    head, _, rest = discuz().partition("<div class=po>")
    head2, _, rest2 = rest.partition("<div class=po>")
    posts = _thread(f"{head}<div class=po>{head2}{inner}<div class=po>{rest2}").posts
    assert [(post.author, post.text) for post in posts[:3]] == [
        (PEOPLE[1], REPLIES[0]),
        ("小满", "确实，记得带上照片"),
        ("南巷", "嗯，写清楚在哪一段"),
    ]
    assert [post.text for post in posts[3:]] == REPLIES[1:]


def test_a_signature_is_no_text_of_the_opening() -> None:
    assert _thread(signed(), Cleaner()).text == OPENING


def test_a_time_in_an_attribute() -> None:
    page = discuz().replace(
        "<em>发表于 2024-4-2 23:20:45</em>",
        '<em>发表于 <span title="2024-4-2 23:20:45">昨天 23:20</span></em>',
    )
    assert f"{_thread(page).posts[0].published_at:%Y-%m-%d %H:%M}" == "2024-04-02 23:20"


def test_one_reply_makes_a_thread() -> None:
    items = "".join(
        f"<div class=post><div class=head><a href=/user/{n}>{who}</a><span>2024-04-0{n} 08:30</span></div>"
        f"<div class=post-body>{text}</div><div class=foot><a>回复</a><a>举报</a></div></div>"
        for n, (who, text) in enumerate(((PEOPLE[0], OPENING), (PEOPLE[1], REPLIES[0])), 1)
    )
    found = _thread(f"<title>老石桥的栏杆</title><h1>老石桥的栏杆</h1>{items}", Cleaner())
    assert (found.kind, found.text) == (Kind.THREAD, OPENING)


def test_an_article_without_comments_has_no_posts() -> None:
    found = _thread(article(f"<div>{''.join(f'<p>{line}</p>' for line in TEXT)}</div>"))
    assert (found.kind, found.posts) == (Kind.ARTICLE, ())


def test_dated_headlines_are_no_posts() -> None:
    entries = "".join(
        f"<li><a href=/{n}>石桥镇第{n}处步道今天开放</a><span>2024-05-{n}</span><p>沿河步道昨日全线开放，全长四公里。</p></li>"
        for n in range(11, 19)
    )
    outcome = ASKED.process(Page(body=f"<title>新闻</title><ul>{entries}</ul>".encode()))
    assert not isinstance(outcome, Article)
    assert outcome.kind in (Kind.LIST, Kind.CHANNEL)


def test_a_foot_below_the_posts_is_no_opening() -> None:
    foot = (
        "Stone Bridge and Stone Bridge Online are trademarks and /or registered trademarks of their owners. "
        * 3
    )
    found = _thread(discuz() + f"<div class=legal><p>{foot}</p></div>", Cleaner())
    assert found.text == OPENING


def _seconds(page: str) -> float:
    doc = read_html(page, encoding=None).doc
    posts, start = find_posts(doc), process_time()
    assert answer_above(doc, 1, posts) is None
    return process_time() - start


def test_an_accepted_answer_is_looked_for_in_linear_time() -> None:
    """An opening post may be as long as its author likes."""

    def page(lines: int) -> str:
        return comments().replace("<div class=topic>", "<div class=topic>" + f"<p>{OPENING}</p>" * lines)

    assert is_linear(partial(_seconds, page(250)), partial(_seconds, page(4000)))
