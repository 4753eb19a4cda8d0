"""Outcomes as files: articles.jsonl, rejections.jsonl, failures.jsonl and report.json in one folder.

Files are written as `.part` and get their names when the run has ended: a file with its name is whole.
"""

import os
from io import BufferedWriter
from pathlib import Path

from schemas import KINDS, Record, RunReport, kind_of

REPORT = "report.json"


class OutcomeWriter:
    """Writes one run. Raises OSError where the folder cannot be written; after that, the run is not finished."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._broken: OSError | None = None
        self._files: dict[str, BufferedWriter] = {
            kind: _part(_path(folder, kind)).open("wb") for kind in KINDS
        }

    def write(self, record: Record) -> None:
        """Append one record to the file of its kind."""
        try:
            self._files[kind_of(record)].write(record.model_dump_json().encode() + b"\n")
        except OSError as error:
            self._broken = error
            raise

    def close(self, report: RunReport) -> None:
        """Finish: everything on disk, every file under its name, the report last. Where a record could not be written,
        its error is raised again and no file gets its name."""
        if self._broken:
            raise self._broken
        for kind, written in self._files.items():
            _finish(written, _path(self._folder, kind))
        path = self._folder / REPORT
        file = _part(path).open("wb")
        file.write(report.model_dump_json(indent=2).encode() + b"\n")
        _finish(file, path)


def _path(folder: Path, kind: str) -> Path:
    return folder / f"{kind}.jsonl"


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _finish(file: BufferedWriter, path: Path) -> None:
    with file:
        file.flush()
        os.fsync(file.fileno())
    _part(path).replace(path)
