"""Every invented page gives what is expected of it, or is a known miss with its reason."""

from typing import Any

import pytest

from cleaners import Cleaner
from tests.cleaners.cases.invented import cases, misses, outcome
from tests.cleaners.cases.known import KNOWN

CLEANER = Cleaner()
CASES = {case["id"]: case for case in cases()}


def _marks(name: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=KNOWN[name])] if name in KNOWN else []


@pytest.mark.parametrize("case", [pytest.param(CASES[name], id=name, marks=_marks(name)) for name in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert misses(case["expect"], outcome(case, CLEANER)) == []


def test_what_is_expected_beside_the_outcome_counts() -> None:
    found = CLEANER.clean_text("渡轮换了新船\n" + "云河市的渡轮今天换了新船，码头上挤满了早起的人。\n" * 9)
    assert misses({"outcome": "article", "has": ["新船", "石桥"]}, found) == ["lacks 石桥"]
    assert misses({"outcome": ["not_article"], "has": []}, found) == ["outcome article, not ['not_article']"]


def test_every_known_miss_is_a_case() -> None:
    assert KNOWN.keys() <= CASES.keys()
