"""The command lines of the benchmarks: `--help` prints what the module says of itself."""

from __future__ import annotations

import argparse
from pathlib import Path


def parser_of(doc: str | None) -> argparse.ArgumentParser:
    """A parser without arguments of its own; `doc` is the module's."""
    return argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)


def given_folders(doc: str | None, least: int = 0) -> list[Path]:
    """The corpus folders that were given, at least so many (0 or 1)."""
    parser = parser_of(doc)
    parser.add_argument("folders", type=Path, nargs="+" if least else "*", metavar="CORPUS")
    return list(parser.parse_args().folders)
