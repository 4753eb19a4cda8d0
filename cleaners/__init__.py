"""Clean Chinese articles out of HTML bytes.

    >>> from cleaners import clean
    >>> article = clean(body, url="https://…")      # raises Rejected when the page is not an article
    >>> article.title, article.published_at, article.source, article.authors, article.text

Nothing here touches the network, the file system or the clock, and nothing imports Scrapy.
"""

from __future__ import annotations

from datetime import datetime

from cleaners.asked import Headers
from cleaners.cleaner import Cleaner
from cleaners.decoding import Decoded, decode
from cleaners.errors import CleanerError, Rejected, SiteError, WrongInput
from cleaners.explain import Explanation, explain
from cleaners.joining import join
from cleaners.normalise import strip_pinyin, to_simplified
from cleaners.sites import Site, Sites, known_sites, load_sites
from cleaners.version import VERSION as __version__
from schemas import Article

__all__ = [
    "Cleaner",
    "CleanerError",
    "Decoded",
    "Explanation",
    "Rejected",
    "Site",
    "SiteError",
    "Sites",
    "WrongInput",
    "__version__",
    "clean",
    "clean_text",
    "decode",
    "explain",
    "join",
    "known_sites",
    "load_sites",
    "strip_pinyin",
    "to_simplified",
]


def clean(
    body: bytes | str,
    *,
    url: str | None = None,
    headers: Headers | None = None,
    fetched_at: datetime | None = None,
) -> Article:
    """`Cleaner().clean`: the article in an HTML page, in Simplified Chinese. Raises Rejected."""
    return Cleaner().clean(body, url=url, headers=headers, fetched_at=fetched_at)


def clean_text(text: str, *, url: str | None = None, fetched_at: datetime | None = None) -> Article:
    """`Cleaner().clean_text`: the article in text that was already extracted. Raises Rejected."""
    return Cleaner().clean_text(text, url=url, fetched_at=fetched_at)
