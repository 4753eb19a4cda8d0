"""How the records of a corpus may be stored. Light: the command line reads it before anything else is imported."""

from enum import StrEnum


class Format(StrEnum):
    """A new one is a line here, and its writer a line of `WRITERS` in batch/writing.py."""

    JSONL = "jsonl"
    PARQUET = "parquet"

    @property
    def suffix(self) -> str:
        """What the names of its files end with."""
        return "jsonl.gz" if self is Format.JSONL else self.value

    @property
    def package(self) -> str:
        """The library that it needs, by import name; the extra has the name of the format."""
        return "pyarrow" if self is Format.PARQUET else ""
