"""Site profiles: what is known of a site, as data."""

from cleaners.sites.profile import GENERIC, Profile
from cleaners.sites.registry import PROFILES, profile_for

__all__ = ["GENERIC", "PROFILES", "Profile", "profile_for"]
