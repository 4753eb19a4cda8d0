"""Who a line without a label names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleaners.lexicon import words

OTHER_WORDS = frozenset(words("titles.channel", "titles.page_kind", "outlets.beside_date", "names.word"))
"""What stands where names stand and names nobody."""
LETTER = re.compile(r"[^\W\d_]")
FORM, CERTAIN, OPENING, FOREIGN_LINK, WORD = 0.75, 0.85, 0.6, 0.5, 0.2
"""Weight of a name by what makes it an outlet: its form, form and place, the bracket after it, a link off the site;
that it merely stands beside the date is not enough."""


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """An outlet, a writing person or account, or both."""

    outlet: str | None = None
    person: str | None = None
    account: str | None = None
    weight: float = CERTAIN
    """Of the outlet or account."""
    writes: bool = True
    """Whether the account is also the author."""

    @property
    def writer(self) -> str | None:
        """Who wrote: an account that is the outlet, too, did not."""
        return self.person or (self.account if self.writes and not self.outlet else None)
