"""Which kind of page it is that holds no article, one figure at a time. Invented lines (合成)."""

from __future__ import annotations

from collections import defaultdict
from math import log1p

import pytest

from cleaners.document import Body, Document, Run
from cleaners.kinds.families import (
    goods,
    kind_of_refused,
    kind_of_taken,
    leads_elsewhere,
    leads_to_chapters,
    named_list,
    outline,
    sold,
    stated_other,
    teasers,
)
from cleaners.sites import GENERIC
from schemas import Kind

ROOT, PAGE = "https://www.example.com/", "https://www.example.com/p/1.html"
TELLS = "桥边的茶馆昨天开了门，来了不少人。"


def linked(text: str) -> Run:
    return Run(text, None, link_chars=len(text))


def document(*lines: str | Run, url: str | None = PAGE, **metas: str) -> Document:
    return Document(
        [Run(one, None) if isinstance(one, str) else one for one in lines], GENERIC, url=url, metas=metas
    )


def figures(**given: float) -> dict[str, float]:
    return defaultdict(float, given)


@pytest.mark.parametrize(
    ("title", "given", "kind"),
    [
        ("石桥", {"is_thing": 1}, Kind.PRODUCT),
        ("石桥", {"is_thing": 1, "og_article": 1}, None),
        ("石桥", {"is_thing": 1, "ld_article": 1}, None),
        ("石桥", {}, None),
        ("个人主页", {}, Kind.USER),
        ("个人主页", {"og_article": 1}, None),
        ("石桥的个人主页改版", {}, None),
    ],
)
def test_what_a_page_with_text_states(title: str, given: dict[str, float], kind: Kind | None) -> None:
    assert stated_other(title, figures(**given)) is kind


@pytest.mark.parametrize(
    ("url", "given", "kind"),
    [
        (ROOT, {}, Kind.HOME),
        (ROOT[:-1], {}, Kind.HOME),
        (f"{ROOT}?p=1", {}, None),
        (f"{ROOT}#p1", {}, None),
        (PAGE, {}, None),
        (None, {}, None),
        *((ROOT, {name: 1.0}, None) for name in ("date", "og_article", "ld_article")),
    ],
)
def test_a_few_words_at_the_root(url: str | None, given: dict[str, float], kind: Kind | None) -> None:
    found = outline(document(TELLS, url=url), figures(**given))
    assert (found and found[0]) == kind


def test_a_few_words_among_chapters() -> None:
    chapters = [linked(f"第{n}章 石桥") for n in range(1, 6)]
    assert outline(document(TELLS, *chapters), figures()) == (Kind.LIST, "5 links to chapters")
    assert outline(document(TELLS, *chapters[:4], chapters[0]), figures()) is None
    assert outline(document(TELLS, *(run.text for run in chapters)), figures()) is None
    half = [Run(run.text, None, link_chars=4) for run in chapters]
    assert [len(run.text) for run in half] == [6] * 5
    assert outline(document(*half), figures()) is not None
    assert outline(document(*(Run(run.text, None, link_chars=3) for run in half)), figures()) is None


def test_links_to_the_chapters_beside_it() -> None:
    assert leads_to_chapters(document(TELLS, linked("下一章")))
    assert not leads_to_chapters(document(TELLS, "下一章"))
    assert leads_to_chapters(document(linked("下一章" + "桥" * 37)))
    assert not leads_to_chapters(document(linked("下一章" + "桥" * 38)))


@pytest.mark.parametrize(
    ("lines", "kept", "said"),
    [
        ([f"{TELLS}[详细]", f"{TELLS}[详细]"], (0, 1), "2 of 2"),
        ([f"{TELLS}[详细]", TELLS], (0, 1), ""),
        ([f"{TELLS}[详细]", f"{TELLS}[详细]", TELLS, TELLS], (0, 1, 2, 3), "2 of 4"),
        ([f"{TELLS}[详细]", f"{TELLS}[详细]", TELLS, TELLS, TELLS], (0, 1, 2, 3, 4), ""),
        ([TELLS, "阅读全文", TELLS, "阅读全文>>"], (0, 2), "2 of 2"),
        ([TELLS, "阅读全文", TELLS], (0, 2), ""),
        ([TELLS, "桥边茶馆阅读全文", TELLS, "桥边茶馆阅读全文"], (0, 2), "2 of 2"),
        ([TELLS, "桥边的茶馆阅读全文", TELLS, "桥边的茶馆阅读全文"], (0, 2), ""),
    ],
)
def test_teasers(lines: list[str], kept: tuple[int, ...], said: str) -> None:
    body = Body(tuple(lines[i] for i in kept), 0, len(lines), kept=kept)
    found = teasers(document(*lines), body)
    assert found.startswith(said) and bool(found) is bool(said)


def test_only_the_end_of_a_paragraph_leads_elsewhere() -> None:
    assert leads_elsewhere("桥" * 100 + "查看全文")
    assert not leads_elsewhere("查看全文" + "桥" * 100)


@pytest.mark.parametrize(
    ("given", "odds", "title", "kind"),
    [
        ({}, {}, "", Kind.ARTICLE),
        ({"runs": 1}, {"thread": 0.5, "article": 0.4}, "", Kind.THREAD),
        ({"runs": 1}, {"thread": 0.5, "article": 0.5}, "", Kind.ARTICLE),
        ({}, {"thread": 0.5}, "", Kind.ARTICLE),
        ({"is_thread": 1, "posts": 1}, {}, "", Kind.THREAD),
        ({"is_thread": 1}, {}, "", Kind.ARTICLE),
        ({"posts": 1}, {}, "", Kind.ARTICLE),
        ({"kept": 1.49, "images": 1, "captions": 1}, {}, "", Kind.GALLERY),
        ({"kept": 1.5, "images": 1, "captions": 1}, {}, "", Kind.ARTICLE),
        ({"kept": 1.49, "captions": 1}, {}, "", Kind.ARTICLE),
        ({"kept": 1.49, "images": 1}, {}, "", Kind.ARTICLE),
        ({"kept": 1.49, "images": 1}, {}, "组图：石桥的春天", Kind.GALLERY),
    ],
)
def test_the_kind_of_a_page_with_a_text(
    given: dict[str, float], odds: dict[str, float], title: str, kind: Kind
) -> None:
    doc = document(TELLS, title=title)
    assert kind_of_taken(doc, figures(**given), defaultdict(float, odds)) is kind


ENTRIES = {"shown": 1.0, "link_share": 0.5}
"""Some two hundred characters inside links."""
FIVE = log1p(5) / 3


@pytest.mark.parametrize(
    ("given", "odds", "kind"),
    [
        ({}, {}, Kind.SHELL),
        ({"is_video": 1}, {}, Kind.VIDEO),
        ({"is_video": 1, "is_thing": 1}, {}, Kind.VIDEO),
        ({"is_thing": 1}, {}, Kind.PRODUCT),
        ({}, {"product": 0.3}, Kind.PRODUCT),
        ({}, {"product": 0.29}, Kind.SHELL),
        ({}, {"video": 0.3}, Kind.VIDEO),
        ({}, {"video": 0.29}, Kind.SHELL),
        ({"players": 0.1}, {}, Kind.VIDEO),
        ({"posts": 0.1}, {"thread": 0.3}, Kind.THREAD),
        ({"posts": 0.1}, {"thread": 0.29}, Kind.SHELL),
        ({}, {"thread": 0.3}, Kind.SHELL),
        (ENTRIES, {}, Kind.LIST),
        ({"shown": 1.0, "link_share": 0.45}, {}, Kind.LIST),
        ({"shown": 1.0, "link_share": 0.44}, {}, Kind.SHELL),
        ({"shown": 1.0, "link_share": 0.44}, {"list": 0.3}, Kind.LIST),
        ({"shown": 1.0, "link_share": 0.44}, {"list": 0.29}, Kind.SHELL),
        ({"shown": 1.0, "link_share": 0.4, "item_share": 0.45}, {}, Kind.LIST),
        ({"shown": 1.0, "link_share": 0.4, "linked_lines": 0.45}, {}, Kind.LIST),
        ({"shown": log1p(239) / 6, "link_share": 0.5}, {}, Kind.SHELL),
        ({"shown": log1p(241) / 6, "link_share": 0.5}, {}, Kind.LIST),
        ({"link_share": 0.5, "items": 0.6}, {}, Kind.LIST),
        ({"link_share": 0.5, "items": 0.4}, {}, Kind.SHELL),
        ({"link_share": 0.5}, {"list": 0.7}, Kind.LIST),
        ({"link_share": 0.5}, {"list": 0.69}, Kind.SHELL),
        ({"link_share": 0.6, "items": 0.41}, {}, Kind.LIST),
        ({"link_share": 0.6, "items": 0.4}, {}, Kind.SHELL),
        ({"link_share": 0.59, "items": 0.41}, {}, Kind.SHELL),
        ({"item_share": 0.6, "items": 0.41}, {}, Kind.LIST),
        ({"linked_lines": 0.6, "items": 0.41}, {}, Kind.SHELL),
        ({"snippets": 3, "items": 0.41}, {}, Kind.CHANNEL),
        ({"snippets": 2, "items": 0.41}, {}, Kind.SHELL),
        (ENTRIES | {"snippets": 3}, {}, Kind.CHANNEL),
        (ENTRIES | {"cut": 0.31}, {}, Kind.CHANNEL),
        (ENTRIES | {"cut": 0.3}, {}, Kind.LIST),
    ],
)
def test_the_kind_of_a_page_without_one(given: dict[str, float], odds: dict[str, float], kind: Kind) -> None:
    doc = document(TELLS)
    assert kind_of_refused(doc, "石桥", figures(**given), defaultdict(float, odds))[0] is kind


@pytest.mark.parametrize(
    ("url", "title", "kind"),
    [
        (PAGE, "石桥", Kind.LIST),
        (ROOT, "石桥", Kind.HOME),
        (f"{ROOT}?page=2", "石桥", Kind.LIST),
        (None, "石桥", Kind.LIST),
        (PAGE, "石桥新闻网首页", Kind.HOME),
        (f"{ROOT}search?q=1", "石桥", Kind.SEARCH),
    ],
)
def test_which_list(url: str | None, title: str, kind: Kind) -> None:
    doc = document(TELLS, url=url)
    found, why = kind_of_refused(doc, title, figures(**ENTRIES, item_share=0.7), defaultdict(float))
    assert (found, why) == (kind, "70% of the text is links or entries of lists")


def test_what_kinds_are_seen_by() -> None:
    nothing, odds = figures(), defaultdict[str, float](float)
    assert kind_of_refused(document(), "", nothing, odds) == (Kind.SHELL, "nothing is printed")
    video = document(TELLS, url="https://v.example.com/p/1.html")
    assert kind_of_refused(video, "石桥（视频）", nothing, odds)[0] is Kind.VIDEO
    assert kind_of_refused(document(TELLS), "石桥（视频）", nothing, odds)[0] is Kind.SHELL
    assert kind_of_refused(video, "石桥", nothing, odds)[0] is Kind.SHELL
    one = document("运费：31")
    assert kind_of_refused(one, "石桥", nothing, odds)[0] is Kind.SHELL
    assert kind_of_refused(one, "石桥", figures(prices=0.1), odds)[0] is Kind.PRODUCT


def test_labels_of_goods() -> None:
    labels = ["运费：31", "运费：" + "3" * 37, "运费：33"]
    assert goods(document(*labels)) == "3 lines are labels of a catalogue"
    assert goods(document(*labels[:2])) == ""
    assert goods(document(*labels[:2], "运费：" + "3" * 38)) == ""


def test_a_button_that_buys_above_the_text() -> None:
    above = ["石桥茶", "￥35", "加入购物车"]
    doc = document(*above, TELLS)
    assert sold(doc, 0, 3) == "above the text stands 加入购物车"
    assert sold(doc, None, 3) == "above the text stands 加入购物车"
    assert sold(doc, 1, 3) == ""
    assert sold(doc, None, 2) == ""
    assert sold(document("￥35", "加入购物车", *["桥"] * 22, TELLS), None, 24) != ""
    assert sold(document("￥35", "加入购物车", *["桥"] * 23, TELLS), None, 25) == ""
    assert sold(document("￥35" + "茶" * 37, "加入购物车", TELLS), None, 2) != ""
    assert sold(document("￥35" + "茶" * 38, "加入购物车", TELLS), None, 2) == ""


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("石桥", f"{ROOT}tag/1", Kind.TAG),
        ("石桥", f"{ROOT}forum/1", Kind.FORUM),
        ("石桥", f"{ROOT}user/1", Kind.USER),
        ("石桥", "https://search.example.com/1", Kind.SEARCH),
        ("石桥", f"{ROOT}l?wd=1", Kind.SEARCH),
        ("个人主页", f"{ROOT}search?q=1", Kind.SEARCH),
        ("个人主页", f"{ROOT}tag/1", Kind.USER),
        ("石桥", PAGE, None),
        ("石桥", None, None),
    ],
)
def test_what_a_title_or_an_address_names(title: str, url: str | None, kind: Kind | None) -> None:
    assert named_list(title, url) is kind
