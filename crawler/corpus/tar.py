"""Tar archives as WebDataset reads them: the members of a sample follow each other and share a name."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from pydantic import BaseModel

from crawler.batch.writing import Writer
from schemas import Article


class Tar(Writer):
    """Two members an article: its text as .txt, its other fields as .json. Without times and owners."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._file = tarfile.open(path, "w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - open until close()

    def write(self, record: BaseModel) -> None:
        if not isinstance(record, Article):
            raise TypeError(f"an article, not {type(record).__name__}")
        self._add(f"{self.rows:08}.json", record.model_dump_json(exclude={"text"}, exclude_none=True))
        self._add(f"{self.rows:08}.txt", record.text)
        self.rows += 1

    def close(self) -> None:
        self._file.close()

    def _add(self, name: str, text: str) -> None:
        data = text.encode("utf-8", "replace")
        member = tarfile.TarInfo(name)
        member.size = len(data)
        self._file.addfile(member, io.BytesIO(data))
