"""The two READMEs say the same: commands, code, figures, links."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGLISH, CHINESE = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md"))
OWN = {"README.md", "README.zh.md"}


def code(text: str) -> list[str]:
    """Lines of code and output, without what is said about them and the table, which is in the reader's language."""
    blocks = re.findall(r"^```\w+\n(.*?)^```$", text, re.M | re.S) + re.findall(r"(?:^    .*\n)+", text, re.M)
    lines = [re.sub(r"\s*#.*", "", line).strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if not line.startswith(("┃", "│", "finished", "完成"))]


def links(text: str) -> Counter[str]:
    """Each page of the docs in the README's own language."""
    found = (link for link in re.findall(r"\]\(([^)]+)\)", text) if link not in OWN)
    return Counter(link.replace(".zh.md", ".md") for link in found)


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d[\d.]*\d|\d", text.replace("4-grams", "")))  # 四元组


@pytest.mark.parametrize("part", [code, links, figures])
def test_both_have_the_same(part: Callable[[str], object]) -> None:
    assert part(ENGLISH) == part(CHINESE)
    assert part(ENGLISH) != part(
        CHINESE.replace("2018", "").replace("jobs/yunhe", "").replace("](docs", "](dogs")
    )
