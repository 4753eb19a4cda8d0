"""How far a printed line is the headline that the head states (synthetic)."""

import pytest

from cleaners.document import Run
from cleaners.metadata.title.printed import _agreement, joined_with, line_above_info, minor_headings
from tests.cleaners.metadata.pages import TITLE, page, read

STATED = "街长制走进社区居民办事少跑腿"


@pytest.mark.parametrize(
    ("printed", "stated", "agrees"),
    [
        ("石桥老街修新", "石桥老街修旧", True),
        ("石桥老街新", "石桥老街旧", False),  # three pairs are the name of a place
        ("石桥老街修新路灯亮", "石桥老街修旧城墙高", False),  # half of them
    ],
)
def test_a_heading_agrees_by_the_letters_that_stand_together(printed: str, stated: str, agrees: bool) -> None:
    assert (_agreement(printed, [stated], frozenset(), 3, True) > 0) is agrees


def runs(*texts: str) -> list[Run]:
    return [Run(text, None) for text in texts]


@pytest.mark.parametrize(
    ("texts", "index", "expected"),
    [
        (["新闻", "街长制走进社区", "居民办事少跑腿", "正文"], 1, range(1, 3)),
        (["新闻", "街长制走进社区", "居民办事少跑腿", "正文"], 2, range(1, 3)),
        (["街长制", "走进社区", "居民办事少跑腿"], 1, range(3)),
        (["街长制", "走进社区", "居民办事少跑腿"], 2, range(3)),
        (["街长制走进社区", "居民办事少跑腿"], 1, range(2)),
        (["街长", "制走", "进社区居民", "办事少跑腿"], 1, None),
        (["街长制走进社区", "石桥", "居民办事少跑腿"], 0, None),
        (["新闻", "街长制走进社区", "居民办事少跑腿"], 0, None),
        (["街长制走进社区", "居民办事少跑腿", "正文"], 2, None),
        ([STATED, "正文"], 0, None),
    ],
)
def test_a_headline_may_be_broken_over_lines(texts: list[str], index: int, expected: range | None) -> None:
    assert joined_with(runs(*texts), index, [STATED]) == expected


INFO = "<p>2024-05-20 08:00 来源：石桥日报</p>"


def info(size: int) -> str:
    """Of so many letters."""
    text = "2024-05-20 08:00 来源：石桥日报 "
    return f"<p>{text}{'石' * (size - len(text))}</p>"


@pytest.mark.parametrize(
    ("above", "info", "found"),
    [
        ("<p>街长制走进社区</p>", INFO, True),
        ("<p>街长制走进社区</p>", "<p>2024-05-20 08:00</p>", False),
        ("<p>街长制走进社区</p>", "<p>来源：石桥日报</p>", False),
        ("<p>街长制走进社区</p>", f"<p>2024-05-20 08:00 来源：石桥日报 {'石桥' * 50}</p>", False),
        ("<p>街长制走进社区</p>", info(120), True),
        ("<p>街长制走进社区</p>", info(121), False),
        ("<p><a href=/1>街长制走进社区</a></p>", INFO, False),
        ("<p>街长制</p>", INFO, False),
        ("<p>街长制走进</p>", INFO, False),
        ("<p>街长制走进了</p>", INFO, True),
        (f"<p>{'街' * 150}</p>", INFO, True),
        (f"<p>{'街' * 151}</p>", INFO, False),
        ("<div class=share>街长制走进社区</div>", INFO, False),
        ("<p>石桥日报数字版</p>", INFO, True),
        ("<p>新华网</p>", INFO, False),
        ("<p>作者：王小明 责编：李大为</p>", INFO, False),
    ],
)
def test_the_line_above_a_date_and_a_source_may_be_the_headline(above: str, info: str, found: bool) -> None:
    doc = read(page(heading=above, byline=info)).doc
    index = line_above_info(doc)
    assert (index is not None) is found
    if index is not None:
        assert doc.runs[index + 1].text.startswith("2024-05-20")


@pytest.mark.parametrize(
    ("heading", "tag"),
    [
        (f"<h5>{TITLE}</h5>", "h5"),
        (f"<div>{TITLE}</div>", None),
        (f"<h5><a href=/1>{TITLE}</a></h5>", None),
        ("<h5>街长制</h5>", None),
        (f"<h5>{'街' * 150}</h5>", "h5"),
        (f"<h5>{'街' * 151}</h5>", None),
        ("<h5>街长制走进社区居民</h5>", None),
        ("<h5>街长制走进社区居民办</h5>", "h5"),
        (f"<div class=share><h5>{TITLE}</h5></div>", None),
        (f"<h6>街长制</h6><h4>{TITLE}</h4>", "h4"),
    ],
)
def test_a_heading_of_any_rank_may_be_the_headline(heading: str, tag: str | None) -> None:
    doc = read(page(heading=heading)).doc
    assert next((found for _, found in minor_headings(doc)), None) == tag
