"""Values written in JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.page.literals import NotLiteral, read_literal, unescape


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2.5, null, true]}', {"a": [1, 2.5, None, True]}),
        ("{a:1,'b':2,\"c\":3,4:5}", {"a": 1, "b": 2, "c": 3, "4": 5}),
        ("[1,2,]", [1, 2]),
        ("{t:'石桥',}", {"t": "石桥"}),
        ("{t:`石桥`}", {"t": "石桥"}),
        (r"{t:'\x3cp\x3e\u77f3\u{6865}\n\'\/'}", {"t": "<p>石桥\n'/"}),
        (r"{t:'\ud83d\ude00'}", {"t": "😀"}),
        (r"{t:'\ud83d'}", {"t": "\ufffd"}),
        ('{"t": "a\\u0000b"}', {"t": "ab"}),
        ("{a:!0,b:!1,c:void 0,d:undefined,e:NaN,f:-1,g:.5}",
         {"a": True, "b": False, "c": None, "d": None, "e": None, "f": -1, "g": 0.5}),
        ("{n:'3' * 1,m:'' || '石桥',k:'步'+'道'}", {"n": "3", "m": "石桥", "k": "步道"}),
        ("{t:'石桥'.html(false),u:1}", {"t": "石桥", "u": 1}),
        (r"{t:JsDecode('\x26lt;p\x26gt;'),u:htmlDecode('&amp;')}", {"t": "<p>", "u": "&"}),
        ("{f:function(a){return {b:1}},g:new Date(5)}", {"f": None, "g": 5}),
        ("JSON.parse('{\"a\":[1]}')", {"a": [1]}),
        ("decodeURIComponent('%E6%A1%A5')", "桥"),
        ("('石桥')", "石桥"),
        ("known", "桥"),
        ("{known}", {"known": "桥"}),
        ("other", None),
    ],
)  # fmt: skip  # laid out for reading
def test_values(text: str, value: Any) -> None:
    assert read_literal(text, 0, {"known": "桥"})[0] == value


def test_where_a_value_ends() -> None:
    text = "x = {a:'}'}; y = 1"
    assert text[read_literal(text, 4)[1] :] == "; y = 1"


@pytest.mark.parametrize(
    "text", ["", "{", "[1,", "'石桥", "{a:}", "}", "{'a' 1}", "[" * 500, "{a:" * 500, "!" * 5_000]
)
def test_no_value(text: str) -> None:
    with pytest.raises(NotLiteral):
        read_literal(text)


@given(st.text(alphabet="{}[]()'\"\\,:;ab1!|.+* \n石", max_size=60))
def test_any_text(text: str) -> None:
    try:
        _, end = read_literal(text)
    except NotLiteral:
        return
    assert 0 < end <= len(text)


@given(st.text(max_size=40))
def test_escapes_leave_no_half_characters(text: str) -> None:
    unescape(text.replace("u", "\\u")).encode()
