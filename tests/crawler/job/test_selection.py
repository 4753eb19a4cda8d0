"""Which row is asked for next."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from scrapy import Request
from scrapy.utils.request import RequestFingerprinter, fingerprint

from crawler.job.frontier import Frontier
from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Row
from crawler.job.selection import Selection

URL = "http://a.example/list?do=page"


def select(folder: Path, *links: Link) -> tuple[list[Row], list[tuple[str, str]]]:
    """The rows that are asked for, and the URLs that are left out, with the reason."""
    asked: list[Row] = []
    left: list[tuple[str, str]] = []
    leave: Callable[[Row, str], None] = lambda row, why: left.append((row.url, why))  # noqa: E731 - typed
    with closing(Ledger(folder)) as ledger:
        ledger.commit([], links)
        queue = Frontier(ledger)
        selection = Selection(
            queue, ledger, RequestFingerprinter(), learns=True, hosts=tuple, leave_out=leave
        )
        while row := selection.take():
            asked.append(row)
    return asked, left


def test_two_forms_sent_to_one_address_are_two_pages(tmp_path: Path) -> None:
    """Where no parameter is known to be idle, no page is known again, whatever stands in its body."""
    posts = [Request(URL, method="POST", body=f"page={page}") for page in range(3)]
    asked, left = select(
        tmp_path,
        *(Link(fingerprint(post), URL, "a.example", "site", 0, '{"method": "POST"}') for post in posts),
    )
    assert (len(asked), left) == (3, [])
