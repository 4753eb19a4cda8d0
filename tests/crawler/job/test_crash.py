"""Crawls that are killed, in a short form; `make crash` is the long one."""

import random
from pathlib import Path

import pytest

from benchmarks.crash import run_job


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["kill -9", "disk full"])
def test_an_interrupted_job_is_whole_in_the_end(kind: str, tmp_path: Path) -> None:
    interruptions, verdict = run_job(kind, 75, tmp_path / "job", random.Random(1))
    assert interruptions
    assert verdict.sound, verdict
