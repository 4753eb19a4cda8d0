"""URL, file or standard input as a Page."""

import sys
from pathlib import Path

from crawler.cli.console import give_up
from crawler.cli.foreign import translated
from crawler.cli.options import pairs
from crawler.words import _, noted
from schemas import Page

_RULES = noted(
    "What a crawl may not fetch is not fetched here either: http and https, public hosts, ports 80, 443 and from 1024"
    " on, and what robots.txt allows. A host of your own network: -s PRIVATE_HOSTS_ALLOWED=HOST"
)


def read_source(source: str, setting: list[str] | None = None) -> Page:
    """The bytes behind a URL, a file or `-`. Exits with 1 where there are none."""
    if source == "-":
        return Page(body=sys.stdin.buffer.read())
    if "://" in source:
        return fetch_page(source, setting)
    try:
        return Page(body=Path(source or "''").read_bytes())
    except OSError as error:
        give_up(
            f"{source}: {error.strerror}",
            _("A URL starts with http:// or https://, and - reads standard input."),
        )


def fetch_page(url: str, setting: list[str] | None = None) -> Page:
    """Fetch one URL, with settings NAME=VALUE. Exits with 1 where there is no response."""
    from crawler.fetching import NotFetched, fetch
    from crawler.safety.urls import malformed

    if "://" not in url:
        give_up(
            _("{url} is not a URL").format(url=url or _("nothing")),
            _("A URL starts with http:// or https://."),
        )
    if why := malformed(url):
        give_up(_("{url}: refused: {why}").format(url=url, why=translated(why)), _(_RULES))
    try:
        return fetch(url, pairs(setting, "--set"))
    except NotFetched as error:
        refused = "refused: " in str(error)
        give_up(f"{url}: {error}", _(_RULES) if refused else _("Are the address and the network right?"))
