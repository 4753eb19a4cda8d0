"""Figures about a text, and the hash by which equal texts are found."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from schemas import Quality

_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
CHINESE_PUNCTUATION = re.compile("[。，、；：？！…—“”‘’「」『』《》〈〉（）【】·～]")
_SENTENCE_ENDS = re.compile("[。！？…!?]+")
_ENDS = re.compile("[。！？…!?][”’」』）)】]?$")
_DIGIT = re.compile("[0-9０-９]")
_NGRAM = 10
"""Characters: names and set phrases are shorter."""
_MOST_CHARS = 100_000
"""Of a longer text the beginning is looked at for repeated strings, as each is held."""
_NOT_CONTENT = re.compile(r"[\W_]+")


def content(text: str) -> str:
    """The letters and digits of `text`, in NFKC: what is compared when blanks, punctuation and width do not count."""
    bare = _NOT_CONTENT.sub("", text)
    if unicodedata.is_normalized("NFKC", bare):  # nearly always: what is not, mostly is punctuation
        return bare
    return _NOT_CONTENT.sub("", unicodedata.normalize("NFKC", bare))


def content_hash(text: str) -> str:
    """SHA-256, hex, of the `content` of a text."""
    return hashlib.sha256(content(text).encode("utf-8", "replace")).hexdigest()


def quality(paragraphs: Sequence[str], link_share: float = 0.0, page_chars: int | None = None) -> Quality:
    """Figures about a text given as paragraphs; `link_share` is measured where the links are known, `page_chars` are
    the characters of the page it stood on, blanks not counted."""
    bare = ["".join(paragraph.split()) for paragraph in paragraphs]
    text = "".join(bare)
    chars = len(text) or 1
    han = len(text) - len(_HAN_RUN.sub("", text))
    repeated = sum(len(paragraph) * n for paragraph, n in Counter(bare).items() if n > 1)
    return Quality(
        chars=len(text),
        han_share=round(han / chars, 4),
        paragraphs=len(paragraphs),
        punctuation_share=round(len(CHINESE_PUNCTUATION.findall(text)) / chars, 4),
        link_share=round(link_share, 4),
        repeated_share=round(repeated / chars, 4),
        sentences=sum(
            len(_SENTENCE_ENDS.findall(paragraph)) + (not _ENDS.search(paragraph)) for paragraph in bare
        ),
        digit_share=round(len(_DIGIT.findall(text)) / chars, 4),
        repeated_ngram_share=round(_repeated_ngrams(text[:_MOST_CHARS]) / min(chars, _MOST_CHARS), 4),
        boilerplate_share=None
        if page_chars is None
        else round(max(0, 1 - len(text) / max(1, page_chars)), 4),
    )


def _repeated_ngrams(text: str) -> int:
    """Characters that stand in a string of ten which stood before."""
    seen: set[str] = set()
    covered, repeated = 0, 0
    for start in range(len(text) - _NGRAM + 1):
        ngram = text[start : start + _NGRAM]
        if ngram in seen:
            repeated += start + _NGRAM - max(start, covered)
            covered = start + _NGRAM
        else:
            seen.add(ngram)
    return repeated
