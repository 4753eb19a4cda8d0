"""Recording a new fixture: the response as it came, and a proposal of what it must give."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleaners import Cleaner, decode
from cleaners.sites import profile_for
from crawler.cases import Case, read_case, write_case
from schemas import Article, Page

_PROPOSED = ("title", "published_at", "published_precision", "source", "canonical_url", "next_page")


def record(url: str, folder: Path, *, fetch: Callable[[str], Page]) -> Path:
    """Fetch a page and write it as a new case under `folder` (fixtures/); returns the case's folder.

    expected.json is what the cleaner makes of the page today: a proposal, to be read and mended by a person.
    A page that was recorded before is replaced. Raises what `fetch` raises, FileExistsError when another page has the
    case's name, and OSError when the case cannot be written.
    """
    page = fetch(url)
    site = profile_for(page.url, decode(page.body, headers=page.headers).text).name
    case = Case(site, case_name(url), page, propose(page), note=f"recorded from {url}")
    held = folder / case.site / case.name
    if held.exists() and read_case(held).page.url != page.url:
        raise FileExistsError(f"{held} holds another page: {read_case(held).page.url}")
    return write_case(case, folder)


def propose(page: Page) -> dict[str, Any]:
    """The expected.json that the cleaner would write for a page."""
    outcome = Cleaner().process(page)
    if not isinstance(outcome, Article):
        return {"kind": "rejection", "reason": outcome.reason.value}
    printed = outcome.model_dump(mode="json", include={*_PROPOSED, "credits"})
    return {
        "kind": "article",
        **{key: printed[key] for key in _PROPOSED if printed[key] is not None},
        "credits": printed["credits"],
        "text": outcome.text.splitlines(),
    }


def case_name(url: str) -> str:
    """A folder name for a page: the last part of its path that says something, as lower case ASCII."""
    path = re.sub(r"\.s?html?$", "", urlsplit(url).path)
    parts = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in path.split("/")]
    return next((part for part in reversed(parts) if part), "front")
