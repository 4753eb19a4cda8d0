"""What an export can be asked for."""

from enum import StrEnum


class Target(StrEnum):
    """Form of an export."""

    JSONL = "jsonl"
    """The articles as they are, gzip."""
    DATATROVE = "datatrove"
    """`text`, `id` and `metadata` a line, gzip: what its JsonlReader reads."""
    DATASETS = "datasets"
    """Parquet and a dataset card: a folder for `load_dataset` or the Hub."""
    WEBDATASET = "webdataset"
    """Tar archives of text and the other fields: what WebDataset reads."""


class Copies(StrEnum):
    """What is done about copies (转载)."""

    MARK = "mark"
    """`duplicate_group` and `original` say which articles are copies of which."""
    DROP = "drop"
    """Of each group the likely original stays."""


class Personal(StrEnum):
    """What is done about personal data."""

    MASK = "mask"
    """Replaced by its kind, and counted."""
    COUNT = "count"
    """Counted."""
