"""What spiders yield and pipelines pass on."""

from dataclasses import dataclass

from schemas import Article, Failure, Page, Rejection

CONTINUES = "continues"
"""Meta key of a request for a later page of a split article: a job counts it and the first page as one."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The pages of one article candidate, as they were received."""

    site: str
    """Name of the spider."""
    pages: tuple[Page, ...]
    """One page; several, in order, for a split article."""
    whole: bool = True
    """False when a later page of a split article could not be fetched."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article candidate. Every candidate ends as exactly one."""

    site: str
    """Name of the spider."""
    record: Article | Rejection | Failure
    """The result."""
