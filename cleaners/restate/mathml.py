"""MathML without a source as TeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

_SIGNS = {
    "×": r"\times ", "÷": r"\div ", "±": r"\pm ", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "≈": r"\approx ",
    "∞": r"\infty ", "∑": r"\sum ", "∏": r"\prod ", "∫": r"\int ", "√": r"\sqrt ", "→": r"\to ", "·": r"\cdot ",
    "α": r"\alpha ", "β": r"\beta ", "γ": r"\gamma ", "δ": r"\delta ", "θ": r"\theta ", "λ": r"\lambda ", "μ": r"\mu ",
    "π": r"\pi ", "σ": r"\sigma ", "φ": r"\varphi ", "ω": r"\omega ", "Δ": r"\Delta ", "Σ": r"\Sigma ", "Ω": r"\Omega ",
    "\u2061": "", "\u2062": "", "\u2063": "", "−": "-",
}  # fmt: skip  # a table, laid out for reading
_DEEPEST = 60


def tex_of(math: etree._Element) -> str:
    """The TeX of a <math> element; what is not known is written as its text."""
    return _tex(math, 0).strip()


def _tex(element: etree._Element, depth: int) -> str:
    if depth > _DEEPEST:
        return ""
    parts = [_tex(child, depth + 1) for child in element if child.tag not in ("annotation", "annotation-xml")]
    tag = str(element.tag)
    if tag in _WRITERS and len(parts) == _WRITERS[tag][1]:
        return _WRITERS[tag][0](*parts)
    if tag == "msqrt":
        return rf"\sqrt{{{''.join(parts)}}}"
    if tag == "mtr":
        return " & ".join(parts) + r" \\ "
    if tag == "mtable":
        return rf"\begin{{matrix}}{''.join(parts)}\end{{matrix}}"
    text = (element.text or "").strip()
    if tag == "mtext" and text:
        return rf"\text{{{text}}}"
    return "".join(_SIGNS.get(char, char) for char in text) + "".join(parts)


_WRITERS: dict[str, tuple[Callable[..., str], int]] = {
    "mfrac": (lambda a, b: rf"\frac{{{a}}}{{{b}}}", 2),
    "msup": (lambda a, b: f"{a}^{{{b}}}", 2),
    "msub": (lambda a, b: f"{a}_{{{b}}}", 2),
    "msubsup": (lambda a, b, c: f"{a}_{{{b}}}^{{{c}}}", 3),
    "munderover": (lambda a, b, c: f"{a}_{{{b}}}^{{{c}}}", 3),
    "munder": (lambda a, b: f"{a}_{{{b}}}", 2),
    "mover": (lambda a, b: f"{a}^{{{b}}}", 2),
    "mroot": (lambda a, b: rf"\sqrt[{b}]{{{a}}}", 2),
}
