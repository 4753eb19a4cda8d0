"""Which lines of a text without markup are the article."""

import pytest

from cleaners.body.span import span_of
from cleaners.document import Run

TEXT = "七月的梯田里,稻花鱼正成群游过,田埂上多了许多背着网兜的人。"
MENU = "首页 新闻 体育"
STORY = "梯田里的第二份收成"
OTHER = "万亩茶山变金山 产业旺 乡村兴"


@pytest.mark.parametrize(
    ("lines", "title", "article"),
    [
        ([MENU, STORY, TEXT, TEXT, OTHER, OTHER, OTHER], STORY, [TEXT, TEXT]),
        ([MENU, MENU, MENU, TEXT, OTHER, TEXT, OTHER, OTHER, OTHER], "", [TEXT, OTHER, TEXT]),
        (["各有关单位:", TEXT], "", ["各有关单位:", TEXT]),
        ([STORY, MENU, STORY, "一块田", TEXT, TEXT], STORY, ["一块田", TEXT, TEXT]),
        ([STORY, TEXT, "青禾县人民政府", "2018年7月27日"], STORY, [TEXT, "青禾县人民政府", "2018年7月27日"]),
        ([f"{STORY}(图)", TEXT], STORY, [TEXT]),
        ([STORY, TEXT, *[OTHER] * 40, TEXT, TEXT], STORY, [TEXT]),
        (["春眠不觉晓", "处处闻啼鸟"], "", ["春眠不觉晓", "处处闻啼鸟"]),
        ([], "", []),
    ],
)
def test_span(lines: list[str], title: str, article: list[str]) -> None:
    start, end = span_of([Run(line, None) for line in lines], title)
    assert lines[start:end] == article
