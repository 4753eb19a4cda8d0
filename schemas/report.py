"""What a run did, in figures that add up."""

from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from schemas._value import Value


class SiteCounts(Value):
    """Outcomes of one site's pages."""

    fetched: int = Field(default=0, ge=0)
    """Article candidates received, or given up."""
    articles: int = Field(default=0, ge=0)
    """Became an Article."""
    unchanged: int = Field(default=0, ge=0)
    """Known articles, looked at again, with the same text. They are not written twice."""
    rejected: dict[str, int] = Field(default_factory=dict)
    """Became a Rejection, by reason."""
    failed: dict[str, int] = Field(default_factory=dict)
    """Became a Failure, by stage."""
    lists: int = Field(default=0, ge=0)
    """Pages that only led to others; not among the fetched."""
    duplicates: int = Field(default=0, ge=0)
    """URLs that redirect to a page with an outcome of its own, or hold an article that has another URL; not among the
    fetched."""
    skipped: dict[str, int] = Field(default_factory=dict)
    """URLs that were not asked for, by reason; not among the fetched. `form`: pages of their form give nothing. `trap`:
    pages lead on and on to nothing new. `copy`: another URL of a page that came. `denied`: nobody wants such pages any
    more. `too_old`: a sitemap, or what lists lead to, is older than `--since`."""
    seconds: float = Field(default=0.0, ge=0)
    """Sum of the download times of its responses, in seconds."""

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        outcomes = self.articles + self.unchanged + sum(self.rejected.values()) + sum(self.failed.values())
        if self.fetched != outcomes:
            raise ValueError(f"{self.fetched} pages fetched, {outcomes} accounted for")
        return self


class RunReport(Value):
    """One run over one or more sites."""

    started_at: AwareDatetime
    """When the run began."""
    finished_at: AwareDatetime
    """When it ended."""
    finish_reason: str = "finished"
    """Scrapy's close reason; `finished` when nothing was left to do."""
    sites: dict[str, SiteCounts] = Field(default_factory=dict)
    """Site name to its counts."""
    hosts_left: dict[str, str] = Field(default_factory=dict)
    """Host that was not asked any more (it banned, was busy, asked for a long pause) to how many pages wait and why. They
    count as failed, and come first in the next run."""
    cleaner_version: str = ""
    """Version of `cleaners` that ran."""
    command: str = ""
    """The command line that made the run, without its secrets. Empty where it is not known."""

    @property
    def complete(self) -> bool:
        """Whether every page became an article or a rejection."""
        return not any(counts.failed for counts in self.sites.values())
