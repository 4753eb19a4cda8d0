"""A spider for each site, made from its file, beside those that are written by hand."""

from typing import Self

from scrapy import Spider
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoader

from cleaners.sites import Site
from crawler.sites import sites_of
from crawler.spiders.base import ArticleSpider
from crawler.spiders.generic import GenericSpider


class SiteSpiderLoader(SpiderLoader):
    """Scrapy's loader (SPIDER_LOADER_CLASS), with the sites that are known or that the setting SITES names. A spider
    that is written by hand has its name before a site. Raises SiteError for a faulty site file."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        made = {site.name: spider_of(site) for site in sites_of(settings)}
        self._spiders = made | self._spiders

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        return cls(settings)


def spider_of(site: Site) -> type[Spider]:
    """The spider of a site; of one that does not say what its articles are called, the generic one decides."""
    base = ArticleSpider if site.article_url else GenericSpider
    names = {"name": site.name, "site": site, "__doc__": site.title, "__module__": __name__}
    return type(f"{site.name.title().replace('_', '')}Spider", (base,), names)
