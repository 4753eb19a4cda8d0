"""Opening inputs and turning each kind into pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from fsspec.core import url_to_fs

from crawler.batch.files import File, Kind
from crawler.batch.pages import MAX_BODY, ExtractedText
from crawler.batch.records import read_jsonl
from crawler.batch.report import BatchError, InputFailed
from crawler.batch.sources import Source
from crawler.batch.warc import read_warc
from schemas import Page

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Reader = Callable[[IO[bytes], Callable[[str], None], int, int | None], Iterator[Page]]
_BUFFER = 2**20


def read_pages(
    source: Source, note: Callable[[str], None], on_bytes: Callable[[int], None]
) -> Iterator[Page]:
    """The pages of a source, in order; `on_bytes` hears how many bytes were read.

    Damage inside a file is stepped over, and `note` hears of it. Raises InputFailed when the storage does not give it,
    BatchError when the extra for its kind is not installed.
    """
    reader = _reader(source.kind)
    for file in source.files:
        with _opened(file, on_bytes) as stream:
            if reader:
                yield from reader(stream, partial(_note, source, file, note), file.start, file.end)
            else:
                record = Page if source.kind is Kind.HTML else ExtractedText
                yield record(url=file.url, body=stream.read(MAX_BODY))


def _note(source: Source, file: File, note: Callable[[str], None], text: str) -> None:
    """Note damage; of several files, in which."""
    note(text if len(source.files) == 1 else f"{file.url}: {text}")


def _reader(kind: Kind) -> Reader | None:
    """The reader of a kind of file; None where a file is one page. Raises BatchError when its extra is missing."""
    if kind is Kind.PARQUET:
        try:
            from crawler.batch.parquet import read_parquet
        except ImportError as error:
            raise BatchError("Parquet needs a library: pip install pyarrow") from error
        return read_parquet
    return {Kind.WARC: read_warc, Kind.JSONL: read_jsonl}.get(kind)


@contextmanager
def _opened(file: File, on_bytes: Callable[[int], None]) -> Iterator[IO[bytes]]:
    try:
        fs, path = url_to_fs(file.url)
        raw = fs.open(path, "rb")
    except OSError as error:
        raise InputFailed(f"{file.url}: {error}") from error
    with raw, io.BufferedReader(_Watched(raw, file.url, on_bytes), _BUFFER) as stream:
        yield stream


class _Watched(io.RawIOBase):
    """Counts what is read, and tells an error of the storage from one of the format: parsers raise OSError too."""

    def __init__(self, raw: Any, url: str, on_bytes: Callable[[int], None]) -> None:
        self._raw = raw
        self._url = url
        self._on_bytes = on_bytes

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return int(self._raw.seek(offset, whence))

    def tell(self) -> int:
        return int(self._raw.tell())

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._raw.read(len(view))
        except OSError as error:
            raise InputFailed(f"{self._url}: {error}") from error
        view[: len(data)] = data
        self._on_bytes(len(data))
        return len(data)
