"""Small archives of raw pages (合成)."""

import gzip
import json
import re
import uuid
from collections.abc import Sequence
from pathlib import Path

from schemas import Page

SMALL = 1e-8
"""Size of shards, in megabytes, that a page or a small archive each fill."""
_REDONE = re.compile(rb'\n *"redone": (?:"[^"\n]*"|\d+),')
Headers = Sequence[tuple[str, str]]


def pages(words: Sequence[str]) -> list[Page]:
    return [Page(url=f"http://x.test/{n}", body=word.encode()) for n, word in enumerate(words)]


def response(
    body: bytes,
    url: str = "http://x.test/",
    headers: Headers = (),
    *,
    compressed: bool = True,
    status: str = "200 OK",
) -> bytes:
    """A WARC response record."""
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers)]
    return _record("response", url, "application/http; msgtype=response", _header(lines) + body, compressed)


def conversion(text: str, url: str) -> bytes:
    """A WET record."""
    return _record("conversion", url, "text/plain", text.encode(), True)


def _record(kind: str, url: str, content_type: str, block: bytes, compressed: bool) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, url)}>",
        "WARC-Date": "2026-11-22T04:05:06Z",
        "WARC-Target-URI": url,
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    record = (
        _header(["WARC/1.0", *(f"{name}: {value}" for name, value in fields.items())]) + block + b"\r\n\r\n"
    )
    return gzip.compress(record, mtime=0) if compressed else record


def _header(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()


def write_warc(path: Path, given: Sequence[Page], *, compressed: bool = True) -> None:
    records = (response(page.body, page.url or "", page.headers, compressed=compressed) for page in given)
    path.write_bytes(b"".join(records))


def write_jsonl(path: Path, given: Sequence[Page]) -> None:
    text = "".join(page.model_dump_json() + "\n" for page in given).encode()
    path.write_bytes(gzip.compress(text, mtime=0) if path.suffix == ".gz" else text)


def read_lines(folder: Path) -> list[dict[str, object]]:
    """All records of the JSONL shards in a folder, in the order of the file names."""
    files = sorted(folder.glob("*.jsonl.gz"))
    return [json.loads(line) for file in files for line in gzip.decompress(file.read_bytes()).splitlines()]


def listing(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, but for `redone`, which tells of the machine and not of the corpus."""
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return {name: _REDONE.sub(b"", data) if name.endswith(".json") else data for name, data in files.items()}
