"""Figures of a text that need a model of the user's: tokens and perplexity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from schemas import Article

Split = Callable[[str], Sequence[str]]
"""Tokens of a paragraph."""


class Measures:
    """Fills `quality.tokens` and `quality.perplexity` of articles.

    `tokenizer` is a tokenizer.json of Hugging Face's tokenizers, `model` an ARPA or binary file of KenLM. A model reads
    what it was trained on: the tokens of the tokenizer where one is given, else characters. Raises ValueError for a
    file that is none, ImportError where the library is missing.
    """

    def __init__(self, tokenizer: Path | None = None, model: Path | None = None) -> None:
        self._split: Split | None = _tokenizer(tokenizer) if tokenizer else None
        self._perplexity = _perplexity(model) if model else None

    def __call__(self, article: Article) -> Article:
        """The article with its figures."""
        lines = [(self._split or _characters)(line) for line in article.text.split("\n")]
        figures: dict[str, float] = {}
        if self._split:
            figures["tokens"] = sum(map(len, lines))
        if self._perplexity:
            figures["perplexity"] = round(self._perplexity(lines), 2)
        return article.model_copy(update={"quality": article.quality.model_copy(update=figures)})


def _characters(line: str) -> Sequence[str]:
    return "".join(line.split())


def _tokenizer(file: Path) -> Split:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises this very class
        raise ValueError(f"{file} is not a tokenizer: {error}") from error
    return lambda line: tokenizer.encode(line, add_special_tokens=False).tokens


def _perplexity(file: Path) -> Callable[[Sequence[Sequence[str]]], float]:
    """Of a text, every paragraph scored as a sentence with its end."""
    import kenlm

    try:
        model = kenlm.Model(str(file))
    except OSError as error:
        raise ValueError(f"{file} is not a KenLM model: {error}") from error

    def perplexity(lines: Sequence[Sequence[str]]) -> float:
        logarithms = sum(model.score(" ".join(line)) for line in lines)
        return float(10 ** (-logarithms / sum(len(line) + 1 for line in lines)))

    return perplexity
