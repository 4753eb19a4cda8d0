"""Whatever comes in: an Article, a Rejection or a documented error comes out, in bounded time."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners import Cleaner, Rejected, clean, clean_text, decode, explain, join, strip_pinyin, to_simplified
from schemas import Article, Page, Reason, Rejection
from tests.scenarios.hostile import HEADERS, PAGES, SENTENCE, URLS, page

SECONDS = 40
"""Processor time for one page; the slowest here takes a quarter of it on an idle machine."""
LISTED = "".join(f'<li><a href="/a/{n}.html">合成条目第{n}号</a></li>' for n in range(30)).encode()
DATED = page('<p>3小时前 来源：合成报 昨天 08:25 11-17 08:25</p><a href="a_2.html">下一页</a>')


def outcome(fetched: Page) -> Article | Rejection:
    """What became of a page; it can be written and read back."""
    result = Cleaner().process(fetched)
    assert isinstance(result, Article | Rejection)
    assert type(result).model_validate_json(result.model_dump_json()) == result
    return result


@cache
def of_page(name: str) -> Article | Rejection:
    """What became of one of the pages, in bounded time."""
    body = PAGES[name]()
    started = process_time()
    result = outcome(Page(url="https://example.com/a/1.html", body=body))
    assert process_time() - started < SECONDS
    return result


@pytest.mark.parametrize("name", PAGES)
def test_any_page(name: str) -> None:
    assert of_page(name)


@pytest.mark.parametrize("name", PAGES)
def test_any_page_is_explained(name: str) -> None:
    body = PAGES[name]()
    if len(body) < 300_000:
        assert explain(Page(body=body)).outcome is not None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nothing", Reason.EMPTY),
        ("20 MB of div", Reason.TOO_LARGE),
        ("16 MB of <", Reason.TOO_LARGE),
        ("16 MB of lines", Reason.NOT_CHINESE),  # one paragraph: line breaks mean nothing in HTML
        ("deep 500", Reason.TOO_LARGE),
        ("many attributes", Reason.TOO_LARGE),
        ("a million elements", Reason.TOO_LARGE),
        ("deep page in JSON", Reason.NO_TEXT),  # no browser prints it either
        ("random bytes", Reason.NOT_HTML),
        ("picture", Reason.NOT_HTML),
        ("document", Reason.NOT_HTML),
        ("archive", Reason.NOT_HTML),
        ("0xFF", Reason.NOT_CHINESE),
    ],
)
def test_the_reason(name: str, reason: Reason) -> None:
    result = of_page(name)
    assert isinstance(result, Rejection) and result.reason is reason, result


def test_json_is_no_page() -> None:
    result = outcome(Page(body=f'{{"code": 0, "text": "{SENTENCE * 9}"}}'.encode()))
    assert isinstance(result, Rejection) and result.reason is Reason.NOT_HTML


def test_japanese_is_not_chinese() -> None:
    result = outcome(Page(body=("<p>" + "これは合成された日本語の文章です。" * 9 + "</p>").encode()))
    assert isinstance(result, Rejection) and result.reason is Reason.NOT_CHINESE


@pytest.mark.parametrize("url", URLS)
def test_any_url(url: str) -> None:
    assert isinstance(outcome(Page(url=url, body=DATED)), Article)
    assert isinstance(outcome(Page(url=url, body=LISTED)), Rejection)


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_any_header(header: tuple[str, str], codec: str) -> None:
    result = outcome(Page(headers=(header, header), body=DATED.decode().encode(codec)))
    assert isinstance(result, Article) and result.title == "老街的故事"


@pytest.mark.parametrize(
    "moment",
    [
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=23))),
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-23))),
    ],
)
def test_any_time_of_fetching(moment: datetime) -> None:
    result = Cleaner().process(Page(body=DATED, fetched_at=moment))
    assert isinstance(result, Article) and result.published_at is None


def test_a_time_without_zone_is_an_error_everywhere() -> None:
    naive = datetime(2026, 1, 1)
    for body in (DATED, DATED.decode()):
        with pytest.raises(ValueError, match="timezone"):
            clean(body, fetched_at=naive)
    with pytest.raises(ValueError, match="timezone"):
        clean_text(SENTENCE * 9, fetched_at=naive)


def test_half_characters_in_text_can_be_written() -> None:
    article = clean_text(f"老\ud800街的故事\n{SENTENCE}\udc80\n{SENTENCE}", url="http://\ud800/")
    assert article.text.encode() and article.model_dump_json()
    assert clean(DATED.decode().replace("老街", "老\ud800街")).model_dump_json()
    assert to_simplified("說\ud800") == "说\ud800"


def test_text_is_held_to_its_limits() -> None:
    for text in (SENTENCE * 400_000, "行\n" * 2_000_001, "行\u2028" * 2_000_001):
        with pytest.raises(Rejected) as caught:
            clean_text(text)
        assert caught.value.rejection.reason is Reason.TOO_LARGE


def test_no_pages_to_join() -> None:
    with pytest.raises(ValueError, match="no pages"):
        join([])


WORDS = st.sampled_from(
    [*"的一是不了，。：（）()【】/|-_ \n\u3000\u200b\ue000\ufffd?&<>\"'", "2020年1月2日", "2020-01-02 03:04", "昨天 08:25",
     "3小时前", "民國一百年", "来源：合成报", "來源", "记者 张三", "通讯员李四", "责任编辑：", "(文/图 王五)",
     "作者：", "原标题：", "相关新闻", "相關閱讀", "下一页", "扫码关注", "版权声明", "發(fā)", "?shù)",
     "這個國家說時間", "404", "请登录", "https://x.cn/a_2.html", SENTENCE]
)  # fmt: skip  # laid out for reading
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class=share>", "<div>", "</div>", "<br>", "<a href='?page=2'>", "</a>", "<h1>", "</h1>", "<title>",
     "</title>", "<table><tr><td>", "<td>", "<li>", "<ul>", "<pre>", "<script>", "</script>", "<style>.a{display:none}</style>",
     "<span class=a>", "<img src=x.jpg>", "<!--", "-->", "<meta charset=gbk>", "</body>", "</html>", "<ruby>", "<rt>",
     "<script type='application/ld+json'>{\"headline\":", "<body", "<p style='display:none'>", "<", "&#x4e00;", "<![CDATA["]
)  # fmt: skip  # laid out for reading
MARKUP = st.lists(WORDS | TAGS | st.text(max_size=4), max_size=60).map("".join)
AT = datetime(2026, 1, 1, tzinfo=UTC)


@given(MARKUP, st.sampled_from(["utf-8", "gb18030", "utf-16", "big5"]), st.sampled_from([None, AT]))
@settings(max_examples=150)
def test_any_markup(markup: str, codec: str, moment: datetime | None) -> None:
    outcome(Page(url="http://x.cn/a.html", body=markup.encode(codec, "replace"), fetched_at=moment))


@given(st.lists(WORDS | st.text(max_size=4), max_size=60).map("".join))
@settings(max_examples=100)
def test_any_text(text: str) -> None:
    to_simplified(text)
    strip_pinyin(text)
    try:
        assert clean_text(text, fetched_at=AT).model_dump_json()
    except Rejected as rejected:
        assert rejected.rejection.reason in Reason


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<meta charset=gbk>", b"<p>"]),
)
@settings(max_examples=100)
def test_any_bytes(body: bytes, start: bytes) -> None:
    assert decode(start + body).text is not None
    outcome(Page(body=start + body))
