"""Whatever the markup, Markdown and text say the same."""

import re
from html import escape, unescape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cleaners import Cleaner, Rejected

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CLEANER = Cleaner(formats={"markdown", "html", "blocks"})
PARAGRAPH = "<p>云河市的渡轮今天早上恢复通航，码头上挤满了早起的人，船票在一个小时之内就卖完了。</p>"
SIGNS = "渡轮码头船票。，！“”（）*_`[]()<>#+-=|~\\&!1.、 \u3000\u200b臺灣碼頭ab\n"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=12)
INLINE = st.sampled_from(["b", "i", "a href='/x y'", "code", "sub", "del", "span", "em", "font"])
BLOCKS = st.sampled_from(
    [
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "pre",
        "h2",
        "h3",
        "section",
        "figure",
        "dl",
    ]
)


def wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(children, max_size=4).map("".join)
    tags = st.one_of(INLINE, BLOCKS)
    return st.tuples(tags, inside).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split(' ')[0]}>")


LEAVES = st.one_of(WORDS.map(escape), st.sampled_from(["<br>", "<hr>", "<img src=/1.jpg alt='*图'>"]))
TREES = st.recursive(LEAVES, wrapped, max_leaves=25)


def bare(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TREES, max_size=6).map("".join))
def test_markdown_and_text_say_the_same(inside: str) -> None:
    page = f"<title>渡轮恢复通航</title><h1>渡轮恢复通航</h1><div class=content>{PARAGRAPH * 2}{inside}{PARAGRAPH}</div>"
    try:
        article = CLEANER.clean(page, url="https://n.example/a/1.html")
    except Rejected:
        return
    assert article.markdown is not None and article.html is not None
    for written in (PARSER.render(article.markdown), article.html):
        assert bare(unescape(re.sub(r"<[^>]*>", "", written))) == bare(article.text)
    assert article == Cleaner().clean(page, url="https://n.example/a/1.html").model_copy(
        update={name: getattr(article, name) for name in ("markdown", "html", "blocks", "images")}
    )
