"""Which IP addresses belong to the public internet."""

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Addresses that is_global calls public though they wrap or reach private ones.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")
# Metadata services outside the private ranges: Alibaba Cloud (in 100.64/10, listed for clarity), Azure's wire server.
_METADATA = {ipaddress.ip_address("100.100.100.200"), ipaddress.ip_address("168.63.129.16")}


def is_public(address: str | Address) -> bool:
    """Whether a crawler may connect: not private, loopback, link-local (cloud metadata), multicast or reserved."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(ip.ipv4_mapped)
        if ip in _NAT64:
            return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF))
        if ip in _SIX_TO_FOUR or ip.teredo is not None:
            return False
    return ip.is_global and not ip.is_multicast and ip not in _METADATA


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
