"""What it costs to take the links of a page, parsing included: a synthetic front page of 160 KB, all of it links, some in
scripts. Processor time, the median of many.

    python -m benchmarks.links
"""

import statistics
import time

from scrapy.http import HtmlResponse

from benchmarks.commands import parser_of
from cleaners.sites import GENERIC
from crawler.discovery.listing import listing_of
from crawler.discovery.site_links import all_links

_SIZE = 160_000
_ROUNDS = 30
_ITEM = (
    '<li><a href="/news/2024/0503/{n}.html" title="t">合成的一条新闻标题第{n}号</a><span>05-03</span></li>'
)
_SCRIPT = '<script>createPageHTML(50, 0, "index", "html");</script>'


def front_page(first: int, size: int = _SIZE) -> bytes:
    """A page of so many bytes, whose links are numbered from `first`."""
    items, length, n = [], 0, first
    while length < size:
        items.append(_ITEM.format(n=n))
        length += len(items[-1].encode())
        n += 1
    return f"<html><meta charset=utf-8><body><ul>{''.join(items)}</ul>{_SCRIPT}</body></html>".encode()


def milliseconds(body: bytes) -> tuple[float, float, int]:
    """Of one page: its links, parsing included; what it repeats of other pages; and how many links it has."""
    page = HtmlResponse("http://news.yunhe.example/", body=body, encoding="utf-8")
    began = time.process_time()
    links = all_links(page, GENERIC)
    between = time.process_time()
    listing_of(page)
    return 1_000 * (between - began), 1_000 * (time.process_time() - between), len(links)


def main() -> None:
    """Print the figures."""
    parser_of(__doc__).parse_args()
    pages = [front_page(n * _SIZE) for n in range(_ROUNDS)]  # no link twice: what was met before is at hand
    taken, repeats, found = zip(*map(milliseconds, pages), strict=True)
    figures = f"{statistics.median(taken):.1f} ms for the links, {statistics.median(repeats):.1f} ms for what it repeats"
    print(f"{len(pages[0]) // 1000} KB, {found[0]} links: {figures} (medians of {_ROUNDS})")


if __name__ == "__main__":
    main()
