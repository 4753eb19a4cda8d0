"""Which profile a page gets: by host, else by the marks of its CMS, else the generic one."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from cleaners.sites import fastadmin, pinyin_mirror, ppfocus, sanwenwang, yybnet
from cleaners.sites.profile import GENERIC, Profile

_SITES = (
    yybnet.PROFILE,
    ppfocus.PROFILE,
    sanwenwang.PROFILE,
    pinyin_mirror.PROFILE,
    fastadmin.PROFILE,
)
PROFILES: Mapping[str, Profile] = MappingProxyType({profile.name: profile for profile in (*_SITES, GENERIC)})
"""Every profile by its name."""

_BY_HOST = {host: profile for profile in _SITES for host in profile.hosts}
_HEAD, _TAIL = 32_768, 16_384  # characters searched for marks: stylesheets stand first, floating boxes last


def profile_for(url: str | None, html: str) -> Profile:
    """The profile of a page, given its URL (None where it is not known) and its decoded source. Never raises."""
    for host in _with_parents(host_of(url)):
        if host in _BY_HOST:
            return _BY_HOST[host]
    ends = html if len(html) <= _HEAD + _TAIL else f"{html[:_HEAD]}\n{html[-_TAIL:]}"
    return next((p for p, marks in _BY_MARKS if all(found(ends) for found in marks)), GENERIC)


def _finder(mark: str) -> Callable[[str], object]:
    """A search for one mark; plain text is found several times faster than an expression."""
    return (lambda text: mark in text) if mark == re.escape(mark) else re.compile(mark).search


_BY_MARKS = tuple((profile, tuple(map(_finder, profile.marks))) for profile in _SITES if profile.marks)


def host_of(url: str | None) -> str:
    """The host name in a URL; empty where there is none. Never raises."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # a malformed IPv6 address, characters that no host name has
        return ""


def _with_parents(host: str) -> Iterator[str]:
    """`www.sanwen.net` gives itself, `sanwen.net` and `net`."""
    while host:
        yield host
        host = host.partition(".")[2]
