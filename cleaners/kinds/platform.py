"""Pages of a platform that are no article, by what the site's file says of their source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schemas import Kind

if TYPE_CHECKING:
    from cleaners.document import Document


def platform_kind(doc: Document) -> Kind | None:
    """The kind that a page's source shows it to be; None where the site's file says nothing of it."""
    kinds = doc.site.kinds.items()
    return next((kind for kind, pattern in kinds if re.search(pattern, doc.html)), None)
