"""The command line of this process, as a report may show it."""

import re
import shlex
from collections.abc import Iterable
from pathlib import Path

_SECRET = re.compile(r"(?i)^(-*[\w.-]*(?:pass|secret|token|key|cookie|auth|credential)[\w.-]*=).+")
_USER = re.compile(r"(://)[^/@\s]+@")
_HIDDEN = "***"


def command_line(arguments: Iterable[str]) -> str:
    """The arguments as a shell takes them; values named like secrets and the user part of URLs are hidden."""
    program, *others = arguments
    name = Path(program)
    shown = name.parent.name if name.name == "__main__.py" else name.name
    return shlex.join([{"cli": "qingwen"}.get(shown, shown), *map(_without_secrets, others)])


def _without_secrets(argument: str) -> str:
    return _USER.sub(rf"\1{_HIDDEN}@", _SECRET.sub(rf"\1{_HIDDEN}", argument))
