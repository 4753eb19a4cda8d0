"""Pages that nobody should serve, by name. All text is synthetic (合成)."""

import json
from collections.abc import Callable
from random import Random

SENTENCE = "这是合成的一个段落，讲的是小城里的一条老街，街上有许多老店。"
TEXT = f"<p>{SENTENCE * 3}</p>" * 5
HEAD = "<html><head><title>老街的故事_合成网</title></head><body><h1>老街的故事</h1>"
NOISE = Random(1).randbytes


def page(middle: str, charset: str = "utf-8") -> bytes:
    """An article with something in it."""
    return f"{HEAD}{middle}{TEXT}".encode(charset, "replace")


def in_head(markup: str) -> bytes:
    """An article with something in its head."""
    return page("").replace(b"</head>", markup.encode() + b"</head>")


def ld(script: str) -> bytes:
    """An article with a JSON-LD script."""
    return in_head(f'<script type="application/ld+json">{script}</script>')


PAGES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "blanks": lambda: b" \r\n\t" * 10_000,
    "20 MB of div": lambda: b"<div>" * 4_200_000,
    "16 MB of div": lambda: b"<div>" * 3_300_000,
    "16 MB of p": lambda: b"<p>" * 5_500_000,
    "16 MB of <": lambda: b"<" * (16 * 2**20),
    "16 MB of text": lambda: SENTENCE.encode() * 170_000,
    "16 MB of lines": lambda: b"a\n" * (8 * 2**20),
    "400 clicks around 5 MB": lambda: (
        "<div onclick='location=1'>" * 400 + f"<p>{SENTENCE}</p>" * 50_000
    ).encode(),
    "random bytes": lambda: NOISE(1_000_000),
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + NOISE(100_000),
    "document": lambda: b"%PDF-1.7\n" + NOISE(100_000),
    "archive": lambda: b"PK\x03\x04" + NOISE(100_000),
    "NUL": lambda: b"\0" * 1_000_000,
    "0xFF": lambda: b"\xff" * 1_000_000,
    "no body": lambda: b"<html><head><title>x</title></head></html>",
    "frameset": lambda: b"<html><frameset cols=1><frame src=x></frameset></html>",
    "only scripts": lambda: b"<html><script>" + b"var a=1;" * 500_000 + b"</script></html>",
    "unclosed tags": lambda: (f"{HEAD}<p>{SENTENCE}<b><i><font><span>" * 5_000).encode(),
    "crossed tags": lambda: page("<a><p><b><div></a></p>" * 20_000),
    "deep boxes": lambda: page("<div>" * 100_000),
    "deep inline": lambda: page("<font><b>" * 100_000),
    "deep tables": lambda: page("<table><tr><td>" * 30_000),
    "deep 500": lambda: page("<div>" * 500),
    "a million elements": lambda: page("<p>x</p>" * 1_000_000),
    "a million inline elements": lambda: page("<b>字</b>" * 1_000_000),
    "many attributes": lambda: page("<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">"),
    "5 MB class": lambda: page(f'<div class="{"a " * 2_500_000}">'),
    "5 MB style": lambda: page(f'<div style="{"left:-9px;" * 500_000}">'),
    "5 MB address": lambda: page(f'<p><a href="{"x/" * 2_500_000}">x</a><img src="{"../" * 1_000_000}"></p>'),
    "5 MB word": lambda: page(f"<p>{'a' * 5_000_000}</p>"),
    "5 MB headline": lambda: page(f"<h1>{'题_-|' * 1_000_000}</h1>"),
    "entity bomb": lambda: (
        '<!DOCTYPE a [<!ENTITY a0 "哈">'
        + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
        + f"]><p>&a11;</p>{TEXT}"
    ).encode(),
    "many entities": lambda: page("&lol;&amp;&#20013;" * 200_000),
    "impossible characters": lambda: page("&#xD800;&#0;&#x110000;&#99999999999;" * 1_000),
    "UTF-7": lambda: page("").decode().encode("utf-7"),
    "UTF-16": lambda: page("", "utf-16"),
    "UTF-16 cut": lambda: page("", "utf-16")[:-1],
    "UTF-16 unmarked": lambda: page("", "utf-16-be"),
    "UTF-32": lambda: page("", "utf-32"),
    "surrogates in UTF-8": lambda: b"\xed\xa0\x80" * 1_000 + page(""),
    "three encodings": lambda: TEXT.encode("gbk") * 50 + page("") + "這個國家們說時間".encode("big5") * 500,
    "label of no codec": lambda: b"<meta charset=base64>" + TEXT.encode("gbk"),
    "label that lies": lambda: b"<meta charset=utf-16>" + page("", "gbk"),
    "1 MB label": lambda: b"<meta charset=" + b"a" * 1_000_000 + b">" + page(""),
    "huge JSON-LD": lambda: ld(f'{{"@type":"NewsArticle","headline":"{"长" * 2_000_000}"}}'),
    "broken JSON-LD": lambda: ld('{"@type":"NewsArticle",' * 10_000),
    "deep JSON-LD": lambda: ld("[" * 100_000),
    "half characters in JSON-LD": lambda: ld(
        r'{"@type":"NewsArticle","headline":"老街\ud800的故事","author":{"name":"张\udc00伟"},"keywords":"\ud802"}'
    ),
    "half characters alone": lambda: (
        r'<script type="application/ld+json">{"headline":"\ud800","articleBody":"'
        + SENTENCE * 9
        + r'\udc00"}</script>'
    ).encode(),
    "strange JSON-LD": lambda: ld(
        '{"@type":[{}],"headline":[1],"author":[[[]],{"name":{}}],"datePublished":{},"image":[1],"keywords":{}}'
    ),
    "deep page in JSON": lambda: (
        f"<script type=application/json>{json.dumps({'content': '<div>' * 5_000 + SENTENCE * 9})}</script>".encode()
    ),
    "huge style sheet": lambda: in_head(f"<style>{'.a,.b{display:none}' * 200_000}</style>"),
    "open style sheet": lambda: in_head(f"<style>{'{/*' * 1_000_000}"),
    "links": lambda: page('<a href="/a/1.html">一则很长的新闻标题</a>' * 100_000),
    "long pager": lambda: page('<li><a href="/a/1_2.html">下一页</a></li>' * 10_000),
    "breaks": lambda: page("<br>" * 100_000 + "行<br>" * 100_000),
    "cells": lambda: page("<table><tr>" + "<td>一</td>" * 100_000 + "</table>"),
    "pictures": lambda: page("<p><img src=a.jpg alt=图></p>" * 50_000),
    "plaintext": lambda: page("<plaintext>"),
    "CDATA": lambda: page(f"<![CDATA[{TEXT}]]>"),
    "one comment": lambda: b"<!--" + page(""),
    "closed early": lambda: b"</body></html>" * 50_000 + page(""),
    "instructions": lambda: page("<?php " * 50_000),
    "impossible dates": lambda: page(
        "<p>0000-00-00 24:61</p><p>2019-02-30</p><p>9999年12月31日 24:00</p><p>999天前</p><p>昨天 08:25</p>"
        "<p>民国٣年٣月٣日</p><p>112年٣月٣日</p><p>二〇二六年十十月十日</p><p>2020-01-01 12:00 UTC+99</p>"
    ),
    "dates": lambda: page("<p>2020-01-01 12:00:00</p>" * 10_000),
    "brackets": lambda: page("<p>" + "(【「" * 300_000 + "</p>"),
    "inserted readings": lambda: page("<p>" + "當(dāng)?shù)馗噢r(nóng)民" * 30_000 + "</p>"),
    "lost readings": lambda: page("<p>發(fā)現(xiàn)" + "?shù)" * 300_000 + "</p>"),
    "blanks of all kinds": lambda: page("<p>" + "。　　\u200b\ufeff\u00ad\u0301" * 20_000 + "</p>"),
    "private use": lambda: page("<p>" + "\ue000" * 500_000 + "</p>"),
    "malformed links": lambda: (
        in_head("<base href='http://[::1'><link rel=canonical href='http://[bad'>")
        + b'<a href="//[x">2</a><a href="?page=\xc2\xb2">2</a><img src="http://[/x.jpg">'
    ),
}
"""Each makes its page when it is called."""

URLS = (
    "", "x", "//", "http://", "http://[::1", "http://[x/", "http://x]/", "http://x:99999/a.html", "http://x:abc/",
    "javascript:alert(1)", "data:text/html,x", "http://例子.中国/a_1.html", "http://xn--a.com/", "http://x\u2100.com/",
    f"http://{'a' * 10_000}/", f"http://x/{'a/' * 5_000}1_2.html", f"http://x/?{'a=1&' * 3_000}", "http://x/?page=²",
    "http://x/\0\n", "http://x/%zz%00", "http://x/gate/big5/" * 200 + "x.y", "http://x/2019/99/99/", "http://\ud800/",
)  # fmt: skip  # laid out for reading
HEADERS = (
    ("Content-Type", f"text/html; charset={'x' * 10_000}"),
    ("Content-Type", "charset=\0"),
    ("Content-Type", "text/html; charset=utf-7"),
    ("Content-Type", "text/html; charset=unicode_escape"),
    ("CONTENT-TYPE", "text/html; charset=utf-16"),
    ("\0", "\0"),
)
