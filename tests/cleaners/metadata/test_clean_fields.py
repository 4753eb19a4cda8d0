"""No field of a record holds a character that nobody sees, or a password, wherever the page has one."""

# ruff: noqa: E501 - the page is laid out for reading

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import Cleaner
from schemas import Article, Page, Reason, Rejection
from tests.cleaners.metadata.pages import TEXT, TITLE
from tests.records import strings

UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
SIGNS = [
    "\0",
    "\x01",
    "\x08",
    "\x1b",
    "\x7f",
    "\x85",
    "\x9f",
    "\u200b",
    "\u200c",
    "\u200e",
    "\u202e",
    "\u2060",
    "\ufeff",
    "\u00ad",
]
WHERE = [
    "https://h.example/news/2019-11/25/a.html",
    "https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv",
    "https://news.qq.com/rain/a/20191125A00001",
]


def page(x: str, user: str = "") -> str:
    """A page with a string in every place that a field is read from, and credentials in every address."""
    here = f"https://{user}h.example"
    stated = {
        "@type": "NewsArticle",
        "headline": f"街长{x}制走进社区",
        "description": f"{TEXT[0][:30]}{x}，{TEXT[0][30:40]}",
        "keywords": [f"街{x}长"],
        "author": {"@type": "Person", "name": f"王{x}小明"},
        "image": f"{here}/ld{x}.jpg",
        "url": f"{here}/ld",
    }
    data = {
        "title": f"街长{x}制走进社区 居民办事少跑腿",
        "media": f"河岸{x}看点",
        "pubtime": "2019-11-25 18:57:00",
    }
    return f"""<html><head><title>{TITLE}{x}_某{x}某网</title><meta property="og:site_name" content="某{x}某网"><link rel=canonical href="{here}/c{x}">
<meta name=keywords content="街{x}长,基{x}层"><meta name=author content="王{x}小明"><meta name=source content="河{x}岸报"><meta property="article:published_time" content="2019-11-25{x} 18:57">
<script type="application/ld+json">{json.dumps(stated)}</script><script>window.DATA = {json.dumps(data)};var msg_title = '街长{x}制走进社区 居民办事少跑腿';var nickname = htmlDecode("河岸{x}看点");var ct = "1574679420";</script></head><body>
<div class="crumb{x}"><a href="{here}/">首{x}页</a> &gt; <a href="{here}/n">要{x}闻</a> &gt; 正文</div><div class="main{x}"><h1 id=activity-name>街长{x}制走进社区 居民办事少跑腿</h1>
<p><span>2019-11-25{x} 18:57</span> 来源：<a href="{here}/s">河{x}岸报</a> 作者：王{x}小明 编辑：李{x}大为</p><p>导读：{x}该区推出街长制工作模式，为基层干部松绑减负。</p><div class="content{x}" id=js_content>
<p>{TEXT[0]}{x}</p><figure><img src="{here}/a{x}.jpg" alt="街{x}长"><figcaption>街长{x}在巡查。记者 张三{x}丰 摄</figcaption></figure><p>{x}{TEXT[1]}<a href="{here}/l{x}">详{x}情</a></p>
<video src="{here}/v{x}.mp4" poster="{here}/p.jpg" title="街{x}长"></video><p>{TEXT[2]}</p><p>附件：<a href="{here}/f{x}.pdf">办{x}法.pdf</a></p></div>
<p>（原标题：街长{x}制走进社区）</p><p>标签：社{x}区 街{x}长</p><a href="{here}/news/2019-11/25/a_2.html">下一{x}页</a><p>责任编辑：李{x}大为</p></div></body></html>"""


def record(source: str, url: str) -> list[str]:
    outcome = Cleaner(script="original", formats={"markdown", "html", "blocks"}).process(
        Page(url=url, body=source.encode())
    )
    binary = isinstance(outcome, Rejection) and outcome.reason is Reason.NOT_HTML
    assert isinstance(outcome, Article) or binary, outcome
    return strings(outcome.model_dump(mode="json"))


@pytest.mark.parametrize("url", WHERE)
@pytest.mark.parametrize("sign", SIGNS, ids=[f"U+{ord(sign):04X}" for sign in SIGNS])
def test_no_field_holds_what_nobody_sees(sign: str, url: str) -> None:
    forms = (sign, f"&#{ord(sign)};", f"&amp;#{ord(sign)};")
    held = [text for form in forms for text in record(page(form), url) if UNSEEN.search(text)]
    assert held == []


@given(
    st.text(st.sampled_from([*SIGNS, " ", "\t", "\u3000"]), min_size=1, max_size=6), st.sampled_from(WHERE)
)
def test_nor_any_mixture_of_them(signs: str, url: str) -> None:
    assert [text for text in record(page(signs), url) if UNSEEN.search(text)] == []


@pytest.mark.parametrize("user", ["reader:secret@", "secret@", "reader:secret%40x@", "a@b:secret@"])
def test_no_address_holds_a_password(user: str) -> None:
    url = f"https://{user}h.example/news/2019-11/25/a.html"
    held = [text for text in record(page("", user), url) if "secret" in text]
    assert held == []
