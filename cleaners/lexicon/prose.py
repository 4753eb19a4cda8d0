"""Prose without punctuation: blogs, above all of Taiwan, set a blank where a comma would stand."""

from __future__ import annotations

import re

from cleaners.lexicon.characters import fold
from cleaners.lexicon.lists import words

_PARTICLES = re.compile(f"[{''.join(words('lines.particle'))}]")
"""What sentences are held together by, and headlines do without."""
_PARTS, _LEAST = 2, 2
_SHARE = 0.1


def is_prose(text: str) -> bool:
    """Clauses with blanks between them, and among them the particles that headlines leave out."""
    parts = text.split()
    found = _PARTICLES.findall(fold(text)) if len(parts) >= _PARTS else []
    return len(found) >= _LEAST and len(found) >= _SHARE * len(text)
