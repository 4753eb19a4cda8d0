"""The short words of records (`error_page`, `reporter`) for people."""

from crawler.words import _, language


def in_words(code: str) -> str:
    """A reason, stage, flag or role. In Chinese its name with the code behind it, which commands and records go by."""
    word = _(code)
    return code if language() == "en" or word == code else f"{word} {code}"
