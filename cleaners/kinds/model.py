"""The weights of the judge of kinds: a softmax over a page's figures, trained by `python -m benchmarks.kinds`."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib.resources import files

CLASSES = ("article", "thread", "list", "product", "video", "furniture", "blank")
"""What the model tells apart. `furniture` is a page whose own text is missing: what is left stands around it."""

LEAST, RATIO = 0.35, 0.5
"""Least chance of holding an article or a thread, and how it must stand to that of being another kind of page: by
cross-validation the least loss of articles at which few other pages are taken."""
Weights = Mapping[str, Mapping[str, float]]
"""Class to figure to weight; '' is the constant."""


def _read() -> Weights:
    loaded: Weights = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    return loaded


WEIGHTS = _read()


def chances(figures: Mapping[str, float], weights: Weights = WEIGHTS) -> dict[str, float]:
    """Probability of each class for a page's figures."""
    sums = {name: _sum(figures, weights[name]) for name in CLASSES}
    top = max(sums.values())
    raised = {name: math.exp(total - top) for name, total in sums.items()}
    whole = sum(raised.values())
    return {name: value / whole for name, value in raised.items()}


def holds_text(odds: Mapping[str, float]) -> bool:
    """Whether a page with these chances holds an article or a thread."""
    chance = odds["article"] + odds["thread"]
    other = sum(odds[name] for name in ("list", "product", "video", "blank"))
    return chance >= LEAST and chance > RATIO * other


def _sum(figures: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return weights[""] + sum(weight * figures.get(name, 0.0) for name, weight in weights.items() if name)
