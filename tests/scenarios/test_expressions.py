"""No expression of the package costs more than linear time, whatever it is given."""

import re

import pytest

from benchmarks.expressions import Expression, expressions, slow


@pytest.mark.slow
def test_expressions_are_linear() -> None:
    found = list(expressions())
    assert len(found) > 250
    of_labels = "cleaners.metadata.byline.labels._BY_FIRST"  # they are compiled when first wanted
    assert sum(expression.place == of_labels for expression in found) > 100
    assert [(expression.place, *pump) for expression in found for pump in slow(expression)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
        r"[/_-][\w-]*\d+(?:_\d)?$",
        r"\s+$",
        "(?:a|b|ab)+$",
        rb"\bencoding\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    ],
)
def test_one_that_is_not_linear_is_found(pattern: str | bytes) -> None:
    assert list(slow(Expression("here", re.compile(pattern), "search")))


@pytest.mark.parametrize("pattern", [r"\s{1,9}$", r"charset\s*+=\s*+([\w.:-]{1,40})", "[^<>]{0,60}?x"])
def test_one_that_is_linear_is_not(pattern: str) -> None:
    assert not list(slow(Expression("here", re.compile(pattern), "search")))
