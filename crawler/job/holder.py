"""Where the session of a crawl is found: on the add-on."""

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawler.job.session import Session


class Holder:
    """Holds the session while the spider is open, for the scheduler, the middleware and the signal handlers."""

    session: Session | None = None


def holder_of(crawler: Crawler) -> Holder:
    """The crawler's add-on. Raises NotConfigured without it."""
    holder = crawler.get_addon(Holder)
    if holder is None:
        raise NotConfigured("crawler.job.addon.JobAddon is not among the ADDONS")
    return holder
