"""The word lists, read once from the package's own files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

_FOLDER = files(__package__) / "words"


def _read() -> Mapping[str, tuple[str, ...]]:
    """Full name (`file.list`) to its words, in the file's order."""
    lists = {}
    for file in sorted(_FOLDER.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
                lists[f"{file.name.removesuffix('.toml')}.{name}"] = _words(entry)
    return MappingProxyType(lists)


def _words(entry: list[str] | str) -> tuple[str, ...]:
    """A list is an array of words, or a text of words with blanks or line ends between them."""
    return tuple(entry.split()) if isinstance(entry, str) else tuple(entry)


LISTS = _read()
"""Every list."""


def words(*names: str) -> tuple[str, ...]:
    """The words of the named lists, each once. Raises KeyError for a list that is not there."""
    return tuple(dict.fromkeys(word for name in names for word in LISTS[name]))
