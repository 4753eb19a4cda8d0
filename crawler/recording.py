"""Recording a new fixture: the response as it came, and a proposal of what it must give; of a site without a profile,
one of those as well."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleaners import Cleaner, decode
from cleaners.sites import GENERIC, PROFILES, Profile, profile_for
from crawler.cases import Case, read_case, write_case
from crawler.discovery.links import host_of, path_of
from crawler.proposal import links_on_site, profile_module, proposed_profile, site_name
from schemas import Article, Page

_PROPOSED = ("title", "published_at", "published_precision", "source", "canonical_url", "next_page")


def record(url: str, folder: Path, *, fetch: Callable[[str], Page], name: str = "", site: str = "") -> Path:
    """Fetch a page and write it as a new case under `folder` (fixtures/); returns the case's folder.

    `name` is the case's; '' takes it from the URL. `site` is the profile's; '' takes the profile that knows the page,
    else a name from the host. As long as the registry does not know the site, `profile.py` beside its cases is
    proposed anew from all of them.

    expected.json is what the cleaner makes of the page today: a proposal, to be read and mended by a person.
    A page that was recorded before is replaced. Raises what `fetch` raises, FileExistsError when another page has the
    case's name, and OSError when the case cannot be written.
    """
    page = fetch(url)
    site = site or _site_of(page)
    held = folder / site / (name or case_name(url))
    if held.exists() and read_case(held).page.url != page.url:
        raise FileExistsError(
            f"{held} holds another page, {read_case(held).page.url}: name this one with --name"
        )
    cases = (path.parent for path in sorted((folder / site).glob("*/response.json")))
    others = [read_case(case).page for case in cases if case != held]
    profile = PROFILES.get(site) or proposed_profile(site, [page, *others])
    case = Case(site, held.name, page, propose(page, profile), note=f"recorded from {url}")
    written = write_case(case, folder)
    if site not in PROFILES:
        proposal_of(written).write_text(profile_module(profile), "utf-8")
    return written


def proposal_of(case: Path) -> Path:
    """Where the proposed profile stands, given a case of the site."""
    return case.parent / "profile.py"


def _site_of(page: Page) -> str:
    known = profile_for(page.url, decode(page.body, headers=page.headers).text)
    return site_name(host_of(page.url or "")) if known is GENERIC else known.name


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
    links = links_on_site(page)
    articles = [url for url in links if re.search(profile.article_url, path_of(url))]
    lists = [url for url in links if re.search(profile.list_url, path_of(url))]
    return {
        "articles": articles,
        "pages": [url for url in lists if url not in articles and url != page.url],
    }


def case_name(url: str) -> str:
    """A folder name for a page: the last part of its path that says something, as lower case ASCII."""
    path = re.sub(r"\.s?html?$", "", urlsplit(url).path)
    parts = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in path.split("/")]
    return next((part for part in reversed(parts) if part), "front")
