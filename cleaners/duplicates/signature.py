"""A MinHash signature of a text: copies have nearly equal ones, whatever script, width or punctuation they use."""

from operator import eq
from struct import Struct

from rensa import RMinHash

from cleaners.normalise.conversion import converter
from cleaners.quality import content

HASHES = 128
"""Hash functions; the similarity of two signatures has a standard error of at most .044."""
_SHINGLE = 5
"""Characters of a shingle: unrelated Chinese texts share hardly any, and one changed character costs five."""
_SEED = 1
SIGNATURE_VERSION = f"rensa-{RMinHash.ALGORITHM_VERSION}-{HASHES}-{_SHINGLE}-{_SEED}"
"""Signatures compare only with those of the same version."""
_LAYOUT = Struct(f"<{HASHES}I")
WIDTH = _LAYOUT.size
"""Bytes of a signature."""


def signature(text: str) -> bytes:
    """The signature of a text, `WIDTH` bytes; empty for text without letters and digits.

    The shingles are taken from the letters and digits in Simplified characters, so that a Traditional copy with other
    quotation marks has the signature of its original.
    """
    folded = content(text).translate(converter().characters)
    if not folded:
        return b""
    minhash = RMinHash(num_perm=HASHES, seed=_SEED)
    minhash.update([folded[at : at + _SHINGLE] for at in range(max(1, len(folded) - _SHINGLE + 1))])
    return _LAYOUT.pack(*minhash.digest())


def similarity(left: bytes, right: bytes) -> float:
    """Estimated share of the shingles of two texts that they have in common, 0 to 1."""
    if not left or not right:
        return 0.0
    equal: int = sum(map(eq, _LAYOUT.unpack(left), _LAYOUT.unpack(right)))
    return equal / HASHES
