"""Figures that are printed in more than one place are the same in all of them."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def table(page: str, column: str) -> list[str]:
    """The rows of the table that has this column."""
    lines = (ROOT / page).read_text("utf-8").splitlines()
    (head,) = (
        number for number, line in enumerate(lines) if line.startswith("|") and f"| {column} |" in line
    )
    rows = lines[head:]
    return rows[: next(number for number, line in enumerate(rows) if not line.startswith("|"))]


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readmes_compare_as_the_page_of_figures_does(readme: str) -> None:
    rows = table("docs/quality.md", "precision")
    assert len(rows) > 4 and table(readme, "precision") == rows
