"""Where the links of a line lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners.metadata.elements import links_of, text_of
from cleaners.sites import host_of, parts_of

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line

_LIST = re.compile(
    r"/(?:category|categories|tags?|channels?|columns?|topics?|lists?|sort|section|ch|bk)/", re.I
)

_PERSONAL = re.compile(r"people/|user|space|\bu(?:id)?(?:[=/-]|$)|member|profile|author|blogger|/@", re.I)


def hrefs(line: Line, name: str) -> Iterator[str]:
    """The addresses behind a name in a line."""
    if line.run.link_chars:
        yield from (link.get("href") or "" for link in links_of(line.run) if name in text_of(link))


def leads_off(line: Line, name: str, url: str | None) -> bool:
    """Whether a name is a link to another site."""
    own = _site(url)
    return any((there := _site(href)) and there != own for href in hrefs(line, name))


def leads_up(line: Line, name: str, url: str | None) -> bool:
    """Whether a name is a link to a list of the site: a folder above the page, or one that is called so."""
    own = _path(url)
    return any(
        (path := _path(href)) and (_is_above(path, own) or _LIST.search(path)) for href in hrefs(line, name)
    )


def is_personal(line: Line, name: str) -> bool:
    """Whether a name is a link to the page of a person or an account."""
    return any(map(leads_to_person, hrefs(line, name)))


def leads_to_person(href: str) -> bool:
    """Whether an address is that of a person or an account."""
    return _PERSONAL.search(href) is not None


def _is_above(path: str, own: str) -> bool:
    return len(path) > 1 and path.endswith("/") and own.startswith(path) and own != path


def _path(url: str | None) -> str:
    return parts_of(url).path


def _site(url: str | None) -> str:
    """The last two labels of a URL's host; '' without one."""
    return ".".join(host_of(url).split(".")[-2:])
