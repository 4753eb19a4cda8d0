"""Redis as one job sees it: its hashes, and the Lua scripts beside this file as functions."""

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from itertools import islice
from typing import Any, Self

from redis import Redis, RedisError
from redis.backoff import ExponentialBackoff
from redis.retry import Retry
from scrapy.settings import BaseSettings

from crawler.job.errors import JobUnwritable

_FOLDER = files("crawler.cluster") / "lua"
_NAMES = (
    "begin",
    "due",
    "take",
    "extend",
    "leave",
    "leave_host",
    "robots",
    "reroute",
    "give_back",
    "commit",
    "end",
)
# Some 30 seconds: the time in which a Redis comes back that was restarted. Each script can be run again safely.
_PATIENCE = Retry(ExponentialBackoff(cap=1.0, base=0.05), retries=35)
_PIECE = 500
_TIMEOUTS = {
    "socket_timeout": 5,
    "socket_connect_timeout": 5,
}  # seconds; nothing else happens in the crawl meanwhile


class Store:
    """Raises JobUnwritable when Redis is away for longer than a restart takes."""

    def __init__(self, redis: Redis, job: str) -> None:
        self._prefix = f"qingwen:{job}:"
        self._redis = redis
        self._gone = ""
        common = _read("common")
        self._scripts = {name: redis.register_script(f"{common}\n{_read(name)}") for name in _NAMES}

    @classmethod
    def from_settings(cls, settings: BaseSettings, job: str) -> Self:
        """The Redis of JOB_REDIS; REDIS_PARAMS are what redis-py takes for a connection."""
        redis = Redis.from_url(settings["JOB_REDIS"], **_TIMEOUTS | settings.getdict("REDIS_PARAMS"))
        redis.set_retry(_PATIENCE)
        return cls(redis, job)

    def run(self, script: str, *arguments: str | bytes | int | float) -> Any:
        """Run a script to its end; nothing else happens in Redis meanwhile."""
        return self._ask(self._scripts[script], keys=[self._prefix], args=list(arguments))

    def field(self, name: str, field: str) -> bytes | None:
        """One field of a hash."""
        found: bytes | None = self._ask(self._redis.hget, self._prefix + name, field)
        return found

    def fields(self, name: str) -> dict[str, bytes]:
        """A whole hash."""
        found = self._ask(self._redis.hgetall, self._prefix + name)
        return {field.decode(): value for field, value in found.items()}

    def put(self, name: str, field: str, value: str) -> None:
        """Set one field of a hash."""
        self._ask(self._redis.hset, self._prefix + name, field, value)

    def add(self, name: str, fields: Mapping[str, str]) -> None:
        """Set those fields of a hash that it does not have, many in one message."""
        pairs = iter(fields.items())
        while piece := list(islice(pairs, _PIECE)):
            with self._redis.pipeline(transaction=False) as pipe:
                for field, value in piece:
                    pipe.hsetnx(self._prefix + name, field, value)
                self._ask(pipe.execute)

    def pieces(self, name: str) -> Iterator[dict[str, bytes]]:
        """A large hash, some fields at a time. A field that is changed meanwhile may come as it was or as it is."""
        cursor = None
        while cursor != 0:
            cursor, found = self._ask(self._redis.hscan, self._prefix + name, cursor or 0, count=_PIECE)
            yield {field.decode(): value for field, value in found.items()}

    def names(self, start: str) -> list[str]:
        """The keys that begin so."""
        found = self._ask(lambda: list(self._redis.scan_iter(match=f"{self._prefix}{start}*", count=1_000)))
        return sorted(key.decode().removeprefix(self._prefix) for key in found)

    def _ask(self, command: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Patience is lost once: a worker that stops must not wait anew with each thing it has to put in order."""
        if self._gone:
            raise JobUnwritable(self._gone)
        try:
            return command(*arguments, **named)
        except RedisError as error:
            self._gone = f"Redis: {error}"
            raise JobUnwritable(self._gone) from error


def packed(value: object) -> bytes:
    """JSON for Redis. Half of a surrogate pair, which a page's URL may hold, passes as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Any:
    """The opposite of `packed`."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


def _read(name: str) -> str:
    return (_FOLDER / f"{name}.lua").read_text(encoding="utf-8")
