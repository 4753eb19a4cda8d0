"""What readers sign below an article is no byline of it. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.metadata.lines import starts_comments
from tests.cleaners.metadata.pages import page, read

SAID = "<p>作者：老猫 2026-05-07 10:11</p><p>说的是，我也被教育过。</p>"


@pytest.mark.parametrize("heading", ["评论", "网友评论", "3条评论", "全部评论 (12)", "留言区", "最新回复："])
def test_a_heading_of_comments(heading: str) -> None:
    assert starts_comments(heading)
    found = read(page(below=f"<div><h3>{heading}</h3>{SAID}</div>"))
    assert found.metadata["credits"] is None


@pytest.mark.parametrize("line", ["评论员观察", "石桥评论：老街修好了", "评论写得再好也是评论而已吧"])
def test_what_only_speaks_of_them(line: str) -> None:
    assert not starts_comments(line)


def test_who_wrote_stands_above_it() -> None:
    found = read(page(below=f"<p>作者：石小满</p><div><h3>评论</h3>{SAID}</div>"))
    people = found.metadata["credits"]
    assert isinstance(people, tuple) and [one.name for one in people] == ["石小满"]


@pytest.mark.parametrize(
    "line", ["【作者】石小满、何青禾 【发布时间】2026-04-30 11:20", "【作者】 石小满 何青禾"]
)
def test_labels_in_brackets(line: str) -> None:
    people = read(page(byline=f"<p>{line}</p>")).metadata["credits"]
    assert isinstance(people, tuple) and [one.name for one in people] == ["石小满", "何青禾"]
