"""Pages that need nothing but themselves: markup, style, script and data in one file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_BASE = ("words.js", "base.js")
_CSP = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; "
    "img-src data: http: https:; script-src '{script}'{more}"
)
"""No script runs but the page's own. Pictures of the web may be shown, and are only asked for when the reader says so."""


def page(
    name: str,
    scripts: Iterable[str],
    *,
    title: str,
    data: str,
    packs: Iterable[str] = (),
    links: str = "",
    more: str = "",
) -> str:
    """The shell around `name`.html, with its style, the data it shows and the packs that it opens later. `links` are
    elements of its head; `more` is added to its content security policy."""
    script = "\n".join(_text(file) for file in (*_BASE, *scripts, f"{name}.js"))
    slots = {
        "csp": _CSP.format(script=_hash(script), more=more),
        "links": links,
        "title": _escaped(f"{title} · 清文" if title else "清文"),
        "style": "".join(map(_text, ("base.css", "uPlot.min.css", f"{name}.css"))),
        "body": _text(f"{name}.html"),
        "data": data,
        "script": script,
        "packs": "".join(
            f'<script type="text/plain" id="pack-{at}">{pack}</script>\n' for at, pack in enumerate(packs)
        ),
    }
    return _filled(_text("shell.html"), slots)


def _filled(template: str, slots: dict[str, str]) -> str:
    """Slots are `{{name}}`; what is put in is not looked at again."""
    first, *rest = template.split("{{")
    return first + "".join(slots[name] + after for name, _, after in (part.partition("}}") for part in rest))


@cache
def _text(name: str) -> str:
    return (files("crawler.report.web") / name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """As a content security policy names an inline script: the element holds a line end before and after it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(f"\n{script}\n".encode()).digest()).decode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
