"""The output folder: what stands in it under a final name is whole.

OUT/articles/NAME.jsonl.gz   OUT/rejections/…   OUT/failures/…
OUT/_shards/NAME.json        written last: the shard is finished
OUT/_shards/NAME.inputs.gz   the files of a shard that holds several
OUT/manifest.json            all shards together
OUT/_SUCCESS                 written last of all: every shard of the run is finished
OUT/_lock                    a batch works here, and which; removed at the end
OUT/_tmp/                    on its way to a final name; removed at the end
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
import uuid
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path, PurePosixPath

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem
from pydantic import ValidationError

from crawler.batch.lock import locked
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
    def locked(self) -> Iterator[None]:
        """Keep other batches out. Raises BatchError when one works there. Object stores have no locks."""
        with locked(Path(self._root, "_lock")) if self._local else nullcontext():
            yield

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

    def finish(self, report: ShardReport, source: Source) -> None:
        """Enter a shard as finished."""
        if len(source.files) > 1:
            urls = "".join(f"{file.url}\n" for file in source.files).encode()
            self._write(_inputs(report.name), gzip.compress(urls, mtime=0))
        self._write(_entry(report.name), (report.model_dump_json(indent=1) + "\n").encode())

    def reopen(self, source: Source) -> None:
        """A shard is about to be made anew: neither it nor the run is finished any more."""
        self._remove_shard(source.name)

    def _remove_shard(self, name: str) -> None:
        earlier = self._entry_of(name)
        files = [file.path for file in earlier.files] if earlier else []
        self._remove(_SUCCESS, _MANIFEST, *files, _entry(name), _inputs(name))

    def supersede(self, sources: Sequence[Source]) -> None:
        """Remove the shards of earlier runs whose inputs now stand in other shards: no page may be there twice.

        Raises BatchError when one holds inputs besides which are not among these sources.
        """
        names = {source.name for source in sources}
        urls = {file.url for source in sources for file in source.files}
        for shard in list(self._entries(besides=names)):
            inputs = self._inputs_of(shard)
            if urls.isdisjoint(inputs):
                continue
            for url in inputs:
                if url not in urls and exists(url):
                    raise BatchError(
                        f"{self.url} holds {url} in one shard with inputs named now: name it too"
                    )
            self._remove_shard(shard.name)

    def _inputs_of(self, shard: ShardReport) -> list[str]:
        if shard.input_files == 1:
            return [shard.input]
        try:
            listing = self._fs.cat_file(f"{self._root}/{_inputs(shard.name)}")
            return gzip.decompress(listing).decode().splitlines()
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise BatchError(f"{_entry(shard.name)} does not say which files it holds; remove it") from error

    def conclude(self, *, complete: bool) -> Manifest:
        """Write the manifest of all shards and, when the run is complete, `_SUCCESS`."""
        shards = tuple(sorted(self._entries(), key=lambda shard: shard.name))
        manifest = Manifest(totals=total(shards), shards=shards)
        self._write(_MANIFEST, (manifest.model_dump_json(indent=1) + "\n").encode())
        if complete:
            self._write(_SUCCESS, b"")
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

    def _entries(self, besides: Collection[str] = ()) -> Iterator[ShardReport]:
        for path in self._fs.find(f"{self._root}/_shards"):
            if not path.endswith(".json") or PurePosixPath(path).stem in besides:
                continue
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

    def _write(self, name: str, data: bytes) -> None:
        with self.scratch() as folder:
            local = folder / "data"
            local.write_bytes(data)
            self.publish(local, name)

    def _remove(self, *names: str) -> None:
        for name in names:
            with suppress(FileNotFoundError):
                self._fs.rm_file(f"{self._root}/{name}")


def exists(url: str) -> bool:
    """Whether there is a file."""
    try:
        fs, path = url_to_fs(url)
        return bool(fs.exists(path))
    except (OSError, ValueError, ImportError):
        return False


def _entry(name: str) -> str:
    return f"_shards/{name}.json"


def _inputs(name: str) -> str:
    return f"_shards/{name}.inputs.gz"
