"""The shell examples of docs/batch.md; tests/crawler/batch/test_quickstarts.py runs those in Python."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.cases import FIXTURES, read_case
from tests import java, needs
from tests.crawler.batch.archives import write_warc
from tests.docs.forked import commands
from tests.docs.snippets import SHELL, command_path, snippets

ROOT = Path(__file__).parents[2]
EXAMPLES = [snippet.code for snippet in snippets(ROOT / "docs/batch.md") if snippet.language in SHELL]
# What is not printed for this machine: addresses, and what is installed already.
HERE = (
    (r"^pip install .*\n", ""),
    ("--master …", "--master 'local[1]'"),
    ("s3://raw/2026/", "raw/"),
    ("s3://corpus/2026", "spark"),
)
SEEDS = [FIXTURES / site / "seed" for site in ("yybnet", "ppfocus", "sanwenwang")]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The inputs that the examples name: folders of pages, and an archive. Examples run in it in their order."""
    folder = tmp_path_factory.mktemp("batch")
    for name, case in (("crawl-2026", SEEDS[0]), ("raw", SEEDS[1])):
        (folder / name).mkdir()
        shutil.copy(case / "response.html", folder / name)
    (folder / "dump").mkdir()
    write_warc(folder / "dump/a.warc.gz", [read_case(SEEDS[2]).page])
    return folder


@pytest.fixture(scope="module")
def forked() -> Iterator[str]:
    with commands() as folder:
        yield folder


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split()[0])
def test_an_example_runs_as_printed(example: str, folder: Path, forked: str) -> None:
    if "spark-submit" in example:
        needs.program("java", "openjdk-17-jre-headless")
    for printed, here in HERE:
        example = re.sub(printed, here, example, flags=re.M)
    own = {
        "PATH": f"{forked}:{command_path(folder / 'bin')}",
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        **java.BRIEF,
    }
    command = ["bash", "-euc", example]
    environment = {**os.environ, **own}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]


def test_the_corpora_hold_the_articles(folder: Path) -> None:
    manifests = {
        path.parent.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*/manifest.json")
    }
    expected = {"corpus": 2, "spark": 1} if shutil.which("java") else {"corpus": 2}
    assert {name: manifest["totals"]["articles"] for name, manifest in manifests.items()} == expected
