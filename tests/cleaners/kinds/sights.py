"""Pages of figures alone, for what the verdict makes of them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from cleaners.document import Document
from cleaners.kinds.genre import Genre
from cleaners.kinds.grounds import Sight
from cleaners.kinds.model import CLASSES
from cleaners.kinds.posts import Found
from cleaners.lexicon import words
from cleaners.metadata import Title
from cleaners.sites import GENERIC

LONG = "合" * 700
HEADLINE, SHORT = "石桥老街修缮完工", "石桥老街修好了"
"""Eight characters, from which on a headline has words enough; seven."""


def post(*, floor: int | None = None, author: str | None = None) -> Found:
    return Found(author, None, ("合成",), floor, 0, 1)


def sight(**given: Any) -> Sight:
    """A page of figures; what is not given is nothing: names of classes are chances, others that the sight has not are
    figures."""
    own = {name: given.pop(name) for name in ("text", "posts", "confidence", "chosen") if name in given}
    title = Title(
        given.pop("headline", HEADLINE), "h1", given.pop("run", None), None, given.pop("weight", 0.0)
    )
    odds = {name: given.pop(name, 0.0) for name in CLASSES}
    genre = Genre(given.pop("genre", 0.0), {}, given.pop("said", ""), "")
    if name := given.pop("like", ""):
        genre = Genre(-9.0, defaultdict(float, {name: 9.0}), words(f"genres.{name}")[0], "")
    doc = Document(runs=[], site=GENERIC, metas=given.pop("metas", {}), html=given.pop("html", ""))
    start: dict[str, Any] = {"text": LONG, "posts": [], "confidence": 0.0, "chosen": True}
    return Sight(
        doc=doc, title=title, figures=defaultdict(float, given), odds=odds, genre=genre, **start | own
    )
