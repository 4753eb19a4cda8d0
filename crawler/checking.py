"""Whether a recorded page gives what its expected.json says."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cleaners import Cleaner, Site
from crawler.cases import Case, read_case
from crawler.discovery.links import path_of
from crawler.proposal import links_on_site
from schemas import Article

_NOT_FIELDS = ("text", "credits", "absent", "joined", "kind")


def cases_of(site: Site, folders: Sequence[Path]) -> list[Case]:
    """The cases of a site below some folders: those in a folder of its name. Raises OSError or ValueError where one
    is malformed."""
    found = (path.parent for folder in folders for path in sorted(folder.glob("**/response.json")))
    return [read_case(case) for case in dict.fromkeys(found) if case.parent.name == site.name]


def faults(case: Case, site: Site, cleaner: Cleaner) -> Iterator[str]:
    """How a case differs from what it must give, a line each."""
    kind = case.expected.get("kind")
    if kind == "other":
        return
    outcome = cleaner.process(case.page)
    if kind == "list":
        yield from _list_faults(case, site)
    if kind == "article":
        if isinstance(outcome, Article):
            yield from article_faults(outcome, case.expected)
        else:
            yield f"an article was expected, but it is rejected: {outcome.reason} {outcome.detail}"
    elif isinstance(outcome, Article):
        yield f"no article was expected, but it gives {outcome.title!r}"
    elif kind == "rejection" and outcome.reason != case.expected["reason"]:
        yield f"reason: expected {case.expected['reason']}, got {outcome.reason} {outcome.detail}"


def article_faults(article: Article, expected: dict[str, Any]) -> Iterator[str]:
    """How an article differs from the fields that are written down; fields that are not may be anything."""
    got = article.model_dump(mode="json")
    for name in expected:
        if name not in _NOT_FIELDS and got[name] != expected[name]:
            yield f"{name}: expected {expected[name]!r}, got {got[name]!r}"
    yield from _text_faults(article.text.splitlines(), expected["text"])
    if (names := _names(got["credits"])) != (wanted := _names(expected.get("credits", []))):
        yield f"credits: expected {sorted(wanted)}, got {sorted(names)}"
    for string in expected.get("absent", ()):
        if string in article.text:
            yield f"text: holds {string!r}"


def _list_faults(case: Case, site: Site) -> Iterator[str]:
    links = {url: path_of(url) for url in links_on_site(case.page)}
    articles = [url for url, path in links.items() if site.article_url and re.search(site.article_url, path)]
    lists = {url for url, path in links.items() if site.list_url and re.search(site.list_url, path)}
    for url in case.expected["articles"]:
        if url not in articles:
            yield f"article_url does not take {url}"
    for url in articles:
        if url not in case.expected["articles"]:
            yield f"article_url takes {url}"
    for url in case.expected["pages"]:
        if url not in lists:
            yield f"list_url does not take {url}"


def _text_faults(got: list[str], expected: list[str]) -> Iterator[str]:
    for paragraph in expected:
        if paragraph not in got:
            yield f"text: {paragraph!r} is missing"
    for paragraph in got:
        if paragraph not in expected:
            yield f"text: {paragraph!r} is too much"
    if got != expected and sorted(got) == sorted(expected):
        yield "text: the paragraphs stand in another order"
    elif got != expected and set(got) == set(expected):
        yield "text: a paragraph stands there more or less often"


def _names(credits: list[dict[str, str]]) -> set[tuple[str, str, str]]:
    return {(credit["name"], credit["role"], credit["place"]) for credit in credits}
