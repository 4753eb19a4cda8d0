"""Spiders that are made from site files, as classes that tests can run and derive from."""

from typing import Any

from cleaners import known_sites
from crawler.spiders.loader import spider_of


def _made(name: str) -> Any:
    site = known_sites().named(name)
    assert site
    return spider_of(site)


YybnetSpider = _made("yybnet")
FastadminSpider = _made("fastadmin")
