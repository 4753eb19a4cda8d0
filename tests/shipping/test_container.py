"""Dockerfile and compose file, as far as they can be tried without a daemon: linted, and their commands run here."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from crawler.cases import read_cases
from crawler.demo.server import FixtureServer
from tests import needs
from tests.crawler.cluster.conftest import redis  # noqa: F401 - a fixture
from tests.crawler.sinks.conftest import Server as Postgres
from tests.crawler.sinks.conftest import postgres, programs  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from benchmarks.cluster_job import Server

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]


def instructions(name: str) -> list[str]:
    return re.findall(rf"^{name} (.+)$", DOCKERFILE.replace("\\\n", " "), re.M)


def test_the_dockerfile_passes_its_linter() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    program = str(hadolint) if hadolint.exists() else shutil.which("hadolint")
    if not program:
        needs.missing("hadolint is not installed: it comes with the extra ci")
    done = subprocess.run(
        [program, "--no-color", str(ROOT / "Dockerfile")], capture_output=True, text=True, timeout=600
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_it_runs_as_a_user_of_its_own_with_one_volume() -> None:
    assert (
        instructions("USER") == ["10001"]
        and instructions("VOLUME") == ["/data"] == instructions("WORKDIR")[1:]
    )
    assert json.loads(instructions("ENTRYPOINT")[0]) == ["qingwen"]


def test_what_it_installs_is_there() -> None:
    (install,) = [line for line in instructions("RUN") if "pip install" in line]
    (extras,) = re.findall(r"\.whl\)\[([\w,]+)\]", install)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(extras.split(",")) <= project["optional-dependencies"].keys()


def test_the_context_holds_what_the_wheel_is_built_from() -> None:
    """The build of the Dockerfile, from a copy of what .dockerignore lets through."""
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    built_from = config["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*built_from["packages"], *built_from["force-include"], config["project"]["readme"]}
    assert needed | {"LICENSE", "constraints.txt", "hatch_build.py", "pyproject.toml"} == set(kept)


@pytest.mark.slow
def test_the_wheel_is_built_from_that_context(tmp_path: Path) -> None:
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    for name in kept:
        source, target = ROOT / name, tmp_path / "src" / name
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "*.so"))
        else:
            shutil.copy(source, target)
    wheel = [
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(tmp_path / "dist"),
        ".",
    ]
    done = subprocess.run(
        [sys.executable, "-m", *wheel], cwd=tmp_path / "src", capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0 and len(list(tmp_path.glob("dist/qingwen-*.whl"))) == 1, done.stderr


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """`qingwen` asks the fixture sites."""
    with FixtureServer(case.page for case in read_cases()) as server:
        yield {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SCRAPY_SETTINGS_MODULE": "crawler.demo.settings",
            "FIXTURE_SERVER": server.address,
        }


def run(service: str, environment: dict[str, str], folder: Path, **instead: str) -> None:
    """The service's command; `instead` names what has another address here."""
    line = shlex.join(SERVICES[service]["command"])
    line = re.sub(r"\$\{SITE(:\?[^}]*)?\}", "ppfocus", line)
    for there, here in instead.items():
        line = re.sub(rf"\b{there}=\w+://[\w@:/]+", f"{there}={here}", line)
    command = [sys.executable, "-m", "crawler.cli", *shlex.split(line), "-a", "limit=2"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_crawl_fills_postgresql(
    environment: dict[str, str],
    tmp_path: Path,
    postgres: Postgres,  # noqa: F811 - the fixture of that name
) -> None:
    import psycopg

    run("crawl", environment, tmp_path, SINK=postgres.url)
    with psycopg.connect(postgres.url) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)


@pytest.mark.slow
def test_a_worker_shares_its_job_in_redis(
    environment: dict[str, str],
    tmp_path: Path,
    redis: "Server",  # noqa: F811 - the fixture of that name
) -> None:
    run("worker", environment, tmp_path, JOB_REDIS=redis.url)
    assert list(tmp_path.glob("jobs/ppfocus-shared/**/articles-*.jsonl"))


def test_what_holds_data_is_on_a_volume() -> None:
    mounts = {
        name: [mount.split(":")[0] for mount in service["volumes"]] for name, service in SERVICES.items()
    }
    assert mounts["postgres"] == ["articles"] and mounts["redis"] == ["ledger"]
    assert {name for name, kept in mounts.items() if kept == ["data"]} == {"crawl", "report", "worker"}


def test_the_workflow_does_what_ci_does() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    steps = workflow["jobs"]["test"]["steps"]
    assert any(step.get("run", "").split()[-1:] == [".ci/run"] for step in steps)
    assert workflow["permissions"] == {"contents": "read"}
