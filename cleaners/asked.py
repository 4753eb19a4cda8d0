"""What callers hand in by mistake, named in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from cleaners.errors import WrongInput

Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]
"""Response headers: a mapping, or (name, value) pairs, of which a name may repeat."""

_URL = re.compile(r"\s*https?://[^\s<>]{1,2000}\s*")
_FILE = re.compile(r"[^\n<>]{1,300}\.(?:s?html?|xhtml|mht|txt|php|aspx?)", re.IGNORECASE)


def refuse_script(script: object) -> None:
    """Raise WrongInput for a script that there is not."""
    if script not in ("simplified", "original"):
        raise WrongInput(
            f"script={script!r}: there are 'simplified' (Traditional is converted, the original stands beside it)"
            " and 'original' (as printed)"
        )


def refuse_names(body: object) -> None:
    """Raise WrongInput for the address or the name of a page in place of the page itself."""
    if isinstance(body, str) and _URL.fullmatch(body):
        raise WrongInput(
            f"{body.strip()} is an address: fetch it and pass the bytes, or run: qingwen clean {body.strip()}"
        )
    if isinstance(body, str) and _FILE.fullmatch(body):
        raise WrongInput(f"{body} is the name of a file: pass its bytes, Path({body!r}).read_bytes()")
    if not isinstance(body, str | bytes | bytearray | memoryview):
        raise WrongInput(f"a page is bytes (or text), not {type(body).__name__}")


def header_pairs(headers: Headers | None) -> tuple[tuple[str, str], ...]:
    """Headers as pairs of texts; bytes are read as Latin-1, as HTTP means them. Raises WrongInput for anything else."""
    try:
        pairs: Iterable[Any] = headers.items() if isinstance(headers, Mapping) else headers or ()
        return tuple((_text(name), _text(value)) for name, value in pairs)
    except (TypeError, ValueError) as error:
        raise WrongInput("headers are a mapping or (name, value) pairs of texts") from error


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value
