"""Which IP addresses belong to the public internet."""

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# `is_global` differs between Python's patch releases and calls some of these public: their like is listed, not asked for.
_SPECIAL4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "192.0.0.0/24",  # protocol assignments; 192.0.0.192 was Oracle Cloud's metadata address
            "192.88.99.0/24",  # relays to IPv6, no longer in use
            "100.100.100.200/32",  # Alibaba Cloud's metadata (inside 100.64/10)
            "168.63.129.16/32",  # Azure's wire server
        ),
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # wraps an IPv4 address
_UNICAST6 = ipaddress.IPv6Network("2000::/3")  # all that is given out to the public internet, but for:
_SPECIAL6 = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # protocol assignments, Teredo among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: wraps an IPv4 address
            "3fff::/20",  # documentation
        ),
    )
)


def is_public(address: str | Address) -> bool:
    """Whether a crawler may connect: not private, loopback, link-local (cloud metadata), multicast or reserved."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not ip.is_multicast and not any(ip in net for net in _SPECIAL4)
    if ip.ipv4_mapped is not None:
        return is_public(ip.ipv4_mapped)
    if ip in _NAT64:
        return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF))
    return ip in _UNICAST6 and not any(ip in net for net in _SPECIAL6)


def literal_address(host: str) -> Address | None:
    """The address a host name spells out, or None for a real name.

    Also the short forms that the C library accepts and attackers use: `127.1`, `0x7f000001`, `2130706433`.
    """
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None
