"""What it costs to take a row of a job when rows of many hosts wait: milliseconds a row, and memory.

python -m benchmarks.frontier                        # 1,000, 10,000, 100,000 and a million hosts
python -m benchmarks.frontier --hosts 1000 50000
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.commands import parser_of
from crawler.job.frontier import Frontier
from crawler.job.ledger import Ledger
from crawler.job.rows import Link

_ROWS = 5_000
_GROUP = 20_000


def measure(hosts: int) -> tuple[float, float]:
    """Milliseconds a row over the first rows, and megabytes that the frontier added to the process."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder))
        ledger.begin_run()
        for first in range(0, hosts, _GROUP):
            ledger.commit((), [_link(number) for number in range(first, min(hosts, first + _GROUP))])
        before, begin = _memory(), time.perf_counter()
        frontier = Frontier(ledger)
        rows = min(_ROWS, hosts)
        for _ in range(rows):
            taken = frontier.take()
            assert taken is not None
        spent = time.perf_counter() - begin
        ledger.close()
        return 1000 * spent / rows, _memory() - before


def _link(number: int) -> Link:
    url = f"http://host{number}.example/"
    return Link(url.encode(), url, f"host{number}.example", "site", 0, "{}")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print a line for each number of hosts, each in a process of its own."""
    parser = parser_of(__doc__)
    parser.add_argument("--hosts", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        milliseconds, megabytes = measure(options.hosts[0])
        print(f"{options.hosts[0]:>10,} hosts  {milliseconds:6.3f} ms a row  {megabytes:6.1f} MB")
        return
    for hosts in options.hosts:
        command = [sys.executable, "-m", "benchmarks.frontier", "--one", "--hosts", str(hosts)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
