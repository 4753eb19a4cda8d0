"""Groups of copies among many signatures."""

from abc import ABC, abstractmethod
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableSequence

from cleaners.duplicates.signature import WIDTH, similarity

THRESHOLD = 0.5
"""Similarity from which two texts are copies; see docs/duplicates.md for what it gives."""
BANDS = 32
"""Signatures are compared when one of so many bands, of four hashes each, is equal: 98.8 % of pairs at a similarity
of .6, 87 % at .5, one in three hundred at .1."""
_MOST_RIVALS = 8
"""Texts of one bucket that a text is compared with; a bucket of thousands is boilerplate."""


class Grouping(ABC):
    """Signatures, wherever they are kept, by the order in which they were added."""

    @abstractmethod
    def __len__(self) -> int:
        """How many there are."""

    @abstractmethod
    def buckets(self, band: int) -> Iterable[int]:
        """A number for the four hashes of a band, of every signature: equal for equal ones."""

    @abstractmethod
    def signature(self, index: int) -> bytes:
        """A signature."""

    def grouped(self) -> list[tuple[int, ...]]:
        """Indexes of the texts that are copies of each other, two or more a group, in order."""
        parents = array("L", range(len(self)))
        for band in range(BANDS):
            self._join_band(band, parents)
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self)):
            root = _root(parents, index)
            if root != index:
                members[root] = members[root] or [root]
                members[root].append(index)
        return [tuple(indexes) for _, indexes in sorted(members.items())]

    def _join_band(self, band: int, parents: MutableSequence[int]) -> None:
        firsts: dict[int, int] = {}
        rivals: dict[int, list[int]] = {}
        for index, bucket in enumerate(self.buckets(band)):
            first = firsts.setdefault(bucket, index)
            if first == index:
                continue
            others = rivals.setdefault(bucket, [first])
            if not any(self._join(other, index, parents) for other in others) and len(others) < _MOST_RIVALS:
                others.append(index)

    def _join(self, left: int, right: int, parents: MutableSequence[int]) -> bool:
        """Puts two texts into one group if they are copies, or are in one already."""
        a, b = _root(parents, left), _root(parents, right)
        if a == b:
            return True
        if similarity(self.signature(left), self.signature(right)) < THRESHOLD:
            return False
        parents[max(a, b)] = min(a, b)
        return True


class DuplicateIndex(Grouping):
    """Collects signatures in memory and groups them; nothing is compared before `groups`.

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
        return [tuple(self._keys[index] for index in group) for group in self.grouped()]

    def buckets(self, band: int) -> Iterator[int]:
        """A number for the four hashes of a band, of every signature."""
        with memoryview(self._signatures).cast("Q") as halves:
            first, second = (halves[2 * band + half :: WIDTH // 8].tolist() for half in (0, 1))
        return map(hash, zip(first, second, strict=True))

    def signature(self, index: int) -> bytes:
        """A signature."""
        return bytes(self._signatures[index * WIDTH : (index + 1) * WIDTH])


def _root(parents: MutableSequence[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = index = parents[parents[index]]
    return index
