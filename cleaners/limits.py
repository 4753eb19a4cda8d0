"""What a page may hold at most."""

from cleaners.errors import CleanerError

MAX_CHARS = 32_000_000
MAX_TAGS = 2_100_000
"""Opening and closing tags: of a million elements. The tree of so many takes half a gigabyte."""
MAX_DEPTH = 400
"""Ten times the depth of real pages, and less than Python's own limit on calls. libxml2 stops at 2,048 levels and
loses the text beyond them without a word."""
MAX_ATTRIBUTES = 1_000
"""Of one tag; real ones have a hundred at most. libxml2 compares each with all before it: 100,000 take 15 seconds."""


class TooLarge(CleanerError):
    """More characters, tags, attributes or levels than the limits allow; the message says which."""
