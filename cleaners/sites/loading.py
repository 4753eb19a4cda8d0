"""Site files: read, refused with a reason, found. Reads only what the caller or an installed package names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from cleaners.errors import SiteError
from cleaners.sites.choice import Sites
from cleaners.sites.site import Site

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ENTRY_POINT = "qingwen.sites"
"""The group under which an installed package names a package of its own that holds site files."""


def read_site(text: str, where: str = "site") -> Site:
    """The site in the text of a TOML file; `where` is what an error calls it. Raises SiteError."""
    try:
        return Site.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SiteError(f"{where} is not TOML: {error}") from error
    except ValidationError as error:
        raise SiteError("\n".join(f"{where}: {_told(problem)}" for problem in error.errors())) from error


def load_sites(*paths: str | Path) -> tuple[Site, ...]:
    """The sites in files and in folders (their `*.toml`, sub-folders as well), in order. Raises SiteError for a file
    that cannot be read, is no TOML, or says what cannot be."""
    return tuple(site for path in paths for site in _load(Path(path)))


@cache
def known_sites() -> Sites:
    """The sites of installed packages, and behind them qingwen's own. Raises SiteError where one is faulty."""
    installed = sorted(entry_points(group=ENTRY_POINT), key=lambda point: point.name)
    return Sites(
        [site for point in installed for site in _installed(point)], _packaged(files("cleaners.sites"))
    )


def _load(path: Path) -> Iterator[Site]:
    found = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    if not found:
        raise SiteError(f"{path} holds no site file: they end in .toml")
    for file in found:
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "not UTF-8"
            raise SiteError(f"{file}: {why}") from error
        yield read_site(text, str(file))


def _installed(point: EntryPoint) -> Iterable[Site]:
    try:
        return _packaged(files(point.load()))
    except (ImportError, AttributeError, TypeError, OSError) as error:
        raise SiteError(
            f"entry point {point.name} = {point.value!r} names no package of site files: {error}"
        ) from error


def _packaged(folder: Traversable) -> list[Site]:
    sites = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name
    )
    found = [read_site(item.read_text("utf-8"), str(item)) for item in sites]
    if boundless := next((site.name for site in found if not (site.hosts or site.marks)), ""):
        raise SiteError(f"{folder}: {boundless!r} has neither hosts nor marks, and would take every page")
    return found


def _told(problem: Any) -> str:
    """One fault, in words: what, where, and what may have been meant."""
    *parents, name = map(str, problem["loc"])
    if problem["type"] == "extra_forbidden":
        near = get_close_matches(name, _keys(parents), 1)
        meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(_keys(parents))}"
        return f"unknown key {'.'.join([*parents, name])!r}: {meant}"
    if problem["type"] == "missing":
        return f"the key {name!r} is missing"
    key = ".".join([*parents, name])
    return f"{key} = {problem['input']!r}: {problem['msg'].removeprefix('Value error, ')}"


def _keys(parents: list[str]) -> list[str]:
    model: type[BaseModel] = Site
    for parent in parents:
        if parent in model.model_fields and isinstance(model.model_fields[parent].annotation, type):
            model = model.model_fields[parent].annotation  # type: ignore[assignment]  # a table within the file
    return list(model.model_fields)
