"""`qingwen replay` and `qingwen forget` on a job made by hand."""

import json
from pathlib import Path

import pytest

from crawler.cli import run
from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Settled
from crawler.job.warc import write_page
from schemas import Page, Reason, Rejection

PARAGRAPH = "（合成）清晨的河边有许多人在散步，空气里带着水草的味道，老人说他在这里住了六十年。"
HTML = f"<html><body><h1>合成新闻：河边的清晨</h1><div>{f'<p>{PARAGRAPH}</p>' * 4}</div></body></html>"
PAGE = Page(url="http://a.example/1", body=HTML.encode())


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """One page, which an older cleaner rejected."""
    ledger = Ledger(tmp_path)
    ledger.begin_run()
    ledger.commit((), [Link(b"1", "http://a.example/1", "a.example", "site", 0, "{}")])
    (row,) = ledger.pending("a.example", 9)
    record = Rejection(url=row.url, reason=Reason.TOO_SHORT)
    ledger.commit([Settled(row, record, archive=(write_page(PAGE),), parts=(0,))])
    ledger.end_process("finished")
    ledger.close()
    return tmp_path


def test_replay_shows_what_changed_and_writes_when_asked(
    job: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for write in ([], ["--write"]):
        assert run(["replay", str(job), "--json", *write]) == 0
        report = json.loads(capsys.readouterr().out)
        assert (report["outcomes"], report["written"]) == ({"rejected: too_short > article": 1}, bool(write))
    assert len((job / "articles-00001.jsonl").read_text().splitlines()) == 1
    assert run(["replay", str(job)]) == 0
    assert "1 cleaned again, 0 came out differently" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["replay", "{job}", "--reason", "ugly"], "no reason 'ugly'"),
        (["replay", "{job}/none"], "is not a job folder"),
        (["forget", "{job}/none"], "is not a job folder"),
        (["forget", "{job}", "--site", "stie"], "holds no site 'stie'\nIt holds: site.\n"),
    ],
)
def test_wrong_usage_is_explained(
    job: Path, arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([argument.replace("{job}", str(job)) for argument in arguments]) == 1
    assert error in capsys.readouterr().err


def test_forget_names_the_number_of_pages(job: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for site in ([], ["--site", "site"]):
        assert run(["forget", str(job), *site]) == 0
        assert "1 pages will be fetched anew" in capsys.readouterr().err
