"""Fenced examples of a Markdown page."""

import re
from dataclasses import dataclass
from pathlib import Path

SHELL = {"sh", "bash", "console"}
_BLOCK = re.compile(
    r"(?P<comment><!-- not run: (?P<reason>[^\n]+) -->\n)?^```(?P<language>\w+)\n(?P<code>.*?)^```$",
    re.M | re.S,
)


@dataclass(frozen=True)
class Snippet:
    """One example."""

    language: str
    code: str
    why_not: str | None
    """Why it cannot run here, or None."""


def snippets(page: Path) -> list[Snippet]:
    """The shell and Python examples of a page, in order."""
    found = _BLOCK.finditer(page.read_text("utf-8"))
    return [_snippet(match) for match in found if match["language"] in {*SHELL, "python"}]


def _snippet(match: re.Match[str]) -> Snippet:
    code = match["code"]
    if match["language"] == "console":
        code = "".join(f"{line[2:]}\n" for line in code.splitlines() if line.startswith("$ "))
    return Snippet(match["language"], code, match["reason"])
