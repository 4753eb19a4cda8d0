"""Settings that are named almost like known ones: Scrapy takes any name, and forgets it."""

import logging
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Self

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings, default_settings

logger = logging.getLogger(__name__)

_ALIKE = 0.85
"""How alike two names must be; names of other packages are left alone."""


def mistyped(names: Iterable[str], own: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Names that nothing knows, each with the known one that is nearest. `own` are those of the project."""
    import crawler.settings

    known = {name for name in (*vars(default_settings), *vars(crawler.settings), *own) if name.isupper()}
    for name in names:
        if name not in known and (near := get_close_matches(name.upper(), known, 1, _ALIKE)):
            yield name, near[0]


class SettingNames:
    """Scrapy add-on: a warning for each setting that is probably another."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls()

    def update_settings(self, settings: BaseSettings) -> None:
        """Look, and change nothing."""
        given = [name for name in settings if (settings.getpriority(name) or 0) > 0]
        for name, near in mistyped(given):
            logger.warning("Unknown setting %s: did you mean %s?", name, near)
