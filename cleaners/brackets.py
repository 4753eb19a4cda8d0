"""The brackets that pages set around bylines. Quotation marks are none: what stands in them may be said."""

from __future__ import annotations

import re

OPENERS, CLOSERS = tuple("(（[［【〔﹝〖〈"), tuple(")）]］】〕﹞〗〉")
OPENING, CLOSING = re.escape("".join(OPENERS)), re.escape("".join(CLOSERS))
"""The same, for the class of an expression."""
