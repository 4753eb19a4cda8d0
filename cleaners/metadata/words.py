"""Word tables as plain text, one or more words a line."""


def word_set(table: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(table.split())
