"""Values are found where a site's scripts hold them, whatever quotes and calls stand around them."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.sites.state import script_values

NEXT = (
    '<script id="__NEXT_DATA__" type="application/json">{"props": {"a": [{"t": "一"}, {"t": "二"}]}}</script>'
)


@pytest.mark.parametrize(
    ("source", "path", "values"),
    [
        ('<script>var ct = "1712345678";</script>', "ct", ["1712345678"]),
        ("<script>window.ct='1712345678'</script>", "ct", ["1712345678"]),
        ("<script>let ct = 1712345678;</script>", "ct", ["1712345678"]),
        ("<script>window['ct'] = 17</script>", "ct", ["17"]),
        ('<script>var nickname = htmlDecode("合成\\x26号");</script>', "nickname", ["合成&号"]),
        ("<script>var t = '合\\u6210\\'s'.html(false);</script>", "t", ["合成's"]),
        ('<script>d = JSON.parse("{\\"a\\": \\"一\\"}")</script>', "d.a", ["一"]),
        ("<script>window.__S__ = {'a': 1}</script>", "__S__.a", []),  # no JSON
        ('<script>window.__S__={"a":{"b":["一",2]}};</script>', "__S__.a.b", ["一", 2]),
        ('<script>window.__S__={"a":{"b":["一",2]}};</script>', "__S__.a.b.1", [2]),
        (NEXT, "__NEXT_DATA__.props.a.t", ["一", "二"]),
        (NEXT, "__NEXT_DATA__.props.a.0.t", ["一"]),
        (NEXT, "__NEXT_DATA__.props.none", []),
        ('{"data": {"list": [{"url": "/1"}, {"url": null}, {}]}}', "data.list.url", ["/1"]),
        ('[{"id": 3}]', "0.id", [3]),
        ('<script>act = "x"; ct == "y"; product = "z"</script>', "ct", []),
        ('<script>a = "\\ud83d"</script>', "a", ["\ufffd"]),
        ('<script>window.__S__={"a":{"1":{"t":"一"},"2":{"t":"二"}}};</script>', "__S__.a.*.t", ["一", "二"]),
        (
            '<script id="RENDER_DATA" type="application/json">%7B%22a%22%3A%22%E4%B8%80%22%7D</script>',
            "RENDER_DATA.a",
            ["一"],
        ),
        ("<script>w.d = {nick: JsDecode('合\\x41'), n: '1' * 1, };</script>", "nick", ["合A"]),
        ('<script>var $r = [{"s":{"t":"一"}}][0] || {};</script>', "$r.0.s.t", ["一"]),
        ('<script>var oct = "1"; var ct = "2";</script>', "ct", ["2"]),
        ("<script>if (ct == 1) {} ct = '3'; var ct = getTime();</script>", "ct", ["3"]),
        ("<script>window.item_show_type = '8' || '';</script>", "item_show_type", ["8"]),
        ('<b id="d-x"></b><script id="d" type="application/json">{"a": 1}</script>', "d.a", [1]),
        ("<script>ct", "ct", []),
        ("{", "a", []),
        ("", "a", []),
    ],
)
def test_values(source: str, path: str, values: list[object]) -> None:
    assert list(script_values(source, path)) == values


@given(st.text(), st.text())
def test_nothing_breaks_it(source: str, path: str) -> None:
    assert all(isinstance(value, str | int | float) for value in script_values(f"{path}={source}", path))


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json(value: object) -> None:
    for found in script_values(f"<script>x = {json.dumps(value)}</script>", "x.a"):
        json.dumps(found, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "filler", ['ct="', "ct=", "ct = {", "<script id=ct>", '<script id="ct" ', "ct=a(", "\\", "{"]
)
def test_a_page_of_beginnings_is_read_in_bounded_time(filler: str) -> None:
    start = time.process_time()
    list(script_values(f"<html>{filler * (1_000_000 // len(filler))}", "ct.a.b"))
    assert time.process_time() - start < 5
