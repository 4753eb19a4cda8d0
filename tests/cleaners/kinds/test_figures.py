"""The figures of a page, on pages small enough to count by hand: the model was fitted to them, and one that changes makes
its weights wrong without anybody seeing it. Invented lines (合成)."""

from __future__ import annotations

from collections.abc import Iterable
from math import expm1, log1p

import pytest

from cleaners.document import Body, Document, Run
from cleaners.kinds.features import _joint, figures_of, kept_runs
from cleaners.kinds.posts import Found as Post
from cleaners.metadata import Metadata, Title
from cleaners.metadata.found import Choice, Found
from cleaners.sites import GENERIC
from tests.cleaners.readings.pages import read

TOLD = "桥边的茶馆昨天开了门，来了不少人。"
"""A sentence of seventeen characters."""
NAME = "青石桥"


def link(text: str, chars: int | None = None) -> Run:
    return Run(text, None, link_chars=len(text) if chars is None else chars)


def hidden(text: str) -> Run:
    return Run(text, None, junk="hidden")


def figures(
    lines: Iterable[str | Run],
    kept: tuple[int, ...] | None = None,
    *,
    headline: str = NAME,
    at: int | None = None,
    found: Metadata | None = None,
    posts: list[Post] | None = None,
    metas: dict[str, str] | None = None,
    box: tuple[int, int] | None = None,
    share: float = 0.0,
) -> dict[str, float]:
    """Of a page of these lines, of which these were taken: all where none are named."""
    runs = [Run(line, None) if isinstance(line, str) else line for line in lines]
    taken = tuple(range(len(runs))) if kept is None else kept
    start, end = box or (taken[0] if taken else 0, taken[-1] + 1 if taken else 0)
    body = Body(tuple(runs[i].text for i in taken), start, end, kept=taken, link_share=share)
    doc = Document(runs, GENERIC, metas=metas or {})
    return figures_of(doc, body, Title(headline, "h1", at, None, 1.0), found or Metadata({}), posts or [])


@pytest.mark.parametrize(
    ("name", "lines", "value"),
    [
        ("kept", ["合" * 10, "合" * 5], log1p(15) / 4),
        ("mean", ["合" * 10, "合" * 5], log1p(7.5) / 4),
        ("longest", ["合" * 10, "合" * 5], log1p(10) / 4),
        *((name, [], 0.0) for name in ("kept", "mean", "longest", "stops", "cut", "han")),
        ("short_kept", [], 1.0),
        ("stops", ["合" * 9 + "。", "合" * 10], 0.5),
        ("stops", ["合" * 7 + "。”）", "合" * 30], 0.25),
        ("stops", ["合" * 7 + "。）））", "合。））））"], 11 / 17),
        ("cut", ["合…", "合...", "合。", "合"], 0.5),
        ("cut", ["合" * 30 + "…" + "）" * 12 + "查看全文", "合" * 30 + "…" + "）" * 13 + "查看全文"], 0.5),
        ("short_kept", ["合" * 15, "合" * 16], 0.5),
        ("short_kept", ["合" * 15], 1.0),
        ("dated_kept", ["2024-05-01", "5月1日", "08:30", "三天前", "3天前", "一篇"], 4 / 6),
        ("dated_kept", ["合" * 35 + "08:30", "合" * 36 + "08:30"], 0.5),
        ("labelled_kept", ["地址：桥头", "地址 : 桥头", "址：桥头", "地址是，桥头：", "合" * 9 + "："], 0.4),
        ("han", ["石桥ab"], 0.5),
        ("han", ["\u3400\u9fff\u33ff\ua000"], 0.5),
        ("han", ["合" * 1000, "a" * 1000], 1.0),
        ("han", ["a", "合" * 1000], 0.999),
    ],
)
def test_of_the_text(name: str, lines: list[str], value: float) -> None:
    assert figures(lines)[name] == pytest.approx(value)


def test_how_much_of_the_text_is_links_is_told() -> None:
    assert figures([TOLD], share=0.25)["kept_links"] == 0.25


@pytest.mark.parametrize(
    ("name", "lines", "kept", "value"),
    [
        ("runs", [TOLD, NAME, TOLD], (0, 2), log1p(2) / 3),
        ("lines", [TOLD, hidden(NAME), TOLD], (0,), log1p(2) / 4),
        ("lines", [hidden(NAME), hidden(TOLD)], (1,), log1p(2) / 4),
        ("shown", [TOLD, hidden(TOLD), NAME], (0,), log1p(20) / 6),
        ("shown", [], (), log1p(1) / 6),
        ("share", [TOLD, NAME], (0,), 0.85),
        ("share", [hidden(TOLD), NAME], (0,), 1.0),
        ("good_share", [TOLD, TOLD, NAME], (0,), 0.5),
        ("good_share", [TOLD, NAME], (1,), 0.0),
        ("good_share", [NAME], (0,), 0.0),
        ("good_share", ["合" * 14 + "。", "合" * 15 + "。"], (0,), 0.0),
        ("good_share", ["合" * 14 + "。", "合" * 15 + "。"], (1,), 1.0),
        ("good_share", ["合" * 15 + "。", link("合" * 15 + "。", 8)], (0,), 0.5),
        ("good_share", [hidden(TOLD), TOLD], (0, 1), 1.0),
        ("good_share", [TOLD, link(TOLD, 8), link(TOLD, 9)], (0,), 0.5),
        ("good_share", [TOLD, hidden(TOLD)], (1,), 1.0),
        (
            "good_share",
            [TOLD, "no stop, but a comma here", "nothing of the kind at 3.5 per cent"],
            (0,),
            17 / 42,
        ),
        ("missed", [TOLD, TOLD, TOLD, NAME], (0,), log1p(34) / 6),
        ("missed", [TOLD], (0,), 0.0),
        ("missed", [NAME], (0,), log1p(1) / 6),
        ("missed", [hidden(TOLD), NAME], (0,), 0.0),
        ("link_share", [link("四个字的", 2), "合" * 6], (1,), 0.2),
        ("linked_lines", [link("四个字的", 3), link("四个字的", 2), "合", "合"], (2,), 0.25),
        ("dated", ["2024-05-01", "08:30", "一篇", "3天前"], (2,), log1p(3) / 3),
        ("dated", ["合" * 35 + "08:30", "合" * 36 + "08:30"], (0,), log1p(1) / 3),
        ("labelled", ["地址：桥头", "地址:桥头", "地址桥头", "合" * 10 + "："], (0,), log1p(2) / 3),
        ("labelled", ["地址：" + "合" * 38], (0,), 0.0),
        ("prices", ["￥ 35", "35 元", "售价面议", "三元桥", "NT$35"], (2,), log1p(4) / 3),
        ("prices", ["合" * 38 + "￥35"], (0,), 0.0),
        ("snippets", ["合" * 40 + "…", "合" * 39 + "…", "合" * 50], (0,), 1.0),
    ],
)
def test_of_the_page(name: str, lines: list[str | Run], kept: tuple[int, ...], value: float) -> None:
    assert figures(lines, kept)[name] == pytest.approx(value)


PLACED: list[str | Run] = [NAME, "2024-05-01", hidden(TOLD), TOLD, "桥", TOLD, NAME]


@pytest.mark.parametrize(
    ("at", "kept", "expected"),
    [
        (
            0,
            (3, 5),
            {"title": 1.0, "gap": log1p(3) / 3, "passed": log1p(10) / 6, "above": 0.0, "spread": 1 / 3},
        ),
        (4, (3, 5), {"title": 1.0, "gap": log1p(1) / 3, "passed": 0.0, "above": 1.0}),
        (3, (3, 5), {"gap": 0.0, "passed": 0.0, "above": 0.0}),
        (2, (3, 5), {"gap": log1p(1) / 3, "passed": 0.0}),
        (None, (3, 5), {"title": 0.0, "gap": 1.0, "passed": 1.0, "above": 0.0, "box": 34 / 35}),
        (0, (), {"title": 1.0, "gap": 1.0, "passed": 1.0, "above": 1.0, "spread": 1.0, "box": 0.0}),
        (None, (), {"title": 0.0}),
    ],
)
def test_of_the_place(at: int | None, kept: tuple[int, ...], expected: dict[str, float]) -> None:
    found = figures(PLACED, kept, at=at)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_the_box_is_what_stands_around_the_text() -> None:
    assert figures(PLACED, (3,), box=(3, 6))["box"] == pytest.approx(17 / 35)
    assert figures(PLACED, (3, 5), box=(3, 4))["box"] == 1.0
    assert figures(PLACED, (3,), box=(3, 3))["box"] == 1.0
    assert figures(["桥"], (0,), box=(0, 0))["box"] == 1.0


def test_of_the_posts() -> None:
    posts = [Post(None, None, (TOLD,), None, 0, 1), Post(None, None, (TOLD,), None, 2, 3)]
    found = figures([TOLD, NAME, TOLD, NAME], (0, 1), posts=posts)
    assert found["posts"] == pytest.approx(log1p(2) / 3)
    assert found["post_share"] == pytest.approx(34 / 40)
    assert found["post_kept"] == pytest.approx(17 / 20)
    assert figures([], posts=posts)["post_share"] == 1.0
    assert figures([], posts=[Post(None, None, ("桥",), None, 0, 1)])["post_share"] == 1.0
    assert figures([], posts=posts)["post_kept"] == 0.0


def test_of_the_topic() -> None:
    told = "石桥老街修缮完工，" + "合" * 20
    assert figures([told], headline="石桥老街修缮完工")["topic"] == 1.0
    assert figures(["合" * 20], headline="石桥老街修缮完工")["topic"] == 0.0
    assert figures([told], headline="石桥")["topic"] == 0.5
    assert figures([told], headline="", metas={"title": "石桥老街修缮完工"})["topic"] == 1.0
    assert figures(["合" * 3000, told], headline="石桥老街修缮完工")["topic"] == 0.0


@pytest.mark.parametrize(
    ("lines", "pictures", "expected"),
    [
        (["合" * 100, "合" * 60], True, 1.0),
        (["合" * 100, "合" * 61], True, 0.0),
        (["合" * 60], False, 0.0),
    ],
)
def test_a_text_no_longer_than_captions(lines: list[str], pictures: bool, expected: float) -> None:
    picture = Found("合成.jpg", "img", 1.0) if pictures else None
    found = Metadata({"images": Choice("images", (), picture)})
    assert figures(lines, found=found)["captions"] == expected


def test_what_says_more_together() -> None:
    """A hundred characters of a sixth of a long text, in sentences to one half, about its headline to the full."""
    lines = ["石桥老街修缮完工，" + "合" * 40 + "。", "合" * 50, TOLD]
    found = figures(lines, (0, 1), headline="石桥老街修缮完工")
    long = expm1(4 * found["kept"]) / 600
    assert long == pytest.approx(1 / 6)
    assert found["stops"] == 0.5
    assert found["good_share"] == pytest.approx(50 / 67)
    assert found["whole"] == pytest.approx(long * 50 / 67 * 0.5)
    assert found["alone"] == pytest.approx(50 / 67 * 100 / 117)
    assert figures(["合" * 700 + "。"])["whole"] == 1.0


def test_a_text_in_a_list_and_about_half_of_its_headline_counts_for_less() -> None:
    given = {"kept": log1p(300) / 4, "good_share": 0.8, "in_items": 0.25, "stops": 1.0, "topic": 0.25}
    found = _joint(given | {"told": 0.5, "share": 0.5})
    assert found == pytest.approx({"whole": 0.5 * 0.6 * 0.5, "told_whole": 0.25, "alone": 0.3})


def test_of_lists() -> None:
    """Five linked entries of six characters, three dated ones of twelve, one line."""
    linked, dated = "<li><a href=/1>石桥老街修缮</a></li>" * 5, "<li>石桥老街修缮 05-11</li>" * 3
    doc = read(f"<title>石桥</title><ul>{linked}</ul><ol>{dated}</ol><p>桥桥桥桥</p>").doc
    body = Body(("石桥老街修缮", "桥桥桥桥"), 0, 9, kept=(0, 8))
    found = figures_of(doc, body, Title(NAME, "h1", None, None, 1.0), Metadata({}), [])
    assert found["items"] == pytest.approx(log1p(5) / 3)
    assert found["item_share"] == pytest.approx(30 / 70)
    assert found["in_items"] == pytest.approx(0.6)
    assert found["dated_items"] == pytest.approx(log1p(3) / 3)
    assert found["in_dated_items"] == 0.0


def test_what_is_said_of_the_head_counts_by_the_length() -> None:
    told = "桥边的茶馆昨天开了门来了不少人"
    found = figures([told + "合" * 600], metas={"description": told})
    assert (found["told"], found["told_whole"]) == (1.0, 1.0)


def test_a_text_that_was_read_another_way_is_where_the_page_repeats_it() -> None:
    runs = [Run(text, None) for text in ("桥边的茶馆昨天开", "桥边的茶馆昨天", "另一行不在文中的", TOLD)]
    doc = Document(runs, GENERIC)
    assert kept_runs(doc, Body((TOLD,), 0, 0)) == [0, 3]
    assert kept_runs(doc, Body(("合" * 20_000, TOLD), 0, 0)) == []
    assert kept_runs(doc, Body((), 0, 0)) == []
    assert kept_runs(doc, Body((TOLD,), 0, 0, kept=(2,))) == [2]
