"""Outcomes as files: articles.jsonl, rejections.jsonl, failures.jsonl and report.json in one folder.

Files are written as `.part` and get their names when the run has ended: a file with its name is whole.
"""

import os
from collections.abc import Iterable
from io import BufferedWriter
from pathlib import Path

from schemas import Article, Failure, Rejection, RunReport

_NAMES: dict[type[Article | Rejection | Failure], str] = {
    Article: "articles.jsonl",
    Rejection: "rejections.jsonl",
    Failure: "failures.jsonl",
}
REPORT = "report.json"


class OutcomeWriter:
    """Writes one run. Raises OSError where the folder cannot be written; after that, the run is not finished."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._broken: OSError | None = None
        self._files: dict[type, BufferedWriter] = {
            kind: _part(folder / name).open("wb") for kind, name in _NAMES.items()
        }

    def write(self, record: Article | Rejection | Failure) -> None:
        """Append one record to the file of its kind."""
        try:
            self._files[type(record)].write(record.model_dump_json().encode() + b"\n")
        except OSError as error:
            self._broken = error
            raise

    def append(self, folder: Path) -> None:
        """Append the finished files of another run."""
        for kind, name in _NAMES.items():
            self._files[kind].write((folder / name).read_bytes())

    def close(self, report: RunReport) -> None:
        """Finish: everything on disk, every file under its name, the report last. Where a record could not be written,
        its error is raised again and no file gets its name."""
        if self._broken:
            raise self._broken
        for kind, name in _NAMES.items():
            _finish(self._files[kind], self._folder / name)
        path = self._folder / REPORT
        file = _part(path).open("wb")
        file.write(report.model_dump_json(indent=2).encode() + b"\n")
        _finish(file, path)


def merge(folders: Iterable[Path], report: RunReport, target: Path) -> None:
    """Put the files of several runs together, in order, into one folder."""
    writer = OutcomeWriter(target)
    for folder in folders:
        writer.append(folder)
    writer.close(report)


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _finish(file: BufferedWriter, path: Path) -> None:
    with file:
        file.flush()
        os.fsync(file.fileno())
    _part(path).replace(path)
