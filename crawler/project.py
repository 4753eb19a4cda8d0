"""The project's settings for code that does not run under the `scrapy` command."""

import os
from collections.abc import Mapping
from typing import Any

from scrapy.settings import Settings


def project_settings(own: Mapping[str, Any]) -> Settings:
    """crawler/settings.py (or the module that Scrapy's own SCRAPY_SETTINGS_MODULE names), and over it what the command
    line says."""
    settings = Settings()
    settings.setmodule(os.environ.get("SCRAPY_SETTINGS_MODULE", "crawler.settings"), priority="project")
    settings.update(own, priority="cmdline")
    return settings
