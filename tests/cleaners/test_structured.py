"""The head of a page: metas, <title>, canonical link, JSON-LD."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from cleaners.dom import parse
from cleaners.structured import MAX_OBJECTS, read_head


def head(inner: str) -> tuple[dict[str, str], list[dict[str, object]]]:
    return read_head(html.document_fromstring(f"<html><head>{inner}</head><body><p>x</p></body></html>"))


def ld(script: str) -> list[dict[str, object]]:
    return head(f'<script type="application/ld+json">{script}</script>')[1]


def test_metas() -> None:
    metas, _ = head(
        """<title> 题目_网站
        </title><meta property="og:title" content=" 题目 "><meta name="Author" content="">
        <meta name="author" content="王小明"><meta name="author" content="李大为">
        <meta itemprop="datePublished" content="2019-09-07">
        <meta property="og:time " content="2019-09-08"><meta name="title" content="另一个">
        <LINK REL=Canonical href=" https://a.example/1 ">"""
    )
    assert metas == {
        "title": "题目_网站",
        "og:title": "题目",
        "author": "王小明",
        "datepublished": "2019-09-07",
        "og:time": "2019-09-08",
        "canonical": "https://a.example/1",
    }


def test_title_of_a_drawing_is_not_the_page_title() -> None:
    assert head("<title>题目</title><svg><title>图标</title></svg>")[0]["title"] == "题目"


def test_lists_and_graphs_are_unfolded() -> None:
    script = '[{"@type": "NewsArticle", "headline": "甲"}, {"@graph": [{"@type": "Person"}, {"@type": "WebPage"}]}]'
    assert [item.get("@type") for item in ld(script)] == ["NewsArticle", None, "Person", "WebPage"]


@pytest.mark.parametrize(
    "script",
    [
        '{"title": "题目", "pubDate": "2019-09-05T11:10:52",}',
        '{"title": "题目",\n"pubDate": "2019-09-05T11:10:52", "images": ["a", ], }',
        '{"title": "题目", "description": "第一行\n第二行\t", "pubDate": "2019-09-05T11:10:52"}',
        '<!-- {"title": "题目", "pubDate": "2019-09-05T11:10:52"} -->',
        '//<![CDATA[\n{"title": "题目", "pubDate": "2019-09-05T11:10:52"}\n//]]>',
        '{"title": "题目", "pubDate": "2019-09-05T11:10:52"};',
        '{\n"title": "题目",\n"description": "他说"不"然后走了",\n"pubDate": "2019-09-05T11:10:52"\n}',
        '{"title": "题目", "pubDate": "2019-09-05T11:10:52", "cut',
    ],
)
def test_malformed_json_is_read_as_far_as_it_can_be(script: str) -> None:
    (item,) = ld(script)
    assert (item["title"], item["pubDate"]) == ("题目", "2019-09-05T11:10:52")


@pytest.mark.parametrize("script", ["", "null", "3", '"text"', "{", "[[[[", "var a = 1"])
def test_scripts_without_objects(script: str) -> None:
    assert [item for item in ld(script) if item] == []


def test_other_scripts_are_not_read() -> None:
    assert head('<script type="text/javascript">{"title": "题目"}</script>') == ({}, [])


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"@graph":' * 50_000,
        json.dumps([{"a": 1}] * 5000),
        '"a":"' * 100_000,
        '{"a": "' + "x" * 500_000,
        ", " * 200_000,
        " " * 400_000 + "x",
    ],
)
def test_hostile_scripts_are_bounded(script: str) -> None:
    started = time.process_time()
    assert len(ld(script)) <= MAX_OBJECTS
    assert time.process_time() - started < 10


@given(st.text(st.sampled_from('{}[]",:@graph \n\\u0titleab1'), max_size=200))
def test_any_script_is_survived(script: str) -> None:
    ld(script.replace("<", ""))


def test_control_characters_of_json_are_no_text() -> None:
    page = '<script type="application/ld+json">{"headline": "渡轮\\u0000换\\u001b船", "url": "C:\\\\u0000"}</script>'
    _, (found,) = read_head(parse(page))
    assert found == {"headline": "渡轮换船", "url": "C:\\u0000"}
