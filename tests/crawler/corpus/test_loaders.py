"""The loaders of docs/corpus.md run as printed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.cli import run
from tests import needs
from tests.crawler.corpus.articles import ARTICLES, store_job

ROOT = Path(__file__).parents[3]
EXAMPLES = re.findall(r"^```py\n(.*?)^```", (ROOT / "docs/corpus.md").read_text("utf-8"), re.M | re.S)
LOADERS = {
    "datasets": "print(len(articles), articles[1]['title'])",
    "datatrove": "",
    "langchain_core": "print(len(documents), documents[1].metadata['title'], documents[1].page_content[:4])",
    "llama_index": "print(len(documents), documents[1].metadata['title'], documents[1].text[:4])",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaders")
    store_job(folder / "job")
    for out, form in (("kept", "jsonl"), ("trove", "datatrove"), ("kept-dataset", "datasets")):
        assert run(["export", str(folder / "job"), "--out", str(folder / out), "--as", form, "-q"]) == 0
    return folder


@pytest.mark.parametrize("library", LOADERS)
def test_a_loader_runs_as_printed(library: str, folder: Path) -> None:
    needs.library(library)
    [code] = [code for code in EXAMPLES if f"from {library}" in code]
    environment = {**os.environ, "HF_HOME": str(folder / "hf"), "HF_HUB_OFFLINE": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", f"{code}\n{LOADERS[library]}"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert ARTICLES[1].title in done.stdout
    if LOADERS[library]:
        assert done.stdout.startswith(str(len(ARTICLES)))


def test_every_loader_is_run() -> None:
    assert len(EXAMPLES) == len(LOADERS)
