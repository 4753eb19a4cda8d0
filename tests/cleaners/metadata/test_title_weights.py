"""How far a printed line is the headline that the head states: just enough, and just too little."""

from __future__ import annotations

import pytest

from cleaners.document import Document
from cleaners.metadata.title.claims import Claim
from cleaners.metadata.title.printed import (
    _agreement,
    _overlap,
    _shares,
    only_heading,
    printed_titles,
)
from cleaners.reading import read_html
from tests.cleaners.metadata.pages import TEXT

TEN = "甲乙丙丁戊己庚辛壬癸"
NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("printed", "wanted", "level", "clear", "agreement"),
    [
        (TEN, TEN, 0, True, 1.0),
        ("甲", "甲", 3, True, 1.0),
        ("", "", 3, True, 0.0),
        ("甲", "乙", 3, True, 0.0),
        ("甲乙", "甲乙", 0, True, 1.0),
        (TEN[:9], TEN, 0, True, 0.95),
        (TEN[:8], TEN, 0, True, 0.9),
        (TEN[:4], TEN, 0, True, 0.5),
        (TEN[:3], TEN, 0, True, 0.0),
        (TEN[:3], TEN[:6], 0, True, 0.0),
        (TEN[:6], TEN * 2, 0, True, 0.4),
        (TEN[:5], TEN * 2, 0, True, 0.0),
        (f"{TEN[:6]}子丑", TEN[:6], 0, True, 0.9),
        (f"{TEN[:6]}子丑寅", TEN[:6], 0, True, 0.0),
        (f"{TEN[:5]}子丑", TEN[:5], 0, True, 0.0),
        (f"{TEN[:6]}子丑寅卯", TEN[:6], 1, True, 0.9),
        (f"{TEN[:6]}子丑", TEN[:6], 0, False, 0.4),
        (f"{TEN[:6]}子丑", TEN[:6], 3, False, 0.9),
        (f"{TEN[:6]}子丑", TEN[:6], 2, False, 0.4),
        (f"子丑{TEN[2:8]}", TEN[:8], 0, True, 5 / 7 * 0.9),
        (f"子丑{TEN[2:8]}", TEN[:8], 2, False, 0.0),
        (f"子丑{TEN[2:8]}", TEN[:8], 3, False, 5 / 7 * 0.9),
        (f"子{TEN[2:8]}", TEN[:8], 0, True, 0.0),
        (f"子{TEN[2:8]}", TEN[:8], 1, True, 5 / 6 * 0.9),
        (f"子丑寅卯辰巳{TEN[2:8]}", TEN[:8], 0, True, 5 / 7 * 0.9),
        (f"子丑寅卯辰巳午{TEN[2:8]}", TEN[:8], 0, True, 0.0),
        (f"{TEN[:6]}子丑", TEN[:8], 0, True, 0.0),
        (f"{TEN[:6]}子丑", TEN[:8], 1, True, 5 / 7 * 0.9),
        (f"子丑{TEN[2:7]}庚", TEN[:7], 0, True, 0.0),
        (f"{TEN[:4]}子{TEN[4:8]}", TEN[:8], 0, True, 6 / 7 * 0.9),
    ],
)
def test_agreement(printed: str, wanted: str, level: int, clear: bool, agreement: float) -> None:
    assert _agreement(printed, [wanted], NONE, level, clear) == pytest.approx(agreement)


def test_the_best_of_what_the_head_states_counts() -> None:
    assert _agreement(TEN[:8], [TEN * 3, TEN, "子丑寅卯"], NONE, 0, True) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("printed", "level", "clear", "agreement"),
    [
        (TEN[:6], 2, True, 0.7),
        (TEN[:5], 2, True, 0.0),
        (TEN[:5], 3, True, 0.7),
        (TEN[:6], 1, True, 0.0),
        (TEN[:6], 2, False, 0.0),
    ],
)
def test_a_heading_that_is_a_part_of_the_title(
    printed: str, level: int, clear: bool, agreement: float
) -> None:
    assert _agreement(printed, ["子丑寅卯辰巳"], frozenset([printed]), level, clear) == agreement


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (TEN[:5], TEN[:5], 1.0),
        (TEN[:4], TEN[:4], 0.0),
        (f"{TEN[:7]}子丑寅卯", f"{TEN[:7]}辰巳午未", 0.6),
        (f"{TEN[:7]}子丑寅卯辰", f"{TEN[:7]}辰巳午未申", 0.0),
        (TEN[:6], TEN[:6] * 2, 1.0),
        ("甲", "甲", 0.0),
    ],
)
def test_overlap(one: str, other: str, share: float) -> None:
    assert _overlap(one, other) == pytest.approx(share)


@pytest.mark.parametrize(
    ("line", "shares"),
    [
        ("甲乙丙子丑寅卯", True),
        ("甲乙子丑寅卯辰", False),
        ("子丑丙丁戊寅卯", True),
        ("子丁戊己丑寅卯", False),
        ("子丑寅丁戊卯辰巳", False),
        ("子丑寅卯己庚辛巳", True),
        ("子丑寅卯己庚辛", False),
        ("子丑寅卯己庚辛辰巳", False),
    ],
)
def test_a_line_that_begins_or_ends_as_what_is_stated_may_be_it(line: str, shares: bool) -> None:
    assert _shares(line, TEN) is shares


def doc_of(inner: str, title: str = TEN) -> Document:
    return read_html(
        f"<html><head><title>{title}</title></head><body>{inner}</body></html>", encoding=None
    ).doc


def weights(inner: str, title: str = TEN, claim: str = TEN) -> dict[str, float]:
    """What each line of a page weighs, by its text."""
    doc = doc_of(inner, title)
    found = printed_titles(doc, [Claim("title", claim)], ["某某网"])
    return {doc.runs[item.run].text: round(item.weight, 4) for item in found}


@pytest.mark.parametrize(
    ("inner", "weight"),
    [
        (f"<h1>{TEN}</h1>", 1.3),
        (f"<h2>{TEN}</h2>", 1.2),
        (f"<h3>{TEN}</h3>", 1.1),
        (f"<h4>{TEN}</h4>", 1.0),
        (f"<p>{TEN}</p>", 1.0),
        (f"<h1><div><div>{TEN}</div></div></h1>", 1.3),
        (f"<h1><div><div><div>{TEN}</div></div></div></h1>", 1.0),
        (f"<div class=share><h1>{TEN}</h1></div>", 1.1),
        (f"<p><a href=/1>{TEN}</a></p>", None),
        (f"<p><a href=/1>{TEN[:8]}</a>{TEN[8:]}</p>", 1.0),
        (f"<h2><a href=/1>{TEN}</a></h2>", 1.2),
        (f"<h3><a href=/1>{TEN}</a></h3>", None),
        (f"<p><a href=/>首页</a> › {TEN}</p>", None),
        (f"<p>首页 › {TEN}</p>", 0.9),
    ],
)
def test_weight(inner: str, weight: float | None) -> None:
    found = weights(f"<p>{TEXT[0]}</p>{inner}<p>{TEXT[1]}</p>")
    assert [value for text, value in found.items() if TEN in text] == ([] if weight is None else [weight])


def test_below_a_certain_heading_only_the_same_line_is_looked_for() -> None:
    part = f"<h3>{TEN[:8]}</h3>"
    assert TEN[:8] not in weights(f"<h1>{TEN}</h1>{part}")
    assert TEN[:8] in weights(f"<h3>{TEN}</h3>{part}")
    assert TEN[:8] not in weights(f"<h2>{TEN}</h2>{part}")


def test_lines_that_no_heading_holds_are_looked_at_down_to_the_six_hundredth() -> None:
    for above, found in ((599, True), (600, False)):
        assert (TEN in weights("<p>石</p>" * above + f"<p>{TEN}</p>")) is found
    assert TEN in weights("<p>石</p>" * 600 + f"<h1>{TEN}</h1>")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<h1>子丑寅卯辰巳</h1>", {"子丑寅卯辰巳": 0.7}),
        ("<h2>子丑寅卯辰巳</h2>", {"子丑寅卯辰巳": 0.35}),
        ("<h3>子丑寅卯辰巳</h3>", {}),
        ("<h1>子丑寅卯辰</h1>", {}),
        ("<div class=share><h1>子丑寅卯辰巳</h1></div>", {"子丑寅卯辰巳": 0.5}),
        ("<h1><a href=/1>子丑寅卯辰巳</a></h1>", {}),
        ("<h1><a href=/1>子丑寅</a>卯辰巳</h1>", {"子丑寅卯辰巳": 0.7}),
        ("<h1>石桥新闻网</h1>", {}),
        (
            "<h1>子丑寅卯辰巳</h1><h1>子丑寅卯辰午</h1><h1>子丑寅卯辰未</h1>",
            {"子丑寅卯辰巳": 0.7, "子丑寅卯辰午": 0.7},
        ),
        (f"<h1>{'子' * 150}</h1>", {"子" * 150: 0.7}),
        (f"<h1>{'子' * 151}</h1>", {}),
    ],
)
def test_a_heading_that_the_head_does_not_state(inner: str, expected: dict[str, float]) -> None:
    assert weights(inner, title="某某网") == expected


TWENTY = f"{TEN}子丑寅卯辰巳午未申酉"


@pytest.mark.parametrize(
    ("title", "claim", "inner", "expected"),
    [
        ("渡_某某网", "渡", "<h1>渡</h1>", {"渡": 1.3}),
        ("渡_某某网", "渡", "<p>渡</p>", {"渡": 1.0}),
        ("渡_某某网", "渡", "<h1><a href=/1>渡</a></h1>", {}),
        ("渡-民生-某某网", TEN, "<h1>渡</h1>", {"渡": 1.0}),
        ("渡 归去来兮_某某网", TEN, "<h1>渡</h1>", {}),
        (TEN, "石" * 150, f"<h1>{'石' * 150}</h1>", {"石" * 150: 1.3}),
        (TEN, "石" * 151, f"<h1>{'石' * 151}</h1>", {}),
        (TEN, "2024年5月20日 第3版", "<p>2024年5月20日 第3版</p>", {}),
        (TEN, "版权所有石桥日报社", "<p>版权所有石桥日报社</p>", {}),
        (TEN, TEN[:6], f"<h2>{TEN[:6]}<a href=/1>子丑</a></h2>", {f"{TEN[:6]}子丑": 0.4}),
    ],
)
def test_how_short_and_how_long_a_headline_is(
    title: str, claim: str, inner: str, expected: dict[str, float]
) -> None:
    assert weights(inner, title, claim) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((TEN[:5], TEN[5:]), (1.0, 1.0)),
        ((TEN[:3], TEN[3:]), (None, 1.0)),
        ((f"<a href=/1>{TEN[:2]}</a>{TEN[2:5]}", TEN[5:]), (0.6, 1.0)),
        ((TWENTY[:14], TWENTY[14:]), (1.0, 1.0)),
        ((TWENTY[:15], TWENTY[15:]), (0.85, None)),
    ],
)
def test_lines_that_print_the_headline_together(
    lines: tuple[str, str], expected: tuple[float | None, float | None]
) -> None:
    claim = TWENTY if TWENTY[12] in "".join(lines) else TEN
    found = weights("".join(f"<p>{line}</p>" for line in lines), claim, claim)
    assert sorted(found.values()) == sorted(weight for weight in expected if weight)


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("<h1>渡</h1>", True),
        ("<h1>渡</h1><h1>归</h1>", False),
        ("<h1>·</h1>", False),
        ("<h2>渡</h2>", False),
        ("<h1><a href=/1>渡</a></h1>", False),
        ("<div class=share><h1>渡</h1></div>", False),
        ("<h1>石桥镇人民政府</h1>", False),
        ("<h1>某某网</h1>", False),
        ("<h1>新闻</h1>", False),
        ("<h1>全部</h1>", False),
        (f"<h1>{'石' * 150}</h1>", True),
        (f"<h1>{'石' * 151}</h1>", False),
    ],
)
def test_the_one_heading_of_a_page_whose_head_states_none(inner: str, found: bool) -> None:
    doc = doc_of(f"<p>{TEXT[0]}</p>{inner}", title="")
    assert only_heading(doc, ["某某网"]) == (1 if found else None)
