"""The metadata benchmark: what counts as right."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.metadata import main

PAGE = """<html><head><title>石桥镇新修步道全线开放_石桥新闻网</title></head><body><h1>石桥镇新修步道全线开放</h1>
<p>2024-05-20 08:00 来源：石桥日报 作者：王小明</p><div>{}</div></body></html>""".format(
    "<p>石桥镇沿河步道昨日全线开放，全长四公里，沿途设有三处凉亭和两座观景台。</p>" * 3
)
RIGHT = {
    "title": "石桥镇新修步道，全线开放",
    "published": "2024-05-20 08:00",
    "source": "石桥日报",
    "author": "王小明",
    "editor": None,
}


@pytest.mark.parametrize(
    ("marked", "row"),
    [
        ({}, "1/1 | 1/1 | 1/1 | 1/1 | 1/1 | 1/1"),
        ({"published": "2024-05-21"}, "1/1 | 0/1 | 0/0 | 1/1 | 1/1 | 1/1"),
        ({"source": "?", "author": "王小明、李大为"}, "1/1 | 1/1 | 1/1 | 0/0 | 0/1 | 1/1"),
        ({"editor": "李大为", "source": None}, "1/1 | 1/1 | 1/1 | 0/1 | 1/1 | 0/1"),
    ],
)
def test_what_is_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], marked: dict[str, str | None], row: str
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/1.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    gold = {"id": "1", "text": ""} | RIGHT | marked
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), "utf-8")
    main([tmp_path])
    assert f"(1) | {row} |" in capsys.readouterr().out
