"""A real scrapyd on loopback: deploy, schedule, collect."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

import pytest

from crawler.cases import read_cases
from crawler.demo.server import FixtureServer

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "examples/scrapyd/scrapy.cfg"
SCRIPTS = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_PROXY": "127.0.0.1"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def scrapyd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scrapyd, in a folder of its own."""
    folder = tmp_path_factory.mktemp("scrapyd")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "scrapyd.conf").write_text(f"[scrapyd]\nhttp_port = {port}\npoll_interval = 0.2\n")
    process = subprocess.Popen([SCRIPTS / "scrapyd"], cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: listens(port))
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(600)


def listens(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def wait_until(done: Callable[[], bool]) -> None:
    end = monotonic() + 600
    while not done():
        assert monotonic() < end
        sleep(0.2)


def ask(url: str, fields: list[tuple[str, str]] | None = None) -> dict[str, object]:
    body = urlencode(fields).encode() if fields else None
    with build_opener(ProxyHandler({})).open(url, body, timeout=600) as response:
        answer: dict[str, object] = json.load(response)
    assert answer["status"] == "ok", answer
    return answer


def test_deploy_schedule_collect(scrapyd: str, tmp_path: Path) -> None:
    (tmp_path / "scrapy.cfg").write_text(DEPLOY.read_text().replace("http://127.0.0.1:6800/", scrapyd))
    deployed = subprocess.run(
        [SCRIPTS / "scrapyd-deploy"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert '"status": "ok"' in deployed.stdout, deployed.stdout + deployed.stderr
    assert "ppfocus" in ask(f"{scrapyd}listspiders.json?project=qingwen")["spiders"]

    handlers = dict.fromkeys(("http", "https"), "crawler.demo.handler.FixtureHandler")
    with FixtureServer(case.page for case in read_cases()) as server:
        settings = {
            "JOB": tmp_path / "job",
            "FIXTURE_SERVER": server.address,
            "DOWNLOAD_HANDLERS": json.dumps(handlers),
            "PRIVATE_HOSTS_ALLOWED": "127.0.0.1",
            "DOWNLOAD_DELAY": 0,
        }
        fields = [("setting", f"{name}={value}") for name, value in settings.items()]
        ask(f"{scrapyd}schedule.json", [("project", "qingwen"), ("spider", "ppfocus"), *fields])
        wait_until(lambda: bool(ask(f"{scrapyd}listjobs.json?project=qingwen")["finished"]))

    (articles,) = (tmp_path / "job").glob("articles-*.jsonl")
    report = json.loads((tmp_path / "job/runs/00001.json").read_text())
    assert len(articles.read_text("utf-8").splitlines()) == report["sites"]["ppfocus"]["articles"] > 3
