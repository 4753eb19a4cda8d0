"""Sites: what is known of each, as data; one TOML file a site."""

from cleaners.sites.choice import Sites, host_of, parts_of
from cleaners.sites.loading import known_sites, load_sites, read_site
from cleaners.sites.mending import mend
from cleaners.sites.site import GENERIC, Links, Pager, Site, State

__all__ = [
    "GENERIC",
    "Links",
    "Pager",
    "Site",
    "Sites",
    "State",
    "host_of",
    "known_sites",
    "load_sites",
    "mend",
    "parts_of",
    "read_site",
]
