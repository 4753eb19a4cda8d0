"""The error of a request that our own rules forbid."""

from scrapy.exceptions import IgnoreRequest


class Refused(IgnoreRequest):
    """A URL that is not fetched: a private address, an odd scheme or port, a host that asked for a long pause."""
