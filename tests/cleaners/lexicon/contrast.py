"""Which lines of words.tsv still hold where the list of their word is empty: `python -m tests.cleaners.lexicon.contrast
[LIST …]` prints them as JSON, list to words.

Expressions are made of the lists when modules are imported, so each list is emptied in a process of its own, which imports
them anew.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from typing import Any

from cleaners.lexicon import LISTS
from tests.cleaners.lexicon.lines import SHOWN

_NO_WORD = "\ue000"
"""In place of the words: no text holds it, and it can stand in an expression."""
_KEPT = ("cleaners.lexicon.characters", "cleaners.normalise", "cleaners.decoding")
"""Modules without words, which need not be imported anew."""


def still_hold(name: str) -> list[str]:
    """The words of a list whose lines hold without the list."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(writer, "w") as out:
            json.dump(list(_held(name)), out)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        found: list[str] = json.load(told)
    os.waitpid(child, 0)
    return found


def _held(name: str) -> Iterator[str]:
    _empty(name)
    _forget()
    check = import_module("tests.cleaners.lexicon.lines").SHOWN[name]
    return (word for word in LISTS[name] if check(word))


def _forget() -> None:
    """Have all modules that hold words imported anew."""
    for module in [module for module in sys.modules if module.startswith(("cleaners", "crawler", "tests."))]:
        if not module.startswith(_KEPT):
            del sys.modules[module]


def _empty(name: str) -> None:
    """Let the file of a list be read without its words."""
    file, _, key = name.partition(".")
    text = (files("cleaners.lexicon") / "words" / f"{file}.toml").read_text(encoding="utf-8")
    loads = tomllib.loads

    def without(given: str) -> dict[str, Any]:
        return loads(given) | ({key: [_NO_WORD]} if given == text else {})

    tomllib.loads = without  # in this process alone


if __name__ == "__main__":
    gc.disable()
    re._MAXCACHE = 100_000  # type: ignore[attr-defined]  # most expressions are the same in every process
    re.purge()
    _forget()
    import_module("tests.cleaners.lexicon.lines")
    print(
        json.dumps(
            {name: held for name in sys.argv[1:] or SHOWN if (held := still_hold(name))}, ensure_ascii=False
        )
    )
