"""The summary of an article."""

# ruff: noqa: E501 - a case is one line of markup

import pytest

from cleaners.metadata.summary import _without_lines
from tests.cleaners.metadata.pages import TEXT, TITLE, page, read

META = '<meta name="description" content="{}">'
SUMMARY = "该区推出街长制工作模式，为基层干部松绑减负。"

SUMMARIES = [
    ("labelled line", page(byline=f"<p>导读：{SUMMARY}</p>"), SUMMARY),
    ("head", page(head=META.format(SUMMARY)), SUMMARY),
    ("the line before the head", page(head=META.format(TEXT[0][:40] + "，"), byline=f"<p>【摘要】{SUMMARY}</p>"), SUMMARY),
    ("json-ld before meta", page(head=META.format(TEXT[0][:40]) + f'<script type="application/ld+json">{{"@type":"NewsArticle","description":"{SUMMARY}"}}</script>'), SUMMARY),
    ("entities and tags that software wrote", page(head=META.format("&lt;p&gt;该区推出&amp;ldquo;街长制&amp;rdquo;，为基层干部松绑减负&lt;/p&gt;")), "该区推出“街长制”，为基层干部松绑减负"),
    ("about the site", page(head=META.format("某某网是某地最重要的门户，24小时滚动播出国内外消息，每日更新数以万计。")), None),
    ("headline and keywords", page(head=META.format(f"{TITLE},街长,基层,减负")), None),
    ("keywords", page(head=META.format("街长制,基层干部,松绑减负,社区居民,")), None),
    ("with the bylines above the text", page(head=META.format(f"原标题：街长来了作者丨王小明编辑 李大为{SUMMARY}"), byline="<p>原标题：街长来了</p><p>作者丨王小明</p><p>编辑 李大为</p>"), SUMMARY),
    ("with blanks in the byline", page(head=META.format(f"文 / 王小明 {SUMMARY}"), byline="<p>文/ 王小明</p>"), SUMMARY),
    ("the headline with a badge", page(head=META.format(TITLE + "，好(图)"), byline=f"<p>{SUMMARY}</p>"), f"{TITLE}，好(图)"),
    ("a byline again and again", page(head=META.format("作者丨王小明" * 3000), byline="<p>作者丨王小明</p>"), None),
    ("the headline", page(head=META.format(TITLE)), None),
    ("in another language", page(head=META.format("The district introduced street wardens, and residents praised it.")), None),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in SUMMARIES], ids=[case[0] for case in SUMMARIES]
)
def test_summaries(source: str, expected: str | None) -> None:
    assert read(source).metadata["summary"] == expected


DOUBLED = [
    ("the description", page(head=META.format(SUMMARY), byline=f"<p>导读：{SUMMARY}</p>"), False),
    ("the paragraph below", page(byline=f"<p>核心提示：{TEXT[0][:-1]}</p>"), True),
    ("both", page(head=META.format(TEXT[0]), byline=f"<p>导读：{TEXT[0]}</p>"), True),
    ("the first paragraph and a half", page(byline=f"<p>摘要：{TEXT[0]}{TEXT[1][:8]}……</p>"), True),
    ("nothing", page(byline=f"<p>导读：{SUMMARY}</p>"), False),
    ("a part of the paragraph below, in other words", page(byline=f"<p>摘要：{SUMMARY[:-1]}，{TEXT[1][:20]}</p>"), False),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(("source", "out"), [case[1:] for case in DOUBLED], ids=[case[0] for case in DOUBLED])
def test_a_summary_is_no_text_where_it_doubles_the_text_below(source: str, out: bool) -> None:
    reading = read(source)
    assert reading.metadata.provenance["summary"] == "labelled line"
    assert (reading.body.paragraphs == TEXT) is out
    assert (TEXT[0] in reading.body.paragraphs) is True


def test_a_byline_that_is_copied_without_end() -> None:
    assert _without_lines("作者丨王小明" * 3000, ["作者丨王小明"]) == "作者丨王小明" * 2992
