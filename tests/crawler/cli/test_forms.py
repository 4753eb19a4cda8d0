"""What `qingwen forms` prints on a narrow terminal."""

import json
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crawler.cli import run
from crawler.discovery.forms import Counts
from crawler.job.ledger import Ledger


def test_a_form_is_printed_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    form = "news.yunhe.example/minsheng/0/0/content_0.html"
    monkeypatch.setattr(
        sys.modules["crawler.cli.forms"], "learnt_forms", lambda _: ({form: Counts(pages=9, articles=9)}, {})
    )
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["forms", str(tmp_path)]) == 0
    printed = "".join(line[:26].strip() for line in capsys.readouterr().out.splitlines()[1:])
    assert printed == form


def test_parameters_that_choose_no_page_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = "a.example/show.jsp?no=0&r=0&visit=0"
    with closing(Ledger(tmp_path)) as ledger:
        for name in ("visit", "r"):
            ledger.learn_idle(form, name, {})
    assert run(["forms", str(tmp_path), "--json"]) == 0
    assert [(one["form"], one["idle"]) for one in json.loads(capsys.readouterr().out)] == [
        (form, ["r", "visit"])
    ]
    assert run(["--lang", "en", "forms", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{form} without r, visit is the same page"
