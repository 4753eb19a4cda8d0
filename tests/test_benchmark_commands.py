"""Each benchmark says what it does, and the docs name each."""

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMMANDS = sorted(
    path.stem for path in (ROOT / "benchmarks").glob("*.py") if "__main__" in path.read_text("utf-8")
)


@pytest.mark.filterwarnings(
    "ignore:.*found in sys.modules:RuntimeWarning"
)  # runpy, of modules that tests imported
@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_what_the_module_says_of_itself(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module(f"benchmarks.{name}", run_name="__main__")
    assert f"python -m benchmarks.{name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_docs_name_it(name: str) -> None:
    pages = [*ROOT.glob("docs/*.md"), ROOT / "Makefile"]
    assert any(f"benchmarks.{name}" in page.read_text("utf-8") for page in pages)
