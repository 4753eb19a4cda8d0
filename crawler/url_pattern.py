"""One regular expression for several URLs of a kind."""

import re
from collections.abc import Iterable

from crawler.discovery.links import path_of

_WORD = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]+")
_HASH = re.compile(r"\d[A-Za-z]+\d")  # di33683f2: letters and digits by turns, as no word has them
# What replaces stems of one form: channels; numbers with a page number.
_STEMS = (("[a-z]+", "[a-z]+"), (r"[\d_-]+", r"(?:\\d\+|[_-])+"))


def url_pattern(urls: Iterable[str]) -> str:
    r"""An expression for URLs like these: numbers become `\d+`, parts that differ what they have in common; '' for no
    URLs."""
    paths = {tuple(_part_pattern(part) for part in path_of(url).split("/")) for url in urls}
    by_length = {len(path): [other for other in paths if len(other) == len(path)] for path in paths}
    merged = ["/".join(map(_either, zip(*alike, strict=True))) for _, alike in sorted(by_length.items())]
    return f"^{_any_of(merged)}$" if merged else ""


def _part_pattern(part: str) -> str:
    return "".join(map(_word_pattern, _WORD.findall(part)))


def _word_pattern(word: str) -> str:
    if not word[0].isalnum():
        return re.sub(r"[.?+*$^()\[\]{}|\\\"]", r"\\\g<0>", word)
    return "[0-9A-Za-z]+" if _HASH.search(word) else re.sub(r"\d+", r"\\d+", word)


def _either(parts: tuple[str, ...]) -> str:
    """One expression for the same part of several paths."""
    found = sorted(set(parts) - {""})
    if not found:
        return ""
    endings = {part.partition(r"\.")[2] for part in found}
    one = _any_of(found) if len(found) == 1 or len(endings) > 1 else _stems(found, endings.pop())
    return f"(?:{one})?" if "" in parts else one


def _stems(parts: list[str], ending: str) -> str:
    """Channels (`city`, `sport`), or slugs and numbers with one ending."""
    stems = [part.partition(r"\.")[0] for part in parts]
    fitting = (some for some, form in _STEMS if all(re.fullmatch(form, stem) for stem in stems))
    some = next(fitting, r"[\w-]+")
    return rf"{some}\.{ending}" if ending else some


def _any_of(expressions: list[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"(?:{'|'.join(expressions)})"
