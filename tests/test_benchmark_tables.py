"""The commands of docs/quality.md make the tables that stand there."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/quality.md").read_text("utf-8")


def rows(text: str) -> dict[str, list[str]]:
    """The rows of a table by their first cell."""
    lines = (line.split("|")[1:-1] for line in text.splitlines() if line.startswith("|"))
    return {name.strip(): [cell.strip() for cell in cells] for name, *cells in lines}


@cache
def printed(module: str) -> dict[str, list[str]]:
    """What a benchmark prints for the fixtures."""
    command = [sys.executable, "-m", f"benchmarks.{module}"]
    return rows(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize(("module", "head"), [("ablation", "switched off"), ("stages", "ms a page")])
def test_the_page_shows_what_the_command_prints(module: str, head: str) -> None:
    shown = PAGE[PAGE.index(f"\n| {head} |") :].strip().split("\n\n")[0]
    assert list(printed(module)) == list(rows(shown))
    assert f"python -m benchmarks.{module} " in PAGE


def test_a_part_that_is_switched_off_is_missed() -> None:
    table = printed("ablation")
    assert table["everything on"] == ["1.0000", "1.000"]
    assert float(table["line patterns"][0]) < 1
