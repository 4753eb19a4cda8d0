"""The packages import one way only: crawler -> cleaners -> schemas."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("crawler", "cleaners", "schemas")
MAY_IMPORT = {"schemas": {"schemas"}, "cleaners": {"cleaners", "schemas"}, "crawler": set(OURS)}


def imported_packages(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file} uses a relative import"
            names.add(node.module)
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("package", OURS)
def test_imports_run_one_way(package: str) -> None:
    for file in (ROOT / package).rglob("*.py"):
        strangers = imported_packages(file) & set(OURS) - MAY_IMPORT[package]
        assert not strangers, f"{file} imports {strangers}"


def test_the_library_pulls_in_no_scrapy_and_no_network() -> None:
    code = "import sys; from cleaners import clean; print([m for m in ('scrapy', 'twisted') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
