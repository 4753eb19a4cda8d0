"""Compiles the sentences of crawler/words."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_sentences(root: Path) -> None:
    """Put a .mo file, which is what gettext reads, beside every .po file that is newer."""
    for source in root.glob("crawler/words/locale/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            fresh = source.with_suffix(".new")
            with source.open("rb") as text, fresh.open("wb") as file:
                write_mo(file, read_po(text))
            fresh.replace(compiled)


class Compiled(BuildHookInterface):
    """For wheels, and for editable installations, where they are put beside their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_sentences(Path(self.root))
        build_data["artifacts"].append("crawler/words/locale/**/*.mo")
