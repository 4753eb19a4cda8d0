"""How cost grows, on a machine that does other things meanwhile."""

from collections.abc import Callable
from math import inf

MOST = 60
"""Ratio of four doublings: 16, and up to 40 where a busy machine keeps the large one out of its caches. Something
quadratic gives 256."""
_ROUNDS = 4


def is_linear(small: Callable[[], float], large: Callable[[], float]) -> bool:
    """Whether `large`, the cost of sixteen times as much, is near sixteen times `small`. The least of a few measurements
    is nearest to what each costs on a quiet machine."""
    least_small = least_large = inf
    for _ in range(_ROUNDS):
        least_small = min(least_small, small(), small())
        least_large = min(least_large, large())
        if least_large < MOST * least_small:
            return True
    return False
