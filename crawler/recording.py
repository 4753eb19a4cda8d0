"""Recording a new fixture: the response as it came, and a proposal of what it must give; of a site without a file,
one of those as well."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from cleaners import Cleaner, decode
from cleaners.sites import GENERIC, Site, Sites
from crawler.cases import Case, read_case, write_case
from crawler.discovery.forms import Counts
from crawler.discovery.links import host_of, path_of
from crawler.proposal import learnt_site, links_on_site, proposed_site, site_file, site_name
from schemas import Article, Page

_PROPOSED = ("title", "published_at", "published_precision", "source", "canonical_url", "next_page")


def record(
    url: str,
    folder: Path,
    *,
    fetch: Callable[[str], Page],
    sites: Sites,
    name: str = "",
    site: str = "",
    forms: Mapping[str, Counts] = MappingProxyType({}),
) -> Path:
    """Fetch a page and write it as a new case under `folder` (fixtures/); returns the case's folder.

    `name` is the case's; '' takes it from the URL. `site` is the site's; '' takes the site of `sites` that claims the
    page, else a name from the host. As long as `sites` does not hold it, `site.toml` beside its cases is proposed anew
    from all of them; its URLs from `forms`, which a job learnt of the site, where there are some.

    expected.json is what the cleaner makes of the page today: a proposal, to be read and mended by a person.
    A page that was recorded before is replaced. Raises what `fetch` raises, FileExistsError when another page has the
    case's name, and OSError when the case cannot be written.
    """
    page = fetch(url)
    site = site or _site_of(page, sites)
    held = folder / site / (name or case_name(url))
    if held.exists() and read_case(held).page.url != page.url:
        raise FileExistsError(
            f"{held} holds another page, {read_case(held).page.url}: name this one with --name"
        )
    cases = (path.parent for path in sorted((folder / site).glob("*/response.json")))
    others = [read_case(case).page for case in cases if case != held]
    cleaner, known = Cleaner(sites=sites), sites.named(site)
    rules = known or learnt_site(proposed_site(site, [page, *others], cleaner), forms)
    case = Case(site, held.name, page, propose(page, rules, cleaner), note=f"recorded from {url}")
    written = write_case(case, folder)
    if not known:
        proposal_of(written).write_text(site_file(rules), "utf-8")
    return written


def proposal_of(case: Path) -> Path:
    """Where the proposed site file stands, given a case of the site."""
    return case.parent / "site.toml"


def _site_of(page: Page, sites: Sites) -> str:
    known = sites.of(page.url, decode(page.body, headers=page.headers).text)
    return site_name(host_of(page.url or ""), sites) if known is GENERIC else known.name


def propose(page: Page, site: Site, cleaner: Cleaner) -> dict[str, Any]:
    """The expected.json that site file and cleaner would write for a page."""
    if site.list_url and re.search(site.list_url, path_of(page.url or "")):
        return {"kind": "list", **_links(page, site)}
    outcome = cleaner.process(page)
    if not isinstance(outcome, Article):
        return {"kind": "rejection", "reason": outcome.reason.value}
    printed = outcome.model_dump(mode="json", include={*_PROPOSED, "credits"})
    return {
        "kind": "article",
        **{key: printed[key] for key in _PROPOSED if printed[key] is not None},
        "credits": printed["credits"],
        "text": outcome.text.splitlines(),
    }


def _links(page: Page, site: Site) -> dict[str, list[str]]:
    links = links_on_site(page)
    articles = [url for url in links if re.search(site.article_url, path_of(url))]
    lists = [url for url in links if re.search(site.list_url, path_of(url))]
    return {
        "articles": articles,
        "pages": [url for url in lists if url not in articles and url != page.url],
    }


def case_name(url: str) -> str:
    """A folder name for a page: the last part of its path that says something, as lower case ASCII."""
    path = re.sub(r"\.s?html?$", "", urlsplit(url).path)
    parts = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in path.split("/")]
    return next((part for part in reversed(parts) if part), "front")
