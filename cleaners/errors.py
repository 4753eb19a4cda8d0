"""Errors of the library.

CleanerError
└── Rejected      the page is not an article; carries the Rejection
"""

from schemas import Rejection


class CleanerError(Exception):
    """Base of every error `cleaners` raises on purpose."""


class Rejected(CleanerError):
    """Raised by `clean` when a page is not an article."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(
            f"{rejection.reason}: {rejection.detail}" if rejection.detail else str(rejection.reason)
        )
        self.rejection = rejection
