"""The Python examples of docs/batch.md run as they are printed, over a corpus made by `qingwen batch`."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.cli import run
from schemas import Page
from tests.crawler.batch.archives import write_jsonl

ROOT = Path(__file__).parents[3]
EXAMPLES = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs/batch.md").read_text("utf-8"), re.M | re.S)
PARAGRAPH = "合成文本：渡轮公司今年春天换了新船，往返两岸只要二十分钟，旧船停在码头，改成了水上博物馆。"
HTML = (
    "<html><head><title>渡轮换新船</title></head><body><h1>渡轮换新船</h1><p>2026-03-04 10:20 来源：合成日报</p>"
    f"{f'<p>{PARAGRAPH}</p>' * 6}</body></html>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    page, copy = (Page(url=f"http://{site}.test/a.html", body=HTML.encode()) for site in ("news", "copy"))
    write_jsonl(folder / "raw.jsonl", [page, copy, Page(body=b"")])
    raw, corpus, job = (str(folder / name) for name in ("raw.jsonl", "corpus", "job"))
    assert run(["batch", raw, "--out", corpus, "--format", "parquet", "-q"]) == 0
    assert run(["duplicates", corpus, "--out", str(folder / "duplicates.jsonl"), "-q"]) == 0
    assert run(["batch", raw, "--out", job, "-q"]) == 0
    [shard] = (folder / "job/articles").iterdir()
    (folder / "job/articles-00001.jsonl").write_bytes(gzip.decompress(shard.read_bytes()))
    return folder


@pytest.mark.parametrize(
    ("example", "printed"),
    [
        ("Guard(", "Rejection"),
        ("pandas", "2 "),
        ("GROUP BY ALL", "合成日报"),
        ("load_dataset", "2 "),
        ("ANTI JOIN", "渡轮换新船"),
    ],
    ids=["guard", "pandas", "duckdb", "datasets", "copies"],
)
def test_an_example_runs_as_printed(folder: Path, example: str, printed: str) -> None:
    [code] = [code for code in EXAMPLES if example in code]
    assert printed in printed_by(code, folder)


def test_copies_are_joined_to_the_articles_of_a_job_too(folder: Path) -> None:
    [code] = [code for code in EXAMPLES if "ANTI JOIN" in code]
    printed = printed_by(code.replace("corpus/articles/*.parquet", "job/articles-*.jsonl"), folder)
    assert printed.count("渡轮换新船") == 2
    assert "│              1 │" in printed


def printed_by(code: str, folder: Path) -> str:
    environment = {"HF_HOME": str(folder / "hf"), "HF_HUB_OFFLINE": "1", "PATH": "", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_example_is_run() -> None:
    assert len(EXAMPLES) == 5
