"""Damage that a site's software does to its text, mended before anything reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaners.document import Run
    from cleaners.sites.profile import Profile


def mend(runs: Iterable[Run], profile: Profile) -> None:
    """Apply the profile's residue to every run. A run that is nothing else stays as it is: runs are never empty."""
    for pattern, replacement in profile.residue:
        for run in runs:
            run.text = re.sub(pattern, replacement, run.text).strip() or run.text
