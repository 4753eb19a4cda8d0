"""Text that somebody extracted, as lines: residue of markup and of broken extraction is read before anything is judged.

Each is read only where the whole text shows it: a sentence about `<br>` is no tag soup.
"""

from cleaners.dumps.accounts import without_cards
from cleaners.dumps.blanks import split_at_blanks
from cleaners.dumps.keyed import without_fields, without_keys
from cleaners.dumps.markdown import without_markdown
from cleaners.dumps.residue import without_residue
from cleaners.dumps.wrapped import unwrapped

__all__ = ["plain_text"]


def plain_text(text: str) -> str:
    """The text with its residue read: one paragraph a line."""
    return unwrapped(
        split_at_blanks(without_keys(without_cards(without_markdown(without_fields(without_residue(text))))))
    )
