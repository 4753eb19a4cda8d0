"""Which site a page is of: by host, else by the marks of its CMS, else none that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from urllib.parse import SplitResult, urlsplit

from cleaners.errors import SiteError
from cleaners.sites.site import GENERIC, Site

_HEAD, _TAIL = 32_768, 16_384  # characters searched for marks: stylesheets stand first, floating boxes last
_LONGEST = 253  # characters of a host name (RFC 1035, 2.3.4)
_NESTED = re.compile(r"[\\()\[\]]")
_SPECIAL = re.compile(r"[.^$*+?{}\[\]\\|()]")


class Sites:
    """Sites by nearness: those given by the caller, those of installed packages, those of qingwen. The nearest that
    claims a page has it; a name stands for the nearest site that has it. Immutable; picklable."""

    def __init__(self, *tiers: Iterable[Site]) -> None:
        """`tiers` are nearest first. Raises SiteError where two sites of one claim the same host, name or every page."""
        self._tiers: list[_Tier] = []
        self._named: dict[str, Site] = {GENERIC.name: GENERIC}
        for tier in tiers:
            own = tuple(tier)
            _refuse_twice(own)
            self._tiers.append(_Tier(site for site in own if site.name not in self._named))
            self._named |= {site.name: site for site in self._tiers[-1].sites}

    def __iter__(self) -> Iterator[Site]:
        """Every site that has its name, nearest first."""
        return iter([site for tier in self._tiers for site in tier.sites])

    def nearer(self, *sites: Site) -> Sites:
        """These and, behind them, `sites` that are nearer than all others. Raises SiteError as the constructor does."""
        return Sites(sites, *(tier.sites for tier in self._tiers)) if sites else self

    def named(self, name: str | None) -> Site | None:
        """The site of a name, or None; `generic` is the one of which nothing is known."""
        return self._named.get(name or "")

    def of(self, url: str | None, html: str) -> Site:
        """The site of a page, given its URL (None where it is not known) and its decoded source. Never raises."""
        hosts = tuple(_with_parents(host_of(url)))
        ends = html if len(html) <= _HEAD + _TAIL else f"{html[:_HEAD]}\n{html[-_TAIL:]}"
        return next((site for tier in self._tiers if (site := tier.of(hosts, ends))), GENERIC)

    @property
    def digest(self) -> str:
        """Twelve hex digits that tell whether other sites give the same results."""
        return sha256(" ".join(site.digest for site in self).encode()).hexdigest()[:12]


class _Tier:
    def __init__(self, sites: Iterable[Site]) -> None:
        self.sites = tuple(sites)
        self._by_host = {host: site for site in self.sites for host in site.hosts}
        self._by_marks = [(site, [_mark(mark) for mark in site.marks]) for site in self.sites if site.marks]
        self._any = next((site for site in self.sites if _claims_all(site)), None)

    def of(self, hosts: tuple[str, ...], ends: str) -> Site | None:
        by_host = next((self._by_host[host] for host in hosts if host in self._by_host), None)
        marked = (site for site, marks in self._by_marks if all(_holds(ends, mark) for mark in marks))
        return by_host or next(marked, self._any)


def _claims_all(site: Site) -> bool:
    return not (site.hosts or site.marks)


def _mark(mark: str) -> tuple[str | re.Pattern[str], ...]:
    """The alternatives of a mark. Plain text is found several times faster than an expression, and each of some
    alternatives faster than one of them."""
    parts = [mark] if _NESTED.search(mark) else mark.split("|")
    return tuple(re.compile(part) if _SPECIAL.search(part) else part for part in parts)


def _holds(text: str, mark: tuple[str | re.Pattern[str], ...]) -> bool:
    return any(part in text if isinstance(part, str) else part.search(text) is not None for part in mark)


def _refuse_twice(sites: tuple[Site, ...]) -> None:
    claimed: dict[str, Site] = {}
    for site in sites:
        if site.name == GENERIC.name:
            raise SiteError(f"the name {site.name!r} is taken: it is that of the general rules")
        claims = [f"the name {site.name!r}", *(f"the host {host!r}" for host in site.hosts)]
        for claim in [*claims, "every page, with neither hosts nor marks"] if _claims_all(site) else claims:
            if other := claimed.get(claim):
                raise SiteError(f"two sites, {other.name!r} and {site.name!r}, claim {claim}")
            claimed[claim] = site


def host_of(url: str | None) -> str:
    """The host name in a URL; empty where there is none. Never raises."""
    return parts_of(url).hostname or ""


def parts_of(url: str | None) -> SplitResult:
    """The parts of a URL; of one that cannot be read they are empty. Never raises."""
    try:
        return urlsplit(url or "")
    except ValueError:  # a malformed IPv6 address, characters that no host name has
        return urlsplit("")


def _with_parents(host: str) -> Iterator[str]:
    """`www.sanwen.net` gives itself, `sanwen.net` and `net`; what is too long to be a host name gives nothing."""
    while host and len(host) <= _LONGEST:
        yield host
        host = host.partition(".")[2]
