"""The sites that a crawl, a command or a batch works with: one choice for all of them."""

from scrapy.settings import BaseSettings

from cleaners.sites import GENERIC, Site, Sites, known_sites, load_sites


def sites_of(settings: BaseSettings) -> Sites:
    """The sites that are known and, before them, those of the files and folders in the setting SITES. Raises
    SiteError."""
    return known_sites().nearer(*load_sites(*settings.getlist("SITES")))


def with_own(sites: Sites, own: Site) -> Sites:
    """The sites, with that of a spider written by hand before all others."""
    return sites if own == GENERIC or sites.named(own.name) == own else sites.nearer(own)
