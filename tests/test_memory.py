"""A test that takes too much memory fails by itself."""

import pytest


def test_no_test_can_take_the_machine() -> None:
    with pytest.raises(MemoryError):
        bytearray(7 * 2**30)
