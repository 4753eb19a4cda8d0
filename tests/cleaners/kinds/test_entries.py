"""Which boxes of a page are entries of a list, and what a page says of itself in its head. Invented lines (合成)."""

from __future__ import annotations

from math import log1p

import pytest

from cleaners.kinds.entries import dated_entries_of, entries_of
from cleaners.kinds.head import figures_of_elements, figures_of_head, overlap
from tests.cleaners.readings.pages import read

LINK = "<a href=/1>石桥老街修缮</a>"
"""Six characters, from which on a link is a headline."""
REST = "（合成）桥边的茶馆昨天开了门。" * 40


def lists(*items: str, tag: str = "li") -> str:
    inner = "".join(f"<{tag} class=n{n}>{item}</{tag}>" for n, item in enumerate(items))
    return f"<title>石桥</title><ul>{inner}</ul>"


@pytest.mark.parametrize(
    ("items", "longest"),
    [
        ([LINK] * 3, 3),
        ([LINK] * 2, 0),
        ([LINK, LINK, LINK, "桥", "桥", "桥"], 3),
        ([LINK, LINK, LINK, "桥", "桥", "桥", "桥"], 0),
        (["<a href=/1>石桥老街修</a>"] * 3, 0),
        (["<a href=/1>石桥老街修缮</a>" + "一" * 5] * 3, 3),
        (["<a href=/1>石桥老街修缮</a>" + "一" * 6] * 3, 0),
        (["<a href=/1>桥老街05-11</a>"] * 3, 0),
        (["<a href=/1>石桥老街05-11</a>"] * 3, 3),
        (["<a href=/1>石桥老街 3天前</a>"] * 3, 3),
        ([f"{LINK}<p>{'合' * 594}</p>"] * 3, 3),
        ([f"{LINK}<p>{'合' * 595}</p>"] * 3, 0),
        ([f"<p>桥</p>{LINK}<p>桥</p>"] * 3, 3),
    ],
)
def test_linked_entries(items: list[str], longest: int) -> None:
    assert entries_of(read(lists(*items)).doc)[1] == longest


def test_what_stands_in_entries() -> None:
    doc = read(lists(f"{LINK}<p>桥</p>", LINK, LINK, "老街") + f"<p>{REST}</p>").doc
    inside, _ = entries_of(doc)
    assert [doc.runs[i].text for i in sorted(inside)] == [
        "石桥老街修缮",
        "桥",
        "石桥老街修缮",
        "石桥老街修缮",
    ]


def test_the_longest_list_counts() -> None:
    assert entries_of(read(lists(*[LINK] * 5) + lists(*[LINK] * 3)).doc)[1] == 5


@pytest.mark.parametrize(
    ("items", "longest"),
    [
        (["石桥老街修缮 05-11"] * 3, 3),
        (["石桥老街修 05-11"] * 3, 0),
        (["石桥老街修缮"] * 3, 0),
        (["<p>石桥老街修缮</p><p>2024年5月11日</p>"] * 3, 3),
        (["<p>2024年5月11日</p><p>石桥老街修缮</p>"] * 3, 3),
        (["石桥老街修缮。 05-11"] * 3, 0),
        ([f"<p>{'合' * 60}</p><p>05-11</p>"] * 3, 3),
        ([f"<p>{'合' * 61}</p><p>05-11</p>"] * 3, 0),
        ([f"<p>石桥老街修缮 05-11</p><p>{'合' * 588}</p>"] * 3, 3),
        ([f"<p>石桥老街修缮 05-11</p><p>{'合' * 589}</p>"] * 3, 0),
        (["<p>石桥老街修缮</p><p>05-11</p><p>桥</p>"] * 3, 3),
        (["<p>桥</p><p>石桥老街修缮</p><p>桥</p><p>05-11</p>"] * 3, 3),
    ],
)
def test_dated_entries(items: list[str], longest: int) -> None:
    assert dated_entries_of(read(lists(*items)).doc)[1] == longest


@pytest.mark.parametrize(
    ("head", "longest"),
    [
        ("<th>项目</th><th>日子</th>", 0),
        ("<td>项目</td><td>负责人</td><td>日子</td>", 0),
        ("<td>项目</td><td>日子</td>", 4),
        ("<td>项目</td><td>负责人</td><td>第2日</td>", 4),
        ("<td>项目</td><td>负责人</td><td><a href=/1>日子</a></td>", 4),
        (f"<td>项目</td><td>负责人</td><td>{'项' * 8}</td>", 0),
        (f"<td>项目</td><td>负责人</td><td>{'项' * 9}</td>", 4),
    ],
)
def test_rows_below_a_head_are_data(head: str, longest: int) -> None:
    """The head is a row of its own shape: where it is no head, there are four rows of entries and one that is none."""
    rows = f"<tr>{head}</tr>" + "<tr><td>石桥老街修缮</td><td>石匠</td><td>2024-05-11</td></tr>" * 4
    assert dated_entries_of(read(f"<title>石桥</title><table>{rows}</table>").doc)[1] == longest


def described(**given: object) -> dict[str, float]:
    doc = read(f"<title>石桥</title><p>{REST}</p>").doc
    doc.metas = {key: value for key, value in given.items() if isinstance(value, str)}
    doc.metas = {key.replace("_", ":"): value for key, value in doc.metas.items()}
    types = given.get("types", [])
    assert isinstance(types, list)
    doc.json_ld = [{"@type": one} for one in types]
    told = given.get("told", ["桥边的茶馆昨天开了门"])
    assert isinstance(told, list)
    return figures_of_head(doc, told)


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        *(({"og_type": one}, "og_article", 1.0) for one in ("article", "news", "Article")),
        ({"og_type": "website"}, "og_article", 0.0),
        *(({"types": [one]}, "ld_article", 1.0) for one in ("NewsArticle", "Review", "BlogPosting")),
        ({"types": ["Person", "WebPage"]}, "ld_article", 0.0),
        ({"og_type": "video.movie"}, "is_video", 1.0),
        ({"types": ["VideoObject"]}, "is_video", 1.0),
        ({"types": ["ItemList"]}, "is_video", 0.0),
        *(({"og_type": one}, "is_thing", 1.0) for one in ("product.item", "book")),
        ({"types": ["Person", "Book"]}, "is_thing", 1.0),
        ({"types": ["ItemList"]}, "is_thing", 0.0),
        ({"types": ["ItemList"]}, "is_list", 1.0),
        ({"types": ["Book"]}, "is_list", 0.0),
        ({"types": ["QAPage"]}, "is_thread", 1.0),
        ({"types": ["Book"]}, "is_thread", 0.0),
        ({"description": "桥边的茶馆昨天开了门"}, "told", 1.0),
        ({"description": "桥边的茶馆今天关了门"}, "told", 3 / 8),
        ({"description": "桥边的茶馆昨天开了门", "told": ["合" * 1500, "桥边的茶馆昨天开了门"]}, "told", 0.0),
        ({"description": "一" * 21}, "untold", 1.0),
        ({"description": "一" * 20}, "untold", 0.0),
        ({"description": "桥边的茶馆" + "一二三四五六七八九十百千万亿兆甲乙"}, "untold", 1.0),
        ({"description": "桥边的茶馆昨天开" + "一二三四五六七八九十百千万亿"}, "untold", 0.0),
    ],
)
def test_of_the_head(given: dict[str, object], name: str, value: float) -> None:
    assert described(**given)[name] == pytest.approx(value)


@pytest.mark.parametrize(
    ("told", "text", "size", "share"),
    [
        ("石桥老街修", "石桥老街修", 2, 1.0),
        ("石桥老街", "石桥老街", 2, 0.5),
        ("石桥，老街：修", "石 桥老街修", 2, 1.0),
        ("石桥老街修", "桥老街", 2, 0.5),
        ("石桥老街修缮完工", "石桥老街", 3, 2 / 6),
        ("一二三四五" + "合" * 300, "一二三四五", 2, 4 / 6),
        (
            "".join(map(chr, range(0x4E00, 0x4E00 + 300))),
            "".join(map(chr, range(0x4E00, 0x4E00 + 200))),
            2,
            1.0,
        ),
    ],
)
def test_the_share_of_pieces(told: str, text: str, size: int, share: float) -> None:
    assert overlap(told, text, size, other=0.5) == pytest.approx(share)


def test_of_the_elements() -> None:
    inner = (
        "<video></video><audio></audio><img src=a.jpg><img src=b.jpg><img src=c.jpg><input><textarea></textarea>"
        "<input type=hidden><input type=submit><input type=button><input type=RADIO><input type=checkbox>"
        "<input type=password>"
    )
    doc = read(f"<title>石桥</title><p>{REST}</p>{inner}").doc
    assert figures_of_elements(doc) == pytest.approx(
        {
            "players": log1p(2) / 2,
            "inputs": log1p(5) / 3,
            "choices": log1p(2) / 3,
            "password": 1.0,
            "images": log1p(3) / 3,
        }
    )
    plain = figures_of_elements(read(f"<title>石桥</title><p>{REST}</p>").doc)
    assert set(plain.values()) == {0.0}
    doc.tree = None
    assert set(figures_of_elements(doc).values()) == {0.0}
