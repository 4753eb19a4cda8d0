"""The one add-on that makes a crawl durable: `ADDONS = {"crawler.job.addon.JobAddon": 500}` and `-s JOB=folder`.

Settings: JOB (folder; without it the add-on stays away), JOB_REDIS (URL: several workers share the job),
JOB_ATTEMPTS (of a page whose callback raises, 3), JOB_ARCHIVE (keep raw responses, on),
JOB_RECHECK (seconds until a known article is looked at again, one day; 0: never).
"""

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import BaseSettings

from crawler.job.holder import Holder
from crawler.job.middleware import JobMiddleware
from crawler.spiders.errors import CallbackErrors

_NEXT_TO_ENGINE = 0
_ALONE = "crawler.job.scheduler.JobScheduler"
_SHARED = "crawler.cluster.scheduler.ClusterScheduler"


class JobAddon(Holder):
    """Has the job's scheduler and middleware take the place of Scrapy's."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls()

    def update_settings(self, settings: BaseSettings) -> None:
        """Raises NotConfigured without a JOB."""
        if not settings["JOB"]:
            raise NotConfigured
        scheduler = _SHARED if settings["JOB_REDIS"] else _ALONE
        settings.set("SCHEDULER", scheduler, "cmdline")
        settings.set_in_component_priority_dict("SPIDER_MIDDLEWARES", JobMiddleware, _NEXT_TO_ENGINE)
        settings.set_in_component_priority_dict(
            "SPIDER_MIDDLEWARES", CallbackErrors, None
        )  # here they are retried
