"""What spiders yield and pipelines pass on. After qingwen's own pipelines an item is an Article: see docs/items.md."""

from dataclasses import dataclass, field
from typing import Any

from itemadapter import ItemAdapter
from itemadapter.adapter import PydanticAdapter

from crawler.discovery.listing import Listing
from schemas import Article, Page, Record

page_settled = object()
"""Scrapy signal: what became of a page is known. Sent once for each candidate with `record` (an Article, Rejection or
Failure) and `site` (the spider's name): the way to hear of rejections and failures, which no pipeline meets."""

CONTINUES = "continues"
"""Meta key of a request for a later page of a split article: a job counts it and the first page as one."""
START = "start"
"""Meta key of a request for a page to start from: it is asked in every run, and fails where it gives nothing."""
NAMED = "named"
"""Meta key of a request for a page that a sitemap or feed names: it is an article, or a rejection that people see."""
CHANGED = "changed"
"""Meta key of a request: when its page changed last (Unix time), as a sitemap or feed says. A known page that was asked
for before that is asked for anew."""
VIA = "via"
"""Meta key of a request: the form of the page that led to it, as a job counts forms."""
SHOWS = "shows"
"""Meta key of a response: whether it leads to likely articles that no other page of its form led to in this run."""
LEFT_OUT = "left_out"
"""Meta key of a response: how many of its links are not asked for, by reason."""
FOUND = "found"
"""Meta key of a response: the number of links that its page gave."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The pages of one article candidate, as they were received."""

    site: str
    """Name of the spider."""
    pages: tuple[Page, ...]
    """One page; several, in order, for a split article."""
    whole: bool = True
    """False when a later page of a split article could not be fetched."""
    ticket: int = 0
    """Number of the job's row that it is of; set by the job."""
    listing: Listing = field(default_factory=Listing)
    """What its first page repeats of other pages."""
    links: int = 0
    """Links to other pages of the site that it gave."""
    headed: frozenset[str] = frozenset()
    """Of a later page of a list, the texts of its links, as `fold` gives them: such a page is no article that it leads
    to, however few it shows."""
    named: bool = True
    """Whether somebody said that it is an article: `allow`, a site's form of URLs, a sitemap."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article candidate. Every candidate ends as exactly one."""

    site: str
    """Name of the spider."""
    record: Record
    """The result."""
    ticket: int = 0
    """As the Fetched had it."""


class ArticleAdapter(PydanticAdapter):
    """An Article as Scrapy's pipelines and exporters read items, with the fields that follow from others (authors,
    editors)."""

    @classmethod
    def is_item_class(cls, item_class: type) -> bool:
        return isinstance(item_class, type) and issubclass(item_class, Article)

    @classmethod
    def get_field_names_from_class(cls, item_class: type) -> list[str]:
        return [*Article.model_fields, *Article.model_computed_fields]

    def field_names(self) -> Any:
        return dict.fromkeys(self.get_field_names_from_class(Article)).keys()

    def __getitem__(self, field_name: str) -> Any:
        return self.item[field_name]

    def __iter__(self) -> Any:
        return iter(self.field_names())

    def __len__(self) -> int:
        return len(self.field_names())


ItemAdapter.ADAPTER_CLASSES = (ArticleAdapter, *ItemAdapter.ADAPTER_CLASSES)
