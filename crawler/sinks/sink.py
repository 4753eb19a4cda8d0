"""What a sink is, and which one a URL names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from crawler.job.settle import version_of
from schemas import Article

ENTRY_POINT = "qingwen.sinks"
"""The group under which an installed package names a sink by the scheme of its URLs: a function of the URL."""


class SinkError(Exception):
    """The sink is down, refuses, or is none; the message says why. What it lacks, the next export brings."""


class Stored(NamedTuple):
    """One version of one article."""

    url: str
    version: str
    """Equal for records that tell a reader the same; with `url`, the key."""
    article: Article

    @classmethod
    def of(cls, article: Article) -> Stored:
        return cls(article.url or "", version_of(article), article)

    @property
    def columns(self) -> tuple[Any, ...]:
        """The values of a row of the table `articles`, in the order of its columns."""
        one = self.article
        told = (one.title, one.text, one.published_at, one.source, one.authors, one.site, one.fetched_at)
        return (self.url, self.version, *told, one.model_dump_json())


@contextmanager
def told(name: str, errors: type[Exception]) -> Iterator[None]:
    """What a database raises, as a SinkError that names the sink."""
    try:
        yield
    except errors as error:
        raise SinkError(f"{name}: {' '.join(str(error).split())}") from error


class Sink(Protocol):
    """Takes articles, and remembers how far it has read each file of a job. Every method may raise SinkError."""

    def positions(self, job: str) -> Mapping[str, int]:
        """Bytes of each of the job's files that are in the sink. Empty for a job it does not know."""

    def write(self, articles: Sequence[Stored], job: str, file: str, end: int) -> None:
        """Put the articles in, replacing those of the same URL and version, and remember `end`: all of it or
        nothing."""

    def close(self) -> None:
        """Let the connection go."""


def open_sink(url: str) -> Sink:
    """The sink behind `postgresql://…`, `sqlite:///FILE`, or a URL of an installed package's. Raises SinkError."""
    scheme = urlsplit(url).scheme
    if scheme in ("postgresql", "postgres"):
        from crawler.sinks.postgres import PostgresSink

        return PostgresSink(url)
    if scheme == "sqlite":
        from crawler.sinks.sqlite import SqliteSink

        return SqliteSink(url)
    known = {point.name: point for point in entry_points(group=ENTRY_POINT)}
    if scheme not in known:
        raise SinkError(
            f"no sink for {scheme or url!r}: there are {', '.join(['postgresql', 'sqlite', *known])}"
        )
    sink: Sink = known[scheme].load()(url)
    return sink
