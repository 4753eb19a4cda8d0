"""What the fuzz run feeds: markup with odd attributes, response headers, state JSON, and mutated bytes of the fixtures."""

from __future__ import annotations

import json
import random
from typing import Any

from crawler.cases import read_cases

Random = random.Random
TEXT = "合成文本：渡轮公司今年春天换了新船，往返两岸只要二十分钟，旧船停在码头，改成了水上博物馆。"
BODIES = [case.page.body for case in read_cases()]
_ODD = (
    *"\0\t\n\x1b \u3000\u200b\ufeff\ufffd<>&\"'/=:;,.-_[](){}|*#\\%0987aZ年月日一字渡",
    "\ud83d",
    "𠮷",
    "&#0;",
    "&lt;",
    "]]>",
    "<!--",
    "\u202e",
    "１２",
    "http://",
    "javascript:",
    "2026-03-04",
    "来源：",
    "记者",
    "charset=",
    "下一页",
    "%00",
)
_TAGS = [
    "p",
    "div",
    "span",
    "a",
    "h1",
    "h2",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "article",
    "section",
    "blockquote",
    "pre",
    "code",
    "b",
    "img",
    "br",
    "hr",
    "script",
    "style",
    "meta",
    "link",
    "title",
    "head",
    "body",
    "base",
    "form",
    "input",
    "iframe",
    "svg",
    "math",
    "template",
    "noscript",
    "textarea",
    "select",
    "option",
]
_ATTRIBUTES = [
    "class",
    "id",
    "style",
    "href",
    "src",
    "alt",
    "title",
    "rel",
    "content",
    "name",
    "property",
    "itemprop",
    "charset",
    "http-equiv",
    "srcset",
    "data-src",
    "hidden",
    "aria-hidden",
    "onclick",
    "type",
    "value",
    "datetime",
    "lang",
    "dir",
    "width",
    "colspan",
]
_VALUES = (
    "content",
    "article-body share",
    "display:none",
    "javascript:alert(1)",
    "http://[x",
    "//[",
    "/a_2.html",
    "og:title",
    "canonical",
    "text/html; charset=gbk",
    "data:image/png;base64,AA",
    "application/ld+json",
    "0;url=http://[x",
    "99999999999",
)


_EQUALS = ("=", "=", "", " = ")


def odd(rng: Random, most: int = 12) -> str:
    """A short string of signs that mean something to somebody."""
    return "".join(rng.choice(_ODD) for _ in range(rng.randrange(most)))


def tag(rng: Random, depth: int = 0) -> str:
    """Markup that no one would write."""
    name = rng.choice(_TAGS)
    quote = rng.choice(['"', "'", "", '"'])
    attributes = "".join(
        f" {rng.choice(_ATTRIBUTES)}{rng.choice(_EQUALS)}{quote}{rng.choice([rng.choice(_VALUES), odd(rng)])}{quote}"
        for _ in range(rng.randrange(4))
    )
    inner = "".join(
        tag(rng, depth + 1)
        if depth < 6 and rng.random() < 0.4
        else rng.choice([TEXT, odd(rng), odd(rng, 40)])
        for _ in range(rng.randrange(5))
    )
    end = rng.choice([f"</{name}>", f"</{name}>", "", "</", f"</{rng.choice(_TAGS)}>"])
    return f"<{name}{attributes}{rng.choice(['>', '>', '/>', ''])}{inner}{end}"


def value(rng: Random, depth: int = 0) -> Any:
    """A JSON value with the names that pages use."""
    names = [
        "@type",
        "headline",
        "articleBody",
        "author",
        "name",
        "datePublished",
        "image",
        "url",
        "@graph",
        "mainEntityOfPage",
        "keywords",
        "title",
        "content",
    ]
    if depth < 4 and rng.random() < 0.6:
        if rng.random() < 0.3:
            return [value(rng, depth + 1) for _ in range(rng.randrange(4))]
        return {rng.choice(names): value(rng, depth + 1) for _ in range(rng.randrange(5))}
    return rng.choice(
        [None, True, -1, 1e308, odd(rng), TEXT * 3, "NewsArticle", "2026-03-04T10:20:00+08:00", "\0渡轮"]
    )


def page_of_markup(rng: Random) -> bytes:
    """A page: some odd markup around a plain article, in some encoding."""
    state = json.dumps(value(rng), ensure_ascii=rng.random() < 0.5)
    if rng.random() < 0.2:
        state = state[: rng.randrange(1 + len(state))]
    script = rng.choice(
        [
            '<script type="application/ld+json">',
            "<script>window.__INITIAL_STATE__=",
            '<script id="__NEXT_DATA__" type="application/json">',
        ]
    )
    parts = [
        script + state + "</script>",
        *(tag(rng) for _ in range(rng.randrange(6))),
        f"<h1>{odd(rng)}渡轮换新船</h1>",
        *([f"<p>{TEXT}</p>"] * rng.randrange(8)),
        *(tag(rng) for _ in range(rng.randrange(4))),
    ]
    return "".join(parts).encode(rng.choice(["utf-8", "gb18030", "utf-16", "big5"]), "replace")


def mutated(rng: Random, data: bytes) -> bytes:
    """Some bytes changed, cut out, or doubled."""
    changed = bytearray(data)
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(changed) + 1)
        match rng.randrange(4):
            case 0:
                changed[at : at + 1] = rng.randbytes(1)
            case 1:
                del changed[at : at + rng.randrange(200)]
            case 2:
                changed[at:at] = changed[at : at + rng.randrange(300)]
            case _:
                changed[at:at] = odd(rng).encode("utf-8", "replace")
    return bytes(changed)


def headers(rng: Random) -> tuple[tuple[str, str], ...]:
    """Response headers of a careless server."""
    kinds = [
        "text/html",
        "text/html; charset=" + odd(rng),
        "charset=" + " " * rng.randrange(200),
        "application/json",
        odd(rng),
    ]
    return tuple(
        (rng.choice(["Content-Type", "content-type", "X", odd(rng)]), rng.choice(kinds))
        for _ in range(rng.randrange(3))
    )
