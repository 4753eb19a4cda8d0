"""Hosts that ban, are away or put everybody off: their pages wait, and the report says so. Real crawls of a job."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from benchmarks.loopback import Answer, serve
from schemas import RunReport
from tests import forks
from tests.crawler.job.crawls import News, lines

ARTICLES = 40
PATIENCE = 8
"""Requests after which the host bans."""
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(text: str) -> Answer:
    return Answer(f"<html><title>合成</title><body><p>{text}</p></body></html>".encode(), headers=HTML)


BANS: dict[str, Callable[[str], Answer]] = {  # one of each kind; what else may be one: test_signs.py
    **{str(status): lambda target, s=status: Answer(b"no", s) for status in (403, 567)},
    "text": lambda target: page("您的访问过于频繁，请稍后再试"),
    "script": lambda target: page("<script>window._cf_chl_opt={}</script>"),
    "to /verify": lambda target: Answer(status=302, headers={"Location": f"/verify?back={target}"}),
    "to /": lambda target: Answer(status=302, headers={"Location": "/"}),
}


class Touchy:
    """A site that has had enough after some requests, until the ban is lifted."""

    def __init__(self, ban: str) -> None:
        self.news = News(ARTICLES)
        self.ban: Callable[[str], Answer] | None = BANS[ban]
        self.asked: list[str] = []

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        self.asked.append(target)
        if target.startswith("/verify"):
            return page("请登录后继续")
        banned = self.ban and len(self.asked) > PATIENCE and (target != "/" or self.ban is not BANS["to /"])
        if banned and self.ban:
            return self.ban(target)
        return await self.news.answer(target, headers)


def crawl(url: str, job: Path, start: str = "{}/", **settings: object) -> tuple[int, RunReport]:
    """`qingwen crawl`: its exit code and report."""
    given: dict[str, object] = {
        "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
        "ROBOTSTXT_OBEY": 0,
        "CLEANER_WORKERS": 0,
        "DOWNLOAD_DELAY": 0,
        "RETRY_TIMES": 1,
        "JOB_RECHECK": 0,
    }
    command = [sys.executable, "-m", "crawler.cli", "crawl", "generic", "--out", str(job), "--json"]
    command += ["--arg", f"url={start.format(url, url)}", "--arg", "allow=/article/"]
    command += [part for name, value in (given | settings).items() for part in ("--set", f"{name}={value}")]
    done = forks.run(command)
    assert "Traceback" not in (job / "crawl.log").read_text()
    return done.returncode, RunReport.model_validate(json.loads(done.stdout))


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Touchy:
    return Touchy(request.param)


@pytest.fixture
def url(site: Touchy) -> Iterator[str]:
    with serve(site.answer) as base:
        yield base


@pytest.mark.parametrize("site", BANS, indirect=True)
def test_a_ban_is_the_hosts_word(site: Touchy, url: str, tmp_path: Path) -> None:
    code, report = crawl(url, tmp_path)
    found = len(lines(tmp_path, "articles"))
    assert code == 2
    assert len(site.asked) < PATIENCE + 40, "it does not run on into the ban"
    assert "answers in a row" in report.hosts_left["127.0.0.1"]
    assert report.sites["generic"].failed == {"fetch": ARTICLES - found}
    site.ban = None
    code, report = crawl(url, tmp_path)
    assert code == 0 and not report.hosts_left
    assert len(lines(tmp_path, "articles")) == ARTICLES


class Fussy(Touchy):
    """A site that is well, with pages that are not for everybody: more of them than a ban is recognised by."""

    def __init__(self, own: str) -> None:
        super().__init__(own)
        self.own = BANS[own]

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        """One request."""
        self.asked.append(target)
        if "/article/" in target and int(target[9:-5]) % 2:
            return self.own(target)
        return await self.news.answer(target, headers)


@pytest.mark.parametrize("own", ["403", "to /"])
def test_pages_of_their_own_are_not_a_ban(own: str, tmp_path: Path) -> None:
    """All articles of one list are forbidden, or gone: half of the site, and in a row."""
    site = Fussy(own)
    with serve(site.answer) as url:
        crawl(url, tmp_path)
        code, report = crawl(url, tmp_path)
    assert not report.hosts_left and code in (0, 2)
    assert len(lines(tmp_path, "articles")) == ARTICLES // 2
    assert len([target for target in site.asked if target == "/article/1.html"]) <= 2


def test_the_last_page_of_a_run_may_be_forbidden(tmp_path: Path) -> None:
    """With nothing behind it that could tell, a good page is asked once more."""
    site = Fussy("403")
    site.news = News(2)
    with serve(site.answer) as url:
        code, report = crawl(url, tmp_path)
    assert code == 0 and report.sites["generic"].rejected.get("status") == 1


@pytest.mark.parametrize("site", ["403"], indirect=True)
def test_the_delay_grows(site: Touchy, url: str, tmp_path: Path) -> None:
    """Each answer in doubt doubles what lies before the next request: one-sided, so that a slow machine passes."""
    times: list[float] = []
    answer = site.answer

    async def timed(target: str, headers: Mapping[str, str]) -> Answer:
        times.append(time.monotonic())
        return await answer(target, headers)

    with serve(timed) as base:
        crawl(base, tmp_path, DOWNLOAD_DELAY=0.1)
    first = PATIENCE  # the index of the first banned answer
    assert times[first + 1] - times[first] > 0.19 and times[first + 2] - times[first + 1] > 0.39


@pytest.mark.parametrize("ban", ["403", "text", "to /verify"])
def test_one_bad_night(ban: str, tmp_path: Path) -> None:
    """The host is not itself from the first request on; the next night brings what is new, and what waited."""
    site = Touchy(ban)
    bad, site.ban = site.ban, None
    site.news = News(6)
    with serve(site.answer) as url:
        assert crawl(url, tmp_path)[0] == 0
        site.news.texts["/article/6.html"] = "第6号"
        site.ban, site.asked = bad, [""] * PATIENCE
        assert crawl(url, tmp_path)[0] == 2
        site.ban = None
        assert crawl(url, tmp_path)[0] == 0
    assert len(lines(tmp_path, "articles")) == 7
