"""What Markdown is written for what markup."""

import pytest

from cleaners import Cleaner
from schemas import Page

CLEANER = Cleaner(script="original", formats={"markdown"})
BEFORE = "云河市的渡轮今天早上恢复通航，码头上挤满了早起的人，船票在一个小时之内就卖完了。"
AFTER = "市交通局表示，新的航线明年还会增加两条，届时两岸的居民过江只需要十五分钟左右。"


def markdown(inside: str) -> str:
    """The Markdown between the first paragraph and the last."""
    body = (
        f"<html><head><title>渡轮恢复通航</title></head><body><h1>渡轮恢复通航</h1><div class=content>"
        f"<p>{BEFORE}</p>{inside}<p>{AFTER}</p></div></body></html>"
    )
    article = CLEANER.clean(body, url="https://n.example/a/1.html")
    assert article.markdown is not None
    head, foot = f"{BEFORE}\n\n", f"\n\n{AFTER}"
    assert article.markdown.startswith(head)
    assert article.markdown.endswith(foot)
    return article.markdown[len(head) : -len(foot)]


LINE = "第一班船六点开，最后一班船晚上九点开，节假日会加开。"
CASES = {
    "heading": (f"<h2>航线与票价</h2><p>{LINE}</p>", f"## 航线与票价\n\n{LINE}"),
    "bold line": (f"<p><strong>航线与票价</strong></p><p>{LINE}</p>", f"## 航线与票价\n\n{LINE}"),
    "heading of a mark": (f"<h2>音阶C#</h2><p>{LINE}</p>", f"## 音阶C\\#\n\n{LINE}"),
    "salutation": (f"<p><b>各位乘客：</b></p><p>{LINE}</p>", f"**各位乘客**：\n\n{LINE}"),
    "h-tag around a paragraph": (f"<h3>{LINE}</h3><p>{LINE[:-1]}吗？</p>", f"{LINE}\n\n{LINE[:-1]}吗？"),
    "levels are dense": (
        f"<h3>航线</h3><p>{LINE}</p><h5>票价</h5><p>{LINE[:-1]}吗？</p>",
        f"## 航线\n\n{LINE}\n\n### 票价\n\n{LINE[:-1]}吗？",
    ),
    "list": ("<ul><li>带好月票</li><li>排队上船</li></ul>", "- 带好月票\n- 排队上船"),
    "item in a quote in a list": (
        f"<ul><blockquote><li>{LINE}</li></blockquote></ul>",
        f"- > {LINE}",
    ),
    "item in a box in a list": (
        f"<ul><div><li>{LINE}</li><li>排队上船</li></div></ul>",
        f"- {LINE}\n- 排队上船",
    ),
    "numbers": ("<ol start=3><li>带好月票</li><li>排队上船</li></ol>", "3. 带好月票\n4. 排队上船"),
    "nested": (
        "<ol><li>带好月票<ul><li>成人月票</li><li>学生月票</li></ul></li><li>排队上船</li></ol>",
        "1. 带好月票\n   - 成人月票\n   - 学生月票\n2. 排队上船",
    ),
    "typed number": ("<p>1. 带好月票，不要忘了学生证。</p>", "1\\. 带好月票，不要忘了学生证。"),
    "table": (
        "<table><tr><th>航线</th><th>票价</th></tr><tr><td>东岸</td><td>三元</td></tr></table>",
        "| 航线 | 票价 |\n| --- | --- |\n| 东岸 | 三元 |",
    ),
    "spans": (
        "<table><tr><th>航线</th><th>票价</th></tr><tr><td rowspan=2>东岸</td><td>三元</td></tr>"
        "<tr><td>五元</td></tr><tr><td colspan=2>儿童免费</td></tr></table>",
        '<table>\n<tr><th>航线</th><th>票价</th></tr>\n<tr><td rowspan="2">东岸</td><td>三元</td></tr>\n'
        '<tr><td>五元</td></tr>\n<tr><td colspan="2">儿童免费</td></tr>\n</table>',
    ),
    "layout table": (f"<table><tr><td><p>{LINE}</p></td></tr></table>", LINE),
    "quote": (f"<blockquote><p>{LINE}</p></blockquote>", f"> {LINE}"),
    "code": (
        "<pre><code class=language-python>for x in range(3):\n    print(x)\n</code></pre>",
        "```python\nfor x in range(3):\n    print(x)\n```",
    ),
    "verse": (
        "<p>一江春水向东流，<br>两岸青山送晚舟。<br>渡口无人灯自亮，<br>船家一夜梦清秋。</p>",
        "一江春水向东流，\\\n两岸青山送晚舟。\\\n渡口无人灯自亮，\\\n船家一夜梦清秋。",
    ),
    "link": (
        f"<p>据<a href=/b/2.html>交通局通告</a>，{LINE}</p>",
        f"据[交通局通告](https://n.example/b/2.html)，{LINE}",
    ),
    "link behind a mark": (
        f"<p>看哪!<a href=/b/2.html>通告</a>，{LINE}</p>",
        f"看哪\\![通告](https://n.example/b/2.html)，{LINE}",
    ),
    "address as a paragraph": (
        f"<p>{LINE}</p><p><a href='https://tide.example/'>https://tide.example/</a></p><p>{LINE[:-1]}吗？</p>",
        f"{LINE}\n\n[https://tide.example/](https://tide.example/)\n\n{LINE[:-1]}吗？",
    ),
    "no link": (f"<p>据<a href='javascript:void(0)'>交通局通告</a>，{LINE}</p>", f"据交通局通告，{LINE}"),
    "bold": (f"<p>船票<b>只收现金。</b>{LINE}</p>", f"船票**只收现金**。{LINE}"),
    "bold in pieces": (f"<p>船票<b>只收<i>现金</i>哦</b>{LINE}</p>", f"船票**只收*现金*哦**{LINE}"),
    "sub and sup": (
        f"<p>每趟排放CO<sub>2</sub>约10<sup>3</sup>克。{LINE}</p>",
        f"每趟排放CO<sub>2</sub>约10<sup>3</sup>克。{LINE}",
    ),
    "markup typed": (
        "<p>星号*和_下划线_与[方括号]、`反引号`都照原样印出来。</p>",
        "星号\\*和\\_下划线\\_与\\[方括号\\]、\\`反引号\\`都照原样印出来。",
    ),
    "picture": ("<p><img src=/i/1.jpg alt=新码头></p>", "![新码头](https://n.example/i/1.jpg)"),
    "figure": (
        "<figure><img src=/i/1.jpg alt=dsc><figcaption>新码头昨天启用，陈小川 摄</figcaption></figure>",
        "![新码头昨天启用，陈小川 摄](https://n.example/i/1.jpg)\n新码头昨天启用，陈小川 摄",
    ),
    "picture in a sentence": (
        f"<p>{LINE}<img src=/i/1.jpg>{LINE[:-1]}吗？</p>",
        f"{LINE}{LINE[:-1]}吗？\n\n![](https://n.example/i/1.jpg)",
    ),
}


@pytest.mark.parametrize(("inside", "expected"), CASES.values(), ids=CASES.keys())
def test_markdown(inside: str, expected: str) -> None:
    assert markdown(inside) == expected


def test_nothing_is_written_unless_asked_for() -> None:
    article = Cleaner().clean(f"<html><body><h1>渡轮</h1><p>{BEFORE}</p><p>{AFTER}</p></body></html>")
    assert article.markdown is None


def test_spans_that_no_page_could_hold_are_not_believed() -> None:
    rows = "<tr><td rowspan=200 colspan=200>甲</td><td>乙</td></tr>" * 8
    written = markdown(f"<table>{rows}</table>")
    assert len(written) < 20 * 8


@pytest.mark.parametrize(
    "line",
    [
        "（一）航线与票价",
        "【航线与票价】",
        "■ 航线与票价",
        "图书馆的一天",
        "船票贵不贵？",
        "01 航线与票价",
        "写在最后：",
        "航线 / 票价",
    ],
)
def test_bold_lines_that_are_headings(line: str) -> None:
    assert markdown(f"<p><b>{line}</b></p><p>{LINE}</p>").startswith("## ")


HEAVY = "我们今天从西岸码头出发去看灯塔路上遇见了很多老朋友大家都说好久没有这样一起坐船过江了吧"
NO_HEADINGS = [
    "各位乘客：", "航线与票价如下，", "船票降价了。", "（王小明 摄）", "图1 航线", "▲ 新码头", "——（宋）陆游", "（宋）陆游",
    "2026", "见 https://n.example/", "<a href=/b.html>航线与票价</a>", HEAVY,
]  # fmt: skip  # words of one sort


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_bold_lines_that_are_none(line: str) -> None:
    assert "#" not in markdown(f"<p>{LINE}</p><p><b>{line}</b></p><p>{LINE[:-1]}吗？</p>").replace("\\#", "")


def test_a_plain_line_among_headings_is_one() -> None:
    part = "<p><b>{}</b></p><p>第一班船六点开，最后一班船晚上九点开，节假日会加开，{}。</p>"
    inside = part.format("一、航线", "人多的时候也是") + part.format("二、票价", "请留意").replace(
        "<b>", ""
    ).replace("</b>", "")
    inside += part.format("三、班次", "请看公告") + part.format("四、其他", "谢谢")
    assert [line for line in markdown(inside).split("\n") if line.startswith("#")] == [
        "## 一、航线", "## 二、票价", "## 三、班次", "## 四、其他",
    ]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul><li", "table><tr><td", "figure", "pre", "b"])
@pytest.mark.parametrize("depth", [40, 100, 390])
def test_depth_costs_structure_never_the_page(tag: str, depth: int) -> None:
    close = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    page = f"<h1>渡轮恢复通航</h1><div><p>{BEFORE}</p>{f'<{tag}>' * depth}<p>{LINE}</p>{close * depth}<p>{AFTER}</p></div>"
    pages = [cleaner.process(Page(body=page.encode())) for cleaner in (CLEANER, Cleaner(script="original"))]
    assert pages[0].model_copy(update={"markdown": None}) == pages[1]


def test_a_control_character_in_an_address() -> None:
    inside = f'<p>{LINE}</p><img src="/a\x1b[31m.jpg" alt="渡轮"><p>{LINE[:-1]}吗？</p>'
    assert "![渡轮](https://n.example/a%1B[31m.jpg)" in markdown(inside)
