"""The run report, opened in a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.drift import Alarm
from crawler.report import ReportData, collect, render
from schemas import Article, Failure, Quality, Reason, Rejection, RunReport, SiteCounts, Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

START = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
HOSTILE = "</script><script>document.title='owned'</script>"


def a_run(day: int) -> RunReport:
    return RunReport(
        started_at=START + timedelta(days=day),
        finished_at=START + timedelta(days=day, minutes=30),
        sites={
            "yybnet": SiteCounts(
                fetched=5, articles=3, rejected={"listing": 1}, failed={"fetch": 1}, seconds=4
            ),
            "ppfocus": SiteCounts(fetched=2, articles=2, seconds=0.4),
        },
    )


@pytest.fixture
def data() -> ReportData:
    def article(number: int) -> Article:
        chars = 90 * number
        return Article(title=f"第{number}条", text="正文", source="某报", content_hash=str(number // 2),
                       quality=Quality(chars=chars))  # fmt: skip  # laid out for reading

    outcomes: list[tuple[str, Article | Rejection | Failure]] = [
        *(("yybnet", article(n)) for n in range(3)),
        *(("ppfocus", article(n)) for n in (8, 10)),
        ("yybnet", Rejection(url="https://www.yybnet.net/a/", reason=Reason.LISTING, detail=HOSTILE)),
        ("yybnet", Failure(url="javascript:alert(1)", stage=Stage.FETCH, error="TimeoutError")),
    ]
    alarm = Alarm(
        site="yybnet", figure="filled:source", before=0.9, after=0.0, examples=("https://www.yybnet.net/b",)
    )
    data = collect([a_run(0), a_run(1)], outcomes, [alarm])
    return data.explained({"https://www.yybnet.net/a/": "explain/1.html"})


def test_the_data_counts_duplicates_lengths_and_lost_pages(data: ReportData) -> None:
    assert data.duplicates == {"yybnet": 2, "ppfocus": 0}
    assert data.lengths["yybnet"][:2] == (2, 1)
    assert [(page.reason, page.explained) for page in data.lost] == [
        ("listing", "explain/1.html"),
        ("failed: fetch", ""),
    ]


def test_the_page_loads_nothing(data: ReportData) -> None:
    page = render(data)
    assert "src=" not in page
    assert HOSTILE not in page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if not chromium:
        if os.environ.get("CI"):
            pytest.fail("CI must have Chromium")
        pytest.skip("Chromium is not installed: the report is not looked at")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, data: ReportData, tmp_path: Path) -> Iterator[Page]:
    """The report opened offline; any console error or request beyond the file itself fails the test."""
    file = tmp_path / "report.html"
    file.write_text(render(data), encoding="utf-8")
    page = browser.new_page(locale="zh-CN")
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request",
        lambda request: (
            errors.append(request.url) if not request.url.startswith(("file:", "data:")) else None
        ),
    )
    page.goto(file.as_uri())
    yield page
    page.close()
    assert errors == []


def rows(page: Page, section: str) -> list[str]:
    return page.locator(f"section:has(h2:text-is('{section}')) tbody tr").all_inner_texts()


def test_it_shows_totals_in_chinese_and_in_english(page: Page) -> None:
    assert page.locator(".card").first.inner_text().split() == ["7", "页面"]
    page.click("#language")
    assert page.locator(".card").first.inner_text().split() == ["7", "pages"]
    assert page.title() == "qingwen"


def test_tables_sort_and_filter(page: Page) -> None:
    assert [row.split()[0] for row in rows(page, "各站点")] == ["ppfocus", "yybnet"]
    page.click("section:has(h2:text-is('各站点')) th:text-is('页面')")
    page.click("section:has(h2:text-is('各站点')) th:text-is('页面')")
    assert [row.split()[0] for row in rows(page, "各站点")] == ["yybnet", "ppfocus"]
    page.fill("section:has(h2:text-is('各站点')) input", "ppf")
    assert [row.split()[0] for row in rows(page, "各站点")] == ["ppfocus"]


def test_charts_have_a_bar_for_each_run_and_outcome(page: Page) -> None:
    assert page.locator("section:has(h2:text-is('历次运行')) rect").count() == 6


def test_hostile_text_stays_text(page: Page) -> None:
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.get_by_text("document.title").count() == 1


def test_it_reads_in_light_and_in_dark(page: Page) -> None:
    def background() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.emulate_media(color_scheme="light")
    assert background() == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark")
    assert background() == "rgb(18, 24, 31)"
