"""The report, opened in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.report import collect, render
from crawler.report.job import read_runs
from schemas import Failure, Flag, Image, Kind, Quality, Reason, Record, Rejection, Stage
from schemas.credit import Role
from tests.crawler.chromium import CONTRAST, DESKTOP, PHONE, comes_to, looks_right, opened
from tests.crawler.report.folders import SENTENCE, START, add_night, an_article, write_nights

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "<img src=https://evil.example/x onerror=alert(1)><script>alert(2)</script>"
PICTURE = "https://pictures.example/river.jpg"
FOREIGN = "<img src=https://evil.example/x><script>alert(2)</script><style>body{display:none}</style>"
TABLE = "<table><tr><td>甲</td><td>乙</td></tr></table>"
HTML = f'<h2>小标题</h2><p>第一段。</p><img src="{PICTURE}" alt="（合成）河边">{TABLE}{FOREIGN}'


def the_nights() -> list[list[Record]]:
    """Four like nights; in the fifth the source is gone, and there is one of everything."""
    nights: list[list[Record]] = [
        [an_article(30 * night + n, night) for n in range(30)] for night in range(5)
    ]
    nights[4] = [an_article(120 + n, 4, source=None) for n in range(25)]
    at = START + timedelta(days=4, seconds=1)
    nights[4] += [
        an_article(1, 4, text=f"改过的一段。{SENTENCE}\n{SENTENCE}", content_hash="new", previous_hash="1"),
        an_article(
            501, 4, title="带图的一篇", html=HTML, images=(Image(url=PICTURE, caption="（合成）河边"),)
        ),
        an_article(
            502,
            4,
            title=HOSTILE,
            text=HOSTILE,
            flags=(Flag.DOUBTFUL,),
            quality=Quality(chars=9, confidence=0.3),
        ),
        an_article(505, 4, title="图在文后", images=(Image(url=PICTURE, caption="（合成）河边"),)),
        an_article(503, 4, kind=Kind.GALLERY, site="yybnet", content_hash="twin"),
        an_article(504, 4, content_hash="twin", text="白鹭湾大桥今天通车。"),
        Rejection(url="https://www.example.com/a/", reason=Reason.LISTING, detail=HOSTILE, fetched_at=at),
        Failure(
            url="javascript:alert(1)",
            stage=Stage.FETCH,
            error="TimeoutError",
            detail="took 9 s",
            failed_at=at,
        ),
    ]
    return nights


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    job = tmp_path_factory.mktemp("report") / "白鹭湾"
    left = {"www.example.com": "9 pages wait: HTTP 403"}
    write_nights(
        job,
        the_nights(),
        hosts_left=left,
        command="qingwen crawl yybnet --out jobs/白鹭湾 " + "-s A_LONG_SETTING=1 " * 8,
    )
    file = job / "index.html"
    data = collect(job, read_runs(job))
    file.write_text(render(data, {data.articles[0].place: "explain/1.html"}), encoding="utf-8")
    return file


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    with opened(browser, file.as_uri()) as page:
        yield page


def names(page: Page) -> list[str]:
    return page.locator(".item .name").all_inner_texts()


def choose(page: Page, title: str) -> None:
    """Find an article and open it: only rows that can be seen are there to be clicked."""
    page.fill("input[type=search]", title)
    page.locator(".item", has_text=title).first.click()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_it_can_be_read_everywhere(browser: Browser, file: Path, width: int) -> None:
    with opened(browser, file.as_uri(), width) as page:
        looks_right(page)
        page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
        page.wait_for_timeout(50)
        looks_right(page)
        page.locator(".item").first.click()
        page.locator(".reader h3").wait_for()
        poor = page.evaluate(CONTRAST)
        assert poor == []


def test_the_head_says_which_run_of_which_job(page: Page) -> None:
    assert page.title() == "白鹭湾 · 清文"
    head = page.locator("header").inner_text()
    assert "白鹭湾" in head and "第 5 次运行" in head
    assert "2026年3月6日 02:30 – 03:30" in head and "Asia/Shanghai (UTC+8)" in head
    assert "qingwen crawl yybnet --out jobs/白鹭湾" in head
    assert "9 pages wait: HTTP 403" in page.locator("#lost").inner_text()


def test_it_speaks_both_languages(page: Page) -> None:
    assert page.locator(".figure").first.inner_text().split()[:2] == ["33", "网页"]
    page.click("#language")
    assert page.locator(".figure").first.inner_text().split()[:2] == ["33", "Pages"]
    assert page.evaluate("document.documentElement.lang") == "en"


def test_articles_are_found_by_title_and_by_text(page: Page) -> None:
    page.fill("input[type=search]", "带图的")
    comes_to(page.locator(".item"), 1)
    page.fill("input[type=search]", "通车")
    comes_to(page.locator(".item"), 1)
    page.locator(".item").filter(has_text="504").wait_for()
    page.fill("input[type=search]", "没有这样的词")
    assert page.locator(".scroller .empty").is_visible()


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("flag", "doubtful", 1),
        ("kind", "gallery", 1),
        ("confidence", "0-60", 1),
        ("changed", "2", 1),
        ("day", "none", 0),
    ],
)
def test_articles_are_filtered(page: Page, name: str, value: str, count: int) -> None:
    page.select_option(f"select[name={name}]", value)
    assert (
        f" {count} 篇" in page.locator(".count").inner_text()
        or f"共 {count} 篇" in page.locator(".count").inner_text()
    )


def test_articles_are_ordered(page: Page) -> None:
    page.select_option("select[name=by]", "doubtful")
    assert names(page)[0] == HOSTILE


def test_an_article_is_read_as_printed(page: Page) -> None:
    choose(page, "带图的一篇")
    reader = page.locator(".reader")
    reader.get_by_role("heading", name="小标题").wait_for()
    assert reader.locator("td").all_inner_texts() == ["甲", "乙"]
    assert reader.locator("figcaption").all_inner_texts() == ["（合成）河边"]
    assert reader.locator("img, script").count() == 0


def test_pictures_are_asked_for_when_the_reader_says_so(browser: Browser, file: Path) -> None:
    with opened(browser, file.as_uri(), own=("file:", PICTURE)) as page:
        page.context.route(PICTURE, lambda route: route.fulfill(content_type="image/gif", body=b""))
        choose(page, "图在文后")
        page.locator(".reader figure .place").wait_for()
        with page.expect_request(PICTURE):
            page.get_by_role("button", name="显示 1 张图片").click()


def test_what_changed_is_marked(page: Page) -> None:
    choose(page, "第1号")
    page.get_by_role("button", name="有何更改").click()
    assert page.locator(".changes ins").all_inner_texts() != []
    assert page.locator(".changes .same").count() == 1


def test_an_article_links_its_page_and_its_explanation(page: Page) -> None:
    page.locator(".item").first.click()
    page.locator(".reader a[href='explain/1.html']").wait_for()
    link = page.locator(".reader a[href^=https]").first
    assert (link.get_attribute("rel"), link.get_attribute("target")) == ("noreferrer noopener", "_blank")


def test_an_alarm_shows_both_sides(page: Page) -> None:
    sides = page.locator(".alarm .side").all_inner_texts()
    assert "此前" in sides[0] and "云禾日报" in sides[0]
    assert "本次" in sides[1] and "（空）" in sides[1]


def test_an_alarm_that_is_a_gain_is_not_red(browser: Browser, tmp_path: Path) -> None:
    """More articles name their source than ever: the template changed, and to the better."""
    nights = [
        [an_article(30 * n + k, n, source=None if n < 4 else "云禾日报") for k in range(30)] for n in range(5)
    ]
    write_nights(tmp_path / "job", nights)
    file = tmp_path / "index.html"
    file.write_text(render(collect(tmp_path / "job", read_runs(tmp_path / "job"))), encoding="utf-8")
    with opened(browser, file.as_uri()) as page:
        comes_to(page.locator(".alarm .values b.good", has_text="100%"), 1)
        comes_to(page.locator(".alarm b.bad"), 0)
        looks_right(page)


def test_an_alarm_without_values_has_no_chart(browser: Browser, tmp_path: Path) -> None:
    write_nights(tmp_path / "job", [[an_article(night, night)] for night in range(5)])
    add_night(tmp_path / "job", [], 30)
    file = tmp_path / "index.html"
    file.write_text(render(collect(tmp_path / "job", read_runs(tmp_path / "job"))), encoding="utf-8")
    with opened(browser, file.as_uri()) as page:
        page.locator(".alarm summary").click()
        comes_to(page.locator(".alarm details[open]"), 1)
        comes_to(page.locator(".alarm .chart"), 0)
        looks_right(page)


def test_charts_show_their_values(page: Page) -> None:
    assert page.locator("#runs canvas").count() == 1
    page.locator("#runs .u-over").hover(position={"x": 100, "y": 40})
    tip = page.locator("#runs .tip").inner_text()
    assert "文章 31" in tip or ("文章 30" in tip and "失败 0" in tip)


def test_lost_pages_and_copies_are_grouped(page: Page) -> None:
    assert [row.split("\n")[0] for row in page.locator("#lost .cause summary").all_inner_texts()] == [
        "1",
        "1",
    ]
    assert page.locator("#duplicates .cause summary").all_inner_texts()[0].startswith("2")
    assert page.locator("a[href^='javascript']").count() == 0


def test_one_is_not_counted_as_many(page: Page) -> None:
    assert page.evaluate(
        "zh = false, [t('pictures', {n: '1'}), t('pictures', {n: '2'}), t('n_duplicates', {n: '1'})]"
    ) == [
        "1 picture",
        "2 pictures",
        "1 duplicate URL",
    ]


def test_no_tag_of_the_list_is_cut_off(browser: Browser, file: Path) -> None:
    """Those that do not fit into the one line of facts are not seen at all."""
    with opened(browser, file.as_uri(), PHONE) as page:
        cut = """[...document.querySelectorAll(".item .facts")].some((facts) => [...facts.children].some((one) => {
          const [box, own] = [facts.getBoundingClientRect(), one.getBoundingClientRect()];
          return own.top < box.bottom && (own.right > box.right + 1 || own.bottom > box.bottom + 1);
        }))"""
        assert not page.evaluate(cut)


def test_one_run_has_no_trend(browser: Browser, tmp_path: Path) -> None:
    write_nights(tmp_path / "job", [[an_article(n, 0) for n in range(3)]])
    file = tmp_path / "index.html"
    file.write_text(render(collect(tmp_path / "job", read_runs(tmp_path / "job"))), encoding="utf-8")
    with opened(browser, file.as_uri()) as page:
        assert page.locator("#sites .spark polyline").first.get_attribute("points") == ""


def test_keys_walk_through_the_list(page: Page) -> None:
    page.locator(".scroller").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.locator(".item[aria-selected=true]", has_text="第122号").wait_for()


def test_it_prints(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".printed tr").count() == 31
    assert not page.locator(".scroller").is_visible()


def test_twenty_thousand_articles_are_a_few_rows(browser: Browser, tmp_path: Path) -> None:
    job = tmp_path / "job"
    template = an_article(0)
    articles = [
        template.model_copy(update={"url": f"https://www.example.com/{n}", "title": f"第{n}号"})
        for n in range(20_000)
    ]
    write_nights(job, [articles])
    file = job / "index.html"
    file.write_text(render(collect(job, read_runs(job))), encoding="utf-8")
    with opened(browser, file.as_uri()) as page:
        assert "20,000" in page.locator(".count").inner_text()
        assert page.locator(".item").count() < 40
        page.evaluate("list.scroller.scrollTop = 1e9")
        page.locator(".item", has_text="第19999号").wait_for()
        assert page.locator(".item").count() < 40
        page.fill("input[type=search]", "第12345号")
        comes_to(page.locator(".item"), 1)


@pytest.mark.parametrize("nights", [1, 2, 400])
def test_the_chart_holds_few_runs_and_many(browser: Browser, tmp_path: Path, nights: int) -> None:
    job = tmp_path / "job"
    write_nights(job, [[an_article(night, night)] for night in range(nights)])
    file = job / "index.html"
    file.write_text(render(collect(job, read_runs(job))), encoding="utf-8")
    for width in (PHONE, DESKTOP):
        with opened(browser, file.as_uri(), width) as page:
            looks_right(page)
            assert page.locator("#runs canvas").count() == 1


def test_every_code_of_a_record_has_its_words(page: Page) -> None:
    families = {"flag": Flag, "kind": Kind, "reason": Reason, "stage": Stage, "role": Role}
    codes = [f"{family}.{code}" for family, values in families.items() for code in values]
    assert page.evaluate("(codes) => codes.filter((code) => !has(code))", codes) == []
