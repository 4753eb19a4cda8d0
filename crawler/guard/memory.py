"""The memory a page may take."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_LIKELY_OOM_VICTIM = "800"


def limit_memory(beyond: int) -> None:
    """Allow `beyond` bytes of address space more than are mapped now, and offer this process to the kernel's
    out-of-memory killer before its parent."""
    if sys.platform == "linux":
        mapped = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        _, ceiling = resource.getrlimit(resource.RLIMIT_AS)
        limit = mapped + beyond if ceiling == resource.RLIM_INFINITY else min(mapped + beyond, ceiling)
        resource.setrlimit(resource.RLIMIT_AS, (limit, ceiling))
        Path("/proc/self/oom_score_adj").write_text(_LIKELY_OOM_VICTIM, "ascii")
