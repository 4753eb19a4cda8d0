"""An Explanation as one HTML page that needs nothing else."""

from __future__ import annotations

from html import escape

from cleaners.explain import RULES, Block, Explanation, Field
from schemas import Article

_STYLE = """
body{font:16px/1.7 system-ui,"Noto Sans CJK SC",sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}
table{border-collapse:collapse;margin:1em 0;font-size:14px}td,th{border:1px solid #ddd;padding:.2em .6em;text-align:left;
vertical-align:top}
p{margin:.35em 0}p.kept{border-left:4px solid #2a7;padding-left:.8em}
p.dropped{color:#999;padding-left:calc(.8em + 4px);font-size:14px}
p.dropped b{font-weight:normal;background:#eee;color:#666;border-radius:3px;padding:0 .4em;margin-right:.6em;
font-size:12px}
.rejected{color:#a30}
@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}p.dropped{color:#777}p.dropped b{background:#333}}
"""


def explain_page(explanation: Explanation) -> str:
    """The page's text in its own order, dropped lines greyed and labelled with their rule, and a table of fields."""
    title = escape(explanation.title or explanation.url or "")
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
        f"<body><h1>{title}</h1><p>{escape(explanation.url or '')}</p>{_outcome(explanation)}"
        f"{_fields(explanation.fields)}{''.join(map(_block, explanation.blocks))}</body></html>\n"
    )


def _outcome(explanation: Explanation) -> str:
    outcome = explanation.outcome
    if isinstance(outcome, Article):
        return ""
    return f'<p class="rejected">{escape(outcome.reason)}: {escape(outcome.detail)}</p>'


def _fields(fields: tuple[Field, ...]) -> str:
    if not fields:
        return ""
    rows = "".join(
        f"<tr><td>{escape(field.name)}</td><td>{escape(field.value)}</td><td>{escape(field.origin)}</td></tr>"
        for field in fields
        if field.value
    )
    return f"<table><tr><th>field</th><th>value</th><th>origin</th></tr>{rows}</table>"


def _block(block: Block) -> str:
    if block.kept:
        return f'<p class="kept">{escape(block.text)}</p>'
    meaning = escape(RULES.get(block.rule, block.rule))
    return f'<p class="dropped"><b title="{meaning}">{escape(block.rule)}</b>{escape(block.text)}</p>'
