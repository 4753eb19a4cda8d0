"""The explain page, opened in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleaners.explain import explain
from cleaners.readings.rules import Rule
from crawler.report.explain_page import explain_page
from crawler.report.original import shown
from crawler.words import in_languages
from schemas import Page as Fetched
from tests.cleaners.readings.pages import OTHER, TEXT, TITLE, article, paragraphs
from tests.crawler.chromium import DESKTOP, PHONE, comes_to, looks_right, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURE = "https://pictures.example/river.jpg"
HOSTILE = (
    "<script>document.title = 'owned'</script><img src=x onerror=alert(1)><iframe src=https://evil.example></iframe>"
    "<style>@import 'https://evil.example/a.css'; p { background: url(https://evil.example/b.png) }</style>"
    "<link rel=stylesheet href=https://evil.example/c.css><a href=https://evil.example/d ping=https://evil.example>去</a>"
    "<form action=https://evil.example><button>发送</button></form><meta http-equiv=refresh content='0;url=https://evil.example'>"
    "<div style='background:\\75rl(https://evil.example/e)'>他</div><video src=https://evil.example/f autoplay></video>"
)
SOURCE = article(
    f"<div>{paragraphs(TEXT)}<img src={PICTURE}><p style='display:none'>{OTHER}</p><p>责任编辑：李石</p></div>",
    after=f"<h3>相关新闻</h3><ul>{'<li><a href=/1>合成的相关新闻标题</a></li>' * 9}</ul>{HOSTILE}",
)


def page_of(source: str) -> str:
    return explain_page(explain(Fetched(body=source.encode(), url="https://example.com/1.html")))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("explain") / "why.html"
    file.write_text(page_of(SOURCE), encoding="utf-8")
    return file


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    with opened(browser, file.as_uri()) as page:
        page.locator("iframe[data-marked]").wait_for(state="attached")
        yield page


def tab(page: Page, name: str) -> str:
    page.get_by_role("tab", name=name, exact=True).click()
    return page.locator("#panel").inner_text()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_it_can_be_read_everywhere(browser: Browser, file: Path, width: int) -> None:
    with opened(browser, file.as_uri(), width) as page:
        for name in page.get_by_role("tab").all():
            if name.is_visible():
                name.click()
                page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
                looks_right(page)


def test_the_page_stands_beside_its_lines(page: Page) -> None:
    frame = page.frame_locator("iframe")
    comes_to(frame.locator("[data-qw-kept]"), len(TEXT))
    assert [text.strip() for text in frame.locator("[data-qw-kept]").all_inner_texts()] == TEXT
    assert page.locator(".line.kept").all_inner_texts() == TEXT
    assert TITLE in page.locator(".line.dropped").all_inner_texts()


def test_a_line_that_is_pointed_at_is_marked_on_the_other_side(page: Page) -> None:
    frame = page.frame_locator("iframe")
    page.locator(".line.kept").nth(1).hover()
    assert frame.locator(".qw-on").inner_text() == TEXT[1]
    frame.locator("[data-qw-kept]").nth(0).hover()
    assert page.locator(".line.on").inner_text() == TEXT[0]


def test_dropped_lines_say_why_in_words(page: Page) -> None:
    dropped = (Rule.HIDDEN, Rule.EDITOR, Rule.TITLE)
    chinese = page.locator(".rule b").all_inner_texts()
    assert {in_languages(rule.meaning)["zh"] for rule in dropped} <= set(chinese)
    assert set(chinese) <= {in_languages(rule.meaning)["zh"] for rule in Rule}
    page.click("#language")
    english = page.locator(".rule b").all_inner_texts()
    assert {rule.meaning for rule in dropped} <= set(english) <= {rule.meaning for rule in Rule}


def test_fields_show_their_candidates_and_readings_their_confidence(page: Page) -> None:
    fields = tab(page, "字段")
    assert "石桥日报" in fields and "读自：标题下一行" in fields
    assert "预期 F1" in tab(page, "读法")
    assert page.locator(".reading.taken").count() == 1


def test_the_record_comes_in_three_forms(page: Page) -> None:
    assert tab(page, "文本").endswith(TEXT[-1])
    assert TEXT[0] in tab(page, "Markdown")
    assert f'"title": "{TITLE}"' in tab(page, "JSON")


def test_pictures_are_loaded_when_the_reader_says_so(browser: Browser, file: Path) -> None:
    with opened(browser, file.as_uri(), own=("file:", PICTURE)) as page:
        page.context.route(PICTURE, lambda route: route.fulfill(content_type="image/gif", body=b""))
        with page.expect_request(PICTURE):
            page.evaluate("original.html = original.html.replace(/<img[^>]*data-qw-src=\"x\"[^>]*>/, '')")
            page.get_by_role("button", name="载入图片").click()


def test_a_phone_shows_one_side_and_goes_to_the_other(browser: Browser, file: Path) -> None:
    with opened(browser, file.as_uri(), PHONE) as page:
        assert not page.locator("iframe").is_visible()
        page.locator(".line.kept").nth(1).click()
        page.locator("iframe").wait_for()
        assert page.frame_locator("iframe").locator(".qw-on").inner_text() == TEXT[1]


def test_a_rejection_says_why(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "why.html"
    file.write_text(page_of("<title>提示</title><p>您访问的页面不存在</p>"), encoding="utf-8")
    with opened(browser, file.as_uri()) as page:
        assert "不是文章：错误页" in page.locator(".verdict").inner_text()
        assert "没有文章" in tab(page, "文本")


@pytest.mark.parametrize("body", [b"", b"\x00\xff", b"<p>", "只有一行".encode()])
def test_any_bytes_have_a_page(browser: Browser, tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "why.html"
    file.write_text(explain_page(explain(Fetched(body=body))), encoding="utf-8")
    with opened(browser, file.as_uri()) as page:
        assert page.locator(".verdict").inner_text()


def test_nothing_active_is_left_of_a_page() -> None:
    left = shown(
        f"<html><body>{HOSTILE}<svg onload=alert(1)><a xlink:href='javascript:1'>x</a></svg></body></html>"
    )
    for active in (
        "<script",
        "<iframe",
        "<link",
        "<meta",
        " onerror",
        " onload",
        " ping=",
        " action=",
        "@import",
        "url(",
        "\\",
    ):
        assert active not in left
    assert ' data-qw-src="https://evil.example/f"' in left and " src=" not in left and " href=" not in left
