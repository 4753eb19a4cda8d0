"""Files by the digest of their bytes, and which address gave which: safe against kill -9 at any moment.

    media/3f/3fa8….jpg     a whole file, once, whatever addresses it has
    media/index.sqlite     table `media`: url, digest, file, bytes; or the reason why there is no file
    media/tmp/             being written; what a killed process left goes when the folder is opened an hour later

A file gets its name when its bytes are on disk, and its line in the index after that. A process that dies between leaves a
whole file that the next download of the same bytes finds.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from crawler.job.shards import sync_folder
from crawler.media.kinds import ending_of

_STALE = 3600.0
"""Age in seconds at which nobody writes a part any more."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS media (
    url    TEXT PRIMARY KEY,
    digest TEXT,                 -- SHA-256, hex; NULL: there is no file
    file   TEXT,                 -- below the folder
    bytes  INTEGER,
    error  TEXT                  -- why there is no file; asked for again with the next article that has it
) WITHOUT ROWID
"""


class MediaStore:
    """A folder of files. Several processes may share it. Every method may raise OSError or sqlite3.Error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tmp = folder / "tmp"
        self._tmp.mkdir(parents=True, exist_ok=True)
        self._sweep()
        self._db = sqlite3.connect(folder / "index.sqlite", isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute(_SCHEMA)

    def known(self, url: str) -> str | None:
        """The digest of the file that an address gave. None where it gave none, or the file is gone."""
        row = self._db.execute(
            "SELECT digest, file FROM media WHERE url = ? AND digest IS NOT NULL", (url,)
        ).fetchone()
        return row[0] if row and (self._folder / row[1]).exists() else None

    def keep(self, url: str, data: bytes) -> str:
        """Keep a file; its digest."""
        digest = hashlib.sha256(data).hexdigest()
        name = f"{digest[:2]}/{digest}.{ending_of(data)}"
        if not (self._folder / name).exists():
            self._write(name, data)
        self._note(url, digest, name, len(data), None)
        return digest

    def refuse(self, url: str, error: str) -> None:
        """Note why there is no file."""
        self._note(url, None, None, None, error)

    def close(self) -> None:
        """Nothing is written after this."""
        self._db.close()

    def _sweep(self) -> None:
        for part in self._tmp.iterdir():
            with suppress(FileNotFoundError):  # another process has just finished it
                if part.stat().st_mtime < time.time() - _STALE:
                    part.unlink()

    def _write(self, name: str, data: bytes) -> None:
        part, path = self._tmp / uuid4().hex, self._folder / name
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.parent.mkdir(exist_ok=True)
        part.replace(path)
        sync_folder(path.parent)
        sync_folder(self._folder)

    def _note(self, *values: object) -> None:
        self._db.execute("INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?)", values)
