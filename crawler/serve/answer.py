"""What is sent for a request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Sent with everything: no page of another site can hold or read ours."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, type and body."""

    body: bytes
    type: str = "text/html; charset=utf-8"
    status: int = 200
    location: str = ""
    """Where a redirect leads."""


def as_page(html: str) -> Answer:
    """A page."""
    return Answer(html.encode())


def as_json(data: Any, *, type: str = "application/json; charset=utf-8", status: int = 200) -> Answer:
    """Data for machines."""
    return Answer(json.dumps(data, ensure_ascii=False).encode(), type, status)


def refused(status: int, why: str) -> Answer:
    """An error in words."""
    return as_json({"error": why}, status=status)


def is_own_host(header: str | None, bound: str) -> bool:
    """Whether a request was meant for us. A page of the web that has its own name lead here (DNS rebinding) is found out
    by that name: addresses, `localhost` and the name that was bound are ours."""
    name = _name(header or "")
    if name.lower() in ("localhost", bound.lower()):
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _name(header: str) -> str:
    """A Host header without its port."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0] if header.count(":") == 1 else header
