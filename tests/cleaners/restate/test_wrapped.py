"""Prose that was cut at a width before it became a page, and breaks that a style keeps. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.dom import parse
from cleaners.restate import restate
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
