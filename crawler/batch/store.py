"""The output folder: what stands in it under a final name is whole.

OUT/articles/NAME.jsonl.gz   OUT/rejections/…   OUT/failures/…
OUT/_shards/NAME.json        written last: the shard is finished
OUT/manifest.json            all shards together
OUT/_SUCCESS                 written last of all: every shard of the run is finished
OUT/_tmp/                    on its way to a final name; removed at the end
"""

from __future__ import annotations

import hashlib
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fsspec.core import url_to_fs
from pydantic import ValidationError

from crawler.batch.report import BatchError, Manifest, ShardReport, total
from crawler.batch.settings import Settings, versions
from crawler.batch.sources import Source

_CHUNK = 2**20
_SUCCESS, _MANIFEST = "_SUCCESS", "manifest.json"


class Store:
    """A folder in any file system fsspec knows. Raises BatchError when it cannot be written."""

    def __init__(self, url: str) -> None:
        self.url = url
        try:
            self._fs, self._root = url_to_fs(url)
            for folder in ("articles", "rejections", "failures", "_shards", "_tmp"):
                self._fs.makedirs(f"{self._root}/{folder}", exist_ok=True)
        except (OSError, ValueError, ImportError) as error:
            raise BatchError(f"{url} cannot be written: {error}") from error

    def publish(self, local: Path, name: str) -> None:
        """Copy a local file in and give it its name in one step."""
        passing = f"{self._root}/_tmp/{uuid.uuid4().hex}"
        self._fs.put_file(str(local), passing)
        self._fs.mv(passing, f"{self._root}/{name}")

    def finish(self, report: ShardReport) -> None:
        """Enter a shard as finished."""
        self._write(_entry(report.name), report.model_dump_json(indent=1) + "\n")

    def reopen(self, source: Source) -> None:
        """A shard is about to be made anew: neither it nor the run is finished any more."""
        self._remove(_SUCCESS, _MANIFEST, _entry(source.name))

    def conclude(self, *, complete: bool) -> Manifest:
        """Write the manifest of all shards and, when the run is complete, `_SUCCESS`."""
        shards = tuple(sorted(self._entries(), key=lambda shard: shard.name))
        manifest = Manifest(totals=total(shards), shards=shards)
        self._fs.rm(f"{self._root}/_tmp", recursive=True)
        self._fs.makedirs(f"{self._root}/_tmp", exist_ok=True)
        self._write(_MANIFEST, manifest.model_dump_json(indent=1) + "\n")
        if complete:
            self._write(_SUCCESS, "")
        self._fs.rm(f"{self._root}/_tmp", recursive=True)
        return manifest

    def is_finished(self, source: Source, settings: Settings) -> bool:
        """Whether the shard of this input stands there whole, made by these versions with these settings."""
        try:
            report = ShardReport.model_validate_json(self._fs.cat_file(f"{self._root}/{_entry(source.name)}"))
        except (OSError, ValidationError):
            return False
        made_of = (report.fingerprint, report.settings, report.versions)
        if made_of != (source.fingerprint, settings.described(), versions()):
            return False
        return all(self._digest(file.path) == file.sha256 for file in report.files)

    def _entries(self) -> Iterator[ShardReport]:
        for path in self._fs.find(f"{self._root}/_shards"):
            yield ShardReport.model_validate_json(self._fs.cat_file(path))

    def _digest(self, name: str) -> str:
        digest = hashlib.sha256()
        try:
            with self._fs.open(f"{self._root}/{name}", "rb") as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
        except OSError:
            return ""
        return digest.hexdigest()

    def _write(self, name: str, text: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            local = Path(folder) / "text"
            local.write_text(text, encoding="utf-8")
            self.publish(local, name)

    def _remove(self, *names: str) -> None:
        for name in names:
            with suppress(FileNotFoundError):
                self._fs.rm_file(f"{self._root}/{name}")


def _entry(name: str) -> str:
    return f"_shards/{name}.json"
