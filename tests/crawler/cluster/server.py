"""Whether there is a Redis to test with."""

from tests import needs


def need_redis() -> None:
    """Server and client."""
    needs.library("redis", "redis")
    needs.program("redis-server", "redis-server")
