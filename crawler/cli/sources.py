"""URL, file or standard input as a Page."""

import sys
from pathlib import Path

from crawler.cli.console import give_up
from schemas import Page


def read_source(source: str) -> Page:
    """The bytes behind a URL, a file or `-`. Exits with 1 where there are none."""
    if source == "-":
        return Page(body=sys.stdin.buffer.read())
    if "://" in source:
        return fetch_page(source)
    try:
        return Page(body=Path(source).read_bytes())
    except OSError as error:
        give_up(
            f"{source}: {error.strerror}",
            "A URL starts with http:// or https://, and - reads standard input.",
        )


def fetch_page(url: str) -> Page:
    """Fetch one URL. Exits with 1 where there is no response."""
    from crawler.fetching import NotFetched, fetch

    try:
        return fetch(url)
    except NotFetched as error:
        give_up(f"{url}: {error}", "The rules of a crawl hold here too: robots.txt, public addresses only.")
