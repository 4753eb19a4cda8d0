"""Tables and listings in boxes that are named like a list of stories or a bar of tools. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, article, paragraphs, text_of

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
            ("11月21日", "桥东黑鸢 对 石桥飞鱼", "桥东中学"), ("11月22日", "云河钢铁 对 云河雨燕", "云河球场")]  # fmt: skip


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
