"""What a page is, by what the cleaner made of it: article, list, or neither. The one place that decides."""

from collections.abc import Collection

from scrapy.exceptions import DropItem

from cleaners.lexicon import fold
from cleaners.version import VERSION
from crawler.discovery.patterns import looks_like_thread
from crawler.items import Fetched
from schemas import Article, Kind, Reason, Record, Rejection

_NOTHING = {Reason.NO_TEXT, Reason.NOT_HTML}
"""What is said of a page that has nothing to read: with links, it is a list, also one in JSON."""
_BESIDE_HEADLINES = {Reason.NO_TEXT, Reason.TOO_SHORT, Reason.LOGIN_WALL}
"""What is said of a page of headlines because of the little else that stands on it."""


_UNASKED = "thread: not asked for (KINDS=article,gallery,thread)"


class Listed(DropItem):
    """Keeps a list that nobody called an article out of the account of candidates: its links are what it gives."""

    def __init__(self, url: str | None) -> None:
        super().__init__(f"a list: {url}", log_level="DEBUG")


def judged(item: Fetched, record: Record, wanted: Collection[Kind]) -> Record:
    """The record; the Rejection `listing` for a page that only repeats what stands on others, `other_kind` for a thread
    that nobody asked for."""
    if _is_unwanted(item, record, wanted):
        gone = Rejection.of(item.pages[0], Reason.OTHER_KIND, _UNASKED, cleaner_version=VERSION)
        return gone.model_copy(update={"kind": Kind.THREAD})
    if not (_is_headlines(item, record) or _is_excerpts(item, record)):
        return record
    return Rejection.of(
        item.pages[0], Reason.LISTING, "headlines or excerpts of other pages", cleaner_version=VERSION
    )


def is_list(item: Fetched, record: Record) -> bool:
    """Whether the page is a list, and nobody said that it is an article."""
    return not item.named and isinstance(record, Rejection) and record.reason is Reason.LISTING


def _is_unwanted(item: Fetched, record: Record, wanted: Collection[Kind]) -> bool:
    """Whether it is a thread that nobody asked for. The page's kind alone does not say so: of the articles in our
    corpora (`--part tune`, 465 pages), five read as threads."""
    if item.named or Kind.THREAD in wanted or not isinstance(record, Article):
        return False
    return looks_like_thread(record.url or "", read_as_one=record.kind is Kind.THREAD)


def _is_headlines(item: Fetched, record: Record) -> bool:
    if not isinstance(record, Rejection):
        return False
    nothing_else = record.reason in _NOTHING and item.links > 0
    return nothing_else or (item.listing.headlines and record.reason in _BESIDE_HEADLINES)


def _is_excerpts(item: Fetched, record: Record) -> bool:
    if not isinstance(record, Article) or len(item.pages) > 1:
        return False
    introduction = not item.named and item.listing.outweighs(record.text)
    return introduction or item.listing.repeats(record.text) or fold(record.title) in item.headed
