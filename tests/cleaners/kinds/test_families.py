"""What kind a page without an article is, one figure at a time: just enough of it, and just too little."""

from __future__ import annotations

from collections import defaultdict

import pytest

from cleaners.document import Body, Document, Run
from cleaners.kinds.families import (
    buys,
    goods,
    kind_of_refused,
    kind_of_taken,
    leads_to_chapters,
    named_list,
    names_chapter,
    outline,
    sold,
    stated_other,
    teasers,
)
from cleaners.sites import GENERIC
from schemas import Kind

URL = "https://www.example.com"


def doc_of(*runs: str | Run, url: str | None = None, title: str = "") -> Document:
    listed = [run if isinstance(run, Run) else Run(run, None) for run in runs]
    return Document(runs=listed, site=GENERIC, url=url, metas={"title": title})


def given(figures: dict[str, float]) -> defaultdict[str, float]:
    return defaultdict(float, figures)


@pytest.mark.parametrize(
    ("figures", "kind"),
    [
        ({"link_share": 0.45, "shown": 1.0}, Kind.LIST),
        ({"link_share": 0.44, "shown": 1.0}, Kind.SHELL),
        ({"item_share": 0.45, "items": 0.6}, Kind.LIST),
        ({"item_share": 0.44, "items": 0.5}, Kind.SHELL),
        ({"linked_lines": 0.45, "list": 0.7}, Kind.LIST),
        ({"link_share": 0.5, "shown": 0.91}, Kind.SHELL),
        ({"link_share": 0.5, "shown": 0.92}, Kind.LIST),
        ({"list": 0.3, "items": 0.6}, Kind.LIST),
        ({"list": 0.29, "items": 0.6}, Kind.SHELL),
        ({"list": 0.7}, Kind.LIST),
        ({"list": 0.69}, Kind.SHELL),
        ({"items": 0.41, "item_share": 0.6}, Kind.LIST),
        ({"items": 0.4, "item_share": 0.6}, Kind.SHELL),
        ({"items": 0.41, "item_share": 0.59}, Kind.SHELL),
        ({"items": 0.41, "link_share": 0.6}, Kind.LIST),
        ({"items": 0.41, "snippets": 3.0}, Kind.CHANNEL),
        ({"items": 0.41, "snippets": 2.0}, Kind.SHELL),
        ({"list": 0.7, "cut": 0.31}, Kind.CHANNEL),
        ({"list": 0.7, "cut": 0.3}, Kind.LIST),
        ({"is_video": 1.0}, Kind.VIDEO),
        ({"is_thing": 1.0}, Kind.PRODUCT),
        ({"product": 0.3}, Kind.PRODUCT),
        ({"product": 0.29}, Kind.SHELL),
        ({"video": 0.3}, Kind.VIDEO),
        ({"video": 0.29}, Kind.SHELL),
        ({"players": 1.0}, Kind.VIDEO),
        ({"thread": 0.3, "posts": 1.0}, Kind.THREAD),
        ({"thread": 0.29, "posts": 1.0}, Kind.SHELL),
        ({"thread": 0.3}, Kind.SHELL),
    ],
)
def test_a_page_without_an_article(figures: dict[str, float], kind: Kind) -> None:
    odds = {name: figures.get(name, 0.0) for name in ("list", "product", "video", "thread")}
    assert kind_of_refused(doc_of("石桥"), "石桥", given(figures), odds)[0] is kind


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("石桥", "", Kind.LIST),
        ("石桥", f"{URL}/", Kind.HOME),
        ("石桥", URL, Kind.HOME),
        ("石桥", f"{URL}/?p=1", Kind.LIST),
        ("石桥", f"{URL}/a", Kind.LIST),
        ("石桥", f"{URL}/tag/1", Kind.TAG),
        ("石桥", f"{URL}/search?q=1", Kind.SEARCH),
        ("石桥", f"{URL}/forum/1", Kind.FORUM),
        ("石桥", f"{URL}/u/1", Kind.USER),
    ],
)
def test_a_list_by_its_address(title: str, url: str, kind: Kind) -> None:
    odds = dict.fromkeys(("product", "video", "thread"), 0.0) | {"list": 0.7}
    assert kind_of_refused(doc_of("石桥", url=url), title, given({}), odds)[0] is kind
    assert named_list(title, url) is (None if kind in (Kind.LIST, Kind.HOME) else kind)


def test_a_page_that_prints_nothing() -> None:
    assert kind_of_refused(doc_of(), "石桥", given({"list": 1.0}), {"list": 1.0}) == (
        Kind.SHELL,
        "nothing is printed",
    )


@pytest.mark.parametrize(
    ("figures", "title", "kind"),
    [
        ({"is_thing": 1.0}, "石桥", Kind.PRODUCT),
        ({"is_thing": 1.0, "og_article": 1.0}, "石桥", None),
        ({"is_thing": 1.0, "ld_article": 1.0}, "石桥", None),
        ({}, "石桥", None),
    ],
)
def test_what_a_page_states_of_itself(figures: dict[str, float], title: str, kind: Kind | None) -> None:
    assert stated_other(title, given(figures)) is kind


@pytest.mark.parametrize(
    ("url", "figures", "kind"),
    [
        (f"{URL}/", {}, Kind.HOME),
        (URL, {}, Kind.HOME),
        (f"{URL}/?p=1", {}, None),
        (f"{URL}/#a", {}, None),
        (f"{URL}/a", {}, None),
        ("/", {}, None),
        (None, {}, None),
        (f"{URL}/", {"date": 1.0}, None),
        (f"{URL}/", {"og_article": 1.0}, None),
        (f"{URL}/", {"ld_article": 1.0}, None),
    ],
)
def test_a_few_words_at_the_root(url: str | None, figures: dict[str, float], kind: Kind | None) -> None:
    found = outline(doc_of("石桥", url=url), given(figures))
    assert (found[0] if found else None) is kind


@pytest.mark.parametrize(
    ("count", "linked", "listed"), [(5, 3, True), (4, 3, False), (5, 2, False), (5, 4, True)]
)
def test_a_few_words_above_links_to_chapters(count: int, linked: int, listed: bool) -> None:
    chapters = [Run(f"第{n}章石", None, linked) for n in range(1, count + 1)]
    assert (outline(doc_of("石桥", *chapters), given({})) is not None) is listed


@pytest.mark.parametrize(
    ("text", "linked", "leads"),
    [
        ("下一章", 3, True),
        ("下一章", 0, False),
        ("石桥", 2, False),
        ("下一章".ljust(40), 3, True),
        ("下一章".ljust(41), 3, False),
    ],
)
def test_a_chapter_leads_to_the_next(text: str, linked: int, leads: bool) -> None:
    assert leads_to_chapters(doc_of(Run(text, None, linked))) is leads


@pytest.mark.parametrize(
    ("paragraphs", "below", "told"),
    [
        (["石桥[详细]", "石桥[详细]"], "石桥", 2),
        (["石桥[详细]", "石桥"], "石桥", 0),
        (["石桥[详细]"] * 2 + ["石桥"] * 2, "石桥", 2),
        (["石桥[详细]"] * 2 + ["石桥"] * 3, "石桥", 0),
        (["石桥"] * 2, "查看全文", 2),
        (["石桥"] * 2, "点这里可查看全文", 2),
        (["石桥"] * 2, "点这里可以查看全文", 0),
        (["石桥"], "查看全文", 0),
    ],
)
def test_paragraphs_that_lead_to_a_full_text(paragraphs: list[str], below: str, told: int) -> None:
    runs = [text for paragraph in paragraphs for text in (paragraph, below)]
    body = Body(tuple(paragraphs), 0, len(runs), kept=tuple(range(0, len(runs), 2)))
    assert teasers(doc_of(*runs), body).partition(" ")[0] == (str(told) if told else "")
    ends_above = doc_of("查看全文", "石桥", "查看全文", "石桥", "石")
    assert teasers(ends_above, Body(("石桥",) * 2, 0, 5, kept=(1, 3))) == ""
    last = Body(("石桥",) * 2, 0, 1, kept=(len(runs) - 1,))
    assert teasers(doc_of(*runs), last) == ""


@pytest.mark.parametrize(
    ("figures", "odds", "title", "kind"),
    [
        ({"runs": 1.0}, {"thread": 0.5, "article": 0.4}, "", Kind.THREAD),
        ({"runs": 1.0}, {"thread": 0.4, "article": 0.4}, "", Kind.ARTICLE),
        ({}, {"thread": 0.5, "article": 0.4}, "", Kind.ARTICLE),
        ({"is_thread": 1.0, "posts": 1.0}, {}, "", Kind.THREAD),
        ({"is_thread": 1.0}, {}, "", Kind.ARTICLE),
        ({"posts": 1.0}, {}, "", Kind.ARTICLE),
        ({"images": 1.0, "captions": 1.0}, {}, "", Kind.GALLERY),
        ({"images": 1.0, "captions": 1.0, "kept": 1.49}, {}, "", Kind.GALLERY),
        ({"images": 1.0, "captions": 1.0, "kept": 1.5}, {}, "", Kind.ARTICLE),
        ({"captions": 1.0}, {}, "", Kind.ARTICLE),
        ({"images": 1.0}, {}, "石桥组图", Kind.GALLERY),
        ({"images": 1.0}, {}, "石桥", Kind.ARTICLE),
    ],
)
def test_a_page_with_a_text(
    figures: dict[str, float], odds: dict[str, float], title: str, kind: Kind
) -> None:
    assert kind_of_taken(doc_of("石桥", title=title), given(figures), defaultdict(float, odds)) is kind


@pytest.mark.parametrize(
    ("labels", "prices", "kind"),
    [(3, 0.0, Kind.PRODUCT), (2, 0.0, Kind.SHELL), (1, 1.0, Kind.PRODUCT), (0, 1.0, Kind.SHELL)],
)
def test_labels_of_a_catalogue(labels: int, prices: float, kind: Kind) -> None:
    doc = doc_of("石桥", *["加入购物车"] * labels, "加入购物车".rjust(41, "石"))
    odds = dict.fromkeys(("list", "product", "video", "thread"), 0.0)
    assert kind_of_refused(doc, "石桥", given({"prices": prices}), odds)[0] is kind


def test_a_label_is_a_short_line() -> None:
    assert goods(doc_of("加入购物车".rjust(40, "石")), least=1)


@pytest.mark.parametrize(
    ("between", "headline", "button"),
    [
        (0, 0, True),
        (0, 1, True),
        (0, 2, False),
        (22, None, True),
        (23, None, False),
        (23, 0, True),
    ],
)
def test_a_button_between_headline_and_text(between: int, headline: int | None, button: bool) -> None:
    doc = doc_of("石桥", "石桥", "￥12", "加入购物车", *["石"] * between, "合")
    assert bool(sold(doc, headline, len(doc.runs) - 1)) is button


def test_a_button_may_be_the_second_line_of_a_page_without_a_headline() -> None:
    assert sold(doc_of("￥12", "加入购物车".rjust(40, "石"), "合"), None, 2)
    assert not sold(doc_of("￥12", "加入购物车".rjust(41, "石"), "合"), None, 2)


@pytest.mark.parametrize(("line", "bought"), [("加入购物车", True), ("购物车里有一本书", False)])
def test_a_line_that_buys(line: str, bought: bool) -> None:
    assert buys(line) is bought


@pytest.mark.parametrize(("title", "chapter"), [("第十二章 石桥", True), ("石桥", False)])
def test_a_headline_that_numbers_a_chapter(title: str, chapter: bool) -> None:
    assert names_chapter(title) is chapter


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("石桥视频", f"{URL}/video/1", Kind.VIDEO),
        ("石桥视频", URL, Kind.SHELL),
        ("石桥", f"{URL}/video/1", Kind.SHELL),
    ],
)
def test_a_page_of_a_player_says_so_twice(title: str, url: str, kind: Kind) -> None:
    odds = dict.fromkeys(("list", "product", "video", "thread"), 0.0)
    assert kind_of_refused(doc_of("石桥", url=url), title, given({}), odds)[0] is kind


def test_a_title_tells_better_than_an_address_that_is_no_search() -> None:
    assert named_list("石桥的搜索结果", f"{URL}/tag/1") is Kind.SEARCH
    assert named_list("石桥的搜索结果", f"{URL}/search?q=1") is Kind.SEARCH
