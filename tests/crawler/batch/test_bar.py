"""The bar counts shards that are made side by side, and one that is begun anew, once."""

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

from crawler.batch import ShardReport
from crawler.batch.bar import Bar
from crawler.batch.progress import Done


def report(name: str) -> ShardReport:
    return ShardReport(
        name=name, input="", input_files=1, input_bytes=50, fingerprint="", pages=10, articles=10
    )


@pytest.mark.parametrize(
    ("events", "pages", "share"),
    [
        ([Done("a", 4, 25), Done("b", 3, 15)], 7, 40),
        ([Done("a", 4, 25), Done("b", 3, 15), report("b")], 14, 75),
        ([Done("a", 4, 25), report("b"), Done("a", 1, 5)], 11, 55),
        ([Done("a", 4, 25), report("b"), report("a")], 20, 100),
    ],
)
def test_what_is_shown_is_what_is_done(events: Sequence[Done | ShardReport], pages: int, share: int) -> None:
    drawn = io.StringIO()
    with Bar(100, Console(file=drawn, force_terminal=True, width=120)) as bar:
        for event in events:
            if isinstance(event, ShardReport):
                bar.finished(event)
            else:
                bar.reached(event)
    last = drawn.getvalue().rpartition("cleaning")[2]
    assert f"{pages} pages" in last
    assert f"{share}%" in last
