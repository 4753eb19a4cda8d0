"""What a checkout holds."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_MOST = 2**20
"""Bytes of the largest file."""


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="an archive of the source, or no git"
)
def test_no_file_is_over_a_megabyte() -> None:
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    files = [ROOT / name for name in listed if name]
    assert files
    assert [file.name for file in files if file.is_file() and file.stat().st_size > _MOST] == []
