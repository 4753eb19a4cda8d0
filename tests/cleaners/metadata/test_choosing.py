"""Who is believed to have made the article, and which headline: one sign at a time (synthetic)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaners.document import Body, Document, Run
from cleaners.metadata.byline.labels import Field
from cleaners.metadata.found import ENOUGH, Found
from cleaners.metadata.lines import Line
from cleaners.metadata.people.candidates import SITE, _bylines, _last_sentence
from cleaners.metadata.people.choose import _avoid, _chosen
from cleaners.metadata.people.posted import posted_by, reposted
from cleaners.metadata.people.signed import _is_value
from cleaners.metadata.people.stated import HEAD
from cleaners.metadata.title import Title
from cleaners.metadata.title.choose import _is_heading, _of_text
from cleaners.reading import read_html
from cleaners.sites import GENERIC
from schemas import Credit, Role
from tests.cleaners.metadata.pages import page, read


def line(text: str, link_chars: int = 0) -> Line:
    return Line(Run(text, None, link_chars), None)


def found(name: str, role: Role, where: str, weight: float = 1.0) -> Found[Credit]:
    return Found(Credit(name=name, role=role), where, weight)


AUTHOR, EDITOR = Role.AUTHOR, Role.EDITOR
DATE = "beside the date"


@pytest.mark.parametrize(
    ("candidates", "avoid", "names"),
    [
        ([found("青禾", AUTHOR, "site", SITE)], {"青禾"}, ["青禾"]),
        ([found("青禾", AUTHOR, "site", SITE - 0.01)], {"青禾"}, []),
        ([found("王小明", EDITOR, "byline"), found("李大为", AUTHOR, HEAD)], set(), ["李大为", "王小明"]),
        ([found("王小明", AUTHOR, "byline"), found("李大为", AUTHOR, HEAD)], set(), ["王小明"]),
        ([found("王小明", AUTHOR, "byline"), found("河岸", AUTHOR, DATE)], set(), ["王小明"]),
        ([found("王小明", EDITOR, "byline"), found("河岸", AUTHOR, DATE)], set(), ["王小明", "河岸"]),
        ([found("王小明", AUTHOR, "byline"), found("李大为", AUTHOR, DATE)], set(), ["王小明", "李大为"]),
        ([found("王小明", AUTHOR, "text", ENOUGH)], set(), ["王小明"]),
        ([found("王小明", AUTHOR, "text", ENOUGH - 0.01)], set(), []),
        ([found("青禾", AUTHOR, "site", SITE), found("河岸", AUTHOR, DATE)], set(), ["青禾"]),
        ([found("青禾", AUTHOR, "site", SITE), found("王小明", AUTHOR, "text")], set(), ["青禾", "王小明"]),
    ],
)
def test_who_is_believed(candidates: Sequence[Found[Credit]], avoid: set[str], names: list[str]) -> None:
    assert [credit.name for credit in _chosen(candidates, frozenset(avoid))] == names


def test_the_word_in_latin_letters_that_opens_an_account_is_nobody() -> None:
    doc = Document(runs=[], site=GENERIC)
    assert "pconline" in _avoid(doc, "", "PConline电脑") and "" not in _avoid(doc, "", "河岸")


@pytest.mark.parametrize(("size", "last"), [(41, True), (40, False)])
def test_the_last_paragraph_of_running_text(size: int, last: bool) -> None:
    paragraphs = ["桥" * 50, "石" * size, "标签"]
    assert _last_sentence(paragraphs) == paragraphs[1 if last else 0]


@pytest.mark.parametrize(
    ("text", "link_chars", "names"),
    [
        ("作者： 王小明、李大为", 11, ["王小明", "李大为"]),
        ("作者：王小明、李明、何明", 12, []),
        ("作者：王小明、李明、何明", 11, ["王小明", "李明", "何明"]),
    ],
)
def test_a_list_of_links_names_nobody(text: str, link_chars: int, names: list[str]) -> None:
    menu = line(text, link_chars)
    assert [credit.name for credit in _bylines([(menu, menu.fields)], answered=False)] == names


@pytest.mark.parametrize(
    ("header", "tail", "names"),
    [
        (["青禾 发表于 2024-03-04 10:10", "河岸 发表于 2024-03-05 10:10"], [], ["青禾"]),
        (["栏目", "青禾"], ["本文版权归 青禾 所有"], ["青禾"]),
        (["栏目"], ["本文版权归 青禾 所有"], []),
        ([], ["本文版权归 青禾 所有"], []),
        ([], ["© 本文版权归作者 青禾 所有，任何形式转载请联系作者。"], ["青禾"]),
        ([], ["© 本文版權歸作者 河邊的 青禾 所有，任何形式轉載請聯繫作者。"], ["河邊的 青禾"]),
        ([], ["本文版权归作者 所有"], []),
    ],
)
def test_who_posted(header: list[str], tail: list[str], names: list[str]) -> None:
    assert list(posted_by([line(text) for text in header], [line(text) for text in tail])) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("原创 青禾 河岸周刊", ["青禾"]),
        ("原创 王小明 李大为 河岸周刊", ["王小明", "李大为"]),
        ("原创 青禾 半亩 河岸周刊", []),
        ("原创 河岸 河岸周刊", []),
        ("原创 青禾3号 河岸周刊", []),
    ],
)
def test_who_wrote_what_an_account_published(text: str, names: list[str]) -> None:
    assert list(reposted([line(text)])) == names


@pytest.mark.parametrize(("size", "value"), [(16, True), (17, False)])
def test_the_value_of_a_label_on_the_line_below(size: int, value: bool) -> None:
    assert _is_value(Field(AUTHOR, "", marked=True), line("石" * size)) is value


@pytest.mark.parametrize(("head", "names"), [("", []), ("<meta name=author content=王明>", ["王明"])])
def test_a_name_of_two_letters_must_stand_once_more(head: str, names: list[str]) -> None:
    credits = read(page(head=head, byline="<p>2020-07-04 12:10 王明</p>")).metadata["credits"]
    assert [credit.name for credit in credits or ()] == names


def test_the_likeliest_line_is_a_heading() -> None:
    assert _is_heading([Title("题", "h1"), Title("题", "h3")]) and not _is_heading([])
    assert not _is_heading([Title("题", "h3"), Title("题", "h1")])


CLAIM, OTHER = "石桥老街修缮", "河岸的人家点起了灯"


@pytest.mark.parametrize(
    ("claim", "text", "title", "replaced"),
    [
        (CLAIM, f"{CLAIM}，来了游客", Title("评论排行", "h3", 0, weight=0.7), True),
        (CLAIM, f"{CLAIM}，来了游客", Title("评论排行", "h3", 0, weight=0.71), False),
        (CLAIM, f"{CLAIM}，来了游客", Title("评论排行", "h1", 0, weight=0.7), False),
        (CLAIM[:5], f"{CLAIM}，来了游客", Title("评论排行", "h3", 0, weight=0.7), False),
        (CLAIM, OTHER, Title("评论排行", "h3", 0, weight=0.7), False),
        (CLAIM, OTHER, Title("评论排行", "h3", 2, weight=0.7), False),
        (CLAIM, OTHER, Title("评论排行", "h3", 5, weight=0.7), True),
    ],
)
def test_the_heads_words_instead_of_a_heading_of_something_else(
    claim: str, text: str, title: Title, replaced: bool
) -> None:
    doc = read_html(f"<title>{claim}</title><p>{text}</p>", encoding=None).doc
    assert (_of_text(doc, Body((text,), 2, 8, kept=(2, 7)), title).text == claim) is replaced
