"""Pictures and attachments of real crawls: kept whole and once, refused with a reason, and linked from the record."""

import asyncio
import hashlib
import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.signalmanager import SignalManager

from crawler.downloads.waits import NotCleaned, Waits
from crawler.items import Outcome
from crawler.media.pipeline import MediaPipeline
from crawler.media.store import MediaStore
from schemas import Article, Image
from tests import forks
from tests.crawler.job.crawls import PARAGRAPH, ROOT, crawl, lines
from tests.crawler.loopback import Answer, Site

PNG = b"\x89PNG\r\n\x1a\n"
COMMON, BIG, PAGE = PNG + b"common" * 100, 2 * 1024**3, b"<!doctype html><title>404</title>"
ARTICLES = 6


def picture(number: int) -> bytes:
    return PNG + bytes([number]) * 40_000


def article(number: int, url: str) -> str:
    files = (
        f"<p><img src=/i/{number}.png></p><p><img src=/i/common.png></p><p><img src=/i/lost.png></p>"
        f"<p><img src={url.replace('127.0.0.1', '127.0.0.2')}/i/private.png></p>"
        f"<p>附件：<a href=/f/{number}.pdf>1.方案{number}.pdf</a> <a href=/f/big.zip>2.全部材料.zip</a>"
        "<a href=/f/gone.doc>3.表.doc</a></p>"
    )
    text = f"<p>第{number}号{PARAGRAPH}</p>" * 3
    return f"<title>合成</title><h1>合成新闻：河边的清晨</h1><div class=content>{text}{files}{text}</div>"


@pytest.fixture
def site() -> Iterator[Site]:
    pages: dict[str, Answer | str] = {
        "/i/common.png": Answer(COMMON, headers={"Content-Type": "image/png"}),
        "/i/lost.png": Answer(PAGE, headers={"Content-Type": "image/png"}),
        "/f/big.zip": Answer(b"PK", headers={"Content-Type": "application/zip", "Content-Length": str(BIG)}),
    }
    with Site(pages) as site:
        links = "".join(f"<a href=/article/{n}.html>合成新闻的标题文字</a>" for n in range(ARTICLES))
        pages["/"] = f"<title>合成</title>{links}"
        for number in range(ARTICLES):
            pages[f"/article/{number}.html"] = article(number, site.url)
            pages[f"/i/{number}.png"] = Answer(picture(number), headers={"Content-Type": "image/png"})
            pages[f"/f/{number}.pdf"] = Answer(
                b"%%PDF-1.7 %d" % number, headers={"Content-Type": "application/pdf"}
            )
        yield site


def kept(job: Path) -> dict[str, bytes]:
    """Digest of the name to the bytes of each file; none may be there twice."""
    files = [path for path in (job / "media").glob("??/*") if path.parent.name != "tmp"]
    found = {path.name.partition(".")[0]: path.read_bytes() for path in files}
    assert len(found) == len(files)
    return found


def check(job: Path) -> None:
    """Every file is whole, and the records name those that are there."""
    files = kept(job)
    assert all(hashlib.sha256(data).hexdigest() == digest for digest, data in files.items())
    articles = lines(job, "articles")
    assert len(articles) == ARTICLES
    for record in articles:
        number = int(record["url"].rsplit("/", 1)[1][:-5])
        assert [image["digest"] and files[image["digest"]] for image in record["images"]] == [
            picture(number), COMMON, None, None,
        ]  # fmt: skip  # laid out for reading
        assert [file["digest"] and files[file["digest"]] for file in record["attachments"]] == [
            b"%%PDF-1.7 %d" % number, None, None,
        ]  # fmt: skip  # laid out for reading
    assert len(files) == 2 * ARTICLES + 1


def test_files_are_kept_once_and_refused_with_a_reason(site: Site, tmp_path: Path) -> None:
    done = crawl(site.url, tmp_path, MEDIA="images,attachments")
    assert done.returncode == 0, done.stderr
    check(tmp_path)
    assert len(site.times("/i/common.png")) == 1
    with sqlite3.connect(tmp_path / "media/index.sqlite") as db:
        errors = {
            url.rsplit("/", 1)[1]: why
            for url, why in db.execute("SELECT url, error FROM media WHERE error <> ''")
        }
    db.close()
    assert errors["lost.png"] == "ValueError: no image, but html"
    assert errors["gone.doc"] == "ValueError: answered with 404"
    assert "private" in errors["private.png"]
    assert str(BIG) in errors["big.zip"]


def test_nothing_is_downloaded_unless_asked_for(site: Site, tmp_path: Path) -> None:
    crawl(site.url, tmp_path)
    assert not [path for path in site.paths() if path.startswith(("/i/", "/f/"))]
    assert not (tmp_path / "media").exists()
    assert not any(image["digest"] for record in lines(tmp_path, "articles") for image in record["images"])


def test_robots_txt_holds_for_files(site: Site, tmp_path: Path) -> None:
    robots = Answer(b"User-agent: *\nDisallow: /i/", headers={"Content-Type": "text/plain"})
    site.pages["/robots.txt"] = robots
    crawl(site.url, tmp_path, MEDIA="images")
    assert not [path for path in site.paths() if path.startswith("/i/")]
    assert kept(tmp_path) == {}


def test_a_host_that_cannot_be_asked_costs_a_digest_and_not_the_article(tmp_path: Path) -> None:
    pages: dict[str, Answer | str] = {}
    with Site({"/robots.txt": Answer(b"", 500)}) as away, Site(pages) as site:
        picture = f"{away.url.replace('127.0.0.1', 'localhost')}/i.png"
        text = f"<p>{PARAGRAPH}</p>" * 3
        pages |= {
            "/": "<title>合成</title><a href=/article/1.html>合成新闻的标题文字</a>",
            "/article/1.html": f"<h1>合成新闻：河边的清晨</h1><div>{text}<p><img src={picture}></p>{text}</div>",
        }
        hosts = "127.0.0.1,localhost"
        crawl(site.url, tmp_path, MEDIA="images", PRIVATE_HOSTS_ALLOWED=hosts, CLOSESPIDER_TIMEOUT=600)
    assert [record["images"][0]["digest"] for record in lines(tmp_path, "articles")] == [None]
    assert len(site.times("/article/1.html")) == 1
    assert len(away.hits) == 1
    with closing(sqlite3.connect(tmp_path / "media/index.sqlite")) as db:
        assert db.execute("SELECT error LIKE '%robots.txt%' FROM media").fetchall() == [(1,)]


class Ending:
    """As much of Scrapy's engine as is asked while a crawl ends."""

    _slot = SimpleNamespace(closing=object())

    async def download_async(self, request: Request) -> Response:
        raise Waits("the crawl ended before the page was asked for")


def test_an_article_whose_files_the_end_of_the_crawl_cuts_off_stays_queued(tmp_path: Path) -> None:
    crawler: Any = SimpleNamespace(engine=Ending(), signals=SignalManager())
    record = Article(title="合成", text="合成", images=(Image(url="https://a.example/1.png"),))
    with closing(MediaStore(tmp_path)) as store, pytest.raises(NotCleaned):
        pipeline = MediaPipeline(crawler, store, frozenset({"images"}), 1)
        asyncio.run(pipeline.process_item(Outcome("a", record)))


def test_ten_kills_leave_every_file_whole_and_once(site: Site, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "crawl",
        "generic",
        "-a",
        f"url={site.url}/",
        "-a",
        "allow=/article/",
    ]
    settings = {
        "JOB": tmp_path, "MEDIA": "images,attachments", "DOWNLOAD_DELAY": 0, "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
        "RETRY_TIMES": 0, "CLEANER_WORKERS": 0, "LOG_LEVEL": "WARNING",
    }  # fmt: skip  # laid out for reading
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    chance = random.Random(17)
    for _ in range(10):
        asked = len(site.hits)
        process = forks.start(command, cwd=ROOT)
        wanted = asked + chance.randint(1, 12)
        while process.is_alive() and len(site.hits) < wanted:
            sleep(0.002)
        process.kill()
        process.join()
    crawl(site.url, tmp_path, MEDIA="images,attachments")
    check(tmp_path)
