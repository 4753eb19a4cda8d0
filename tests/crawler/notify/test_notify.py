"""Messages to real receivers, on loopback: those whose host is fixed are asked under another one."""

import logging
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import apprise
import pytest

from crawler.drift import Alarm
from crawler.job.ledger import Ledger
from crawler.job.report import write_report
from crawler.notify import NotifyError, Receivers, message, needs_attention
from schemas import RunReport, SiteCounts
from tests import forks
from tests.crawler.notify.receiver import receiver

NOW = datetime(2026, 11, 29, tzinfo=UTC)
RUN = RunReport(started_at=NOW, finished_at=NOW, sites={"yunhe": SiteCounts(fetched=2, articles=2)})
ALARM = Alarm(
    site="yunhe",
    figure="filled:source",
    before=0.98,
    after=0.1,
    examples=("http://news.yunhe.example/1.html",),
)
SECRET = "s3cretT0ken"

pytestmark = pytest.mark.filterwarnings(
    "ignore:'imghdr' is deprecated:DeprecationWarning"
)  # in apprise's PGP


def test_a_webhook_gets_title_and_text() -> None:
    title, body = message(Path("jobs/yunhe"), RUN, [ALARM], Path("report/index.html"))
    with receiver() as hook:
        Receivers([f"json://{hook.address}/hook"]).send(title, body)
    ((path, sent),) = hook.received
    assert (path, sent["title"]) == ("/hook", "qingwen yunhe: 1 alarm")
    assert "filled:source was 0.98, is 0.1\nhttp://news.yunhe.example/1.html" in sent["message"]


@pytest.mark.parametrize(
    ("plugin", "url", "path"),
    [
        ("NotifyDingTalk", f"dingtalk://{SECRET}", f"/robot/send?access_token={SECRET}"),
        ("NotifyFeishu", f"feishu://{SECRET}", f"/open-apis/bot/v2/hook/{SECRET}/"),
        ("NotifyWeComBot", f"wecombot://{SECRET}", f"/cgi-bin/webhook/send?key={SECRET}"),
    ],
)
def test_robots_of_chat_groups(plugin: str, url: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = type(apprise.Apprise.instantiate(url))
    assert kind.__name__ == plugin
    with receiver() as robot:
        host = kind.notify_url.split("/")[2]
        monkeypatch.setattr(
            kind, "notify_url", kind.notify_url.replace(f"https://{host}", f"http://{robot.address}")
        )
        Receivers([url]).send("标题", "清文：来源一栏空了")
    ((asked, sent),) = robot.received
    assert asked == path and "来源一栏空了" in str(sent)


def test_what_is_not_taken_is_told_and_the_others_are_sent(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with receiver(500) as broken, receiver() as well:
        to = Receivers([f"json://{broken.address}/{SECRET}", f"json://{well.address}/"])
        with pytest.raises(NotifyError) as raised:
            to.send("title", "text")
    assert len(well.received) == 1
    assert SECRET not in f"{raised.value}{caplog.text}"


@pytest.mark.parametrize("url", [f"nonsense://{SECRET}", SECRET, "", f"json://{SECRET}:notaport:/"])
def test_an_address_that_is_none(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(NotifyError) as raised:
        Receivers([url])
    assert SECRET not in f"{raised.value}{caplog.text}"


@pytest.mark.parametrize(
    ("run", "alarms", "needed"),
    [
        (RUN, [], False),
        (RUN, [ALARM], True),
        (RUN.model_copy(update={"hosts_left": {"a.example": "3 pages wait: banned"}}), [], True),
        (RunReport(started_at=NOW, finished_at=NOW, sites={"a": SiteCounts(fetched=1, failed={"discover": 1})}), [], True),
        (RunReport(started_at=NOW, finished_at=NOW, sites={"a": SiteCounts(fetched=1, failed={"fetch": 1})}), [], False),
    ],
)  # fmt: skip  # laid out for reading
def test_what_needs_attention(run: RunReport, alarms: list[Alarm], needed: bool) -> None:
    assert needs_attention(run, alarms) is needed


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """A job with one quiet run."""
    ledger = Ledger(tmp_path / "job")
    ledger.begin_run()
    ledger.end_process("finished")
    write_report(ledger, ledger.run)
    ledger.close()
    return tmp_path / "job"


def qingwen(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crawler.cli", *arguments]
    return forks.run(command, env={**os.environ, **environment})


def test_the_command_tells_of_every_run_only_when_asked(job: Path) -> None:
    with receiver() as hook:
        url = f"json://{hook.address}/{SECRET}"
        assert qingwen("report", str(job), "--notify", url).returncode == 0
        assert hook.received == []
        assert qingwen("report", str(job), "--notify-when", "run", QINGWEN_NOTIFY=url).returncode == 0
    assert [sent["title"] for _, sent in hook.received] == ["qingwen job: no alarm"]
    refused = qingwen("report", str(job), "--notify", url, "--notify-when", "run")
    assert refused.returncode == 4 and SECRET not in refused.stderr


def test_a_wrong_address_ends_the_command_before_it_works(job: Path) -> None:
    ended = qingwen("report", str(job), "--notify", f"nonsense://{SECRET}")
    assert ended.returncode == 1 and "nonsense://…" in ended.stderr and SECRET not in ended.stderr
    assert not (job / "report").exists()
