"""The names of the site itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.metadata.owner import has_copyright, logos
from cleaners.metadata.title.strings import key
from cleaners.sites import host_of

if TYPE_CHECKING:
    from cleaners.document import Document


def is_site(doc: Document, name: str) -> bool:
    """Whether a name is that of the site: it stands in the tail of <title>, in og:site_name unless that is what its owner
    calls it (`青禾的笔记`), or is a label of the host."""
    bare = key(name)
    if not bare:
        return False
    named = key(doc.metas.get("og:site_name", "")), key(doc.metas.get("title", ""))
    owned = named[0].startswith((f"{bare}的", f"{bare}s"))
    return (bare in named[0] and not owned) or named[1].endswith(bare) or bare in host_of(doc.url).split(".")


def is_own(doc: Document, name: str) -> bool:
    """Whether a name that stands without a label is only the site's: by its head or host, its logo or its copyright."""
    return is_site(doc, name) or name in logos(doc, own=True) or has_copyright(doc, name)
