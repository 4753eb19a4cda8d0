"""No record holds a URL that a terminal, a database or a JSON reader chokes on."""

import re

import pytest

from cleaners import Cleaner, Rejected, clean_text
from schemas import Article, Failure, Image, Page, Reason, Rejection, Stage
from tests.records import strings

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
TEXT = "合成文本：渡轮公司今年春天换了新船，往返两岸只要二十分钟，旧船停在码头，改成了水上博物馆。"


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("http://x.test/渡 轮?a=1#b", "http://x.test/渡 轮?a=1#b"),
        ("http://h/\0a", "http://h/%00a"),
        ("\x01 http://h/\ta\r\nb\x1b\x7f\x85\n", "http://h/ab%1B%7F%C2%85"),
        ("http://x.test/\udc80", "http://x.test/?"),
    ],
)
def test_a_url_holds_no_control_character(given: str, held: str) -> None:
    assert Page(url=given, body=b"").url == held
    article = Article(url=given, canonical_url=given, title="", text="", pages=(given,), next_page=given,
                      images=(Image(url=given),))  # fmt: skip  # laid out for reading
    assert {article.url, article.canonical_url, article.next_page, *article.pages, article.images[0].url} == {
        held
    }
    assert Rejection(url=given, reason=Reason.EMPTY).url == held
    assert Failure(url=given, stage=Stage.CLEAN, error="x").url == held


HEAD = """<title>渡\x1b轮换新船\x07</title><link rel=canonical href="http://a.test/\x1b\x07x">
<meta name=keywords content="渡\x1b轮,新\x7f船"><script type="application/ld+json">{"@type":"NewsArticle",
"headline":"渡轮\\u0000换新船","mainEntityOfPage":"http://a/\\u0000","author":{"name":"王\\u001b小明"},
"image":"http://x.test/\\u0000.jpg"}</script>"""
BODY = f"""<h1>渡\x1b轮\x18换新船</h1><p>来源：合\x1b成日报 记者 张\x07三</p><p>{TEXT * 3}</p>
<p><img src="http://x.test/\x10a.jpg" alt="图\x1b片">{TEXT * 3}</p><p>{TEXT}\x1b]0;pwn\x07</p>"""


def test_a_page_of_control_characters_gives_none() -> None:
    page = Page(
        url="http://h.test/\0a\x1b", body=f"<html><head>{HEAD}</head><body>{BODY}</body></html>".encode()
    )
    outcome = Cleaner().process(page)
    assert isinstance(outcome, Article)
    assert not CONTROL.search("".join(strings(outcome.model_dump())))


def test_a_text_of_control_characters_gives_none() -> None:
    try:
        article = clean_text(f"渡轮\0换新船\n{TEXT}\0\n{TEXT}\n{TEXT}", url="http://h/\0a")
    except Rejected as rejected:
        pytest.fail(str(rejected))
    assert not CONTROL.search("".join(strings(article.model_dump())))


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("https://user:secret@x.test/a", "https://x.test/a"),
        ("https://user@x.test:8080/a", "https://x.test:8080/a"),
        ("//user:secret@x.test/a", "//x.test/a"),
        ("https://a@b:c@x.test/", "https://x.test/"),
        ("https://x.test/@user/a?to=b@c.test", "https://x.test/@user/a?to=b@c.test"),
        ("/mail/a@b.test", "/mail/a@b.test"),
    ],
)
def test_a_url_holds_no_credentials(given: str, held: str) -> None:
    assert Page(url=given, body=b"").url == held
    assert Image(url=given).url == held
