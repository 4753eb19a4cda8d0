"""Kinds that the file of a site tells by the source of a page. Invented marks (合成)."""

from __future__ import annotations

import pytest

from cleaners.document import Document
from cleaners.kinds.platform import platform_kind
from cleaners.sites import GENERIC
from schemas import Kind

SITE = GENERIC.model_copy(update={"kinds": {Kind.GALLERY: "pics-\\d", Kind.VIDEO: "player"}})


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<div class=pics-3>", Kind.GALLERY),
        ("<div class=pics><div class=player>", Kind.VIDEO),
        ("<div class=player><div class=pics-3>", Kind.GALLERY),
        ("<div class=text>", None),
    ],
)
def test_the_first_kind_whose_mark_stands_in_the_source(html: str, kind: Kind | None) -> None:
    assert platform_kind(Document([], SITE, html=html)) is kind
    assert platform_kind(Document([], GENERIC, html=html)) is None
