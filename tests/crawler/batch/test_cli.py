"""`qingwen batch` from the outside."""

import json
from pathlib import Path

import pytest

from crawler.cli import run
from schemas import Page
from tests.crawler.batch.archives import conversion, listing, read_lines, write_jsonl, write_warc

PARAGRAPH = "合成文本：市图书馆本周重新开放，读者可以在新的阅览室里借阅地方志和旧报纸，馆员会帮助查找资料。"
HTML = f"<html><head><title>图书馆重新开放</title></head><body><h1>图书馆重新开放</h1>{f'<p>{PARAGRAPH}</p>' * 6}</body></html>"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    page = Page(url="http://news.test/a.html", body=HTML.encode())
    missing = Page(url="http://news.test/b.html", status=404, body=b"gone")
    write_warc(folder / "a.warc.gz", [page])
    write_jsonl(folder / "b.jsonl", [page, missing])
    (folder / "c.wet.gz").write_bytes(conversion("\n".join([PARAGRAPH] * 6), "http://news.test/c"))
    (folder / "d.html").write_bytes(HTML.encode("gb18030"))
    (folder / "e.txt").write_bytes("\n".join([PARAGRAPH] * 6).encode("gb18030"))
    return folder


def test_every_kind_of_input_becomes_articles(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["batch", str(raw), "--out", str(out), "--workers", "1", "--json", "--quiet"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["totals"]["articles"], report["totals"]["rejected"]) == (5, {"status": 1})
    assert all("市图书馆本周重新开放" in str(line["text"]) for line in read_lines(out / "articles"))
    before = listing(out)
    assert run(["batch", str(raw), "--out", str(out)]) == 0
    assert "4 finished before" in capsys.readouterr().err
    assert listing(out) == before


def test_a_damaged_input_ends_with_exit_code_2(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "b.jsonl").write_text("{")
    assert run(["batch", str(raw / "b.jsonl"), "--out", str(tmp_path / "out"), "--workers", "1"]) == 2
    assert "1 inputs are damaged" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("named", "message"), [("missing.warc.gz", "cannot be read"), ("x.png", "no known kind")]
)
def test_an_input_that_gives_nothing_ends_with_exit_code_1(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    named: str,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.png").write_bytes(b"x")
    assert run(["batch", named, "--out", "out"]) == 1
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
