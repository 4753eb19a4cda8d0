"""What decides the bytes of a shard besides its input."""

from __future__ import annotations

import platform
import zlib
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from lxml import etree

from cleaners import Sites, known_sites
from cleaners.structure import Format as StructureFormat
from cleaners.version import VERSION
from crawler.guard import Limits
from crawler.output import Format
from schemas import SCHEMA_VERSION

_LIBRARIES = (
    "charset-normalizer",
    "fastwarc",
    "lxml",
    "opencc-python-reimplemented",
    "pyarrow",
    "pydantic",
    "trafilatura",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of a batch run."""

    format: Format = Format.JSONL
    script: Literal["simplified", "original"] = "simplified"
    sites: Sites = field(default_factory=known_sites)
    formats: tuple[StructureFormat, ...] = ()
    """What is written of an article's structure beside its text."""
    limits: Limits = field(default_factory=Limits)

    def described(self) -> dict[str, str]:
        """The settings that are written into the manifest."""
        limits = self.limits
        return {
            "format": self.format.suffix,
            "script": self.script,
            "sites": self.sites.digest,
            "formats": ", ".join(self.formats),
            "limits": f"{limits.seconds:g} s, {limits.memory} bytes of memory, {limits.body} bytes of body",
        }


def versions() -> dict[str, str]:
    """Versions of all that has a part in the result: the cleaner, its dictionaries (opencc) and its libraries."""
    found = {name: _version(name) for name in _LIBRARIES}
    return {
        "qingwen": VERSION,
        "schema": SCHEMA_VERSION,
        "python": platform.python_version(),
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    } | {name: number for name, number in found.items() if number}


@cache
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
