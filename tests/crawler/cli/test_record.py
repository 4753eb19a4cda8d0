"""`qingwen record` as it is typed, against a server on loopback."""

import os
import subprocess
import sys
from pathlib import Path

from crawler.cases import FIXTURES, read_case
from tests import forks
from tests.crawler.loopback import Site

ROOT = Path(__file__).parents[3]
PAGE = read_case(FIXTURES / "generic" / "heating").page


def record(url: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "crawler.cli",
        "record",
        url,
        "-s",
        "PRIVATE_HOSTS_ALLOWED=127.0.0.1",
        *more,
    ]
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    return forks.run(command, cwd=folder, env=own)


def test_bytes_expectation_site_file_and_explanation(tmp_path: Path) -> None:
    with Site({"/a/1.html": PAGE.body.decode()}) as site:
        done = record(f"{site.url}/a/1.html", tmp_path, "--as", "yunhe")
    assert done.returncode == 0, done.stderr
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    case = {f"fixtures/yunhe/1/{name}" for name in ("response.html", "response.json", "expected.json")}
    assert written == {*case, "fixtures/yunhe/site.toml", "out/explain/yunhe-1.html"}
    assert r"article_url = '^/a/\d+\.html$'" in (tmp_path / "fixtures/yunhe/site.toml").read_text("utf-8")
    assert "fixtures/yunhe/site.toml" in done.stderr and "out/explain/yunhe-1.html" in done.stderr
