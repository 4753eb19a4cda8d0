"""Errors of the library.

CleanerError
├── Rejected      the page is not an article; carries the Rejection
├── SiteError     a site file says what cannot be
└── WrongInput    what was passed is no page: its address, a file's name
"""

from schemas import Rejection


class CleanerError(Exception):
    """Base of every error `cleaners` raises on purpose."""


class SiteError(CleanerError):
    """A site file, or several together, say what cannot be; the message says which and what."""


class WrongInput(CleanerError, ValueError):
    """What was passed is no page, or an option that there is not; the message says what to do."""


class Rejected(CleanerError):
    """Raised by `clean` when a page is not an article."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(
            f"{rejection.reason}: {rejection.detail}" if rejection.detail else str(rejection.reason)
        )
        self.rejection = rejection
