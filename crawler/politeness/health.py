"""Is it the page, or is it the host? A count for each host. Pure: who asks and waits is in ward.py.

An answer that may be the host's own (an error status, a ban, a captcha, a maintenance page, a redirect to where others
led) is in doubt until the host answers another page well: then it was the page's. Five in a row ask for a decision: a
page that was good is asked once more. Where that is no longer good either, the host is left for this run.
"""

from enum import StrEnum

_ENOUGH, _MOST = 5, 80
"""Answers in doubt, one after the other, that ask for a decision; twice as many after each time the host was well."""


class Verdict(StrEnum):
    """What the answers in doubt turned out to be."""

    OPEN = "open"
    PAGES = "pages"
    """Their pages' own: the host is well."""
    HOSTS = "hosts"
    """The host's: the pages wait."""


class Doubt:
    """Answers of one host that stand or fall together."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.verdict = Verdict.OPEN


class Host:
    """What one host answered last."""

    def __init__(self, name: str) -> None:
        self.doubt = Doubt(name)
        self.row = 0
        """Answers in doubt since the last good one."""
        self.why = ""
        """What the last of them was."""
        self.good = ""
        """The last page that was answered well."""
        self.deciding = False
        self._enough = _ENOUGH
        self._landing = ""

    @property
    def needs_decision(self) -> bool:
        """Whether it is time to ask a good page."""
        open_ = self.doubt.verdict is Verdict.OPEN
        return open_ and self.row >= self._enough and not self.deciding

    def answered_well(self, url: str) -> Doubt:
        """A page came. Gives the doubt that this settles."""
        self.good, self._landing = url, ""
        return self.settle(Verdict.PAGES)

    def in_doubt(self, why: str) -> Doubt:
        """An answer may be the host's own."""
        self.row += 1
        self.why = why
        return self.doubt

    def redirected(self, landing: str, *, home: bool) -> Doubt | None:
        """A page led to another. The first that leads somewhere waits for what the next one does. Gives the doubt that a
        redirect to another place settles."""
        again, self._landing = home or landing == self._landing, landing
        if again:
            self.in_doubt(f"redirected to {landing}")
        return None if self.row else self.settle(Verdict.PAGES)

    def settle(self, verdict: Verdict) -> Doubt:
        """The answers in doubt, if any, are decided upon. Gives their doubt."""
        doubt = self.doubt
        if doubt.verdict is Verdict.HOSTS:
            return doubt  # the host was left: so it is for the rest of the run
        doubt.verdict = verdict
        if verdict is Verdict.PAGES:
            self.doubt = Doubt(doubt.host)
        if self.row >= self._enough and verdict is Verdict.PAGES:
            self._enough = min(2 * self._enough, _MOST)
        self.row = 0
        return doubt
