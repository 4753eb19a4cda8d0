"""Section, tags, images, canonical URL and next page of whole pages."""

# ruff: noqa: E501 - a case is one line of markup

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.metadata.urls import absolute, follows, unwrapped
from cleaners.sites import Site
from tests.cleaners.metadata.pages import TEXT, TITLE, lines, page, read

URL = "https://n.example/news/2020/a1.html"

CRUMBS = [
    ("<div><a href=/>地方网</a> &gt; <a href=/g>广西</a> &gt; <a href=/w>梧州新闻</a> &gt; 正文</div>", ("地方网", "广西", "梧州新闻")),
    ("<div>您的位置：<a href=/>首页</a> - <a href=/n>新闻中心</a> - <a href=/y>要闻</a></div>", ("新闻中心", "要闻")),
    ("<div>当前位置：<a href=/>首页</a>&gt;<a href=/n>新闻</a></div>", ("新闻",)),
    ("<div>當前位置： <a href=/>首頁</a> › <a href=/n>新聞</a> › 內文</div>", ("新聞",)),
    ("<div>当前位置：</div><div><a href=/>首页</a></div><div>&gt;<a href=/n>发展改革</a></div><div>&gt;<a href=/m>投资</a></div>", ("发展改革", "投资")),
    ("<div><a href=/>首页</a> -&gt;<a href=/n>深圳新闻</a> -&gt;<a href=/m>本网原创</a></div>", ("深圳新闻", "本网原创")),
    ("<div><a href=/>udn</a> / <a href=/n>即時新聞</a> / <a href=/l>生活</a></div>", ("udn", "即時新聞", "生活")),
    (f"<nav class=breadcrumb><a href=/>某某网</a> » <a href=/n>要闻</a> » {TITLE}</nav>", ("某某网", "要闻")),
    (f"<nav aria-label=breadcrumb><ol><li><a href=/n>要闻</a></li><li><a href=/n/t>交通</a></li><li aria-current=page>{TITLE}</li></ol></nav>", ("要闻", "交通")),
    ("<ul class=crumbs><li><a href=/>首页</a></li><li><a href=/n>要闻</a></li><li>热点</li><li><a href=/h>排行</a></li></ul>", ("要闻",)),
    ('<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"首页"},{"item":{"name":"要闻"}}]}</script>', ("要闻",)),
    ("<div><a href=/x>255.0万次浏览 查看话题</a> ＞</div>", ()),
    ("<div>一条没有链接的横幅</div>", ()),
    ("<div>\ue667当前位置：<a href=/>首页</a> \ue60e <a href=/a/>石桥新闻</a></div>", ("石桥新闻",)),
    ("<div>\ue667<a href=/>首页</a> \ue60e <a href=/a/>石桥新闻</a> \ue60e 正文</div>", ("石桥新闻",)),
    ("<div>■ 本页位置：<a href=/>首页</a> → <a href=/a/>石桥新闻</a></div>", ("石桥新闻",)),
    ("<div class=crumb>| <a href=/en>ENG</a>| <a href=/s>简</a> <a href=/t>繁</a>|</div>", ()),
]  # fmt: skip  # laid out for reading


@pytest.mark.parametrize(("above", "section"), CRUMBS)
def test_section(above: str, section: tuple[str, ...]) -> None:
    assert read(page(above=above)).metadata["section"] == (section or None)


TAGS = [
    ("<p>标签：社区 街长</p>", "", ("社区", "街长")),
    ("<p>关键词 &gt;&gt; 社区,街长</p>", "", ("社区", "街长")),
    ("<p>[责任编辑：王小明] 标签：社区 街长</p>", "", ("社区", "街长")),
    ("<p>关键字 : <a href=/a>社区</a><a href=/b>街长制</a></p>", "", ("社区", "街长制")),
    ("<p>Tags: <a href=/a>Alexander Zverev</a> <a href=/b>網球</a></p>", "", ("Alexander Zverev", "網球")),
    ("<p>標籤：</p><p><a href=/a>社區</a> <a href=/b>街長</a></p>", "", ("社區", "街長")),
    ("", '<meta name="news_keywords" content="社区,街长">', ("社区", "街长")),
    ("", '<meta name="keywords" content="整站都一样的词">', ()),
    ("<p>标签：</p><p>没有链接的下一行</p>", "", ()),
    ("<p>标签： 社区 街长　分类： 散文</p>", "", ("社区", "街长")),
]


@pytest.mark.parametrize(("below", "head", "tags"), TAGS)
def test_tags(below: str, head: str, tags: tuple[str, ...]) -> None:
    assert read(page(below=below, head=head)).metadata["tags"] == (tags or None)


IMAGES = [
    ("<p><img src=/i/1.jpg></p>", "https://n.example/i/1.jpg", None),
    ("<p><img src=/blank.gif data-original=//p.example/1.jpg></p>", "https://p.example/1.jpg", None),
    ("<p><img src='data:image/gif;base64,R0' data-src=1.jpg></p>", "https://n.example/news/2020/1.jpg", None),
    (
        "<figure><img src=/1.jpg><figcaption>街长 巡查</figcaption></figure>",
        "https://n.example/1.jpg",
        "街长 巡查",
    ),
    (
        "<div><img src=/1.jpg><span class=img_descr>街长巡查</span></div>",
        "https://n.example/1.jpg",
        "街长巡查",
    ),
    ("<p><img src=/1.jpg alt=街长巡查></p>", "https://n.example/1.jpg", "街长巡查"),
    ("<p><img src=/1.jpg alt=IMG_2020.jpg></p>", "https://n.example/1.jpg", None),
    (f"<p><img src=/1.jpg alt='{TITLE}'></p>", "https://n.example/1.jpg", None),
    ("<p><img srcset='/s.jpg 480w, /l.jpg 1200w'></p>", "https://n.example/l.jpg", None),
    ("<amp-img src=/1.jpg alt=街长巡查></amp-img>", "https://n.example/1.jpg", "街长巡查"),
    ("<picture><source srcset='/s.jpg 1x, /l.jpg 2x'><img></picture>", "https://n.example/l.jpg", None),
    ("<figure style='background-image: url(/1.jpg)'></figure>", "https://n.example/1.jpg", None),
    ("<noscript><img src=/1.jpg></noscript>", "https://n.example/1.jpg", None),
    (
        "<p><img src=https://mmbiz.qpic.cn/mmbiz_png/IconEwmLogo/640?wx_fmt=png></p>",
        "https://mmbiz.qpic.cn/mmbiz_png/IconEwmLogo/640?wx_fmt=png",
        None,
    ),
    (
        "<p align=center><img src=/1.jpg alt=IMG></p><p align=center>改造后的站台。陈小川 摄</p>",
        "https://n.example/1.jpg",
        "改造后的站台。陈小川 摄",
    ),
]


@pytest.mark.parametrize(("inside", "url", "caption"), IMAGES)
def test_images(inside: str, url: str, caption: str | None) -> None:
    [picture] = read(page(inside=inside), url=URL).metadata["images"]
    assert (picture.url, picture.caption) == (url, caption)


@pytest.mark.parametrize(
    "inside",
    [
        "<p><img src=/icon.png></p>",
        "<p><img src=/1.jpg width=16 height=16></p>",
        "<p><img src=/p_w42_h42.png></p>",
        "<div class=share><img src=/1.jpg></div>",
        "<p><img src=/qrcode.png></p>",
        "<p><img src='//qr.n.example/inf/gen?data=x'></p>",
        "<p><img src=/1.jpg alt=扫码关注我们></p>",
        "<p><img src=/1.jpg alt=广告></p>",
        "<p><img src=/1.jpg data-w=640 data-ratio=0.05></p>",
        "<p><img src=/1.jpg style='width: 20px'></p>",
        "<p><img src='javascript:1'></p>",
        "<p><img></p>",
    ],
)
def test_ornaments_are_no_images(inside: str) -> None:
    assert read(page(inside=inside), url=URL).metadata["images"] is None


def test_pictures_outside_of_the_article_are_not_its_own() -> None:
    below = "<div class=sidebar><p><img src=/other.jpg></p><p><a href=/x>别的新闻的题目</a></p></div>"
    assert read(page(below=below), url=URL).metadata["images"] is None


CANONICAL = [
    ('<link rel="canonical" href="https://n.example/a1.html">', "", URL, "https://n.example/a1.html"),
    ('<link rel="canonical" href="/a1.html">', "", URL, "https://n.example/a1.html"),
    ('<meta property="og:url" content="https://n.example/a1.html">', "", None, "https://n.example/a1.html"),
    ("", "<p>本文链接：https://n.example/a1.html</p>", None, "https://n.example/a1.html"),
    ("", "<p>首发某某网：https://n.example/a1.html</p>", None, "https://n.example/a1.html"),
    (
        '<link rel="canonical" href="https://n.example/">',
        "<p>本文地址: https://n.example/a1.html</p>",
        URL,
        "https://n.example/a1.html",
    ),
    (
        '<link rel="canonical" href="http://big5.x.cn/gate/big5/n.x.cn/a.htm">',
        "",
        None,
        "http://n.x.cn/a.htm",
    ),
    ("", "", "http://big5.x.cn/gate/big5/big5.y.cn/gate/big5/n.x.cn/a.htm", "http://n.x.cn/a.htm"),
    (
        '<script type="application/ld+json">{"@id":"https://n.example/a1.html"}</script>',
        "",
        URL,
        "https://n.example/a1.html",
    ),
    ("", "", URL, None),
    ('<link rel="canonical" href="javascript:void(0)">', "", URL, None),
    ('<link rel="canonical" href="http://[bad">', "", URL, None),
]


@pytest.mark.parametrize(("head", "below", "url", "canonical"), CANONICAL)
def test_canonical(head: str, below: str, url: str | None, canonical: str | None) -> None:
    assert read(page(head=head, below=below), url=url).metadata["canonical_url"] == canonical


NEXT = [
    ("<p><a href=a1_2.html>下一页</a></p>", "https://n.example/news/2020/a1_2.html"),
    ("<p><a href=a1_2.html>下一頁 &gt;&gt;</a></p>", "https://n.example/news/2020/a1_2.html"),
    ("<p>1 <a href=a1_2.html>2</a> <a href=a1_3.html>3</a></p>", "https://n.example/news/2020/a1_2.html"),
    (
        "<p><a href=a1_3.html>【3】</a><a href=a1_2.html>【2】</a></p>",
        "https://n.example/news/2020/a1_2.html",
    ),
    (
        "<p>上一页 <b>1</b><a href='?page=2'>2</a> <a href='?page=2'>下一页</a></p>",
        "https://n.example/news/2020/a1.html?page=2",
    ),
    ("<div><a href=a1_2.html>余下全文(1/3)</a></div>", "https://n.example/news/2020/a1_2.html"),
    ("<p><a href=a2.html>下一篇</a></p>", None),
    ("<p><a href=a2.html>下一页</a></p>", None),
    ("<p><a href=/list_2.html>下一页</a></p>", None),
    ("<p><a href='javascript:next()'>下一页</a></p>", None),
    ("<p><a href=https://other.example/news/2020/a1_2.html>下一页</a></p>", None),
    ("<p><a href=a1_3.html>下一页</a></p>", None),
    ("", None),
]


@pytest.mark.parametrize(("below", "following"), NEXT)
def test_next_page(below: str, following: str | None) -> None:
    assert read(page(inside=below), url=URL).metadata["next_page"] == following


def test_next_page_needs_the_page_s_own_url() -> None:
    assert read(page(inside="<p><a href=a1_2.html>下一页</a></p>")).metadata["next_page"] is None


FOLLOWS = [
    ("/a.html", "/a_2.html", True),
    ("/a.html", "/a-2.html", True),
    ("/a.html", "/a_1.html", True),
    ("/a_2.html", "/a_3.html", True),
    ("/a_2.html", "/a_2.html", False),
    ("/a_2.html", "/a_1.html", False),
    ("/a.html", "/b_2.html", False),
    ("/a/", "/a/2", True),
    ("/a", "/a/2/", True),
    ("/a/2", "/a/3", True),
    ("/a", "/a/page/2", True),
    ("/a?id=7", "/a?id=7&page=2", True),
    ("/a?id=7&page=2", "/a?id=7&page=3", True),
    ("/a?id=7", "/a?id=8&page=2", False),
    ("/a?id=7", "/a?id=8", False),
    ("/t2020_6606637.shtml", "/t2020_6606638.shtml", False),
    ("/a.html", "/a_3.html", False),
    ("/a_2.html", "/a_3.shtml", False),
    ("/a_2.html", "/b_3.html", False),
    ("/a/2", "/b/3", False),
    ("/a/2", "/a/4", False),
    ("/a?id=7", "/a?id=7&page=1", False),
    ("/a?id=7&page=0", "/a?id=7&page=1", True),
    ("/a?id=7&page=2", "/a?id=7&page=4", False),
    ("/a?id=7&page=x", "/a?id=7&page=2", False),
    ("/a?id=7&page=1", "/a?id=7&page=x", False),
    ("/a?id=7&page=99", "/a?id=7&page=100", False),  # a forum, not an article
    ("/a?p=1&page=1", "/a?p=2&page=2", False),
    ("/a?id=7&PageNo=1", "/a?id=7&PageNo=2", True),
]


def test_no_page_of_another_host_follows() -> None:
    assert not follows("https://n.example/a.html", "https://m.example/a_2.html")
    assert not follows("https://n.example/a.html", "https://[n.example/a_2.html")


BASE = "https://n.example/news/a.html"
ABSOLUTE = [
    (BASE, "../c.html", "https://n.example/c.html"),
    (BASE, " b.html ", "https://n.example/news/b.html"),
    (BASE, "//m.example/b", "https://m.example/b"),
    (BASE, "http://me:secret@m.example/b", "http://m.example/b"),
    (BASE, "?page=2", "https://n.example/news/a.html?page=2"),
    (BASE, "#top", None),
    (BASE, "", None),
    (BASE, None, None),
    (BASE, "javascript:next()", None),
    (BASE, "mailto:a@n.example", None),
    (BASE, "http://[n.example/", None),
    (BASE, "/" + "a" * 2_001, None),
    (None, "//m.example/b", "https://m.example/b"),
    (None, "/b.html", "/b.html"),
    (None, "https://n.example/b", "https://n.example/b"),
    (None, "mailto:a@n.example", None),
]


@pytest.mark.parametrize(("base", "href", "expected"), ABSOLUTE)
def test_absolute(base: str | None, href: str | None, expected: str | None) -> None:
    assert absolute(base, href) == expected


@pytest.mark.parametrize(("one", "two", "expected"), FOLLOWS)
def test_follows(one: str, two: str, expected: bool) -> None:
    assert follows(f"https://n.example{one}", f"https://n.example{two}") is expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_urls_never_raise(one: str, two: str) -> None:
    absolute(one, two)
    absolute("https://n.example/a", two)
    follows(f"https://n.example/{one}", f"https://n.example/{two}")
    unwrapped(f"http://x.cn/gate/big5/{one}")


def test_a_profile_names_the_line_that_holds_the_url() -> None:
    reading = lines(TITLE, "2016-09-23 21:23 作者:枫株湖", *TEXT, "原载：https://n.example/subject/1/")
    site = Site(name="x", title="某某网", canonical=r"原载：(\S+)")
    reading.doc.site = site
    from cleaners.metadata import read_metadata

    found = read_metadata(reading.doc, reading.body, reading.title)
    assert (found["canonical_url"], found.provenance["canonical_url"]) == (
        "https://n.example/subject/1/",
        "line named by the site",
    )


def test_every_field_says_where_it_was_found() -> None:
    found = read(
        page(
            above="<div><a href=/>某某网</a> &gt; <a href=/n>要闻</a> &gt; 正文</div>",
            byline="<p>2019-11-25 18:57 来源：某报 作者：王小明</p>",
            below="<p>标签：社区 街长</p>",
        ),
        url=URL,
    ).metadata
    named = {field: where for field, where in found.provenance.items() if not field.startswith("published_")}
    assert named == {
        "source": "line under the title",
        "credits": "byline",
        "section": "breadcrumb line",
        "tags": "keyword line",
    }
