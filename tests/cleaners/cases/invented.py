"""Small invented pages (synthetic text), each after a public bug report, and what a careful reader expects of them."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from cleaners import Cleaner, Rejected
from schemas import Article, Page, Rejection

FOLDER = Path(__file__).parent
FETCHED = datetime.fromisoformat("2026-05-20T12:00:00+08:00")
"""When every page was fetched."""
_FILES = "fields", "text", "forms", "bodies", "bylines", "templates", "dumped", "prose", "articles"
"""From "bodies" on, pages by people who had read neither rules nor tests."""
_PIECE = re.compile(r"§(\d+)§")
_FIELDS: Mapping[str, Callable[[Article], Any]] = {
    "roles": lambda article: sorted([c.role.value, c.name] for c in article.credits),
    "images": lambda article: [image.url for image in article.images],
    "captions": lambda article: [image.caption for image in article.images],
    "flags": lambda article: sorted(flag.value for flag in article.flags),
}
"""Expectations under a name that is no field of the record."""


def cases() -> Iterator[dict[str, Any]]:
    """`id` (kind/name), `about`, `mode`, `url`, `headers`, `page` or `base64`, `script` where it is not converted, and
    `expect` by field; `lines` is the whole text, `has` and `hasnot` are parts of it, `outcome` is `article` or reasons of a
    rejection."""
    pieces = json.loads((FOLDER / "pieces.json").read_text(encoding="utf-8"))["pieces"]
    for name in _FILES:
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").split("\n"):
            if line:
                yield _filled(json.loads(line), pieces)


def _filled(value: Any, pieces: list[str]) -> Any:
    if isinstance(value, str):
        return _PIECE.sub(lambda found: pieces[int(found[1])], value)
    if isinstance(value, list):
        return [_filled(item, pieces) for item in value]
    return {key: _filled(item, pieces) for key, item in value.items()} if isinstance(value, dict) else value


def outcome(case: Mapping[str, Any], cleaner: Cleaner) -> Article | Rejection:
    """What the cleaner makes of a case."""
    cleaner = replace(cleaner, script=case.get("script", cleaner.script))
    if case.get("mode") == "text":
        try:
            return cleaner.clean_text(case["page"], url=case.get("url"), fetched_at=FETCHED)
        except Rejected as rejected:
            return rejected.rejection
    body = base64.b64decode(case["base64"]) if "base64" in case else case["page"].encode()
    headers = tuple(case.get("headers", {}).items())
    return cleaner.process(Page(url=case.get("url"), body=body, headers=headers, fetched_at=FETCHED))


def misses(expected: Mapping[str, Any], found: Article | Rejection) -> list[str]:
    """What of the expectation does not hold."""
    reasons = expected.get("outcome", "article")
    wanted = reasons if isinstance(reasons, list) else [reasons]
    got = found.reason.value if isinstance(found, Rejection) else "article"
    if got not in wanted:
        return [f"outcome {got}, not {wanted}"]
    if isinstance(found, Rejection):
        return []
    told = (_differs(name, value, found) for name, value in expected.items() if name != "outcome")
    return [one for one in told if one]


def _differs(name: str, wanted: Any, article: Article) -> str:
    if name == "has":
        return "; ".join(f"lacks {part}" for part in wanted if part not in article.text)
    if name == "hasnot":
        return "; ".join(f"holds {part}" for part in wanted if part in article.text)
    if name == "lines":
        got: Any = article.text.split("\n")
    else:
        got = _FIELDS[name](article) if name in _FIELDS else _plain(getattr(article, name))
    wanted = sorted(wanted) if name in ("roles", "flags") else wanted
    return "" if got == wanted else f"{name}: {got}, not {wanted}"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value
