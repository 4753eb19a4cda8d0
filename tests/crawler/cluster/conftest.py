"""A real Redis."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.crawler.cluster.server import need_redis

if TYPE_CHECKING:
    from benchmarks.cluster_job import Server


@pytest.fixture
def redis(tmp_path: Path) -> "Iterator[Server]":
    if not os.environ.get("CI"):  # there its absence is an error
        pytest.importorskip("redis", reason="needs the extra `redis`")
    need_redis()
    from benchmarks.cluster_job import Server

    with Server(tmp_path / "redis") as server:
        yield server
