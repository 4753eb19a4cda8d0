from __future__ import annotations

from cleaners.body.lines import LINES
from cleaners.body.sections import SECTIONS
from cleaners.explain import RULES, Explanation, explain
from cleaners.explain_page import explain_page
from cleaners.junk import NAMES
from schemas import Article, Page, Reason, Rejection
from tests.cleaners.body.pages import OTHER, TEXT, TITLE, article, paragraphs

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
    assert set(rules.values()) <= set(RULES)


def test_every_rule_has_a_meaning() -> None:
    used = {line.rule for line in LINES} | {entry.rule for entry in SECTIONS} | {rule for rule, _ in NAMES}
    assert used <= set(RULES)


def test_fields_name_their_origin() -> None:
    explanation = _explain(SOURCE)
    assert isinstance(explanation.outcome, Article)
    fields = {field.name: field for field in explanation.fields}
    assert fields["title"].value == TITLE
    assert fields["source"].value == "石桥日报"
    assert fields["source"].origin
    assert fields["credits"].value.startswith("李石")


def test_a_rejected_page_is_explained_by_its_reason() -> None:
    explanation = _explain("<title>提示</title><p>您访问的页面不存在</p>")
    assert isinstance(explanation.outcome, Rejection)
    assert explanation.outcome.reason is Reason.ERROR_PAGE
    assert [block.text for block in explanation.blocks] == ["您访问的页面不存在"]
    assert "error_page" in explain_page(explanation)


def test_unreadable_bytes_are_explained() -> None:
    assert isinstance(explain(Page(body=b"", url=None)).outcome, Rejection)


def test_the_page_shows_everything_and_escapes_it() -> None:
    source = article(
        f"<div>{paragraphs([*TEXT, '他写下 &lt;script&gt;alert(1)&lt;/script&gt; 这一行，然后离开了石桥。'])}</div>"
    )
    html = explain_page(_explain(source))
    assert all(f'<p class="kept">{line}</p>' in html for line in TEXT)
    assert "<script" not in html
    assert "http" not in html.replace("https://example.com/1.html", "")
    assert '<b title="stands before the article">before</b>频道0' in html or ">navigation</b>" in html
