"""The fixture format: one recorded response and what it must give. See fixtures/README.md.

fixtures/SITE/CASE/response.html    the body, byte for byte (`.txt`, `.xml`, `.gz` for other kinds)
fixtures/SITE/CASE/response.json    url, status, headers, fetched_at, note
fixtures/SITE/CASE/expected.json    what the page must give
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from schemas import Page

_PACKED = Path(__file__).with_name("fixtures")  # in the wheel they travel inside the package
FIXTURES = _PACKED if _PACKED.is_dir() else Path(__file__).parent.parent / "fixtures"
SUFFIXES = {".txt", ".xml", ".gz"}


@dataclass(frozen=True, slots=True)
class Case:
    """One response of a site."""

    site: str
    """Name of the site, and of the folder."""
    name: str
    """Folder of the case: `seed`, `list-1`, `robots`."""
    page: Page
    """The response as it was received; its URL is always known."""
    expected: dict[str, Any] = field(default_factory=dict)
    """`kind` (article, rejection, list, other) and what goes with it."""
    note: str = ""
    """For people: where it is from, what of it is reconstructed or synthetic (合成)."""


def read_case(folder: Path) -> Case:
    """Read one case. Raises OSError or ValueError when a file is missing or malformed."""
    response = json.loads((folder / "response.json").read_text("utf-8"))
    note = response.pop("note", "")
    body = next(path for path in sorted(folder.glob("response.*")) if path.suffix != ".json")
    page = Page.model_validate({**response, "body": body.read_bytes()})
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    return Case(folder.parent.name, folder.name, page, expected, note)


def read_cases(root: Path = FIXTURES) -> Iterator[Case]:
    """Every case under `root`, sorted by site and name."""
    for path in sorted(root.glob("*/*/response.json")):
        yield read_case(path.parent)


def write_case(case: Case, root: Path = FIXTURES) -> Path:
    """Write a case and return its folder. Files of an earlier recording are replaced."""
    folder = root / case.site / case.name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("response.*"):
        old.unlink()
    (folder / f"response{_suffix(case.page.url or '')}").write_bytes(case.page.body)
    response = case.page.model_dump(mode="json", exclude={"body"}) | {"note": case.note}
    _write_json(folder / "response.json", response)
    _write_json(folder / "expected.json", case.expected)
    return folder


def _suffix(url: str) -> str:
    suffix = PurePosixPath(urlsplit(url).path).suffix
    return suffix if suffix in SUFFIXES else ".html"


def _write_json(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
