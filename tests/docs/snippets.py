"""Fenced examples of a Markdown page, and the commands that they call."""

import os
import re
import sys
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


def snippets(page: Path, *more: str) -> list[Snippet]:
    """The shell and Python examples of a page, in order, and those in `more` languages."""
    found = _BLOCK.finditer(page.read_text("utf-8"))
    return [_snippet(match) for match in found if match["language"] in {*SHELL, "python", *more}]


def command_path(folder: Path) -> str:
    """A PATH on which `qingwen`, `scrapy` and `pytest` are those of this environment; they are put into `folder`."""
    folder.mkdir(exist_ok=True)
    for name, module in (("qingwen", "crawler.cli"), ("scrapy", "scrapy"), ("pytest", "pytest")):
        (folder / name).write_text(f'#!/bin/sh\nexec {sys.executable} -m {module} "$@"\n')
        (folder / name).chmod(0o755)
    return f"{folder}:{Path(sys.executable).parent}:{os.environ['PATH']}"


def _snippet(match: re.Match[str]) -> Snippet:
    code = match["code"]
    if match["language"] == "console":
        code = "".join(f"{line[2:]}\n" for line in code.splitlines() if line.startswith("$ "))
    return Snippet(match["language"], code, match["reason"])
