"""The site builds without a warning, and the page of records is what the models say."""

import subprocess
import sys
from pathlib import Path

from tests.docs.reference import PAGE, reference

ROOT = Path(__file__).parents[2]


def test_the_site_builds_without_warnings(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/index.html").is_file()


def test_the_page_of_records_is_current() -> None:
    assert PAGE.read_text("utf-8") == reference(), "run: python -m tests.docs.reference"
