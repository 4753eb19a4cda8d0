"""The project's settings against the fixture server: `SCRAPY_PROJECT=demo FIXTURE_SERVER=host:port scrapy crawl …`."""

import os

from crawler.settings import *  # noqa: F403 - settings are a module
from crawler.settings import DOWNLOAD_HANDLERS as _HANDLERS

_FIXTURES = "crawler.demo.handler.FixtureHandler"

FIXTURE_SERVER = os.environ.get("FIXTURE_SERVER", "")  # host:port, printed by `qingwen demo --serve`
DOWNLOAD_HANDLERS = {**_HANDLERS, "http": _FIXTURES, "https": _FIXTURES}
PRIVATE_HOSTS_ALLOWED = ["127.0.0.1"]
DOWNLOAD_DELAY = 0.05  # our own server: no need to wait
CLEANER_WORKERS = 0  # six crawls of a few small pages in one process: starting workers would take longest
