"""robots.txt against real servers: what waits for it, what it forbids, what happens when it cannot be had."""

import asyncio
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import pytest

from benchmarks.loopback import Answer, serve
from crawler.politeness.robots import digest_of
from tests.crawler.job.crawls import News, lines
from tests.crawler.loopback import Answer as Said
from tests.crawler.loopback import Site
from tests.crawler.loopback import crawl as crawl_here
from tests.crawler.politeness.test_health import crawl
from tests.crawler.spiders.made import YybnetSpider
from tests.crawler.texts import article, links

NUMBERS = count(1)
TEXT = {"Content-Type": "text/plain"}
LIST, NEWS = "/wuzhou/", [f"/wuzhou/news/201807/{number}.html" for number in range(1, 6)]


def lists() -> str:
    """Start pages that a job has not seen yet."""
    number = next(NUMBERS)
    return f"{{}}/list/?{number}0,{{}}/list/?{number}1"


class Strict:
    """A news site with a robots.txt that takes its time."""

    def __init__(self, articles: int = 12) -> None:
        self.news = News(articles)
        self.robots = b"User-agent: *\nDisallow: /article/\n"
        self.status = 200
        self.asked: list[str] = []

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        self.asked.append(target)
        if target != "/robots.txt":
            return await self.news.answer(target, headers)
        await asyncio.sleep(0.3)
        return Answer(self.robots, self.status, TEXT)

    def take_asked(self) -> list[str]:
        """The articles that were asked for since the last call."""
        asked, self.asked = [path for path in self.asked if "/article/" in path], []
        return asked


def obey(url: str, job: Path) -> tuple[int, dict[str, int]]:
    """A crawl that goes by robots.txt: exit code, and rejections by reason."""
    code, report = crawl(url, job, lists(), ROBOTSTXT_OBEY=1)
    return code, report.sites["generic"].rejected if report.sites else {}


def test_what_waits_while_it_loads_does_not_pass() -> None:
    """All five are there before the file is: three of them were asked for."""
    robots = Said(b"User-agent: *\nDisallow: /wuzhou/news/\n", headers=TEXT)
    with Site({"/robots.txt": robots, **dict.fromkeys(NEWS, article("合成报道"))}) as site:
        result = crawl_here(YybnetSpider, start=",".join(site.url + path for path in NEWS))
    assert site.paths() == []
    assert result.counts["yybnet"].rejected == {"robots": len(NEWS)}


def test_a_forbidden_page_is_rejected_once_and_asked_for_when_the_rules_change(tmp_path: Path) -> None:
    site = Strict()
    with serve(site.answer) as url:
        code, rejected = obey(url, tmp_path)
        assert (code, rejected["robots"], site.take_asked()) == (0, 12, [])
        site.robots += b"# a comment is no rule\n"
        code, rejected = obey(url, tmp_path)
        assert (code, rejected.get("robots"), site.take_asked()) == (0, None, [])
        site.robots = b"User-agent: *\nDisallow: /article/1.html\n"
        code, rejected = obey(url, tmp_path)
        assert code == 0 and rejected["robots"] == 1
    assert "/article/1.html" not in site.take_asked()
    assert len(lines(tmp_path, "articles")) == 11


@pytest.mark.parametrize("status", [500, 429])
def test_rules_that_cannot_be_had_forbid_all(status: int, tmp_path: Path) -> None:
    site = Strict()
    with serve(site.answer) as url:
        site.robots = b""
        obey(url, tmp_path)
        assert len(site.take_asked()) == 12
        site.status = status
        site.news.texts["/article/12.html"] = "第12号"
        code, report = crawl(url, tmp_path, lists(), ROBOTSTXT_OBEY=1, RETRY_TIMES=0)
        assert code == 2 and "robots.txt cannot be fetched" in report.hosts_left["127.0.0.1"]
        assert set(site.asked) == {"/robots.txt"}
        site.status = 200
        assert obey(url, tmp_path)[0] == 0
    assert len(lines(tmp_path, "articles")) == 13


def test_a_page_that_leads_to_a_host_without_rules_is_asked_once(tmp_path: Path) -> None:
    site = Strict()
    site.robots = b""
    with Site({"/robots.txt": Said(b"", 500)}) as away, serve(site.answer) as url:
        other = away.url.replace("127.0.0.1", "localhost")
        site.news.moved["/article/1.html"] = f"{other}/1.html"
        hosts = "127.0.0.1,localhost"
        options = {"PRIVATE_HOSTS_ALLOWED": hosts, "ROBOTSTXT_OBEY": 1, "RETRY_TIMES": 0}
        code, report = crawl(url, tmp_path, f"{{}}/,{other}/", CLOSESPIDER_TIMEOUT=600, **options)
    assert code == 2 and "robots.txt cannot be fetched" in report.hosts_left["localhost"]
    assert site.take_asked().count("/article/1.html") == 1
    assert report.sites["generic"].failed == {"fetch": 2}
    assert len(lines(tmp_path, "articles")) == 11


def test_rules_that_stand_on_a_host_that_was_left_cannot_be_had(tmp_path: Path) -> None:
    """Its own host is left, too: its pages would come again at once."""
    pause = {"/robots.txt": Said(b"", 503, {"Retry-After": "3600"})}
    pages: dict[str, Said | str] = {}
    with Site(pause) as away, Site(pages) as site:
        other = away.url.replace("127.0.0.1", "localhost")
        pages["/robots.txt"] = Said(b"", 302, {"Location": f"{other}/robots.txt"})
        options = {
            "PRIVATE_HOSTS_ALLOWED": "127.0.0.1,localhost",
            "ROBOTSTXT_OBEY": 1,
            "CLOSESPIDER_TIMEOUT": 600,
        }
        code, report = crawl(site.url, tmp_path, **options)
    assert code == 2 and "a pause of 3600 s" in report.hosts_left["127.0.0.1"]
    assert report.finish_reason == "finished" and site.paths() == []


def test_a_server_that_does_not_answer_forbids_all() -> None:
    def cut(hit: int) -> Said:
        raise ConnectionAbortedError

    with Site({"/robots.txt": cut, LIST: links(*NEWS)}) as site:
        result = crawl_here(YybnetSpider, start=site.url + LIST)
    assert site.paths() == []
    assert result.counts["yybnet"].failed == {"fetch": 1}


@pytest.mark.parametrize("status", [300, 401, 403, 404, 410])
def test_rules_that_are_not_there_forbid_nothing(status: int) -> None:
    with Site(
        {
            "/robots.txt": Said(b"User-agent: *\nDisallow: /\n", status, TEXT),
            LIST: links(NEWS[0]),
            NEWS[0]: article("合成报道"),
        }
    ) as site:
        result = crawl_here(YybnetSpider, start=site.url + LIST)
    assert result.counts["yybnet"].articles == 1


def test_a_digest_is_of_the_rules() -> None:
    rules = b"User-agent: *\nDisallow: /a\n"
    assert digest_of(rules) == digest_of(
        b"# 2026-11-28\r\n\r\nUser-agent: *  \r\nDisallow: /a # b\r\nSitemap: x\r\n"
    )
    assert digest_of(rules) != digest_of(rules + b"Disallow: /b\n")
