"""Guards of the choice: names, places, shapes."""

from __future__ import annotations

import pytest

from cleaners.dom import parse
from cleaners.junk import junk_mark
from cleaners.reading import read_html
from cleaners.runs import read_runs
from cleaners.sites import GENERIC, Site
from tests.cleaners.readings.pages import (
    FOOTER,
    LAST,
    LEAD,
    NAVIGATION,
    OTHER,
    SECOND,
    TEXT,
    THIRD,
    TITLE,
    article,
    paragraphs,
    read,
    text_of,
)


def test_text_before_the_title_counts_less() -> None:
    intro = f"<div class=x>{paragraphs([OTHER, OTHER[::-1], OTHER * 2])}</div>"
    assert text_of(article(f"<div class=y>{paragraphs(TEXT)}</div>", before=intro)) == TEXT


def test_a_lone_paragraph_is_not_the_container() -> None:
    lines = [LEAD * 6, "短句一", "短句二"]
    assert read(article(f"<div>{paragraphs(lines)}</div>")).body.container.tag == "div"  # type: ignore[union-attr]  # the page has a container
    assert text_of(article(f"<div>{paragraphs(lines)}</div>"))[0] == LEAD * 6


def test_links_inside_paragraphs_do_not_drop_them() -> None:
    lines = [
        line.replace("步道", "<a href=/t>步道</a>").replace("，", "，<a href=/u>石桥</a>") for line in TEXT
    ]
    plain = [line.replace("，", "，石桥") for line in TEXT]
    assert text_of(article(f"<div>{paragraphs(lines)}</div>")) == plain


def test_paragraphs_after_links_are_not_teasers() -> None:
    inner = "".join(
        f"<p><a href=/d{i}>点此下载第{i}张步道地图</a></p><p>{line}</p>" for i, line in enumerate(TEXT)
    )
    rest = [LEAD[::-1], SECOND[::-1], OTHER]
    assert text_of(article(f"<div>{inner}{paragraphs(rest)}</div>")) == [*TEXT, *rest]


def test_the_title_again_is_not_text() -> None:
    assert text_of(article(f"<div><p>{TITLE}</p><p>{TITLE}(图)</p>{paragraphs(TEXT)}</div>")) == TEXT


def test_the_body_ends_at_the_editor_line() -> None:
    assert (
        text_of(article(f"<div>{paragraphs([*TEXT, '责任编辑：李石', '石桥人家', OTHER[:15]])}</div>"))
        == TEXT
    )


NAMES = [
    ("div", "post-share", "share"),
    ("div", "shareBox", "share"),
    ("div", "content", ""),
    ("div", "article-body", ""),
    ("div", "showcase", ""),
    ("div", "heading", ""),
    ("div", "comment_list", "comment"),
    ("ol", "commentlist", "comment"),
    ("div", "commentsList", "comment"),
    ("div", "commentarea", "comment"),
    ("div", "commentwrap bg", "comment"),
    ("div", "commentary", ""),
    ("div", "commented", ""),
    ("div", "commentator", ""),
    ("div", "nocommentlist", ""),
    ("div", "xgxw", "related"),
    ("div", "bread-crumb", "navigation"),
    ("aside", "", "sidebar"),
    ("nav", "main", "navigation"),
    ("footer", "", "footer"),
    ("div", "leftads", ""),
    ("div", "left-ads", "advertisement"),
    ("div", "toupiao", "vote"),
    ("div", "pagination", "pagination"),
    ("div", "infobox", "apparatus"),
    ("td", "pls", "user"),
    ("div", "qrcode", "promotion"),
    ("div", "login-box", "dialog"),
    ("div", "tags", "tags"),
    ("div", "disclaimer", "disclaimer"),
    ("div", "topbar", "header"),
    ("div", "relative md:top-4 w-full", ""),
    ("div", "relative-news", "related"),
    ("div", "top-0 bottom-4 print:hidden", ""),
    ("div", "top", "header"),
    ("div", "col-8 position-relative", ""),
    ("div", "elementor-widget elementor-widget-theme-post-content", ""),
    ("div", "elementor-widget elementor-widget-share-buttons", "share"),
    ("div", "elementor elementor-12 elementor-location-single", ""),
    ("div", "elementor elementor-12 elementor-location-footer", "footer"),
    ("section", "elementor-top-section", ""),
    ("article", "post-12 hentry category-town tag-bridge", ""),
    ("div", "tag-bridge", "tags"),
    ("body", "single wp-custom-logo", ""),
    ("figure", "margin-top-1", ""),
    ("div", "no-padding-bottom marginBottom border-top-2 mt-top", ""),
    ("div", "desktop-top", "header"),
    ("div", "article-bottom", "footer"),
    ("div", "image-side", ""),
    ("div", "copy-side", ""),
    ("div", "left-side", "sidebar"),
    ("li", "clone", "repeat"),
    ("div", "slick-slide slick-cloned", "repeat"),
    ("div", "swiper-slide swiper-slide-duplicate", "repeat"),
    ("div", "cyclone", ""),
    ("div", "code-toolbar", ""),
    ("div", "post-toolbar", "share"),
]


@pytest.mark.parametrize(("tag", "name", "rule"), NAMES)
def test_names_of_junk(tag: str, name: str, rule: str) -> None:
    assert junk_mark(tag, name) == rule


def _with_profile(source: str, **hints: str) -> list[str]:
    from cleaners.document import Document
    from cleaners.readings import read_body

    site = Site(name="test", **hints)  # type: ignore[arg-type]  # a table of keyword arguments
    tree = parse(source)
    doc = Document(runs=read_runs(tree, site), site=site, tree=tree, html=source)
    return list(read_body(doc).body.paragraphs)


PROFILED = article(
    f"<div id=a>{paragraphs(TEXT * 3)}</div><div id=b>{paragraphs([*TEXT, '石桥之声', OTHER])}</div>"
)


def test_the_profiles_container_wins() -> None:
    assert _with_profile(PROFILED, body="#b") == [*TEXT, "石桥之声", OTHER]


def test_a_container_without_text_is_passed_over() -> None:
    assert _with_profile(PROFILED, body="h1")[:12] == TEXT * 3


def test_the_profiles_lines_and_boxes() -> None:
    assert _with_profile(PROFILED, body="#b", end="石桥之声") == TEXT
    assert _with_profile(PROFILED, body="#b", noise="石桥之声") == [*TEXT, OTHER]
    assert _with_profile(PROFILED, drop="#b") == TEXT * 3


def test_the_generic_profile_has_no_hints() -> None:
    assert read_html(PROFILED, encoding=None).doc.site == GENERIC


def test_a_subhead_that_shares_words_with_the_head_costs_no_text_above_it() -> None:
    body = paragraphs([LEAD, SECOND, "石桥镇河边又热闹", THIRD, LAST])
    head = "<title>石桥镇河边又热闹起来，步道开放一年以后_石桥新闻网</title>"
    found = text_of(f"{head}{NAVIGATION}<div class=body>{body}</div>{FOOTER}")
    assert [line for line in found if line in TEXT] == TEXT
