"""Lines that print the title, summaries that say the text twice, leads above it, lists of other stories (synthetic)."""

from dataclasses import replace

import pytest

from cleaners.document import Run
from cleaners.dumps.blanks import LONG
from cleaners.metadata.title.strings import key, shared
from cleaners.readings.anchor import repeats_title
from cleaners.readings.doubt import doubt
from cleaners.readings.judge import Judged
from cleaners.readings.leads import doubled_summary, find_leads
from cleaners.readings.rules import Rule
from cleaners.readings.teasers import find_teasers
from cleaners.readings.view import View
from tests.cleaners.readings.pages import LAST, LEAD, OTHER, SECOND, TEXT, THIRD, read
from tests.cleaners.readings.views import good

TITLE = "石桥镇新修步道"


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        ("石桥镇新修步道", TITLE, True),
        ("【石桥镇】新修步道！", TITLE, True),
        ("石桥镇新修步道（组图）", TITLE, True),
        ("石桥镇新修步道昨日全线", TITLE, False),
        ("石桥镇新修", TITLE, False),
        ("新修步道石桥镇", TITLE, False),
        ("石桥镇新修步道" + "！" * 20, TITLE, False),
        ("Stone Bridge", key("STONE BRIDGE"), True),
        ("江水", "江水", True),
        ("江水啊", "江水", False),
        ("石桥镇新修步道", "", False),
    ],
)
def test_a_line_prints_the_title_perhaps_with_a_note(line: str, title: str, expected: bool) -> None:
    assert repeats_title(Run(line, None), title) is expected


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("石桥老街", "石桥老街修好了", 1),
        ("石桥老街", "石桥、老街", 1),
        ("石桥老街", "石桥新街", 1 / 3),
        ("桥", "石桥", 0),
    ],
)
def test_what_two_texts_share(part: str, whole: str, share: float) -> None:
    assert shared(part, whole, 2) == pytest.approx(share)


def view_of(body: str) -> View:
    return View(read(f"<html><body>{body}</body></html>").doc.runs)


def at(view: View, text: str) -> int:
    return [run.text for run in view.runs].index(text)


def teaser(headline: str, snippet: str) -> str:
    return f"<div class=item>{headline}<p>{snippet}</p></div>"


LINKS = [f"<h3><a href=/{n}>石桥老街第{n}期修缮完工</a></h3>" for n in range(4)]
STORIES = [LEAD, SECOND, THIRD, LAST]
LISTED = [teaser(link, text) for link, text in zip(LINKS, STORIES, strict=True)]


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (LISTED, 4),
        (LISTED[:3], 3),
        (LISTED[:2], 0),
        ([teaser(LINKS[0], text) for text in STORIES], 0),
        ([teaser("<h3><a href=/1>石桥老街</a></h3>", text) for text in STORIES], 0),
        ([teaser("<h3>石桥老街修缮完工</h3>", text) for text in STORIES], 0),
        ([*LISTED, teaser("", OTHER), teaser("", OTHER)], 4),
        ([*LISTED, *[teaser("", OTHER)] * 3], 0),
        ([teaser(link, "石桥老街") for link in LINKS], 0),
    ],
    ids=[
        "four", "three", "two may be quotations", "one advertisement", "short headlines", "no links", "most of their shape",
        "few of their shape", "no running text",
    ],
)  # fmt: skip  # laid out for reading
def test_snippets_below_linked_headlines_are_other_stories(items: list[str], found: int) -> None:
    view = view_of("".join(items))
    assert len(find_teasers(view, [""] * len(view.runs))) == found
    assert find_teasers(view, ["share"] * len(view.runs)) == frozenset()


SUMMARY = LEAD[:-1]
SAID = f"{SUMMARY}，游客很多。"


@pytest.mark.parametrize(
    ("body", "dropped"),
    [
        (f"<p>{SUMMARY}</p><p>{SECOND}</p><p>{SAID}</p>", 1),
        (f"<p>摘要：</p><p>{SUMMARY}</p><p>{SECOND}</p><p>{SAID}</p>", 2),
        (f"<p>摘要</p><p>{SUMMARY}</p><p>{SECOND}</p><p>{SAID}</p>", 1),
        (f"<p>{LEAD}</p><p>{SECOND}</p><p>{SAID}</p>", 0),
        (f"<p>{SUMMARY}</p><p>{SECOND}</p><p>{THIRD}</p>", 0),
        (f"<p>{SUMMARY}</p><p>{SECOND}</p><p>{SUMMARY}</p>", 0),
        (f"<h4>{SUMMARY}</h4><p>{SECOND}</p><p>{SUMMARY}</p>", 1),
        (f"<p>{SUMMARY[:20]}</p><p>{SECOND}</p><p>{SAID}</p>", 0),
        (f"<p>{SUMMARY}</p>", 0),
    ],
    ids=[
        "cut from the text", "with its label", "no label", "an editor's", "said nowhere", "line for line",
        "line for line in another form", "too short", "alone",
    ],
)  # fmt: skip  # laid out for reading
def test_a_summary_that_the_text_says_again_is_dropped(body: str, dropped: int) -> None:
    view = view_of(body)
    kept = range(len(view.runs))
    label = 1 if body.startswith("<p>摘要</p>") else 0
    assert doubled_summary(view, kept) == tuple(range(label, label + dropped))


@pytest.mark.parametrize(
    ("between", "found"),
    [
        (f"<p>{OTHER}</p>", [OTHER]),
        (f"<p>{LEAD}</p>", []),
        (f"<figcaption>{LEAD}</figcaption>", [LEAD]),
        ("<figcaption>河边的清晨</figcaption>", ["河边的清晨"]),
        ("<p>河边的清晨</p>", []),
        (f"<p><a href=/1>{OTHER}</a></p>", []),
        (f"<p>{OTHER}</p>" + f"<p><a href=/1>{'石桥老街修缮' * 21}</a></p>", []),
        (f"<p>{OTHER}</p>" + "<p>河边</p>" * 30, []),
        (f"<p>{OTHER}</p>" + "<p>河边</p>" * 29, [OTHER]),
    ],
)
def test_what_stands_between_the_title_and_the_text_may_be_its_lead(between: str, found: list[str]) -> None:
    view = view_of(f"<h1>{TITLE}</h1>{between}<div>{''.join(f'<p>{text}</p>' for text in TEXT)}</div>")
    title, start = at(view, TITLE), len(view.runs) - len(TEXT)
    kept = range(start, len(view.runs))
    leads = find_leads(view, [""] * len(view.runs), title, start, kept)
    assert [view.runs[index].text for index in leads] == found
    assert find_leads(view, ["share"] * len(view.runs), title, start, kept) == []
    assert find_leads(view, [""] * len(view.runs), None, start, kept) == []


def test_why_a_text_is_doubtful() -> None:
    found = read(f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in TEXT))
    judged, view = found.picked.readings[0], View(found.doc.runs)
    sure = Judged(judged.reading, 0.9, judged.score)
    assert doubt(view, sure) == ""
    assert doubt(view, Judged(judged.reading, 0.6, 0)) == ""
    assert "F1 0.59" in doubt(view, Judged(judged.reading, 0.59, 0))
    nothing = Judged(replace(judged.reading, start=0, end=0), 0.9, 0)
    assert "one line" in doubt(View([Run("石" * LONG, None)]), nothing)
    assert doubt(View([Run("石" * (LONG - 1), None)]), nothing) == ""
    assert doubt(View([Run("石" * LONG, None), Run("桥", None)]), nothing) == ""


@pytest.mark.parametrize(
    ("rule", "lines", "junk", "doubtful"),
    [
        (Rule.DISCLAIMER, 10, "", True),
        (Rule.DISCLAIMER, 8, "", False),
        (Rule.DISCLAIMER, 10, "share", False),
        (Rule.BODY, 10, "", False),
    ],
)
def test_much_that_words_alone_drop_is_doubtful(rule: Rule, lines: int, junk: str, doubtful: bool) -> None:
    view = View([Run(LEAD, None, junk=junk)] * lines + [Run("石桥", None)] * 200)
    reading = read("<p></p>").picked.readings[0].reading
    reading = replace(reading, start=0, end=lines + 200, rules=[rule] * (lines + 200))
    said = doubt(view, Judged(reading, 0.9, 0))
    assert said.startswith(f"{lines * len(LEAD)} characters of running text dropped") is doubtful
    assert bool(said) is doubtful


@pytest.mark.parametrize(("size", "doubtful"), [(100, False), (101, True)])
def test_three_hundred_characters_are_not_yet_much(size: int, doubtful: bool) -> None:
    view = View([Run(text, None) for text in (good(100), good(100), good(size))])
    reading = replace(read("<p></p>").picked.readings[0].reading, start=0, end=3, rules=[Rule.DISCLAIMER] * 3)
    assert bool(doubt(view, Judged(reading, 0.9, 0))) is doubtful
