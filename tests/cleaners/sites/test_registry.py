"""Profiles are found by host, by the marks of a CMS, or not at all."""

import re
import time

import pytest

from cleaners.sites import GENERIC, PROFILES, profile_for

WRAPPERS = '<rt id="fbvk0"><tr id="fbvk0"></tr></rt><kbd id="fbvk0"></kbd><dl id="fbvk0"></dl>'
LINK, FLOAT = '<link href="/assets/addons/cms/css/common.css">', '<div id="floatbtn"></div>'
LONG = "<p>文</p>" * 20_000
FASTADMIN_15 = "<script src='/assets/addons/cms/js/a.js'></script><div class=\"article-text\"></div>"


@pytest.mark.parametrize(
    ("url", "html", "site"),
    [
        ("https://www.yybnet.net/wuzhou/news/201807/7713944.html", "", "yybnet"),
        ("http://m.yybnet.net/x", "", "yybnet"),
        ("https://ppfocus.com/0/di33683f2.html", "", "ppfocus"),
        ("http://um.sanwen.net/subject/248345.html", "", "sanwenwang"),
        ("https://WWW.SanWenWang.com:8080/", "", "sanwenwang"),
        (None, "某地新闻,讲述家乡的故事。有观点、有态度,接地气的实时新闻", "yybnet"),
        (None, "<p>首发散文网：<a>https://www.sanwenwang.com/subject/1/</a></p>", "sanwenwang"),
        (None, "欢迎光临散文网", "generic"),
        (None, WRAPPERS, "pinyin_mirror"),
        (None, WRAPPERS.replace("><", ">\n\t<"), "pinyin_mirror"),
        (None, WRAPPERS.replace("<", "&lt;").replace(">", "&gt;"), "pinyin_mirror"),
        ("http://a.example/", LINK + FLOAT, "fastadmin"),
        ("http://a.example/", FASTADMIN_15, "fastadmin"),
        ("http://a.example/", LINK + LONG + FLOAT, "fastadmin"),
        ("http://a.example/", LINK + LONG + FLOAT + LONG, "generic"),  # only the ends are searched
        ("https://notyybnet.net/", "", "generic"),
        ("https://yybnet.net.evil.example/", "", "generic"),
        ("http://[::1", "", "generic"),
        (None, "", "generic"),
        # Ids of a careless page repeat as well, but not on empty elements one after the other.
        (None, '<li id="item1">一</li>' * 9, "generic"),
    ],
)
def test_profile_for(url: str | None, html: str, site: str) -> None:
    assert profile_for(url, html).name == site


@pytest.mark.parametrize("filler", ['<rt id="abcd1">', "<a ", "&lt;", '<tr id="', "x"])
def test_marks_are_searched_in_bounded_time(filler: str) -> None:
    start = time.perf_counter()
    profile_for("http://" + "a." * 5000 + "example/", filler * (2_000_000 // len(filler)))
    assert time.perf_counter() - start < 0.5


def test_every_expression_of_a_profile_compiles() -> None:
    for profile in PROFILES.values():
        for pattern in (
            *profile.marks,
            profile.article_url,
            profile.list_url,
            profile.end,
            profile.noise,
            profile.canonical,
            *(old for old, _ in profile.residue),
        ):
            re.compile(pattern)
    assert PROFILES["generic"] is GENERIC
