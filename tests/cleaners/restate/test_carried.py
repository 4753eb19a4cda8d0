"""Markup that a browser or a script puts where it stands. Invented (合成)."""

from __future__ import annotations

import html

import pytest

from cleaners.dom import parse
from cleaners.restate import restate
from tests.cleaners.readings.pages import LEAD, SECOND, TEXT, article, paragraphs, text_of

BODY = paragraphs(TEXT)
ESCAPED = html.escape(BODY)
CARD = "<p>石桥日报是石桥镇唯一的日报，创办于一九八六年，每周出版六期，欢迎订阅。</p>"


@pytest.mark.parametrize(
    "inner",
    [
        f"<town-story><template shadowrootmode=open><style>p{{margin:0}}</style><div>{BODY}</div></template></town-story>",
        f"<town-story><template shadowrootmode=closed>{BODY}</template></town-story>",
        f"<div><template shadowroot=open><slot name=a></slot>{BODY}</template></div>",
        f"<a-page><template shadowrootmode=open><a-text><template shadowrootmode=open>{BODY}</template></a-text></template>"
        "</a-page>",
    ],
)
def test_a_shadow_root_that_the_page_declares_is_shown(inner: str) -> None:
    assert text_of(article(inner, after=CARD)) == TEXT


def test_a_template_that_nobody_attaches_is_not_shown() -> None:
    assert text_of(article(f"<div>{BODY}</div><template><p>{LEAD[::-1]}</p></template>")) == TEXT


@pytest.mark.parametrize("name", ["town-footer", "town-related", "town-nav", "site-sidebar", "share-bar"])
def test_the_tag_of_a_component_is_a_name(name: str) -> None:
    assert text_of(article(f"<div>{BODY}<{name}>{CARD}</{name}></div>")) == TEXT


@pytest.mark.parametrize("name", ["town-story", "town-text", "page-body", "rich-reader"])
def test_a_component_of_the_text_stays(name: str) -> None:
    assert text_of(article(f"<{name}>{BODY}</{name}>")) == TEXT


def printed(inner: str) -> list[str]:
    """The paragraphs that a page prints, once it is restated."""
    source = f"<h1>石桥</h1>{inner}"
    tree = parse(source)
    restate(tree, source)
    return ["".join(map(str, element.itertext())) for element in tree.iter("p")]


@pytest.mark.parametrize(
    "field",
    [
        f"<textarea hidden>{ESCAPED}</textarea>",
        f"<textarea style='display: none' id=raw>{ESCAPED}</textarea>",
        f"<textarea style='display:none'>{BODY}</textarea>",
        f"<div><textarea name=c style='visibility:hidden'>\n{ESCAPED}</textarea></div>",
        f"<form id=aspnetForm><h1>石桥</h1><textarea hidden>{ESCAPED}</textarea></form>",
    ],
)
def test_markup_in_a_hidden_field_is_unfolded(field: str) -> None:
    assert printed(field + CARD)[:-1] == TEXT


@pytest.mark.parametrize("letter", ["&amp;#1;", "&amp;#xffff;", "\x01", "\ufffe"])
def test_what_a_tree_refuses_is_left_out_of_an_unfolded_field(letter: str) -> None:
    assert printed(f"<textarea hidden>石桥{letter}{ESCAPED}</textarea>{CARD}")[:-1] == TEXT


@pytest.mark.parametrize(
    ("field", "why"),
    [
        (f"<textarea>{ESCAPED}</textarea>", "a reader sees the field"),
        (f"<form><textarea hidden>{ESCAPED}</textarea></form>", "an editor's"),
        (f"{CARD}<textarea hidden>{html.escape(CARD)}</textarea>", "a copy of what is printed"),
        (
            f"<p>{SECOND}</p><textarea hidden>{html.escape(f'<p>{SECOND}{LEAD}</p>')}</textarea>",
            "begins like what is printed",
        ),
        (f"<textarea hidden>{html.escape('<p>' + '石' * 39 + '</p>')}</textarea>", "a character too few"),
        (f"<textarea hidden>{LEAD}{SECOND}</textarea>", "no markup: what a button copies"),
        (f"<textarea hidden>{html.escape('<p>石桥镇新修步道全线开放</p>')}</textarea>", "a few words"),
    ],
)
def test_a_field_that_holds_no_text_of_the_page_stays_one(field: str, why: str) -> None:
    assert LEAD not in printed(field), why
    assert len(printed(field)) == field.count("<p>"), why


def test_a_text_in_a_script_of_markup() -> None:
    assert text_of(article(f"<div id=c></div><script type=text/template>{BODY}</script>")) == TEXT
    assert text_of(article(f"<div>{BODY}</div><script type=text/html>{CARD * 9}</script>")) == TEXT


def test_a_field_of_forty_characters_is_unfolded() -> None:
    assert printed(f"<textarea hidden>{html.escape('<p>' + '石' * 40 + '</p>')}</textarea>") == ["石" * 40]


def test_an_unfolded_field_is_shown() -> None:
    """It is hidden no longer."""
    tree = parse(f"<textarea hidden>{ESCAPED}</textarea>")
    restate(tree, "")
    assert not tree.xpath("//*[@hidden]")


@pytest.mark.parametrize(
    ("mode", "tag"),
    [("shadowrootmode=open", "div"), ("shadowroot=open", "div"), ("id=row", "template"), ("", "template")],
)
def test_a_template_becomes_a_box_where_it_is_attached(mode: str, tag: str) -> None:
    tree = parse(f"<div id=a><template {mode}><p>石</p></template></div>")
    restate(tree, "")
    assert tree.xpath("name(//*[@id='a']/*)") == tag
