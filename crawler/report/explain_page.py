"""An Explanation as one HTML page: the page as it was beside what was made of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cleaners.explain import Block, Explanation
from cleaners.readings.rules import Rule
from crawler.report.original import shown
from crawler.report.previews import packed
from crawler.report.web import page
from crawler.words import in_languages
from schemas import Article

MOST_LINES = 20_000
"""Lines that are shown; a page of more is no article."""


def explain_page(explanation: Explanation, *, home: str = "") -> str:
    """The page, which needs nothing else; `home` links the report that it belongs to."""
    return page(
        "explain",
        ("original.js", "lines.js", "panels.js"),
        title=explanation.title or explanation.url or "",
        data=packed(_data(explanation) | {"home": home}),
    )


def _data(explanation: Explanation) -> dict[str, Any]:
    outcome, blocks = explanation.outcome, explanation.blocks[:MOST_LINES]
    record = outcome.model_dump(mode="json")
    return {
        "url": explanation.url or "",
        "title": explanation.title,
        "accepted": isinstance(outcome, Article),
        "record": record,
        "markdown": explanation.markdown,
        "lines": [_line(block) for block in blocks],
        "hidden": len(explanation.blocks) - len(blocks),
        "rules": {rule: in_languages(Rule(rule).meaning) for rule in {block.rule for block in blocks}},
        "fields": [asdict(field) for field in explanation.fields if field.value or field.candidates],
        "readings": [asdict(reading) for reading in dict.fromkeys(explanation.readings)],
        "original": shown(explanation.original),
    }


def _line(block: Block) -> list[Any]:
    return [block.text, block.rule, int(block.kept)]
