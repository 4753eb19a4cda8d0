"""Tables and listings in boxes that are named like a list of stories or a bar of tools. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD, article, paragraphs, text_of

ROWS = [("1", "石小溪", "九分四十秒"), ("2", "桥大江", "九分四十七秒"), ("3", "林望河", "十分零二秒")]


def table(name: str, head: str = "<tr><th>名次</th><th>姓名</th><th>成绩</th></tr>", link: str = "") -> str:
    rows = ([f"<a href={link}>{cell}</a>" if link else cell for cell in row] for row in ROWS)
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    return f"<table class='{name}'>{head}{cells}</table>"


@pytest.mark.parametrize("name", ["tb tb-rank", "ranking", "top10", "hot-list", "tag-table", "phb"])
@pytest.mark.parametrize("head", ["", "<tr><th>名次</th><th>姓名</th><th>成绩</th></tr>"])
def test_a_table_of_data_named_like_a_list(name: str, head: str) -> None:
    found = text_of(article(f"<div class=c><p>{LEAD}</p>{table(name, head)}<p>{LAST}</p></div>"))
    assert "石小溪" in "".join(found) and "十分零二秒" in "".join(found)


@pytest.mark.parametrize(
    "inner",
    [
        table("tb-rank", link="/1"),
        f"<table class=hot-list><tr><td>{'</td></tr><tr><td>'.join(row[1] for row in ROWS)}</td></tr></table>",
        table("share-box"),
        f"<div class=rank>{''.join(f'<div>{row[1]}</div>' for row in ROWS)}</div>",
    ],
)
def test_what_is_a_list_or_a_bar_still_goes(inner: str) -> None:
    assert text_of(article(f"<div class=c>{paragraphs(TEXT)}{inner}</div>")) == TEXT


CODE = (
    "<pre><code><span class=hljs-comment># 先同步到旧硬盘</span>\nrsync -av photos/ /mnt/backup</code></pre>"
)


@pytest.mark.parametrize(
    "listing",
    [
        f"<div class=code-toolbar>{CODE}<div class=toolbar><button>复制代码</button></div></div>",
        f"<div class='code-toolbar'>{CODE}<div class=toolbar><div class=toolbar-item>Bash</div></div></div>",
        f"<div class=function>{CODE}</div>",
        f"<div class='print'>{CODE}</div>",
        f"<div class='highlight tools'>{CODE}</div>",
    ],
)
def test_a_listing_with_a_bar(listing: str) -> None:
    lines = ["# 先同步到旧硬盘", "rsync -av photos/ /mnt/backup"]
    page = article(f"<div class=c><p>{LEAD}</p><p>{SECOND}</p>{listing}<p>{LAST}</p></div>")
    assert Cleaner().clean(page).text.split("\n") == [LEAD, SECOND, *lines, LAST]


@pytest.mark.parametrize(
    "bar",
    [
        f"<div class=comment>{CODE}</div>",
        "<div class=toolbar><button>复制代码</button><span>全屏</span></div>",
        "<div class=share-tools><pre>石桥</pre><span>微博</span><span>微信</span></div>",
    ],
)
def test_a_bar_without_a_listing_still_goes(bar: str) -> None:
    assert text_of(article(f"<div class=c>{paragraphs(TEXT)}{bar}</div>")) == TEXT


FIXTURES = [("11月18日", "石桥飞鱼 对 云河钢铁", "石桥体育馆"), ("11月20日", "云河雨燕 对 桥东黑鸢", "云河球场"),
            ("11月21日", "桥东黑鸢 对 石桥飞鱼", "桥东中学"),
            ("11月22日", "云河钢铁 对 云河雨燕", "云河球场")]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize("cell", ["th", "td"])
def test_a_table_of_dates_is_no_listing(cell: str) -> None:
    head = "".join(f"<{cell}>{name}</{cell}>" for name in ("日期", "对阵", "场地"))
    rows = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in FIXTURES)
    body = (
        f"<p>石桥篮球联赛本周共有四场比赛。</p><table><tr>{head}</tr>{rows}</table><p>所有场次免费入场。</p>"
    )
    others = "".join(f"<a href=/{i}><h4>石桥新事第{i}则开放</h4></a>" for i in range(5))
    page = article(f"<div>{body}</div><div class=next>{others}</div>", title="石桥篮球联赛本周赛程")
    assert "云河雨燕 对 桥东黑鸢" in Cleaner().clean(page).text


NOTE = "青石板下铺了碎石，雨水会自己渗走，不用另外挖沟。"


@pytest.mark.parametrize("name", ["", "note", "tip", "callout-warning"])
@pytest.mark.parametrize("inner", [f"<p>{NOTE}</p>", NOTE, f"<div><strong>提示</strong><p>{NOTE}</p></div>"])
def test_an_aside_among_the_paragraphs_is_a_note(name: str, inner: str) -> None:
    aside = f"<aside class='{name}'>{inner}</aside>"
    found = text_of(article(f"<div class=c><p>{LEAD}</p>{aside}{paragraphs(TEXT[1:])}</div>"))
    assert NOTE in found
    assert [line for line in found if line in TEXT] == TEXT


@pytest.mark.parametrize(
    ("aside", "below"),
    [
        (f"<aside class=pullquote><p>{SECOND}</p></aside>", True),
        (f"<aside><p>{NOTE}</p><a href=/7>城东图书馆延长开放时间</a></aside>", True),
        (f"<aside class=related><p>{NOTE}</p></aside>", True),
        (f"<aside><p>{NOTE}</p><form><input name=mail><button>订阅</button></form></aside>", True),
        (f"<aside><p>{NOTE}</p></aside>", False),
    ],
    ids=["a quotation of the text", "another story", "named", "a form", "below the text"],
)
def test_an_aside_that_is_none_of_the_text(aside: str, below: bool) -> None:
    lines = paragraphs(TEXT[2:]) if below else ""
    found = text_of(article(f"<div class=c>{paragraphs(TEXT[: 2 if below else 4])}{aside}{lines}</div>"))
    assert found == TEXT


@pytest.mark.parametrize("tag", ["div", "p", "figcaption", "li"])
def test_one_introduction_under_each_picture_is_told_once(tag: str) -> None:
    slides = "".join(
        f"<div class=slide><img src=/{n}.jpg><{tag} class=desc>{LEAD}</{tag}></div>" for n in range(4)
    )
    page = article(f"<div class=album>{slides}</div>")
    found = Cleaner().clean(page)
    assert text_of(page) == [LEAD] == found.text.split("\n")
    assert [image.url for image in found.images] == [f"/{n}.jpg" for n in range(4)]


def test_captions_of_their_own_and_refrains_stay() -> None:
    slides = "".join(
        f"<div class=slide><img src=/{n}.jpg><div>{line}</div></div>" for n, line in enumerate(TEXT)
    )
    assert text_of(article(f"<div class=album>{slides}</div>")) == TEXT
    verse = [LEAD, SECOND, THIRD, SECOND, LAST, SECOND]
    assert text_of(article(f"<div class=c>{paragraphs(verse)}</div>")) == verse
