"""A real Redis."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.crawler.cluster.server import need_redis

if TYPE_CHECKING:
    from benchmarks.cluster_job import Server


@pytest.fixture
def redis(tmp_path: Path) -> "Iterator[Server]":
    need_redis()
    from benchmarks.cluster_job import Server

    with Server(tmp_path / "redis") as server:
        yield server
