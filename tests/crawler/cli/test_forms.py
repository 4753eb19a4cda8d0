"""What `qingwen forms` prints on a narrow terminal."""

import sys
from pathlib import Path

import pytest

from crawler.cli import run
from crawler.discovery.forms import Counts


def test_a_form_is_printed_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    form = "news.yunhe.example/minsheng/0/0/content_0.html"
    monkeypatch.setattr(
        sys.modules["crawler.cli.forms"], "learnt_forms", lambda _: {form: Counts(pages=9, articles=9)}
    )
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["forms", str(tmp_path)]) == 0
    printed = "".join(line[:26].strip() for line in capsys.readouterr().out.splitlines()[1:])
    assert printed == form
