"""How long the report of a large run takes to write and to open.

python -m benchmarks.report [--articles 20000]
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.commands import parser_of
from crawler.cli import run
from schemas import Article, Credit, Quality, RunReport, SiteCounts
from schemas.credit import Role

SITES = ("yybnet", "ppfocus", "sanwenwang", "generic")
NIGHTS, USUAL = 10, 100
START = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)


def main() -> None:
    """Write a job whose last run holds so many articles, report on it, open the report in Chromium."""
    parser = parser_of(__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    articles = parser.parse_args().articles
    with TemporaryDirectory() as folder:
        job = Path(folder) / "job"
        write_job(job, articles)
        run(["report", str(job), "--quiet"])  # the earlier nights were reported on before
        began, worked = time.perf_counter(), time.process_time()
        run(["report", str(job), "--quiet"])
        took, worked = time.perf_counter() - began, time.process_time() - worked
        page = job / "report" / "index.html"
        print(
            f"{articles} articles: written in {took:.1f} s ({worked:.1f} s of CPU), {page.stat().st_size / 1e6:.1f} MB"
        )
        print(f"ready in Chromium after {opened(page):.0f} ms")


def write_job(job: Path, articles: int) -> None:
    """Invented articles of natural lengths, as a crawl leaves them."""
    rng = random.Random(1)
    words = [
        "".join(chr(rng.randrange(0x4E00, 0x6F00)) for _ in range(rng.randint(1, 3))) for _ in range(4000)
    ]
    (job / "runs").mkdir(parents=True)
    with (job / "articles-00001.jsonl").open("w", encoding="utf-8") as file:
        for night in range(NIGHTS):
            count = articles if night == NIGHTS - 1 else USUAL
            for article in invented(rng, words, night, count):
                file.write(article.model_dump_json() + "\n")
            (job / "runs" / f"{night + 1:05}.json").write_text(report_of(night, count).model_dump_json())


def invented(rng: random.Random, words: list[str], night: int, count: int) -> Iterator[Article]:
    """A night's articles: some 1,400 characters each."""
    at = START + timedelta(days=night)
    for number in range(count):
        text = "\n".join("".join(rng.choices(words, k=60)) + "。" for _ in range(rng.randint(4, 20)))
        yield Article(
            url=f"https://www.example.com/{night}/{number}.html",
            site=SITES[number % len(SITES)],
            title="".join(rng.choices(words, k=8)),
            text=text,
            published_at=at - timedelta(minutes=rng.randrange(5000)),
            source="云禾日报",
            credits=(Credit(name="李石", role=Role.REPORTER),),
            fetched_at=at + timedelta(seconds=1),
            content_hash=f"{night}-{number // 2 if number % 40 < 2 else number}",
            quality=Quality(chars=len(text), confidence=rng.random() ** 0.2),
            provenance={"text": "div.content", "title": "h1"},
            cleaner_version="0.1.0",
        )


def report_of(night: int, count: int) -> RunReport:
    """A night's run."""
    at = START + timedelta(days=night)
    sites = {site: SiteCounts(fetched=count // 4, articles=count // 4) for site in SITES}
    return RunReport(started_at=at, finished_at=at + timedelta(hours=1), sites=sites)


def opened(page: Path) -> float:
    """Milliseconds from the navigation until the list is there: the median of five."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        times = sorted(ready(browser, page) for _ in range(5))
        browser.close()
    return times[2]


def ready(browser: object, page: Path) -> float:
    """Once."""
    tab = browser.new_page()  # type: ignore[attr-defined]  # playwright is imported where it is there
    tab.goto(page.as_uri(), wait_until="commit")
    tab.locator("html[data-ready]").wait_for(state="attached", timeout=60_000)
    found = float(tab.evaluate("document.documentElement.dataset.ready"))
    tab.close()
    return found


if __name__ == "__main__":
    main()
