"""The quality gate, on the fixtures."""

from pathlib import Path

import pytest

from benchmarks import gate


def test_the_fixtures_pass_the_gate(capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main([]) == 0, capsys.readouterr().err


def test_a_figure_under_its_floor_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"fixtures": {"f1": 0.99, "clean_share": 0.9}}')
    monkeypatch.setattr(gate, "FLOORS", floors)
    assert gate.under_floor("fixtures", {"f1": 0.98, "clean_share": 0.9}) == [
        "fixtures: f1 0.980 is under its floor 0.99"
    ]
    assert gate.under_floor("other", {"f1": 0.1}) == []
