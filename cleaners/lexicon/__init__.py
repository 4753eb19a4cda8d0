"""The words that Chinese pages print around an article, by meaning, and the expressions made of them.

**To add a word**: write it in Simplified characters into its list in `words/*.toml` (the comment above a list says
what it means, and its full name is file.list, as in `roles.author`), then run the tests: `tests/cleaners/lexicon`
asks for one line that shows the word at work. That is all: expressions and what they are tried by are built from the
lists. To read a list, fold the text first (`fold`), then ask:

    AUTHOR = expression(r"<roles.author>\\s?[:：]", needs="roles.author")
    AUTHOR.search(fold("編輯：王小明"))
"""

from __future__ import annotations

from cleaners.lexicon.characters import fold
from cleaners.lexicon.expressions import Expression, any_of, expression, filled, signs_of
from cleaners.lexicon.furniture import furniture
from cleaners.lexicon.lists import LISTS, words
from cleaners.lexicon.prose import is_prose

__all__ = [
    "LISTS",
    "Expression",
    "any_of",
    "expression",
    "filled",
    "fold",
    "furniture",
    "is_prose",
    "signs_of",
    "words",
]
