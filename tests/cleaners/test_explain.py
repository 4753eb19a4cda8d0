from __future__ import annotations

from lxml import html

from cleaners.explain import Explanation, explain
from cleaners.junk import NAMES
from cleaners.readings.noise import LINES
from cleaners.readings.rules import Rule
from cleaners.readings.sections import SECTIONS
from schemas import Article, Page, Reason, Rejection
from tests.cleaners.metadata.pages import page
from tests.cleaners.readings.pages import OTHER, TEXT, TITLE, article, paragraphs

SOURCE = article(
    f"<div>{paragraphs(TEXT)}<p style='display:none'>{OTHER}</p><p>责任编辑：李石</p></div>",
    after=f"<h3>相关新闻</h3><ul><li><a href=/1>{OTHER}</a></li></ul>",
)


def _explain(source: str) -> Explanation:
    return explain(Page(body=source.encode(), url="https://example.com/1.html"))


def test_every_block_is_kept_or_has_a_rule() -> None:
    explanation = _explain(SOURCE)
    rules = {block.text: block.rule for block in explanation.blocks}
    assert [block.text for block in explanation.blocks if block.kept] == TEXT
    assert rules[TITLE] == "title"
    assert rules["责任编辑：李石"] == "editor"
    assert rules[OTHER] in ("hidden", "after")
    assert set(rules.values()) <= set(Rule)


def test_every_rule_has_a_meaning() -> None:
    used = {line.rule for line in LINES} | {entry.rule for entry in SECTIONS} | {rule for rule, _ in NAMES}
    assert used <= set(Rule)


def test_fields_name_their_origin() -> None:
    explanation = _explain(SOURCE)
    assert isinstance(explanation.outcome, Article)
    fields = {field.name: field for field in explanation.fields}
    assert fields["title"].value == TITLE
    assert fields["source"].value == "石桥日报"
    assert fields["source"].origin
    assert fields["credits"].value.startswith("李石")


def test_every_candidate_of_a_field_is_shown_with_its_weight() -> None:
    byline = "<p>2019-11-26 18:57 来源：石桥日报 <a href=/x>社会</a></p><p>观河 活动时间：2019-11-30</p>"
    head = '<meta name="source" content="别的报"><meta property="article:published_time" content="2019-11-26T18:59:00+08:00">'
    fields = {field.name: field for field in _explain(page(byline=byline, head=head)).fields}
    named = [(one.value, one.origin, one.weight) for one in fields["source"].candidates]
    assert named[0] == ("石桥日报", "line under the title", 1.0)
    assert ("观河", "beside the date", 0.2) in named
    assert ("别的报", "meta source", 0.65) in named
    weights = [one.weight for one in fields["published_at"].candidates]
    assert len(weights) == 2 and weights == sorted(weights, reverse=True)


def test_a_rejected_page_is_explained_by_its_reason() -> None:
    explanation = _explain("<title>提示</title><p>您访问的页面不存在</p>")
    assert isinstance(explanation.outcome, Rejection)
    assert explanation.outcome.reason is Reason.ERROR_PAGE
    assert [block.text for block in explanation.blocks] == ["您访问的页面不存在"]


def test_unreadable_bytes_are_explained() -> None:
    assert isinstance(explain(Page(body=b"", url=None)).outcome, Rejection)


def test_values_of_parts_are_told_in_order() -> None:
    fields = {field.name: field.value for field in _explain(SOURCE).fields}
    assert fields["credits"] == "李石 (editor, field)"
    assert fields["encoding"].startswith("utf-8 (utf8")


def test_the_record_comes_as_markdown() -> None:
    assert _explain(SOURCE).markdown.split("\n\n") == TEXT
    assert _explain("<p>您访问的页面不存在</p>").markdown == ""


def test_the_page_itself_says_where_each_line_stands() -> None:
    explanation = _explain(SOURCE)
    holders = html.document_fromstring(explanation.original).xpath("//*[@data-run]")
    held = {int(run): holder.text_content() for holder in holders for run in holder.get("data-run").split()}
    assert sorted(held) == list(range(len(explanation.blocks)))
    assert all(block.text in held[at] for at, block in enumerate(explanation.blocks) if block.kept)
