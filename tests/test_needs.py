"""Nothing that a test needs is lacking in CI without an error."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import needs

TESTS = Path(__file__).parent


@pytest.mark.parametrize(
    "lacking", [lambda: needs.library("no_such_library"), lambda: needs.program("no-such-program", "none")]
)
def test_what_is_missing_is_skipped_but_fails_in_ci(
    lacking: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"no.such"):
        lacking()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"no.such"):
        lacking()


def test_no_other_file_skips() -> None:
    skips = re.compile(r"importorskip\(|pytest\.skip\(")
    others = [path for path in TESTS.rglob("*.py") if path.name not in ("needs.py", "test_needs.py")]
    assert [str(path) for path in others if skips.search(path.read_text("utf-8"))] == []
