"""The structure of an article as it goes into the record."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import schemas


class Structure(NamedTuple):
    """The structure as it was asked for."""

    markdown: str | None = None
    html: str | None = None
    blocks: tuple[schemas.Block, ...] | None = None
    places: Mapping[str, int] = MappingProxyType({})
    """URL of each picture to the index of its block."""
