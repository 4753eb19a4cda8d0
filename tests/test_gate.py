"""The quality gate, on the fixtures: what is found, never how fast."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import gate
from benchmarks.corpora import read_fixtures

ROOT = Path(__file__).parent.parent
QUALITY = ("precision", "recall", "f1", "clean_share")


@pytest.fixture(scope="module")
def compared() -> Iterator[tuple[dict[str, float], str]]:
    """Our figures, and what the gate printed."""
    with pytest.MonkeyPatch.context() as patch:
        lines: list[str] = []
        patch.setattr(gate, "print", lines.append, raising=False)
        yield gate.compare("fixtures", list(read_fixtures())), "\n".join(lines)


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_the_fixtures_reach_the_floors_of_quality(compared: tuple[dict[str, float], str]) -> None:
    figures = {name: compared[0][name] for name in QUALITY}
    assert gate.under_floor("fixtures", figures) == []


def test_speed_is_printed(compared: tuple[dict[str, float], str]) -> None:
    for row in compared[1].splitlines():
        milliseconds, ratio = cells(row)[-2:]
        assert float(milliseconds) > 0 and float(ratio) > 0
    assert compared[0]["speed_ratio"] > 0


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "docs/quality.md", "docs/quality.zh.md"])
def test_the_docs_say_what_the_gate_prints(page: str, compared: tuple[dict[str, float], str]) -> None:
    lines = (ROOT / page).read_text("utf-8").splitlines()
    (at,) = (
        number for number, line in enumerate(lines) if line.startswith("| fixtures (") and "qingwen" in line
    )
    printed = [cells(row) for row in compared[1].splitlines()]
    for told, (name, _, *figures) in zip(map(cells, lines[at : at + 2]), printed, strict=True):
        assert told[0] in (name, "") and list(map(float, told[2:6])) == list(map(float, figures[:4]))


def test_a_figure_under_its_floor_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[fixtures]\nf1 = 0.99\nspeed_ratio = 2\n")
    monkeypatch.setattr(gate, "FLOORS", floors)
    assert gate.under_floor("fixtures", {"f1": 0.98, "speed_ratio": 2.1}) == [
        "fixtures: f1 0.980 is under its floor 0.99"
    ]
    assert gate.under_floor("other", {"f1": 0.1}) == []
