"""The error of a page that is left for later through no fault of its own."""

from scrapy.exceptions import DropItem, IgnoreRequest


class Waits(IgnoreRequest):
    """The page was not asked for, or its answer not waited for: the host is left alone, or the crawl ends. In a job it
    stays queued; without one it is a Failure."""


class NotCleaned(Waits, DropItem):
    """The page was fetched and the cleaning workers are gone: it says nothing of the page."""
