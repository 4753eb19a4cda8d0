"""What the server of `forks` imports and works out once, so that no fork does it again: the components of a crawl, which
Scrapy loads by their names, and the tables that the first page fills.

Nothing here installs a reactor: each crawl has its own.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module

from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object

from cleaners import Cleaner
from crawler.cases import FIXTURES, read_case
from crawler.project import project_settings

_BY_COMMANDS = (
    *("scrapy.cmdline", "crawler.cli.running", "crawler.batch.worker", "crawler.spiders.generic"),
    *("crawler.job.scheduler", "crawler.job.report", "crawler.job.command", "crawler.cluster.scheduler"),
)
"""Modules that commands and add-ons import when they run."""


def _components(settings: BaseSettings) -> Iterator[str]:
    """Paths of the classes that settings name: alone, or in a dictionary as key or value."""
    for value in settings.values():
        for path in (*value, *value.values()) if isinstance(value, BaseSettings) else (value,):
            if isinstance(path, str) and path.startswith(("scrapy.", "crawler.")) and path.count(".") > 1:
                yield path


for _module in _BY_COMMANDS:
    with suppress(ModuleNotFoundError):  # an extra is not installed
        import_module(_module)
for _path in _components(project_settings({})):
    with suppress(ModuleNotFoundError):
        load_object(_path)
Cleaner().process(read_case(FIXTURES / "yybnet" / "seed").page)
assert "twisted.internet.reactor" not in sys.modules
gc.collect()
gc.freeze()  # forks need not look through all this for what is unused
