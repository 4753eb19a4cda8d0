from __future__ import annotations

import pytest

from cleaners import Cleaner
from cleaners.dumps import plain_text
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD


@pytest.mark.parametrize(
    ("dump", "lines"),
    [
        (f"{LEAD}\\n{SECOND}\\n{THIRD}", [LEAD, SECOND, THIRD]),
        (f"<p>{LEAD}</p><p>{SECOND}</p>", [LEAD, SECOND]),
        (f"{LEAD}<br>{SECOND}<br/>{THIRD}", [LEAD, SECOND, THIRD]),
        (f"<div>{LEAD}</div>\n<script>var a = 1;</script><!-- {LAST} -->{SECOND}", [LEAD, SECOND]),
        (f"&nbsp;&nbsp;{LEAD}\n&ldquo;{SECOND}&rdquo;", [LEAD, f"“{SECOND}”"]),
        (f"&amp;nbsp;&amp;nbsp;{LEAD}&lt;br/&gt;\n&amp;nbsp;{SECOND}&lt;br/&gt;", [LEAD, SECOND]),
        (f"&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;", [LEAD, SECOND]),
        (f"## 石桥\n**{LEAD}**\n> {SECOND}\n![图](http://example.com/a.jpg)", ["石桥", LEAD, SECOND]),
        (f"[石桥日报](http://example.com/)说，{LEAD}", [f"石桥日报说，{LEAD}"]),
        (f"{LEAD}\n* * *\n{SECOND}\n═══════", [LEAD, SECOND]),
    ],
)
def test_residue_is_read(dump: str, lines: list[str]) -> None:
    assert [line.strip() for line in plain_text(dump).split("\n") if line.strip()] == lines


@pytest.mark.parametrize(
    "dump",
    [
        "\n".join(TEXT),
        "\n".join([*TEXT, "换行用的是 <br> 标签。"]),
        "\n".join([*TEXT, "问答板块写作 Q & A。"]),
        "\n".join([*TEXT, r"路径写作 C:\new\table。"]),
        "\n".join([*TEXT, "#石桥#步道#话题", "* 一条", "3 > 2"]),
    ],
)
def test_text_without_residue_stays_as_it_is(dump: str) -> None:
    assert plain_text(dump) == dump


@pytest.mark.parametrize("width", [20, 40])
def test_lines_cut_at_a_width_are_joined(width: int) -> None:
    long = "".join(TEXT)
    cut = "\n".join(long[at : at + width] for at in range(0, len(long), width))
    assert plain_text(cut) == long


def test_a_dump_with_residue_is_cleaned() -> None:
    article = Cleaner().clean_text("石桥镇步道开放\\n2026-03-04 10:20 来源：石桥日报\\n" + "\\n".join(TEXT))
    assert (article.title, article.source) == ("石桥镇步道开放", "石桥日报")
    assert article.text.split("\n") == TEXT


@pytest.mark.parametrize("piece", ["<p ", "[", "![", "**", "<!--", "<script>", "[a](", "<", "&#"])
def test_endless_residue_is_read_in_one_pass(piece: str) -> None:
    plain_text(piece * 100_000 + "</p>")
