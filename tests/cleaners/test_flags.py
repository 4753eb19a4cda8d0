"""Flags that doubt a text. The sentences are synthetic (合成)."""

import pytest

from cleaners import clean_text
from schemas import Flag

LINES = [
    "市里昨天召开会议，研究今年的农业生产和道路建设工作。",
    "会议指出，今年以来全市各项工作进展顺利，群众的生活条件有了明显改善。",
    "与会代表认为，下一步要继续加强管理，把各项措施落到实处，让群众得到更多好处。",
]


@pytest.mark.parametrize(
    ("damage", "garbled"),
    [("", False), ("是否想为\ufffd", True), ("共有\ue3a1\ue7c2\ue3a1户", True)],
)
def test_lost_and_private_characters_are_flagged(damage: str, garbled: bool) -> None:
    article = clean_text("\n".join([*LINES, f"他说，村里的情况很好，{damage}大家都很高兴，也很满意。"]))
    assert (Flag.GARBLED in article.flags) is garbled
    assert damage in article.text
