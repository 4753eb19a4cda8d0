"""Which URLs are never fetched, whoever names them: a page, a redirect, a sitemap, a robots.txt, a user."""

import re
from ipaddress import IPv6Address
from urllib.parse import urlsplit

from crawler.safety.addresses import is_public, literal_address

MAX_LENGTH = 2_000
"""Characters of the longest URL that is fetched; servers and archives cut longer ones."""

# Ports above 1023 that browsers block because other protocols live there (WHATWG Fetch, "port blocking").
_BLOCKED_PORTS = {
    1719,
    1720,
    1723,
    2049,
    3659,
    4045,
    4190,
    5060,
    5061,
    6000,
    6566,
    *range(6665, 6670),
    6679,
    6697,
    10080,
}
# Names that only a local network answers; one without a dot (`redis`, `metadata`) is completed by the machine's own domain.
_LOCAL_NAME = re.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|home\.arpa|lan|svc)$|^[^.]*$"
)


def malformed(url: str) -> str:
    """Why the URL is not one that a crawler follows, or '': its form alone decides."""
    if len(url) > MAX_LENGTH:
        return "too long"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "malformed"
    if parts.scheme not in ("http", "https"):
        return "neither http nor https"
    if parts.username is not None or parts.password is not None:
        return "credentials in it"
    if port not in (None, 80, 443) and (port < 1024 or port in _BLOCKED_PORTS):
        return "a blocked port"
    return "" if _encodable((parts.hostname or "").rstrip(".")) else "malformed"


def refusal(url: str, allowed: frozenset[str] = frozenset()) -> str:
    """Why the URL must not be fetched, or ''. `allowed` are host names and addresses that may be private."""
    if why := malformed(url):
        return why
    host = (urlsplit(url).hostname or "").rstrip(".")
    address = literal_address(host)
    private = _LOCAL_NAME.search(host) if address is None else not is_public(address)
    if private and host not in allowed:
        return "private address"
    return "an IPv6 address: the crawl speaks IPv4 only" if isinstance(address, IPv6Address) else ""


def _encodable(host: str) -> bool:
    """Whether a host name can be looked up: IDNA labels of 1 to 63 characters, no escapes (`%31%32%37.0.0.1`)."""
    if "%" in host:
        return False
    try:
        return bool(host.encode("idna"))
    except UnicodeError:
        return False
