"""A job crawled night after night; one night the site has a new template."""

import json
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.loopback import Answer, serve
from crawler.cli import run
from crawler.cli.codes import ALARM, DONE, USAGE
from tests.crawler.job.crawls import PARAGRAPH, crawl
from tests.crawler.report.test_report import shown

NIGHTS, NEW = 4, 12


class Daily:
    """A paper that adds articles each night, of natural variation; every sixth page is a login wall."""

    def __init__(self) -> None:
        self.rng = random.Random(3)
        self.pages: dict[str, str] = {}
        self.template = (
            "<h1>{title}</h1><p class=meta>{date} 来源：{source}</p><div class=content>{text}</div>"
        )

    def add_night(self) -> None:
        for _ in range(NEW):
            number = len(self.pages)
            text = "".join(
                f"<p>（合成）第{number}篇第{n}段。{PARAGRAPH}</p>" for n in range(self.rng.randint(2, 9))
            )
            article = self.template.format(
                title=f"合成新闻第{number}号：河边的清晨",
                date=f"2026-03-{1 + number % 28:02} 08:{number % 60:02}",
                source=self.rng.choice(["云禾日报", "青禾晚报", "白鹭湾网"]),
                text=text,
            )
            wall = "<h1>会员登录</h1><p>请先登录后再阅读全文。</p>"
            self.pages[f"/article/{number}.html"] = wall if number % 6 == 5 else article

    async def answer(self, target: str, headers: Mapping[str, str]) -> Answer:
        if target == "/":
            links = "".join(f'<a href="{path}">合成新闻的标题文字</a>' for path in self.pages)
            return Answer(f"<html><body>{links}</body></html>".encode())
        if target not in self.pages:
            return Answer(status=404)
        return Answer(f"<html><title>合成</title><body>{self.pages[target]}</body></html>".encode())


@dataclass
class Nights:
    job: Path
    daily: Daily
    url: str


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    """Four unchanged nights, reported on after each."""
    folder, daily = tmp_path_factory.mktemp("nights") / "job", Daily()
    with serve(daily.answer) as url:
        for _ in range(NIGHTS):
            daily.add_night()
            crawl(url, folder)
            assert run(["report", str(folder), "--quiet"]) == DONE
        yield Nights(folder, daily, url)


@pytest.fixture
def job(nights: Nights) -> Path:
    return nights.job


def test_unchanged_nights_raise_no_alarm(job: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(job), "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["alarms"] == []
    assert [site["articles"] for night in told["runs"] for site in night["sites"].values()] == [10] * NIGHTS


def test_the_page_links_the_explanation_of_each_lost_page(job: Path) -> None:
    assert run(["report", str(job), "--quiet"]) == DONE
    found = shown((job / "report" / "index.html").read_text(encoding="utf-8"))
    walls = [page for cause in found["causes"] if cause["reason"] == "login_wall" for page in cause["pages"]]
    assert len(walls) == 2
    for page in walls:
        assert (job / "report" / page["explained"]).is_file()
    assert all(found["articles"]["explained"])


def test_the_head_names_the_command(job: Path) -> None:
    assert run(["report", str(job), "--quiet"]) == DONE
    found = shown((job / "report" / "index.html").read_text(encoding="utf-8"))
    assert found["runs"][-1]["command"].startswith("scrapy")


def test_the_prometheus_file_is_the_last_run(job: Path, tmp_path: Path) -> None:
    file = tmp_path / "qingwen.prom"
    assert run(["report", str(job), "--quiet", "--prometheus", str(file)]) == DONE
    text = file.read_text(encoding="utf-8")
    assert 'qingwen_pages{site="generic",outcome="article"} 10\n' in text
    assert 'qingwen_pages{site="generic",outcome="rejected",detail="login_wall"} 2\n' in text


def test_a_folder_without_runs_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(tmp_path)]) == USAGE
    assert "holds no run" in capsys.readouterr().err


def test_a_new_template_alarms_in_its_first_night(
    nights: Nights, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "job"
    shutil.copytree(nights.job, folder)
    nights.daily.template = "<h1>{title}</h1><div class=new-body>{text}</div><p>{date}</p>"
    nights.daily.add_night()
    crawl(nights.url, folder)
    prom = tmp_path / "qingwen.prom"
    assert run(["report", str(folder), "--json", "--prometheus", str(prom)]) == ALARM
    alarms = {alarm["figure"]: alarm for alarm in json.loads(capsys.readouterr().out)["alarms"]}
    assert alarms["filled:source"]["after"] == 0
    assert len(alarms["filled:source"]["examples"]) == 3
    assert 'qingwen_drift_alarm{site="generic",figure="filled:source"} 0\n' in prom.read_text(
        encoding="utf-8"
    )
