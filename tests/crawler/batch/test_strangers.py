"""An output folder that somebody else prepared, or works in."""

import json
import os
import sys
from pathlib import Path

import pytest

from crawler.batch import BatchError, Settings, find_sources, run_batch
from crawler.batch.store import Store
from tests import forks
from tests.crawler.batch.archives import listing, pages, write_jsonl
from tests.crawler.batch.test_run import run

BATCH = "import sys; from crawler.cli import run; sys.exit(run(sys.argv[1:]))"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    write_jsonl(tmp_path / "raw.jsonl", pages(["甲", "乙"]))
    return tmp_path / "raw.jsonl"


@pytest.mark.parametrize(
    "path", ["../victim.txt", "/{}", "articles/../../victim.txt", "articles/..", "victim.txt"]
)
def test_an_entry_cannot_name_a_file_outside(raw: Path, tmp_path: Path, path: str) -> None:
    victim, out = tmp_path / "victim.txt", tmp_path / "out"
    run(raw, out)
    victim.write_text("keep")
    (out / "victim.txt").write_text("keep")
    [entry] = (out / "_shards").iterdir()
    shard = json.loads(entry.read_bytes())
    shard["files"][0]["path"] = path.format(victim)
    shard["fingerprint"] = "of another input"
    entry.write_text(json.dumps(shard))
    run(raw, out)
    assert victim.read_text() == (out / "victim.txt").read_text() == "keep"


def test_the_second_batch_is_told_who_works_there(raw: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    store = Store(str(out))
    with store.locked():
        done = forks.run([sys.executable, "-c", BATCH, "batch", str(raw), "--out", str(out)])
        with pytest.raises(BatchError, match="works on this folder"):
            run_batch(find_sources([str(raw)], str(out)), store, Settings(), lambda *_: [])
    assert done.returncode == 1
    assert f"process {os.getpid()} of" in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr
    run(raw, out)
    assert "_lock" not in listing(out)


def test_a_lock_left_by_a_killed_batch_is_taken(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/_lock").write_text("process 1 of elsewhere")
    assert run(raw, tmp_path / "out").cleaned == 1
    assert "_lock" not in listing(tmp_path / "out")
