"""Built fixture pages as dumps hold them, the visible text line by line under the page's title: text mode gives the same.

Recorded pages are left out: text mode cannot tell every caption or subhead of a real template."""

from functools import cache
from typing import Any

import pytest

from cleaners import Cleaner, decode
from cleaners.dom import parse
from cleaners.runs import read_runs
from cleaners.sites import GENERIC
from crawler.cases import Case, read_cases
from tests.expectations import assert_article
from tests.fixtures.build import built


@cache
def cases() -> dict[str, Case]:
    found = ((f"{case.site}/{case.name}", case) for case in read_cases())
    return {name: case for name, case in found if name in built() and case.expected["kind"] == "article"}


def dumped(case: Case) -> str:
    tree = parse(decode(case.page.body, headers=case.page.headers).text)
    return "\n".join([tree.findtext(".//title") or "", *(run.text for run in read_runs(tree, GENERIC))])


@pytest.mark.parametrize("name", cases())
def test_dump(name: str) -> None:
    case = cases()[name]
    article = Cleaner().clean_text(dumped(case), fetched_at=case.page.fetched_at)
    in_links = ("canonical_url", "next_page")
    expected = {key: value for key, value in case.expected.items() if key not in in_links}
    if credits := expected.get("credits"):  # a dump has no pictures, so nobody who took them
        expected["credits"] = [credit for credit in credits if "caption" not in _values(credit)]
    assert_article(article, expected)


def _values(credit: Any) -> list[Any]:
    return list(credit.values()) if isinstance(credit, dict) else list(credit)


@pytest.mark.parametrize("name", cases())
def test_clean_text_stays_as_it_is(name: str) -> None:
    text = "\n".join(cases()[name].expected["text"])
    assert Cleaner().clean_text(text).text == text
