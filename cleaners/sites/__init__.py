"""Site profiles: what is known of a site, as data."""

from cleaners.sites.profile import GENERIC, Profile
from cleaners.sites.registry import PROFILES, host_of, profile_for
from cleaners.sites.residue import mend

__all__ = ["GENERIC", "PROFILES", "Profile", "host_of", "mend", "profile_for"]
