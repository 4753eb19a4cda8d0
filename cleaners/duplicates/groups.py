"""Groups of copies among many signatures."""

from collections import defaultdict
from collections.abc import Iterator

from cleaners.duplicates.signature import WIDTH, similarity

THRESHOLD = 0.5
"""Similarity from which two texts are copies; see docs/duplicates.md for what it gives."""
_BANDS = 32
"""Signatures are compared when one of so many bands, of four hashes each, is equal: 98.8 % of pairs at a similarity
of .6, 87 % at .5, one in three hundred at .1."""
_MOST_RIVALS = 8
"""Texts of one bucket that a text is compared with; a bucket of thousands is boilerplate."""


class DuplicateIndex:
    """Collects signatures and groups them; nothing is compared before `groups`.

    Memory is 512 bytes a signature, its key, and while grouping the buckets of one band.
    """

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._signatures = bytearray()

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: str, signature: bytes) -> None:
        """Adds a text's signature under a key that the caller knows it by. Texts without content are left out."""
        if signature:
            self._keys.append(key)
            self._signatures += signature

    def groups(self) -> list[tuple[str, ...]]:
        """Keys of the texts that are copies of each other, two or more a group, in the order they were added."""
        parents = list(range(len(self._keys)))
        for band in range(_BANDS):
            self._join_band(band, parents)
        members: dict[int, list[str]] = defaultdict(list)
        for index, key in enumerate(self._keys):
            members[_root(parents, index)].append(key)
        return [tuple(keys) for keys in members.values() if len(keys) > 1]

    def _join_band(self, band: int, parents: list[int]) -> None:
        buckets: dict[int, int] = {}
        rivals: dict[int, list[int]] = {}
        for index, bucket in enumerate(self._bucket_of_each(band)):
            first = buckets.setdefault(bucket, index)
            if first == index:
                continue
            others = rivals.setdefault(bucket, [first])
            if not any(self._join(other, index, parents) for other in others) and len(others) < _MOST_RIVALS:
                others.append(index)

    def _bucket_of_each(self, band: int) -> Iterator[int]:
        """A number for the four hashes of a band, of every signature."""
        with memoryview(self._signatures).cast("Q") as halves:
            first, second = (halves[2 * band + half :: WIDTH // 8].tolist() for half in (0, 1))
        return map(hash, zip(first, second, strict=True))

    def _join(self, left: int, right: int, parents: list[int]) -> bool:
        """Puts two texts into one group if they are copies, or are in one already."""
        a, b = _root(parents, left), _root(parents, right)
        if a == b:
            return True
        if similarity(self._signature(left), self._signature(right)) < THRESHOLD:
            return False
        parents[max(a, b)] = min(a, b)
        return True

    def _signature(self, index: int) -> bytes:
        return bytes(self._signatures[index * WIDTH : (index + 1) * WIDTH])


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = index = parents[parents[index]]
    return index
