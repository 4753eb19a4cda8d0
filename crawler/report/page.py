"""Rendering the report: the data as JSON inside a page that needs nothing else."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from crawler.report.data import LENGTHS, ReportData

_SLOT = "{{data}}"


def render(data: ReportData) -> str:
    """The report as one HTML page: no script, style, font or picture is loaded from anywhere."""
    shown = data.model_dump(mode="json") | {"bars": LENGTHS}
    return _template().replace(_SLOT, _script_safe(json.dumps(shown, ensure_ascii=False)))


@cache
def _template() -> str:
    return (files("crawler.report") / "template.html").read_text(encoding="utf-8")


def _script_safe(text: str) -> str:
    """JSON that cannot end the script element it stands in: page text is hostile."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
