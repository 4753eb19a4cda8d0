"""The scheduling examples: read by the tools they are for where those run here, and their commands run for real."""

import ast
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from crawler.cli import app
from tests import needs

EXAMPLES = Path(__file__).parents[2] / "examples"


def command_lines() -> list[str]:
    """Every `qingwen …` of the examples, up to the end of its command."""
    files = ("crontab", "systemd/qingwen@.service", "kubernetes/cronjob.yaml", "airflow/qingwen_dag.py")
    text = "\n".join((EXAMPLES / name).read_text("utf-8") for name in files)
    return re.findall(r"\bqingwen (?:crawl|report) [^;|\"\n]+", text)


@pytest.mark.parametrize("line", command_lines())
def test_every_option_exists(line: str) -> None:
    command, *arguments = shlex.split(line)[1:]
    (function,) = [
        c.callback for c in app.registered_commands if c.callback and c.callback.__name__ == command
    ]
    options = {argument.lstrip("-") for argument in arguments if argument.startswith("--")}
    assert options <= {"json", *function.__annotations__}


def test_the_examples_hold_commands() -> None:
    assert len(command_lines()) == 8


def test_systemd_reads_its_units(tmp_path: Path) -> None:
    for name in ("qingwen@.service", "qingwen@.timer"):
        text = (EXAMPLES / "systemd" / name).read_text().replace("/srv/qingwen/bin/qingwen", "/bin/true")
        (tmp_path / name.replace("@", "@yybnet")).write_text(text)
    done = subprocess.run(
        [needs.program("systemd-analyze", "systemd"), "verify", *tmp_path.iterdir()],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_cron_job_goes_on_after_a_kill_and_stops_at_our_exit_codes() -> None:
    manifest = yaml.safe_load((EXAMPLES / "kubernetes/cronjob.yaml").read_text())
    assert (manifest["apiVersion"], manifest["kind"]) == ("batch/v1", "CronJob")
    spec, job = manifest["spec"], manifest["spec"]["jobTemplate"]["spec"]
    pod = job["template"]["spec"]
    (rule,) = job["podFailurePolicy"]["rules"]
    assert spec["concurrencyPolicy"] == "Forbid" and pod["restartPolicy"] == "Never"
    assert rule["action"] == "FailJob" and rule["onExitCodes"]["values"] == [1, 2, 3]
    (container,) = pod["containers"]
    assert container["name"] == rule["onExitCodes"]["containerName"]
    assert {mount["name"] for mount in container["volumeMounts"]} == {
        volume["name"] for volume in pod["volumes"]
    }


@pytest.mark.parametrize(("code", "ends"), [(0, 0), (1, 1), (2, 0), (4, 4), (5, 5)])
def test_the_cron_job_keeps_the_exit_code(code: int, ends: int, tmp_path: Path) -> None:
    """Of the crawl, unless pages failed, which is no reason to leave the report out."""
    (tmp_path / "qingwen").write_text(f"#!/bin/sh\n[ $1 = report ] || exit {code}\n")
    (tmp_path / "qingwen").chmod(0o755)
    manifest = yaml.safe_load((EXAMPLES / "kubernetes/cronjob.yaml").read_text())
    (container,) = manifest["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    done = subprocess.run([*container["command"], *container["args"]], env=path, timeout=600, check=False)
    assert done.returncode == ends


def test_the_dag_names_what_it_uses() -> None:
    """Airflow itself (3.3.2) has read it; here only what needs no Airflow."""
    tree = ast.parse((EXAMPLES / "airflow/qingwen_dag.py").read_text())
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    named = [{keyword.arg for keyword in call.keywords} for call in calls if call.func.id == "BashOperator"]
    assert len(named) == 2 and all({"task_id", "bash_command", "retries"} <= keywords for keywords in named)
    (dag,) = [call for call in calls if call.func.id == "DAG"]
    assert {"schedule", "start_date", "catchup", "max_active_runs"} <= {k.arg for k in dag.keywords}
