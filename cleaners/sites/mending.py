"""Damage that a site's software does to its text, mended before anything reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.document import Run

if TYPE_CHECKING:
    from cleaners.sites.site import Site


def mend(runs: list[Run], site: Site) -> list[Run]:
    """The runs with the site's mends applied. A run that is nothing else stays as it is: runs are never empty."""
    return [_mended(run, site.mends) for run in runs] if site.mends else runs


def _mended(run: Run, mends: tuple[tuple[str, str], ...]) -> Run:
    text = run.text
    for pattern, replacement in mends:
        text = re.sub(pattern, replacement, text).strip() or text
    return run if text == run.text else Run(text, run.block, run.link_chars, run.junk, run.box)
