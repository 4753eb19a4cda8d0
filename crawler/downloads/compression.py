"""Content encodings undone, and a look whether the end was there: Scrapy takes what is left of a cut body for the page."""

import zlib
from typing import Protocol

import brotli
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

_GZIP, _ZLIB, _RAW = 31, 15, -15  # window bits that ask zlib for a gzip header, its own, and none
_CHUNK = 1 << 16  # bytes of output that are held at a time
_GZIP_TAIL = 8  # bytes after the data: checksum and length
_ONLY_THE_CHECK = (
    "incorrect data check",
    "incorrect length check",
)  # zlib's words where the data are there; damaged data are `invalid`


class WholeBodies(HttpCompressionMiddleware):
    """Downloader middleware in the place of Scrapy's. A body that was cut is asked for again, then a Failure."""

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self._crawler = crawler

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's own takes `spider`, too, which it passes only to those that ask
        """Raises ResponseDataLossError."""
        try:
            return super().process_response(request, response)
        except ResponseDataLossError as error:
            spider = self._crawler.spider
            if spider and (again := get_retry_request(request, spider=spider, reason=error)):
                return again
            raise

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        decoded = HttpCompressionMiddleware._decode(body, encoding, max_size)
        if body and not is_whole(body, encoding, len(decoded)):
            raise ResponseDataLossError(f"the {encoding.decode('latin-1')} body ends in the middle")
        return decoded


def is_whole(body: bytes, encoding: bytes, length: int) -> bool:
    """Whether compressed data reach their end. `length` is what came out of them, in bytes. zstd is not looked at."""
    if encoding in (b"gzip", b"x-gzip"):
        return int.from_bytes(body[-4:], "little") == length & 0xFFFF_FFFF or _gzip_is_whole(body)
    if encoding == b"deflate":
        return any(_zlib_is_whole(body, bits) for bits in (_ZLIB, _RAW))
    return encoding != b"br" or _brotli_is_whole(body)


def _gzip_is_whole(body: bytes) -> bool:
    """Every member ends; bytes behind the last are none of its business. A wrong or missing checksum is forgiven: the
    data are there."""
    while body.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(_GZIP)
        try:
            _drain(unpacker, body)
            if not unpacker.eof:
                unpacker.decompress(b"\xff" * _GZIP_TAIL)  # where only the tail is missing, a wrong one
                return False
        except zlib.error as error:
            return str(error).endswith(_ONLY_THE_CHECK)
        body = unpacker.unused_data
    return True


def _zlib_is_whole(body: bytes, bits: int) -> bool:
    unpacker = zlib.decompressobj(bits)
    try:
        _drain(unpacker, body)
    except zlib.error as error:
        return str(error).endswith(_ONLY_THE_CHECK)
    return unpacker.eof


class _Unpacker(Protocol):
    @property
    def unconsumed_tail(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


def _drain(unpacker: _Unpacker, body: bytes) -> None:
    while body:
        unpacker.decompress(body, _CHUNK)
        body = unpacker.unconsumed_tail


def _brotli_is_whole(body: bytes) -> bool:
    unpacker = brotli.Decompressor()
    found = unpacker.process(body, output_buffer_limit=_CHUNK)
    while found and not unpacker.is_finished():
        found = unpacker.process(b"", output_buffer_limit=_CHUNK)
    return bool(unpacker.is_finished())
