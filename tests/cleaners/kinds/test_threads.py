from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaners import Cleaner
from schemas import Article, Kind, Page
from tests.cleaners.kinds.threads import (
    OPENING,
    PEOPLE,
    REPLIES,
    SHORT,
    answers,
    comments,
    discuz,
    liked,
    nested,
    numbered,
)
from tests.cleaners.readings.pages import TEXT, article

ASKED = Cleaner(kinds={"article", "thread"})


def _thread(source: str, cleaner: Cleaner = ASKED) -> Article:
    outcome = cleaner.process(Page(body=source.encode()))
    assert isinstance(outcome, Article), outcome
    return outcome


@pytest.mark.parametrize("page", [discuz, comments, answers, liked, numbered])
def test_the_replies_of_a_thread(page: Callable[[], str]) -> None:
    found = _thread(page())
    assert OPENING in found.text
    assert not any(reply in found.text for reply in REPLIES)
    assert [post.text for post in found.posts] == REPLIES
    assert [post.author for post in found.posts] == PEOPLE[1:]


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
