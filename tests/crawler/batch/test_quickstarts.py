"""The Python examples of docs/batch.md run as they are printed, over a corpus made by `qingwen batch`."""

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
    page = Page(url="http://news.test/a.html", body=HTML.encode())
    write_jsonl(folder / "raw.jsonl", [page, Page(body=b"")])
    assert (
        run(
            ["batch", str(folder / "raw.jsonl"), "--out", str(folder / "corpus"), "--format", "parquet", "-q"]
        )
        == 0
    )
    return folder


@pytest.mark.parametrize(
    ("example", "printed"),
    [("Guard(", "Rejection"), ("pandas", "1 "), ("duckdb", "合成日报"), ("load_dataset", "1 ")],
    ids=["guard", "pandas", "duckdb", "datasets"],
)
def test_an_example_runs_as_printed(folder: Path, example: str, printed: str) -> None:
    [code] = [code for code in EXAMPLES if example in code]
    environment = {"HF_HOME": str(folder / "hf"), "HF_HUB_OFFLINE": "1", "PATH": "", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert printed in done.stdout


def test_every_example_is_run() -> None:
    assert len(EXAMPLES) == 4
