"""Recording a new fixture: the response as it came, and a proposal of what it must give."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.http import HtmlResponse

from cleaners import Cleaner, decode
from cleaners.sites import Profile, profile_for
from crawler.cases import Case, read_case, write_case
from crawler.discovery.links import host_of, page_links, path_of
from schemas import Article, Page

_PROPOSED = ("title", "published_at", "published_precision", "source", "canonical_url", "next_page")


def record(url: str, folder: Path, *, fetch: Callable[[str], Page], name: str = "") -> Path:
    """Fetch a page and write it as a new case under `folder` (fixtures/); returns the case's folder.

    `name` is the case's; '' takes it from the URL.

    expected.json is what the cleaner makes of the page today: a proposal, to be read and mended by a person.
    A page that was recorded before is replaced. Raises what `fetch` raises, FileExistsError when another page has the
    case's name, and OSError when the case cannot be written.
    """
    page = fetch(url)
    profile = profile_for(page.url, decode(page.body, headers=page.headers).text)
    case = Case(
        profile.name, name or case_name(url), page, propose(page, profile), note=f"recorded from {url}"
    )
    held = folder / case.site / case.name
    if held.exists() and read_case(held).page.url != page.url:
        raise FileExistsError(
            f"{held} holds another page, {read_case(held).page.url}: name this one with --name"
        )
    return write_case(case, folder)


def propose(page: Page, profile: Profile) -> dict[str, Any]:
    """The expected.json that profile and cleaner would write for a page."""
    if profile.list_url and re.search(profile.list_url, path_of(page.url or "")):
        return {"kind": "list", **_links(page, profile)}
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


def _links(page: Page, profile: Profile) -> dict[str, list[str]]:
    response = HtmlResponse(
        page.url or "", body=page.body, encoding=decode(page.body, headers=page.headers).report.encoding
    )
    links = [link.url for link in page_links(response) if host_of(link.url) == host_of(response.url)]
    articles = [url for url in links if re.search(profile.article_url, path_of(url))]
    lists = [url for url in links if re.search(profile.list_url, path_of(url))]
    return {
        "articles": articles,
        "pages": [url for url in lists if url not in articles and url != response.url],
    }


def case_name(url: str) -> str:
    """A folder name for a page: the last part of its path that says something, as lower case ASCII."""
    path = re.sub(r"\.s?html?$", "", urlsplit(url).path)
    parts = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in path.split("/")]
    return next((part for part in reversed(parts) if part), "front")
