"""Tags with too many attributes."""

import pytest

from cleaners.attributes import is_crowded
from cleaners.limits import MAX_ATTRIBUTES

MANY = " ".join(f"a{number}=1" for number in range(2 * MAX_ATTRIBUTES))


@pytest.mark.parametrize(
    ("html", "crowded"),
    [
        (f"<p {MANY}>", True),
        (f"<p {MANY}", True),
        (f"<p>石桥</p><div {MANY} x='>' {MANY}>", True),
        (f"<script>if (a < b) {MANY}</script>", False),
        (f"<!-- <p {MANY}> -->", False),
        (f"<p title='{MANY}'>{MANY}</p>", False),
        ("<p a=1 b=2>" * MAX_ATTRIBUTES, False),
        ("<", False),
        ("", False),
    ],
)
def test_crowded(html: str, crowded: bool) -> None:
    assert is_crowded(html.encode()) is crowded
