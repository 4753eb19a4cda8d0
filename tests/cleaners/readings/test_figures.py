"""The figures of lines and of readings mean what the weights were trained on.

A figure that comes to mean something else makes every verdict a little worse and fails nowhere. Where that is wanted, train
anew (`python -m benchmarks.train`, `python -m benchmarks.dumped`) and write the table:
`python -m tests.cleaners.readings.test_figures`.
"""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from cleaners.readings import unlikely
from cleaners.readings.features import NAMES, line_features
from cleaners.readings.judge import FIGURES, judge_readings, probabilities, reading_figures
from cleaners.readings.subject import Subject
from cleaners.readings.view import View
from tests.cleaners.readings.pages import LAST, LEAD, OTHER, SECOND, THIRD, article, paragraphs, read

TABLE = Path(__file__).with_name("figures.json")
"""Figures of a synthetic page, by name: a column for each line, or for each reading."""
PAGE = article(
    f"<div><div class=body><h2>沿河步道</h2>{paragraphs([LEAD, SECOND])}<ul><li>{THIRD}</li><li>全长4公里</li></ul>"
    f"<table><tr><td>凉亭</td><td>三处</td></tr></table>{paragraphs([LAST, '凉亭', 'Stone Bridge 2024!'])}</div></div>",
    before=f"<div style='display:none'>{OTHER}</div>",
    after=f"<div class=more><p>{OTHER}</p><a href=/1>城东图书馆延长开放</a><a href=/2>石桥老街修缮完工</a></div>",
)


@cache
def figures() -> dict[str, dict[str, list[float]]]:
    found = read(PAGE)
    view = View(found.doc.runs)
    dump = View([replace(run, box=None) for run in view.runs])
    kept = range(2, len(dump.runs) - 3)
    readings = sorted((judged.reading for judged in found.picked.readings), key=lambda one: one.number)
    tables = {
        "line": zip(NAMES, zip(*line_features(view), strict=True), strict=True),
        "reading": zip(
            FIGURES, zip(*reading_figures(view, readings, probabilities(view)), strict=True), strict=True
        ),
        "dump": zip(
            unlikely.NAMES,
            zip(*unlikely.line_figures(dump, kept, kept, 0, readings[0].title.text), strict=True),
            strict=True,
        ),
    }
    return {
        table: {name: [round(figure, 4) for figure in column] for name, column in columns}
        for table, columns in tables.items()
    }


@pytest.mark.parametrize(
    ("table", "name"),
    [
        (table, name)
        for table, names in (("line", NAMES), ("reading", FIGURES), ("dump", unlikely.NAMES))
        for name in names
    ],
)
def test_a_figure_means_what_it_meant_when_it_was_weighed(table: str, name: str) -> None:
    weighed = json.loads(TABLE.read_text(encoding="utf-8"))
    assert figures()[table][name] == pytest.approx(weighed[table][name], abs=2e-4)


def test_a_reading_of_nothing_comes_after_all_others() -> None:
    found = read(PAGE)
    view = View(found.doc.runs)
    taken = found.picked.taken
    nothing, menu = replace(taken, kept=()), replace(taken, number=1, kept=(0, 1, 2))
    judged = judge_readings(
        Subject(view, taken.title, None, frozenset(), False), [nothing, menu], [0.01] * len(view.runs)
    )
    assert [one.reading for one in judged] == [menu, nothing]


def test_a_title_that_is_printed_nowhere_weighs_nothing() -> None:
    view, taken = View(read(PAGE).doc.runs), read(PAGE).picked.taken
    untitled = replace(taken, title=replace(taken.title, run=None))
    (row,) = reading_figures(view, [untitled], [0.5] * len(view.runs))
    found = dict(zip(FIGURES, row, strict=True))
    assert [found[name] for name in ("untitled", "title", "h1", "distance")] == [1.0, 0.0, 0.0, 0.0]


def test_a_page_without_lines_has_the_title_of_its_head() -> None:
    assert read("<title>石桥老街修缮完工</title><body></body>").title.text == "石桥老街修缮完工"


if __name__ == "__main__":
    blocks = (
        f'  "{table}": {{\n'
        + ",\n".join(f'    "{name}": {column}' for name, column in columns.items())
        + "\n  }"
        for table, columns in figures().items()
    )
    TABLE.write_text("{\n" + ",\n".join(blocks) + "\n}\n", encoding="utf-8")
