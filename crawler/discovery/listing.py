"""Whether a page repeats what stands on other pages: headlines, or excerpts that each lead to their full text.

An item is one of several like elements (same parent, tag and first class), each of which begins with a link of its own.
Until a record says what kind of page it is, this is what tells a blog's front page from an article.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree
from scrapy.http import Response

from cleaners.lexicon import expression, fold
from cleaners.metadata.pagination import is_pager
from crawler.discovery.links import is_html

_FEWEST_ALIKE, _FEWEST_ITEMS, _FEWEST_EXCERPTS = 2, 2, 2
_MOST = 0.6
"""Share of a text that may be that of items before it is theirs."""
_FEWEST_ROW = 4
"""Items of the shortest row that is more than the neighbours of an article."""
_START, _MOST_STARTS = 16, 200
_FOOTER = 200
"""Characters of running text that stand around a list: rights, addresses, a welcome."""
_HEADLINE = 6
"""Characters of the shortest link that may be a headline."""
_BEFORE = 14
"""Characters of an item that may stand before its link: a date, a channel. A link inside a sentence heads nothing."""
_HIGHEST = 5
"""Elements between a link and the item that it heads."""
_PROSE = etree.XPath(
    "//text()[(string-length(.) > 60 or string-length(.) > 10 and (contains(., '，') or contains(., '。')))"
    " and not(ancestor::a or ancestor::script or ancestor::style or ancestor::title)]"
)
_TEXT = etree.XPath("string()")
_BEFORE_IT = etree.XPath("preceding::a")
_ENDS = expression(r"\W{0,4}<pager.ends>\W{0,4}", needs="pager.ends")
_BEHIND = etree.XPath("(following::a)[position() < 5]")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page repeats."""

    items: int = 0
    """Items that lead elsewhere, each to a page of its own."""
    inside: tuple[str, ...] = ()
    """How the stretches of running text in them begin, as `fold` gives it."""
    outside: int = 0
    """Characters of running text in the rest of the page."""
    longest: int = 0
    """Characters of the headlines of the longest row of items."""
    paged: bool = False
    """Whether the last item of a row is followed by a pager."""
    behind_pager: bool = False
    """Whether a pager stands before the longest row, and behind none: it is a page's of its own, say of a picture
    story."""

    @property
    def headlines(self) -> bool:
        """Whether there is nothing but headlines."""
        return self.items >= _FEWEST_ITEMS and not self.inside and not self.outside

    @property
    def is_text(self) -> bool:
        """Whether the page has more text of its own than it has of others, as a split article's pages do."""
        others = _START * len(self.inside)
        if self.behind_pager and self.outside:
            return True
        return self.outside > max(_FOOTER if self.items >= _FEWEST_ROW else 0, self.longest, others)

    def outweighs(self, text: str) -> bool:
        """Whether the text is but the introduction of a list: shorter than a row of headlines with a pager."""
        return self.paged and len(text) < self.longest

    def repeats(self, text: str) -> bool:
        """Whether most of an article's text is that of the items."""
        if self.items < _FEWEST_EXCERPTS or not self.inside:
            return False
        paragraphs = list(map(fold, text.splitlines()))
        inside = sum(len(line) for line in paragraphs if any(start in line for start in self.inside))
        return inside > _MOST * sum(map(len, paragraphs))


class _Headline(NamedTuple):
    href: str
    text: str


def listing_of(response: Response) -> Listing:
    """What an HTML page repeats."""
    if not is_html(response):
        return Listing()
    items = dict(_items(response.selector.root))
    inside: list[str] = []
    outside = 0
    found: Any = _PROSE(response.selector.root)
    for text in found:
        if not _within(text.getparent(), items):
            outside += len(text.strip())
        elif len(inside) < _MOST_STARTS:
            inside.append(fold(text.strip())[:_START])
    rows = _rows(items)
    row, longest = _longest_row(items, rows)
    paged = any(_is_paged(row[-1]) for row in rows if len(row) >= _FEWEST_ROW)
    return Listing(
        len({headline.href for headline in items.values()}),
        tuple(inside),
        outside,
        longest,
        paged=paged,
        behind_pager=bool(row) and not paged and _has_pager_before(row[0]),
    )


def _rows(items: Iterable[etree._Element]) -> list[list[etree._Element]]:
    """The items of each parent."""
    rows: dict[etree._Element | None, list[etree._Element]] = {}
    for item in items:
        rows.setdefault(item.getparent(), []).append(item)
    return list(rows.values())


def _longest_row(
    items: dict[etree._Element, _Headline], rows: list[list[etree._Element]]
) -> tuple[list[etree._Element], int]:
    """The row that has the longest headlines together, and how many characters those have."""
    lengths = [sum(len(items[item].text) for item in row) for row in rows]
    longest = max(lengths, default=0)
    return (rows[lengths.index(longest)] if rows else []), longest


def _is_paged(last: etree._Element) -> bool:
    """Whether the links behind an item are a pager's: one that says so, or numbers."""
    behind: Any = _BEHIND(last)
    words = [" ".join(str(_TEXT(link)).split()) for link in behind]
    leads_on = [word for word in words if is_pager(word)]
    ends = [word for word in words if _ENDS.fullmatch(fold(word))]
    return len(leads_on) + len(ends) > 1 or any(not word.isdecimal() for word in leads_on)


def _has_pager_before(first: etree._Element) -> bool:
    """Whether a link that says so stands before an item."""
    before: Any = _BEFORE_IT(first)
    words = (" ".join(str(_TEXT(link)).split()) for link in before)
    return any(not word.isdecimal() and is_pager(word) for word in words)


def _items(root: etree._Element) -> Iterator[tuple[etree._Element, _Headline]]:
    """Each item, and the link that it begins with."""
    alike: dict[etree._Element, Counter[tuple[str, str]]] = {}
    seen = set()
    for link in root.iter("a"):
        href, text = link.get("href"), " ".join(str(_TEXT(link)).split())
        if not href or len(text) < _HEADLINE or href.startswith(("#", "javascript:")):
            continue
        if (item := _item_of(link, alike)) is not None and item not in seen:
            seen.add(item)
            if str(_TEXT(item)).strip().find(text[:_HEADLINE]) <= _BEFORE:
                yield item, _Headline(href.partition("#")[0], text)


def _item_of(
    link: etree._Element, alike: dict[etree._Element, Counter[tuple[str, str]]]
) -> etree._Element | None:
    """The nearest element around a link, itself included, that has others like it beside it."""
    element = link
    for _ in range(_HIGHEST):
        parent = element.getparent()
        if parent is None:
            return None
        if parent not in alike:
            alike[parent] = Counter(map(_likeness, parent))
        if alike[parent][_likeness(element)] >= _FEWEST_ALIKE:
            return element
        element = parent
    return None


def _likeness(element: etree._Element) -> tuple[str, str]:
    first = (element.get("class") or "").split(" ", 1)[0] if isinstance(element.tag, str) else ""
    return str(element.tag), re.sub(r"\d+", "", first)


def _within(element: etree._Element | None, items: dict[etree._Element, _Headline]) -> bool:
    while element is not None:
        if element in items:
            return True
        element = element.getparent()
    return False
