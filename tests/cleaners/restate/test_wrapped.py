"""Prose that was cut at a width before it became a page, and breaks that a style keeps. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.dom import parse
from cleaners.restate import restate
from cleaners.restate.breaks import restate_breaks
from tests.cleaners.readings.pages import TEXT, article, text_of

LONG = ["".join(TEXT[:2]), "".join(TEXT[2:]), "".join(TEXT[1:3])]
VERSE = [
    "夜色先到山的那一面",
    "再到我的杯中，我不喝",
    "它也不走，你走的那天",
    "下着小雪，木门只合上",
    "一半，另一半留给火光",
]


def cut(text: str, width: int, between: str = "\n") -> str:
    return between.join(text[at : at + width] for at in range(0, len(text), width))


def lines(inner: str) -> list[str]:
    """The lines of text that a page has once it is restated."""
    tree = parse(inner)
    restate(tree, inner)
    for element in tree.iter("br", "p", "div"):
        element.tail = "\n" + (element.tail or "")
    text = "".join(map(str, tree.itertext()))
    return [line.strip() for line in text.split("\n") if line.strip()]


FORMS: dict[str, tuple[str, str, str]] = {
    "preformatted": ("<pre>{}</pre>", "\n\n", ""),
    "preformatted, indented": ("<pre>{}</pre>", "\n", "　　"),
    "a paragraph each": ("<p>{}</p>", "</p><p>", ""),
    "a cell": ("<table><tr><td>{}</table>", "<br><br>", ""),
    "indented": ("<div>{}</div>", "<br>\n", "　　"),
    "with a link": ("<div><a href=/>石桥</a><br>{}</div>", "<br/><br/>", ""),
}


@pytest.mark.parametrize("width", [20, 25, 34])
@pytest.mark.parametrize("form", FORMS)
def test_lines_of_one_width_are_joined(width: int, form: str) -> None:
    around, between, indent = FORMS[form]
    end = "\n" if "pre" in around else "<br>\n"
    inner = around.format(between.join(cut(indent + text, width, end) for text in LONG))
    assert [line for line in lines(inner) if line != "石桥"] == LONG


@pytest.mark.parametrize(
    "inner",
    [
        f"<p>{'<br>'.join(VERSE)}</p>",
        f"<pre>{chr(10).join(line[:-1] for line in TEXT)}</pre>",
        f"<p>{'<br>'.join(TEXT)}</p>",
        "<p>"
        + "<br>".join(f"第{n}项共三千二百元整由石桥镇财政所按月发给各村各户" for n in "一二三四五")
        + "</p>",
        "<p>"
        + "<br>".join(f"<a href=/{n}>石桥镇第{n}届运动会今日开幕各村代表队悉数到场</a>" for n in "一二三四五")
        + "</p>",
        f"<pre><code>{cut('石桥，' * 60, 24)}</code></pre>",
        "<pre>"
        + "\n".join(f"print('石桥，镇', {n}, end='')  # stone bridge, town" for n in range(9))
        + "</pre>",
    ],
)
def test_other_lines_stay(inner: str) -> None:
    tree = parse(inner)
    before = ["".join(map(str, element.itertext())) for element in tree.iter()], len(list(tree.iter("br")))
    restate(tree, inner)
    assert (
        ["".join(map(str, element.itertext())) for element in tree.iter()],
        len(list(tree.iter("br"))),
    ) == before


@pytest.mark.parametrize(
    "form",
    [
        "<div style='white-space: pre-line'>{}</div>",
        "<div style='color:red;white-space:pre-wrap;'>{}</div>",
        "<div class='text whitespace-pre-line'>{}</div>",
        "<div style='white-space:break-spaces'><span>{}</span></div>",
        "<div class=whitespace-pre-wrap><div style='white-space:pre-wrap'>{}</div></div>",
    ],
)
def test_breaks_that_a_style_keeps(form: str) -> None:
    assert text_of(article(form.format("\n".join(TEXT)))) == TEXT


@pytest.mark.parametrize(
    "form",
    [
        "<div style='white-space:nowrap'>{}</div>",
        "<div style='white-space: normal'>{}</div>",
        "<div>{}</div>",
    ],
)
def test_breaks_that_none_keeps(form: str) -> None:
    assert text_of(article(form.format("\n".join(TEXT)))) == [" ".join(TEXT)]


def test_words_in_colour_stay_in_their_lines() -> None:
    text = "\n".join(f"{line[:4]}<b>{line[4:8]}</b>{line[8:]}" for line in TEXT)
    assert text_of(article(f"<div style='white-space:pre-wrap'>{text}</div>")) == TEXT


@pytest.mark.parametrize(
    ("inner", "breaks"),
    [
        ("<div {}>石\n桥</div>", 1),
        ("<div {}>石\n桥<code>石\n桥</code></div>", 1),
        ("<div {}>石\n桥<b>石</b>\n</div>", 1),
        ("<div {}>石\n桥<b>石</b>\n桥</div>", 2),
        ("<p><b {}>石</b>石\n桥</p>", 0),
        ("<div {}>" + "石\n" * 15_000 + "<b>石</b>" + "石\n" * 15_000 + "<b>石</b>石\n桥</div>", 20_000),
        ("<div {}>石<b>石</b>" + "石\n" * 15_000 + "<b>" + "石\n" * 15_000 + "</b></div>", 20_000),
    ],
)
def test_which_breaks_a_style_keeps(inner: str, breaks: int) -> None:
    source = inner.format("style='white-space:pre'")
    tree = parse(source)
    restate_breaks(tree)
    assert len(list(tree.iter("br"))) == breaks


def test_a_line_of_the_width_may_end_its_paragraph() -> None:
    paragraphs = [LONG[0][:60], LONG[1][:55], LONG[2][:60], LONG[0][:50]]
    inner = "".join(f"<p>{cut(text, 20, '<br>')}</p>" for text in paragraphs)
    assert lines(inner) == paragraphs


@pytest.mark.parametrize("word", ["<b>石桥</b>", "<img src=1.png>石桥"])
def test_a_word_in_a_line_counts_and_a_block_opens_another(word: str) -> None:
    text = [LONG[0][:20], f"{word}{LONG[0][22:40]}", LONG[0][40:60], LONG[0][60:70]]
    assert len(lines(f"<div>{'<br>'.join(text)}</div>")) == 1


@pytest.mark.parametrize(("size", "joined"), [(5, True), (4, False)])
def test_preformatted_prose_has_five_lines(size: int, joined: bool) -> None:
    text = cut(LONG[0], 14).split("\n")[:size]
    assert (lines(f"<pre>{chr(10).join(text)}</pre>") != text) is joined


def test_prose_may_have_three_fifths_of_its_letters_in_han() -> None:
    text = "\n".join(["石桥镇的老街修好了，abcdef"] * 5)
    assert lines(f"<pre>{text}</pre>") == [text.replace("\n", "")]
