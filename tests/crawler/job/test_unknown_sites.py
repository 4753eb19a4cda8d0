"""Sites whose URLs and lists no pattern knows: what a crawl from the home page finds, and what the next one asks."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.loopback import Answer, serve
from crawler.job.ledger import Ledger
from schemas import RunReport
from tests import forks
from tests.crawler.job.crawls import ROOT, lines
from tests.crawler.job.invented import (
    Almanac,
    Chosen,
    Copies,
    Dynamic,
    Excerpts,
    Facets,
    Forum,
    Introduced,
    Invented,
    OnPhones,
    OutOfOrder,
    Portal,
    Scripted,
    Sessions,
    Slugs,
)

NOTICE = "<html><head><meta charset=utf-8><title>{0}</title></head><body><p>{0}</p></body></html>"
NIGHTS = {
    "maintenance": Answer(NOTICE.format("网站升级维护中，预计明日恢复，敬请谅解。").encode()),
    "empty": Answer(b""),
    "banned": Answer(NOTICE.format("您的访问过于频繁，请稍后再试").encode()),
    "captcha": Answer((NOTICE.format("请输入验证码") + "<form><input name=code></form>").encode()),
    "not there": Answer(b"none", status=404),
    "forbidden": Answer(b"no", status=403),
    "odd status": Answer(b"no", status=567),
    "no links": Answer(NOTICE.format("首页").encode()),
}


def command_of(url: str, job: Path, *arguments: str, **own: object) -> list[str]:
    """`qingwen crawl generic` from the home page, without delay."""
    command = [sys.executable, "-m", "crawler.cli", "crawl", "generic", "--json", "--out", str(job)]
    settings = {
        "DOWNLOAD_DELAY": 0,
        "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
        "RETRY_TIMES": 0,
        "CLEANER_WORKERS": 0,
        **own,
    }
    given = [f"{name}={value}" for name, value in settings.items()]
    command += [part for value in given for part in ("-s", value)]
    return command + [part for value in (f"url={url}/", *arguments) for part in ("-a", value)]


def crawl(
    url: str, job: Path, *arguments: str, proxy: str = "", **own: object
) -> "subprocess.CompletedProcess[str]":
    """Run it to its end."""
    command, env = command_of(url, job, *arguments, **own), {**os.environ, "http_proxy": proxy}
    return forks.run(command, cwd=ROOT, env=env)


def found(job: Path, url: str) -> set[str]:
    """Paths of the articles in the job."""
    return {line["url"].removeprefix(url) for line in lines(job, "articles")}


@pytest.mark.parametrize("kind", [Dynamic, Slugs, Portal, Copies, Scripted, Introduced])
def test_every_article_is_found_from_the_home_page_and_the_new_ones_with_few_requests(
    kind: type[Invented], tmp_path: Path
) -> None:
    site = kind(48)
    with serve(site.answer) as url:
        first = crawl(url, tmp_path)
        asked = site.take_asked()
        assert found(tmp_path, url) == site.articles(), first.stderr
        assert len(asked) == len(set(asked)) <= 48 + 45
        site.count = 54
        second = crawl(url, tmp_path)
        assert found(tmp_path, url) == site.articles()
    assert first.returncode == second.returncode == 0
    assert len(site.take_asked()) <= 6 + 1 + site.channels + 15


@pytest.mark.parametrize("night", NIGHTS)
def test_a_bad_night_is_told_of_and_costs_nothing_in_the_next_run(night: str, tmp_path: Path) -> None:
    site = Portal(12)
    with serve(site.answer) as url:
        crawl(url, tmp_path)
        site.count, site.notice = 15, NIGHTS[night]
        bad = crawl(url, tmp_path)
        site.notice = None
        good = crawl(url, tmp_path)
        assert found(tmp_path, url) == site.articles()
    assert bad.returncode == 2, bad.stdout
    assert sum(RunReport.model_validate_json(bad.stdout).sites["generic"].failed.values()) == 1
    assert good.returncode == 0


def test_the_last_page_of_a_list_is_no_article_though_it_shows_one_excerpt(tmp_path: Path) -> None:
    site = Excerpts(27)
    with serve(site.answer) as url:
        crawl(url, tmp_path)
        assert found(tmp_path, url) == site.articles()


def test_pages_out_of_order_do_not_make_their_form_barren(tmp_path: Path) -> None:
    site = OutOfOrder(60)
    with serve(site.answer) as url:
        report = RunReport.model_validate_json(crawl(url, tmp_path).stdout)
        assert report.sites["generic"].skipped == {}
        assert sum(report.sites["generic"].rejected.values()) == 20
        assert len(found(tmp_path, url)) == 40


def test_what_is_not_asked_for_is_counted_with_its_reason(tmp_path: Path) -> None:
    site = Facets(24)
    with serve(site.answer) as url:
        report = RunReport.model_validate_json(crawl(url, tmp_path).stdout)
        assert found(tmp_path, url) == site.articles()
    skipped = report.sites["generic"].skipped
    assert set(skipped) <= {"form", "trap", "copy"}
    assert sum(skipped.values()) > 100 > len(site.take_asked())


def test_a_number_that_each_answer_draws_anew_makes_no_new_pages(tmp_path: Path) -> None:
    site = Sessions(40)
    with serve(site.answer) as url:
        crawl(url, tmp_path)
        first = [re.sub("&visit=.*", "", line["url"]) for line in lines(tmp_path, "articles")]
        assert sorted(first) == sorted(url + path for path in site.articles())
        assert len(site.take_asked()) < 3 * 40
        site.count = 46
        crawl(url, tmp_path)
    assert len(lines(tmp_path, "articles")) == 46
    assert len(site.take_asked()) < 46, "what the first run learnt is known"


def test_a_number_that_comes_to_choose_the_page_is_not_idle_any_more(tmp_path: Path) -> None:
    site = Chosen(40)
    with serve(site.answer) as url:
        crawl(url, tmp_path)
        assert idle_of(tmp_path) == {
            "show.jsp?no=0&visit=0": ["visit"],
            "list.jsp?at=0&kind=0&visit=0": ["visit"],
        }
        site.count, site.chooses = 46, True
        crawl(url, tmp_path, CONCURRENT_REQUESTS=1)
    assert idle_of(tmp_path) == {"list.jsp?at=0&kind=0&visit=0": ["visit"]}


def idle_of(job: Path) -> dict[str, list[str]]:
    """Forms of URLs, without their host, to their parameters that choose no page."""
    shown = forks.run([sys.executable, "-m", "crawler.cli", "forms", str(job), "--json"], cwd=ROOT)
    return {one["form"].partition("/")[2]: one["idle"] for one in json.loads(shown.stdout) if one["idle"]}


def test_pages_without_end_that_say_the_same_are_left(tmp_path: Path) -> None:
    site = Almanac(12)
    with serve(site.answer) as url:
        report = RunReport.model_validate_json(crawl(url, tmp_path).stdout)
        assert found(tmp_path, url) >= site.articles()
    assert report.sites["generic"].skipped["trap"] > 0
    assert len([target for target in site.asked if target.startswith("/days/")]) < 60


def test_a_host_for_phones_shows_no_other_articles(tmp_path: Path) -> None:
    site, home = OnPhones(40), "http://www.weekly.example"
    with serve(site.answer) as proxy:
        report = crawl(home, tmp_path, proxy=proxy)
    assert found(tmp_path, home) == site.articles(), report.stderr
    assert len([target for target in site.asked if "//m." in target]) < 25


def test_threads_are_taken_only_when_they_are_asked_for(tmp_path: Path) -> None:
    site = Forum(12)
    with serve(site.answer) as url:
        crawl(url, tmp_path / "news")
        assert found(tmp_path / "news", url) == site.articles()
        assert {(line["reason"], line["kind"]) for line in lines(tmp_path / "news", "rejections")} == {
            ("other_kind", "thread")
        }
        crawl(url, tmp_path / "all", KINDS="article,gallery,thread")
        assert found(tmp_path / "all", url) > site.articles()


def test_forms_are_shown(tmp_path: Path) -> None:
    site = Dynamic(20)
    with serve(site.answer) as url:
        crawl(url, tmp_path)
    command = [sys.executable, "-m", "crawler.cli", "forms", str(tmp_path), "--json"]
    shown = forks.run(command, cwd=ROOT)
    forms = {form["form"].partition("/")[2]: form for form in json.loads(shown.stdout)}
    assert forms["read?no=0"]["articles"] == 20
    assert forms["more?kind=0"]["led"] > 0
    assert forms["print?no=0"]["skipped"] > 10 > forms["print?no=0"]["pages"]
    table = forks.run(command[:-1], cwd=ROOT)
    assert "gives" in table.stdout


def test_limit_first_and_the_whole_site_then(tmp_path: Path) -> None:
    site = Slugs(20)
    with serve(site.answer) as url:
        assert crawl(url, tmp_path, "limit=3").returncode == 0
        assert len(found(tmp_path, url)) == 3
        crawl(url, tmp_path)
        assert found(tmp_path, url) == site.articles()


class Twice(Portal):
    """Each article under further URLs: shared from an app, and with its ending in capitals."""

    def others(self, number: int) -> Iterable[str]:
        link = self.url(number)
        return (f"{link}?from=timeline", link.replace("html", "HTML"))

    def _page(self, target: str) -> Answer:
        return super()._page(target.replace(".HTML", ".html"))


def test_one_article_under_several_urls_is_one(tmp_path: Path) -> None:
    site = Twice(6)
    with serve(site.answer) as url:
        crawl(url, tmp_path)
        assert found(tmp_path, url) == site.articles()
    ledger = Ledger(tmp_path)
    assert ledger.states()["duplicate"] == 6
    ledger.close()


def test_what_is_allowed_and_denied_can_be_said_anew(tmp_path: Path) -> None:
    site = Dynamic(12)
    with serve(site.answer) as url:
        crawl(url, tmp_path, "allow=/read.no=1")
        assert found(tmp_path, url) == {"/read?no=1", "/read?no=10", "/read?no=11", "/read?no=12"}
        crawl(url, tmp_path, r"allow=/read.no=\d$", "deny=no=5")
        assert found(tmp_path, url) == site.articles() - {"/read?no=5"}
        crawl(url, tmp_path)
        assert found(tmp_path, url) == site.articles()


def test_a_sitemap_brings_back_what_was_taken_for_a_list(tmp_path: Path) -> None:
    site = Dynamic(6)
    with serve(site.answer) as url:
        crawl(url, tmp_path, "allow=/nothing")
        assert found(tmp_path, url) == set()
        listed = "".join(f"<url><loc>{url}{path}</loc></url>" for path in sorted(site.articles()))
        site._other = lambda target: Answer(f"<urlset>{listed}</urlset>".encode())  # type: ignore[method-assign]  # one site answers otherwise
        crawl(url, tmp_path, f"sitemap={url}/map.xml")
        assert found(tmp_path, url) == site.articles()


KILLED = """
import os, signal, sys

from crawler.job.ledger import Ledger

at, when = int(sys.argv[1]), sys.argv[2]
count_it, commits = Ledger._count_it, 0

def killing(self):
    global commits
    commits += bool(self._db.execute("SELECT 1 FROM form LIMIT 1").fetchone())
    if when == "after" or commits < at:
        count_it(self)
    if commits >= at:
        os.kill(os.getpid(), signal.SIGKILL)

Ledger._count_it = killing
sys.argv[1:] = sys.argv[3:]
import crawler.cli.__main__
"""
"""A crawl that is killed when forms are learnt, before or after the commit that they are part of."""


def test_a_kill_between_learning_a_form_and_committing_it_loses_no_page(tmp_path: Path) -> None:
    site = Copies(30)
    with serve(site.answer) as url:
        for kill, when in enumerate(("before", "after", "before", "after"), start=1):
            how = [sys.executable, "-c", KILLED, str(1 + kill // 3), when]
            killed = forks.run([*how, *command_of(url, tmp_path)[3:]], cwd=ROOT)
            assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert crawl(url, tmp_path).returncode == 0
        assert found(tmp_path, url) == site.articles()
    written = [line["url"] for line in lines(tmp_path, "articles")]
    assert len(written) == len(set(written))
