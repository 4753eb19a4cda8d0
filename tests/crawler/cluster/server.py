"""Whether there is a Redis to test with."""

import os
import shutil

import pytest


def need_redis() -> None:
    """Skip the test without Redis; on CI that is an error."""
    if os.environ.get("CI"):
        if not shutil.which("redis-server"):
            pytest.fail("redis-server is missing")
        return
    pytest.importorskip("redis", reason="needs the extra `redis`")
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is missing: apt-get install redis-server")
