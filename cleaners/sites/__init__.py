"""Site profiles: what is known of a site, as data."""

from cleaners.sites.profile import GENERIC, Profile

__all__ = ["GENERIC", "Profile"]
