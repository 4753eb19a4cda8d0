"""A real Redis."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

if not os.environ.get("CI"):  # there its absence is an error
    pytest.importorskip("scrapy_redis", reason="needs the extra `redis`")

from benchmarks.cluster_job import Server


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Server]:
    if not shutil.which("redis-server"):
        if os.environ.get("CI"):
            pytest.fail("redis-server is missing")
        pytest.skip("redis-server is missing: apt-get install redis-server")
    with Server(tmp_path / "redis") as server:
        yield server
