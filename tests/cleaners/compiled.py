"""Both forms of what is compiled. CI must have compiled it; elsewhere tests of the compiled form are left out."""

import os

from cleaners import attributes, walk

try:
    from cleaners import _compiled
except ImportError:
    if os.environ.get("CI"):
        raise
    WALKS, COUNTS = [walk.walk], [attributes.is_crowded]
else:
    WALKS = [walk.walk, _compiled.walk]
    COUNTS = [attributes.is_crowded, _compiled.is_crowded]
