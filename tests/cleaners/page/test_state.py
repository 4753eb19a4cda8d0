"""Values that a page's scripts hold, and the texts among them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from cleaners.document import Document
from cleaners.dom import parse
from cleaners.page.state import read_states
from cleaners.page.texts import embedded_texts
from cleaners.sites.site import GENERIC
from cleaners.structured import read_head

PARTS = [
    "石桥下的水缓缓流过，凉亭里坐着几位老人，正在谈论今年的收成和天气，谁也没有注意到天色渐渐暗了下来。",
    "步道的尽头是一座旧码头，木板已经换过三次，渡船每天早晚各开四班，载着上学的孩子和买菜的人来来往往。",
]
MARKUP = "".join(f"<p>{part}</p>" for part in PARTS)
HEX = "".join(f"\\u{ord(c):04x}" if ord(c) > 127 else f"\\x{ord(c):02x}" if c in "<>" else c for c in MARKUP)


def document(html: str) -> Document:
    tree = parse(html)
    metas, json_ld = read_head(tree)
    return Document(runs=[], site=GENERIC, tree=tree, metas=metas, json_ld=json_ld)


def script(text: str, attributes: str = "") -> str:
    return f"<script {attributes}>{text}</script>"


def payload(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def pushed(rows: str) -> str:
    return script(f"self.__next_f.push([1,{json.dumps(rows)}])")


STATES = {
    "next": (
        script(
            payload({"props": {"article": {"title": "石桥", "content": MARKUP}}}),
            "id=__NEXT_DATA__ type=application/json",
        ),
        "json __NEXT_DATA__ props.article.content",
        ("__NEXT_DATA__.props.article.title", "石桥"),
    ),
    "nuxt 3": (
        script(
            json.dumps(
                [["ShallowReactive", 1], {"data": 2}, {"title": 3, "body": 4, "self": 2}, "石桥", MARKUP]
            ),
            "id=__NUXT_DATA__ type=application/json",
        ),
        "json __NUXT_DATA__ data.body",
        ("__NUXT_DATA__.data.title", "石桥"),
    ),
    "nuxt 2": (
        script(
            f'window.__NUXT__=(function(a,b){{return {{data:[{{title:a,content:b}}],error:null}}}}("石桥","{MARKUP}"));'
        ),
        "json __NUXT__ data.0.content",
        ("__NUXT__.data.0.title", "石桥"),
    ),
    "flight": (
        script(r"self.__next_f=self.__next_f||[];self.__next_f.push([0])")
        + pushed('5:[{"title":"石桥","__html":')
        + pushed(json.dumps(MARKUP) + "}]\n"),
        "json __next_f 5.0.__html",
        None,
    ),
    "flight text": (
        pushed(f"a:T{len(MARKUP.encode()):x},{MARKUP}b:[1]\n"),
        "json __next_f a",
        None,
    ),
    "url-encoded": (
        script(
            quote(payload({"data": {"title": "石桥", "content": MARKUP}})),
            "id=RENDER_DATA type=application/json",
        ),
        "json RENDER_DATA data.content",
        ("RENDER_DATA.data.title", "石桥"),
    ),
    "parsed string": (
        script(f"window.STATE = JSON.parse({json.dumps(payload({'title': '石桥', 'detail': MARKUP}))});"),
        "json STATE detail",
        ("STATE.title", "石桥"),
    ),
    "unquoted keys": (
        script(f"var allData = {{title:'石桥', content: '{HEX}', n: '0' * 1}};\nvar adKeys = [];"),
        "json allData content",
        ("allData.title", "石桥"),
    ),
    "escaped markup": (
        script(
            f"var BASE_DATA = {{articleInfo:{{title:'石桥',content:'{MARKUP.replace('<', '&lt;').replace('>', '&gt;')}'}}}};"
        ),
        "json BASE_DATA articleInfo.content",
        ("BASE_DATA.articleInfo.title", "石桥"),
    ),
    "sections": (
        script(
            "window.jsonData = "
            + payload({"title": "石桥", "sections": [{"type": "text", "content": part} for part in PARTS]})
            + ";window.firstScreenTime=1;"
        ),
        "json jsonData sections",
        ("jsonData.sections.1.type", "text"),
    ),
    "wechat": (
        script(
            f"window.cgiDataNew = {{ title: JsDecode('石桥'), content_noencode: JsDecode('{HEX}'), ct: '0' * 1 }};"
        ),
        "json cgiDataNew content_noencode",
        ("cgiDataNew.title", "石桥"),
    ),
    "json-ld": (
        script(
            payload({"@type": "NewsArticle", "articleBody": "\n".join(PARTS)}), "type=application/ld+json"
        ),
        "json json-ld 0.articleBody",
        None,
    ),
    "noscript": (f"<noscript>{MARKUP}</noscript>", "noscript", None),
    "template": (f"<template>{MARKUP}</template>", "template", None),
    "textarea": (f"<textarea>{MARKUP.replace('<', '&lt;')}</textarea>", "textarea", None),
}


def value_at(doc: Document, path: str) -> Any:
    """The value at a name and keys."""
    state = next(state for state in read_states(doc) if path.startswith(f"{state.name}."))
    value = state.value
    for key in path.removeprefix(f"{state.name}.").split("."):
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


@pytest.mark.parametrize("name", STATES)
def test_texts(name: str) -> None:
    html, where, _ = STATES[name]
    texts = embedded_texts(document(f"<body><p>加载中</p>{html}"))
    assert (texts[0].where, [run.text for run in texts[0].runs]) == (where, PARTS)


@pytest.mark.parametrize("name", [name for name in STATES if STATES[name][2]])
def test_values(name: str) -> None:
    html, _, wanted = STATES[name]
    assert wanted is not None
    path, value = wanted
    assert value_at(document(html), path) == value


def test_what_is_no_text() -> None:
    labels = script(payload({"nav": ["首页", "新闻"], "code": "x" * 900}), "type=application/json")
    assert embedded_texts(document(f"{labels}<noscript>请打开脚本</noscript>{script('broken = {')}")) == []


@pytest.mark.parametrize(
    "text",
    ["a={" * 60_000, "self.__next_f.push([1," * 20_000, "x=[" * 60_000, "JSON.parse('" * 20_000, "ct(" * 60_000,
     "=function(a){return " * 9_000, "v=(function(" * 20_000],
)  # fmt: skip  # laid out for reading
def test_hostile_scripts_are_read_in_bounds(text: str) -> None:
    doc = document(script(f"var name='石桥';{text}"))
    assert [state for state in read_states(doc) if isinstance(state.value, str)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a={"n":"石"}', True),
        ('a={"n":"\\u77f3"}', True),
        ('a={"n":"\\u{77f3}"}', True),
        ('a={"n":"\\xE7\\x9f"}', True),
        ('a={"n":"%E7%9F%B3"}', True),
        ('a={"n":"&#30707;"}', True),
        ('a={"n":"\\u0020\\x20%20&#32;"}', False),
        ('a={"n":"bridge"}', False),
    ],
)
def test_scripts_without_a_chinese_character_are_passed_over(text: str, told: bool) -> None:
    assert bool(list(read_states(document(script(text))))) is told


def test_payloads_that_point_to_themselves() -> None:
    loop = json.dumps([[1], [2], {"a": 1, "b": 3}, "石桥"])
    html = script(loop, "id=__NUXT_DATA__ type=application/json")
    assert value_at(document(html), "__NUXT_DATA__.0.0.b") == "石桥"
