"""One regular expression for several URLs of a kind."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from crawler.discovery.links import path_of
from crawler.discovery.patterns import looks_like_article

_WORD = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]+")
_HASH = re.compile(r"\d[A-Za-z]+\d")  # di33683f2: letters and digits by turns, as no word has them
# What replaces stems of one form: channels; numbers with a page number.
_STEMS = (("[a-z]+", "[a-z]+"), (r"[\d_-]+", r"(?:\\d\+|[_-])+"))


def url_pattern(urls: Iterable[str]) -> str:
    r"""An expression for URLs like these: numbers become `\d+`, parts that differ what they have in common; '' for no
    URLs. A query is left open where the path alone is that of an article: it says where the reader came from."""
    targets = [_target(url) for url in urls]
    paths = {tuple(map(_part_pattern, target.split("/"))) for target, _ in targets}
    by_length = {len(path): [other for other in paths if len(other) == len(path)] for path in paths}
    merged = ["/".join(map(_either, zip(*alike, strict=True))) for _, alike in sorted(by_length.items())]
    end = r"(?:\?.*)?$" if any(left_open for _, left_open in targets) else "$"
    return f"^{_any_of(merged)}{end}" if merged else ""


def _target(url: str) -> tuple[str, bool]:
    """Path and query, and whether the query was left out."""
    path, _, query = path_of(url).partition("?")
    left_open = bool(query) and looks_like_article(path)
    return (path if left_open else path_of(url)), left_open


def _part_pattern(part: str) -> str:
    if not part.isascii() or "%" in part:  # a headline
        return "[^/?]+" + re.escape(PurePosixPath(part).suffix)
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
