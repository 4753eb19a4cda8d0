"""What the verdict makes of what it rests on: of the page's name, of notices, of posts, of too little text."""

from __future__ import annotations

from typing import Any

import pytest

from cleaners.document import Body, Run
from cleaners.kinds.judge import (
    _comments_alone,
    _is_question,
    _is_thread,
    _refused,
    _single,
    _sold,
    _standing,
    _thread,
)
from cleaners.kinds.posts import Found
from schemas import Kind, Reason
from tests.cleaners.kinds.sights import HEADLINE, LONG, post, sight

ARTICLE = frozenset([Kind.ARTICLE])
TOLD = {"genre": 0.3, "said": "合" * 40}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"headline": "关于我们"}, Kind.SHELL),
        ({"metas": {"title": "关于我们"}}, Kind.SHELL),
        ({"headline": "关于我们", "date": 1.0}, Kind.SHELL),
        ({"headline": "关于我们", "og_article": 1.0}, None),
        ({"headline": "关于我们", "ld_article": 1.0}, None),
        ({"headline": "关于我们", "date": 1.0, **TOLD}, None),
        ({"headline": "关于我们", "text": LONG[:600], **TOLD}, None),
        ({"headline": "关于我们", "text": LONG[:599], **TOLD}, Kind.SHELL),
        ({"headline": "关于我们", "date": 1.0, "genre": 0.29, "said": "合" * 40}, Kind.SHELL),
        ({"headline": "关于我们", "date": 1.0, "genre": 0.3, "said": "合" * 39}, Kind.SHELL),
        ({"headline": "石桥用户协议"}, Kind.SHELL),
        ({"metas": {"title": "石桥用户协议"}}, Kind.SHELL),
        ({"headline": "石桥用户协议", "date": 1.0}, None),
        ({}, None),
    ],
)
def test_a_page_that_its_name_tells(given: dict[str, Any], kind: Kind | None) -> None:
    assert _standing(sight(**given)) is kind


@pytest.mark.parametrize(
    ("given", "alone"),
    [
        ({"headline": "石桥老街网友评论", "posts": [post()]}, True),
        ({"metas": {"title": "石桥老街网友评论"}, "posts": [post()]}, True),
        ({"headline": "石桥老街网友评论", "thread": 0.5, "article": 0.4}, True),
        ({"headline": "石桥老街网友评论", "thread": 0.4, "article": 0.4}, False),
        ({"headline": "石桥老街网友评论"}, False),
        ({"posts": [post()]}, False),
    ],
)
def test_comments_on_what_stands_elsewhere(given: dict[str, Any], alone: bool) -> None:
    assert _comments_alone(sight(**given)) is alone


NOTICE = "您访问的页面不存在"


@pytest.mark.parametrize(
    ("given", "kind", "reason"),
    [
        ({"alone": 1.0}, Kind.ARTICLE, None),
        ({"alone": 1.0, "thread": 0.2, "article": 0.1, "runs": 1.0}, Kind.THREAD, None),
        ({"alone": 1.0, "images": 1.0, "captions": 1.0}, Kind.GALLERY, Reason.OTHER_KIND),
        ({"alone": 1.0, "headline": NOTICE, "text": LONG[:299]}, Kind.ERROR, Reason.ERROR_PAGE),
        ({"alone": 1.0, "headline": NOTICE, "text": LONG[:300]}, Kind.ARTICLE, None),
        ({"alone": 1.0, "headline": NOTICE, "text": LONG[:299], **TOLD}, Kind.ARTICLE, None),
        (
            {"alone": 1.0, "article": 0.59, "text": f"{NOTICE}{LONG[:200]}"},
            Kind.ERROR,
            Reason.ERROR_PAGE,
        ),
        ({"alone": 1.0, "article": 0.6, "text": f"{NOTICE}{LONG[:200]}"}, Kind.ARTICLE, None),
        ({"alone": 1.0, "article": 0.59, "text": f"{NOTICE}{LONG[:300]}"}, Kind.ARTICLE, None),
        ({"alone": 1.0, "text": "The path is open. " * 30}, Kind.ARTICLE, Reason.NOT_CHINESE),
        ({"alone": 1.0, "text": "合" * 39}, Kind.SHELL, Reason.TOO_SHORT),
        ({"alone": 0.0}, Kind.SHELL, Reason.OTHER_KIND),
    ],
)
def test_a_page_of_one_text(given: dict[str, Any], kind: Kind, reason: Reason | None) -> None:
    verdict = _single(sight(**given), ARTICLE)
    assert (verdict.kind, verdict.reason) == (kind, reason), verdict.detail


def test_what_is_not_asked_for_is_not_taken() -> None:
    for wanted, reason in ((ARTICLE, None), (frozenset([Kind.GALLERY]), Reason.OTHER_KIND)):
        assert _single(sight(alone=1.0), wanted).reason is reason
    thread = {"alone": 1.0, "thread": 0.2, "article": 0.1, "runs": 1.0}
    assert _single(sight(**thread), frozenset([Kind.GALLERY])).reason is Reason.OTHER_KIND
    gallery = sight(alone=1.0, images=1.0, captions=1.0)
    assert _single(gallery, frozenset([Kind.GALLERY])).reason is None


def test_a_text_of_another_genre_is_taken_where_that_is_asked_for() -> None:
    for wanted, reason in ((ARTICLE, Reason.OTHER_KIND), (frozenset([Kind.PRODUCT]), None)):
        verdict = _single(sight(alone=1.0, like="job"), wanted)
        assert (verdict.kind, verdict.reason) == (Kind.PRODUCT, reason)


def shown(*texts: str, **given: Any) -> Any:
    found = sight(**given)
    found.doc.runs += [Run(text, None) for text in texts]
    return found


@pytest.mark.parametrize(
    ("size", "reason", "detail"),
    [
        (0, Reason.NO_TEXT, "shell: what is printed"),
        (1, Reason.TOO_SHORT, "shell: 1 characters; what is printed"),
        (39, Reason.TOO_SHORT, "shell: 39 characters; what is printed"),
        (40, Reason.OTHER_KIND, "shell: what is printed"),
    ],
)
def test_why_a_page_without_an_article_is_refused(size: int, reason: Reason, detail: str) -> None:
    verdict = _refused(shown("石桥", text="合" * size))
    assert (verdict.kind, verdict.reason) == (Kind.SHELL, reason)
    assert verdict.detail.startswith(detail)


@pytest.mark.parametrize(
    ("given", "kind", "reason"),
    [
        ({}, Kind.ERROR, Reason.ERROR_PAGE),
        ({"players": 1.0}, Kind.VIDEO, Reason.NO_TEXT),
        ({"list": 0.9, "link_share": 0.5, "items": 0.6}, Kind.LIST, Reason.LISTING),
        ({"list": 0.9, "link_share": 0.5, "items": 0.59}, Kind.ERROR, Reason.ERROR_PAGE),
        ({"product": 0.3, "items": 0.6}, Kind.ERROR, Reason.ERROR_PAGE),
    ],
)
def test_a_notice_tells_why_better_than_a_shape(given: dict[str, Any], kind: Kind, reason: Reason) -> None:
    """But among the entries of a list, or beside a player, it is furniture."""
    verdict = _refused(shown(NOTICE, text="", **given))
    assert (verdict.kind, verdict.reason) == (kind, reason), verdict.detail


def test_a_text_in_another_language_that_no_article_is() -> None:
    english = "The path is open. "
    assert _refused(shown("x", text=(english * 3)[:40])).reason is Reason.NOT_CHINESE
    assert _refused(shown("x", text=(english * 3)[:39])).reason is Reason.TOO_SHORT


def test_what_stands_around_an_article_may_be_of_another_genre() -> None:
    assert _refused(shown("石桥", like="job")).kind is Kind.PRODUCT
    assert _refused(shown("石桥", like="job", text="")).kind is Kind.SHELL
    assert _refused(shown("石桥", like="job", players=1.0)).kind is Kind.VIDEO


BODY = Body(("合" * 60,), 0, 1, kept=(0,))


def posts(count: int, floors: int, authors: int) -> list[Found]:
    return [
        Found(
            f"某{n}" if n < authors else None,
            None,
            ("合成的话。" * 9,),
            n if n < floors else None,
            n + 1,
            n + 2,
        )
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("given", "wanted", "kind"),
    [
        ({"posts": posts(3, 2, 0)}, {Kind.ARTICLE}, Kind.THREAD),
        ({"posts": posts(3, 1, 3)}, {Kind.ARTICLE}, None),
        ({"posts": posts(3, 0, 2), "alone": 1.0, "thread": 0.3, "runs": 1.0}, {Kind.ARTICLE}, Kind.THREAD),
        ({"posts": posts(3, 0, 1), "alone": 1.0, "thread": 0.3, "runs": 1.0}, {Kind.ARTICLE}, None),
        ({"posts": posts(3, 0, 2), "alone": 0.0, "thread": 0.3, "runs": 1.0}, {Kind.ARTICLE}, None),
        ({"posts": posts(3, 0, 2), "alone": 1.0}, {Kind.ARTICLE}, None),
        ({"posts": posts(3, 0, 2), "alone": 1.0}, {Kind.THREAD}, Kind.ARTICLE),
        ({"posts": posts(3, 0, 2), "alone": 0.0}, {Kind.THREAD}, None),
        ({"posts": posts(3, 2, 0)}, {Kind.THREAD}, Kind.THREAD),
        ({"posts": posts(3, 2, 0)}, {Kind.GALLERY}, None),
        ({"posts": []}, {Kind.THREAD}, None),
        ({"posts": posts(3, 2, 0), "like": "board"}, {Kind.ARTICLE}, None),
        ({"posts": posts(3, 2, 0), "like": "job"}, {Kind.ARTICLE}, Kind.THREAD),
    ],
)
def test_a_page_of_posts(given: dict[str, Any], wanted: set[Kind], kind: Kind | None) -> None:
    found = shown("合" * 60, *["合成的话。" * 9] * 3, run=None, headline=HEADLINE, **given)
    verdict = _thread(found, BODY, wanted)
    assert (verdict.kind if verdict else None) is kind
    assert verdict is None or (verdict.reason is None and verdict.thread is not None)
    assert verdict is None or verdict.thread is None or verdict.thread.asked is (Kind.THREAD in wanted)


@pytest.mark.parametrize(
    ("text", "wanted", "taken"),
    [
        ("合" * 40, Kind.ARTICLE, True),
        ("合" * 39, Kind.ARTICLE, False),
        ("合" * 39, Kind.THREAD, True),
        ("The path is open. " * 9, Kind.ARTICLE, False),
    ],
)
def test_a_thread_opens_with_an_article(text: str, wanted: Kind, taken: bool) -> None:
    """Where threads are asked for, what is answered counts, too."""
    found = shown(text, *["合成的话。" * 9] * 3, posts=posts(3, 3, 0))
    body = Body((text,), 0, 1, kept=(0,))
    assert (_thread(found, body, {wanted}) is not None) is taken


@pytest.mark.parametrize(
    ("given", "kept", "is_sold"),
    [
        ({}, (2,), True),
        ({"date": 1.0}, (2,), False),
        ({"og_article": 1.0}, (2,), False),
        ({"ld_article": 1.0}, (2,), False),
        ({}, (), False),
        ({}, (1,), False),
    ],
)
def test_a_text_below_the_button_that_buys_it(
    given: dict[str, Any], kept: tuple[int, ...], is_sold: bool
) -> None:
    found = shown("￥128", "加入购物车", "合" * 60, **given)
    assert bool(_sold(found, Body(("合" * 60,), 0, 3, kept=kept))) is is_sold


@pytest.mark.parametrize(
    ("above", "start", "question"),
    [
        (["合成的话。", "3 个回答"], 0, True),
        (["合成的话。", "3 个回答", "最新", "最热"], 0, True),
        (["合成的话。", "3 个回答", "最新", "最热", "最早"], 0, False),
        (["合成的话。"], 0, False),
        (["3 个回答"], 0, True),
        (["3 个回答"], 1, False),
        (["合成的话。", "3 个回答"], None, False),
    ],
)
def test_a_question_stands_above_the_count_of_its_answers(
    above: list[str], start: int | None, question: bool
) -> None:
    answers = [Found(None, None, ("合成",), None, len(above) + n, len(above) + n + 1) for n in range(2)]
    found = shown(*above, "合成", "合成", posts=answers)
    kept = () if start is None else (start,)
    assert _is_question(found, Body(("合",), 0, 1, kept=kept)) is question


@pytest.mark.parametrize(
    ("kept", "button", "signed", "is_thread"),
    [
        (0.9, "回复", 3, True),
        (0.89, "回复", 3, False),
        (0.9, "合成", 3, False),
        (0.9, "回复", 1, False),
    ],
)
def test_a_text_in_the_template_of_signed_posts(
    kept: float, button: str, signed: int, is_thread: bool
) -> None:
    answers = [Found("某" if n < signed else None, None, ("合成",), None, n + 1, n + 2) for n in range(3)]
    found = shown("合" * 60, *[button] * 3, posts=answers, post_kept=kept, alone=1.0)
    assert _is_thread(found, BODY) is is_thread


@pytest.mark.parametrize(
    ("author", "button", "junk", "taken"),
    [
        ("某", "合成", "", True),
        (None, "回复", "", True),
        (None, "合成", "comment", True),
        (None, "合成", "", False),
    ],
)
def test_posts_that_were_read_as_the_text(author: str | None, button: str, junk: str, taken: bool) -> None:
    """Where threads are asked for: signed, with a button to answer, or among comments."""
    answers = [Found(author, None, ("合成的话。" * 9,), None, n + 1, n + 2) for n in range(3)]
    found = shown("合" * 60, posts=answers, alone=1.0)
    found.doc.runs += [Run(button, None, junk=junk)] * 3
    verdict = _thread(found, Body(("合" * 60,), 0, 4, kept=(0, 1, 2, 3)), {Kind.THREAD})
    assert (verdict.kind if verdict else None) is (Kind.ARTICLE if taken else None)


def test_an_address_tells_which_list_it_is() -> None:
    found = shown(*["石桥"] * 3, text="合" * 9, list=0.9, link_share=0.5, items=0.6)
    found.doc.url = "https://www.example.com/tag/9"
    assert _refused(found).kind is Kind.TAG
