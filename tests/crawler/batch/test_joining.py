"""Split articles come out as one, as in a crawl."""

import json
from pathlib import Path

import pytest

from crawler.batch.joining import joined
from crawler.cli import run
from schemas import Article, Failure, Flag, Page, Reason, Record, Rejection, Stage
from tests.crawler.batch.archives import listing, read_lines, write_warc

URL = "http://news.test/{}.html"


def part(name: str, following: str | None = None) -> Article:
    return Article(
        url=URL.format(name),
        title="题",
        text=f"这是{name}的正文。",
        next_page=URL.format(following) if following else None,
    )


A1, A2, A3 = part("a", "a_2"), part("a_2", "a_3"), part("a_3")
B = part("b")
SHORT = Rejection(url=URL.format("a_2"), reason=Reason.TOO_SHORT)
LOST = Failure(url=URL.format("a_2"), stage=Stage.CLEAN, error="killed")


@pytest.mark.parametrize(
    ("outcomes", "names"),
    [
        ([B, A1, A2, A3, B], ["b", "a+a_2+a_3", "b"]),
        ([A1, A2], ["a+a_2 truncated"]),
        ([A2, A3], ["a_2+a_3"]),
        ([A1, B, A2], ["a truncated", "b", "a_2 truncated"]),
        ([A1, A3], ["a truncated", "a_3"]),
        ([A1, A1, A2, A3], ["a truncated", "a+a_2+a_3"]),
        ([A1, SHORT, B], ["a truncated", "too_short", "b"]),
        ([A1, LOST], ["a truncated", "killed"]),
        ([], []),
    ],
)
def test_pages_that_follow_each_other_are_one_article(outcomes: list[Record], names: list[str]) -> None:
    assert [name(outcome) for outcome in joined(outcomes)] == names


def name(outcome: Record) -> str:
    if not isinstance(outcome, Article):
        return outcome.reason.value if isinstance(outcome, Rejection) else outcome.error
    pages = "+".join(url.split("/")[-1].removesuffix(".html") for url in outcome.pages or [outcome.url or ""])
    return pages + " truncated" * (Flag.TRUNCATED in outcome.flags)


def test_an_endless_chain_is_cut() -> None:
    chain = (part(f"c_{n}", f"c_{n + 1}") for n in range(1, 121))
    assert [len(article.pages) for article in joined(chain) if isinstance(article, Article)] == [50, 50, 20]


def html(number: int) -> bytes:
    paragraph = f"合成文本：第{number}部分讲的是河边的老码头，渡船每天往返两岸，船工一家在这里住了三代人。"
    following = f'<a href="a_{number + 1}.html">下一页</a>' if number < 3 else ""
    return (
        f"<html><head><title>老码头</title></head><body><div><h1>老码头</h1>{f'<p>{paragraph}</p>' * 6}"
        f'<div class="pages"><span>{number}</span> {following}</div></div></body></html>'
    ).encode()


def test_the_pages_of_an_archive_are_joined_whatever_the_number_of_workers(tmp_path: Path) -> None:
    urls = ["a", "a_2", "a_3"]
    pages = [Page(url=URL.format(url), body=html(n)) for n, url in enumerate(urls, start=1)]
    write_warc(tmp_path / "archive-00001.warc.gz", pages)
    for workers in ("1", "2"):
        command = ["batch", str(tmp_path / "archive-00001.warc.gz"), "--out", str(tmp_path / workers), "-q"]
        assert run([*command, "--workers", workers]) == 0
    [article] = read_lines(tmp_path / "1/articles")
    assert article["pages"] == [page.url for page in pages]
    assert all(f"第{number}部分" in str(article["text"]) for number in (1, 2, 3))
    totals = json.loads((tmp_path / "1/manifest.json").read_bytes())["totals"]
    assert (totals["pages"], totals["articles"], totals["joined"]) == (3, 1, 2)
    assert listing(tmp_path / "1") == listing(tmp_path / "2")
