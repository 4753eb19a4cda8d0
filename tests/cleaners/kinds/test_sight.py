"""What the verdict rests on, one figure at a time: just enough of it, and just too little."""

from __future__ import annotations

from typing import Any

import pytest

from cleaners.document import Run
from cleaners.kinds.grounds import ALONE
from cleaners.kinds.judge import _is_discussed
from cleaners.kinds.posts import Found
from tests.cleaners.kinds.sights import HEADLINE, LONG, SHORT, post, sight

HOLDS = [
    ({}, False),
    ({"alone": 0.7}, True),
    ({"alone": 0.69}, False),
    *(({"alone": 0.7, other: 0.49}, True) for other in ("list", "product", "video")),
    *(({"alone": 0.7, other: 0.5}, False) for other in ("list", "product", "video")),
    ({"whole": 0.5}, True),
    ({"whole": 0.49}, False),
    ({"whole": 0.5, "product": 0.49}, True),
    ({"whole": 0.5, "product": 0.5}, False),
    ({"whole": 0.5, "list": 0.84}, True),
    ({"whole": 0.5, "list": 0.85}, False),
    ({"told_whole": 0.9}, True),
    ({"told_whole": 0.89}, False),
    ({"confidence": 0.85, "text": LONG[:300]}, True),
    ({"confidence": 0.85, "text": LONG[:299]}, False),
    ({"confidence": 0.84, "text": LONG[:300]}, False),
    ({"confidence": 0.95, "text": LONG[:150]}, True),
    ({"confidence": 0.94, "text": LONG[:150]}, False),
    ({"posts": [post(floor=1)]}, True),
    ({"posts": [post()]}, False),
    ({"run": 0, "weight": 1.2, "date": 1.0, "stops": 0.5, "topic": 0.1}, True),
    ({"article": 0.35}, True),
    ({"article": 0.34}, False),
    ({"article": 0.6, "text": LONG[:140], "date": 1.0}, True),
    ({"article": 0.6, "text": LONG[:140]}, False),
    ({"article": 0.6, "weight": 1.0, "text": LONG[:599]}, False),
    ({"article": 0.6, "headline": "石桥", "text": LONG[:299], "items": 0.6, "item_share": 0.8}, False),
    ({"chosen": False, "stops": 0.5, "han": 0.5}, True),
    ({"chosen": False, "stops": 0.49, "han": 0.5}, False),
    ({"chosen": False, "stops": 0.5, "han": 0.49}, False),
    ({"chosen": False, "stops": 0.5, "han": 0.5, "runs": 1.0}, False),
    ({"chosen": False, "stops": 0.5, "han": 0.5, "text": "", "date": 1.0}, False),
    ({"chosen": False, "article": 0.8}, True),
    ({"chosen": False, "article": 0.4, "thread": 0.4}, True),
    ({"chosen": False, "article": 0.79}, False),
    ({"chosen": False, "alone": 1.0}, False),
]


@pytest.mark.parametrize(("given", "holds"), HOLDS)
def test_it_holds_an_article_or_a_thread(given: dict[str, Any], holds: bool) -> None:
    assert sight(**given).holds is holds


def published(**given: Any) -> bool:
    base = {"title": 1.0, "date": 1.0, "gap": 0.54, "box": 0.7, "spread": 1.0}
    return sight(**base | given).published


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, True),
        ({"date": 0.0}, False),
        ({"date": 0.0, "byline": 1.0}, True),
        ({"title": 0.0}, False),
        ({"gap": 0.55}, False),
        ({"box": 0.69}, False),
        ({"box": 0.0, "good_share": 0.7}, True),
        ({"box": 0.0, "good_share": 0.69}, False),
        ({"box": 0.0, "spread": 0.3}, True),
        ({"box": 0.0, "spread": 0.31}, False),
        ({"kept_links": 0.09}, True),
        ({"kept_links": 0.1}, False),
        ({"product": 0.49}, True),
        ({"product": 0.5}, False),
        ({"video": 0.49}, True),
        ({"video": 0.5}, False),
        ({"in_items": 0.09}, True),
        ({"in_items": 0.1}, False),
        ({"cut": 0.1}, False),
        ({"chosen": False}, False),
        ({"weight": 1.0, "text": LONG[:599]}, False),
    ],
)
def test_it_stands_right_below_a_headline_of_a_dated_page(given: dict[str, Any], expected: bool) -> None:
    assert published(**given) is expected


@pytest.mark.parametrize(
    ("text", "dated", "enough"),
    [
        ("合" * 39, False, False),
        ("合" * 40, False, True),
        ("合" * 19, True, False),
        ("合" * 20, True, True),
        ("合" * 20, False, False),
        (HEADLINE + "合" * 12 + HEADLINE + "合" * 8, False, False),
        (HEADLINE + "合" * 12 + HEADLINE + "合" * 8, True, True),
        (HEADLINE + "合" * 11 + HEADLINE + "合" * 8, True, False),
        (HEADLINE + "合" * 12 + HEADLINE + "合" * 12, False, True),
    ],
)
def test_its_headline_does_not_count(text: str, dated: bool, enough: bool) -> None:
    assert sight(text=text, title=1.0, date=float(dated)).enough is enough


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, True),
        ({"headline": HEADLINE}, False),
        ({"headline": SHORT}, True),
        ({"text": f"{LONG[:99]}\n{LONG[:99]}"}, False),
        ({"text": LONG[:300]}, False),
        ({"items": 0.59}, False),
        ({"item_share": 0.79}, False),
    ],
)
def test_a_paragraph_below_the_name_of_a_channel(given: dict[str, Any], expected: bool) -> None:
    base = {"headline": "石桥", "text": LONG[:299], "items": 0.6, "item_share": 0.8}
    assert sight(**base | given)._is_first_entry() is expected


CARRIED = {"chosen": False, "headline": SHORT, "stops": 0.5, "han": 0.5, "topic": 0.3}
ESSAY = {
    "run": 0, "weight": 1.3, "gap": 0.74, "date": 1.0, "stops": 0.5, "genre": 1.0, "said": "合" * 40,
    "spread": 0.3, "confidence": 0.45,
    "text": f"{LONG[:99]}\n{LONG[:99]}",
}  # fmt: skip  # laid out for reading
VERSE = {"weight": 1.2, "date": 1.0, "byline": 1.0, "text": "一行\n二行\n三行\n四行", "missed": 0.19}


@pytest.mark.parametrize(
    ("given", "apart"),
    [
        ({}, True),
        ({"weight": 0.99}, False),
        ({"headline": SHORT}, False),
        ({"chosen": False}, False),
        ({"text": LONG[:600]}, False),
        ({"topic": 0.09}, True),
        ({"topic": 0.1}, False),
        ({"told": 0.1}, False),
        ({"good_share": 0.8, "confidence": 0.8}, False),
        ({"good_share": 0.79, "confidence": 0.8}, True),
        ({"good_share": 0.8, "confidence": 0.79}, True),
        ({"confidence": 0.93}, False),
        ({"confidence": 0.92}, True),
        ({"article": 0.89}, True),
        ({"article": 0.9}, False),
        ({"article": 0.79, "posts": [post()]}, True),
        ({"article": 0.8, "posts": [post()]}, False),
        (VERSE, False),
        (VERSE | {"missed": 0.2}, True),
        (VERSE | {"text": "一行\n二行\n三行"}, True),
        (VERSE | {"date": 0.0}, True),
        (VERSE | {"byline": 0.0}, True),
        (VERSE | {"weight": 1.19}, True),
        (ESSAY, False),
        (ESSAY | {"run": None}, True),
        (ESSAY | {"weight": 1.29}, True),
        (ESSAY | {"above": 0.1}, True),
        (ESSAY | {"gap": 0.75}, True),
        (ESSAY | {"date": 0.0}, True),
        (ESSAY | {"stops": 0.49}, True),
        (ESSAY | {"kept_links": 0.01}, True),
        (ESSAY | {"text": LONG[:599]}, True),
        (ESSAY | {"genre": 0.99}, True),
        (ESSAY | {"spread": 0.31}, True),
        (ESSAY | {"spread": 1 - ALONE}, False),
        (ESSAY | {"confidence": 0.44}, True),
        (ESSAY | {"said": "合" * 39}, True),
    ],
)
def test_a_short_text_that_says_nothing_of_its_headline(given: dict[str, Any], apart: bool) -> None:
    assert sight(**{"weight": 1.0, "text": LONG[:599]} | given)._is_apart() is apart


@pytest.mark.parametrize(
    ("given", "slight"),
    [
        ({}, True),
        ({"text": LONG[:150]}, False),
        ({"alone": 0.7}, False),
        ({"posts": [post()]}, False),
        ({"date": 1.0}, False),
        ({"og_article": 1.0}, False),
        ({"ld_article": 1.0}, False),
        ({"genre": 0.99}, True),
        ({"genre": 1.0}, False),
        ({"topic": 0.09}, True),
        ({"topic": 0.1}, False),
        ({"topic": 0.1, "headline": SHORT}, True),
        (CARRIED, False),
        (CARRIED | {"topic": 0.29}, True),
        (CARRIED | {"stops": 0.49}, True),
        (CARRIED | {"runs": 1.0}, True),
        ({"article": 0.8}, False),
    ],
)
def test_a_few_words_that_tell_hardly_anything(given: dict[str, Any], slight: bool) -> None:
    base = {"text": LONG[:149], "alone": 0.69, "article": 0.79}
    assert sight(**base | given)._is_slight() is slight


@pytest.mark.parametrize(
    ("given", "headed"),
    [
        ({}, True),
        ({"run": None}, False),
        ({"headline": SHORT}, False),
        ({"weight": 1.19}, False),
        ({"weight": 1.19, "topic": 0.29}, False),
        ({"weight": 1.0, "topic": 0.3}, True),
        ({"weight": 0.99, "topic": 0.3}, False),
        ({"above": 0.1}, False),
        ({"gap": 0.75}, False),
        ({"topic": 0.09}, False),
        ({"topic": 0.0, "told": 0.1}, True),
        ({"stops": 0.49}, False),
        ({"date": 0.0}, False),
        ({"date": 0.0, "confidence": 0.69}, False),
        ({"date": 0.0, "confidence": 0.7}, True),
        ({"stops": 0.0, "confidence": 0.7}, True),
    ],
)
def test_a_text_about_the_headline_right_above_it(given: dict[str, Any], headed: bool) -> None:
    base = {"run": 0, "weight": 1.2, "gap": 0.74, "topic": 0.1, "date": 1.0, "stops": 0.5}
    assert sight(**base | given)._headed() is headed


@pytest.mark.parametrize(
    ("marked", "plain", "most"), [(1, 1, False), (2, 1, True), (1, 2, False), (0, 0, False)]
)
def test_most_posts_are_numbered_or_signed(marked: int, plain: int, most: bool) -> None:
    numbered = [post(floor=n) for n in range(marked)] + [post() for _ in range(plain)]
    signed = [post(author="王小明") for _ in range(marked)] + [post() for _ in range(plain)]
    assert (sight(posts=numbered).floors, sight(posts=numbered).signed) == (most, False)
    assert (sight(posts=signed).signed, sight(posts=signed).floors) == (most, False)


def test_the_page_is_named_by_its_head_before_its_headline() -> None:
    assert sight(metas={"title": "石桥网"}).named == "石桥网"
    assert sight().named == HEADLINE


@pytest.mark.parametrize(
    ("posts", "odds", "discussed"),
    [
        ([post(author="石匠")] * 3, 0.5, True),
        ([post(author="石匠")] * 2, 0.5, False),
        ([post(author="石匠")] * 3, 0.49, False),
        ([post(), post(), post(author="石匠")], 0.5, False),
    ],
)
def test_signed_posts_below_a_headline_that_says_all(posts: list[Any], odds: float, discussed: bool) -> None:
    assert _is_discussed(sight(posts=posts, thread=odds)) is discussed


@pytest.mark.parametrize(
    ("size", "given", "enough"),
    [
        (39, {}, True),
        (20, {}, True),
        (19, {}, False),
        (39, {"topic": 0.29}, False),
        (39, {"run": None}, False),
        (40, {"run": None}, True),
    ],
)
def test_a_sentence_that_tells_its_headline_is_enough(size: int, given: dict[str, Any], enough: bool) -> None:
    base = {"run": 0, "weight": 1.2, "gap": 0.74, "topic": 0.3, "confidence": 0.7, "text": "合" * size}
    assert sight(**base | given).enough is enough


@pytest.mark.parametrize(
    ("marked", "plain", "most"), [(1, 1, False), (2, 1, True), (1, 2, False), (2, 2, False), (3, 2, True)]
)
def test_most_posts_are_answered_or_comments(marked: int, plain: int, most: bool) -> None:
    found = sight(posts=[Found(None, None, ("合成",), None, n, n + 1) for n in range(marked + plain)])
    found.doc.runs[:] = [Run("回复", None)] * marked + [Run("合成", None)] * plain
    assert (found.answered, found.commented) == (most, False)
    found.doc.runs[:] = [Run("合成", None, junk="comment")] * marked + [
        Run("合成", None, junk="share")
    ] * plain
    assert (found.commented, found.answered) == (most, False)


@pytest.mark.parametrize(
    ("given", "chapter"),
    [
        ({}, True),
        ({"run": None}, False),
        ({"chosen": False}, False),
        ({"headline": HEADLINE}, False),
        ({"above": 0.1}, False),
        ({"gap": 0.75}, False),
        ({"kept_links": 0.1}, False),
        ({"stops": 0.49}, False),
        ({"link": "目录外"}, False),
    ],
)
def test_a_chapter_leads_to_those_beside_it(given: dict[str, Any], chapter: bool) -> None:
    base = {"run": 0, "headline": "第三章 石桥", "gap": 0.74, "kept_links": 0.09, "stops": 0.5}
    link = given.pop("link", "下一章")
    found = sight(**base | given)
    found.doc.runs.append(Run(link, None, len(link)))
    assert found._is_chapter() is chapter


def log(told: int, size: int = 100) -> str:
    """So many sentences of thirty characters under their times, filled up to a size."""
    entries = "".join(f"10:0{n}\n{'合' * 22}。\n" for n in range(told))
    return entries + "合" * (size - len(entries))


@pytest.mark.parametrize(
    ("given", "reported"),
    [
        ({"text": log(3, 128)}, True),
        ({"text": log(3, 129)}, False),
        ({"text": log(3, 129).replace("合。", "合合。", 1)}, True),
        ({"text": log(2, 60)}, False),
        ({"text": log(4, 120), "kept_links": 0.09}, True),
        ({"text": log(4, 120), "kept_links": 0.1}, False),
    ],
)
def test_a_log_is_sentences_under_their_times(given: dict[str, Any], reported: bool) -> None:
    assert sight(**given)._has_entries() is reported
    assert sight(**{"og_article": 1.0, "title": 1.0} | given)._is_log() is reported
    assert sight(**{"title": 1.0} | given)._is_log() is False
