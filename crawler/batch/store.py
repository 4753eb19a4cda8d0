"""The output folder: what stands in it under a final name is whole.

OUT/articles/NAME.jsonl.gz   OUT/rejections/…   OUT/failures/…
OUT/_shards/NAME.json        written last: the shard is finished
OUT/manifest.json            all shards together
OUT/_SUCCESS                 written last of all: every shard of the run is finished
OUT/_tmp/                    on its way to a final name; removed at the end
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem
from pydantic import ValidationError

from crawler.batch.report import BatchError, Manifest, ShardReport, total
from crawler.batch.settings import Settings, versions
from crawler.batch.sources import Source

_CHUNK = 2**20
_SUCCESS, _MANIFEST = "_SUCCESS", "manifest.json"


class Store:
    """A folder in any file system fsspec knows. Raises BatchError when it cannot be written."""

    def __init__(self, url: str) -> None:
        try:
            self._fs, self._root = url_to_fs(url)
            self._local = isinstance(self._fs, LocalFileSystem)
            self.url = f"file://{self._root}" if self._local else url
            for folder in ("articles", "rejections", "failures", "_shards", "_tmp"):
                self._fs.makedirs(f"{self._root}/{folder}", exist_ok=True)
        except (OSError, ValueError, ImportError) as error:
            raise BatchError(f"{url} cannot be written: {error}") from error

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A local folder for files that are not finished: on the same disk where the store is local, so that they
        can be renamed, and so that a run finds and removes what a killed one left."""
        passing = Path(self._root, "_tmp") if self._local else None
        if passing:
            passing.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=passing) as folder:
            yield Path(folder)

    def publish(self, local: Path, name: str) -> None:
        """Give a file of the scratch folder its final name, in one step."""
        if self._local:
            with local.open("rb") as file:
                os.fsync(file)
            local.replace(f"{self._root}/{name}")
            return
        passing = f"{self._root}/_tmp/{uuid.uuid4().hex}"
        self._fs.put_file(str(local), passing)
        self._fs.mv(passing, f"{self._root}/{name}")

    def finish(self, report: ShardReport) -> None:
        """Enter a shard as finished."""
        self._write(_entry(report.name), report.model_dump_json(indent=1) + "\n")

    def reopen(self, source: Source) -> None:
        """A shard is about to be made anew: neither it nor the run is finished any more."""
        earlier = self._entry_of(source.name)
        files = [file.path for file in earlier.files] if earlier else []
        self._remove(_SUCCESS, _MANIFEST, *files, _entry(source.name))

    def conclude(self, *, complete: bool) -> Manifest:
        """Write the manifest of all shards and, when the run is complete, `_SUCCESS`."""
        shards = tuple(sorted(self._entries(), key=lambda shard: shard.name))
        manifest = Manifest(totals=total(shards), shards=shards)
        self._write(_MANIFEST, manifest.model_dump_json(indent=1) + "\n")
        if complete:
            self._write(_SUCCESS, "")
        with suppress(FileNotFoundError):
            self._fs.rm(f"{self._root}/_tmp", recursive=True)
        return manifest

    def is_finished(self, source: Source, settings: Settings) -> bool:
        """Whether the shard of this input stands there whole, made by these versions with these settings."""
        report = self._entry_of(source.name)
        if not report:
            return False
        made_of = (report.fingerprint, report.settings, report.versions)
        if made_of != (source.fingerprint, settings.described(), versions()):
            return False
        return all(self._digest(file.path) == file.sha256 for file in report.files)

    def _entry_of(self, name: str) -> ShardReport | None:
        """The entry of a shard, or None when it is not finished or the entry is of another version."""
        try:
            return ShardReport.model_validate_json(self._fs.cat_file(f"{self._root}/{_entry(name)}"))
        except (OSError, ValidationError):
            return None

    def _entries(self) -> Iterator[ShardReport]:
        for path in self._fs.find(f"{self._root}/_shards"):
            entry = self._entry_of(PurePosixPath(path).stem)
            if not entry:
                raise BatchError(f"{path} cannot be read; remove it, or clean its input again")
            yield entry

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
        with self.scratch() as folder:
            local = folder / "text"
            local.write_text(text, encoding="utf-8")
            self.publish(local, name)

    def _remove(self, *names: str) -> None:
        for name in names:
            with suppress(FileNotFoundError):
                self._fs.rm_file(f"{self._root}/{name}")


def _entry(name: str) -> str:
    return f"_shards/{name}.json"
