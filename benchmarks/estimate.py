"""What a corpus of any size costs, from measured constants, with a small simulation of shards on cores that fail.

python -m benchmarks.estimate [--pages 1000000000] [--cores 1000]
"""

from __future__ import annotations

import heapq
import random

from benchmarks.commands import parser_of

CLEAN_MS, READ_MS, WRITE_MS = 12.7, 0.3, 0.2
"""Processor time a page: 374 raw pages of news sites, 148 KB each, on a machine that was busy."""
PACKED, OUTPUT = 38_300, 2_560
"""Bytes a page: as gzip WARC, and of all output as JSONL, of the same pages."""
MEMORY = 0.11
"""GB for each worker and its share of the parent: 212 MiB for two and their parent."""
BLOCK = 5 * 2**20
"""Bytes of a read from an object store, as fsspec makes them."""
REQUESTS_A_SHARD = 25
"""Three files, entry and list of inputs: each is put, copied, deleted and looked for."""
SHARD = 100e6
SPREAD = 0.25
"""Shards differ in what their pages cost: standard deviation of their time."""
LOSS_A_CORE_HOUR = 0.01
"""An assumption, not a measurement: how often a core is lost, with half a shard."""


def hours(shards: int, seconds: float, cores: int, rng: random.Random) -> tuple[float, int]:
    """(hours until the last shard is done, shards that were begun again)."""
    free = [0.0] * cores
    again = 0
    for _ in range(shards):
        start = heapq.heappop(free)
        took = max(0.1, rng.gauss(1, SPREAD)) * seconds
        while rng.random() < LOSS_A_CORE_HOUR * took / 3600:
            start += took * rng.random()
            again += 1
        heapq.heappush(free, start + took)
    return max(free) / 3600, again


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--pages", type=float, default=1e9)
    parser.add_argument("--cores", type=int, default=1000)
    given = parser.parse_args()
    seconds = given.pages * (CLEAN_MS + READ_MS + WRITE_MS) / 1000
    shards = max(1, round(given.pages * OUTPUT / SHARD))
    took, again = hours(shards, seconds / shards, given.cores, random.Random(1))
    reads = given.pages * PACKED / BLOCK
    print(
        f"input {given.pages * PACKED / 1e12:.1f} TB, output {given.pages * OUTPUT / 1e12:.1f} TB, {shards} shards"
    )
    print(f"{seconds / 3600:.0f} core hours; {took:.1f} h on {given.cores} cores, {again} shards begun again")
    print(
        f"memory {MEMORY * given.cores:.0f} GB; requests {reads / 1e6:.1f} M reads, "
        f"{shards * REQUESTS_A_SHARD / 1e6:.1f} M others"
    )


if __name__ == "__main__":
    main()
