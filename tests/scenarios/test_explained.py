"""What `explain` says is what the cleaner does: its outcome is always the cleaner's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import Cleaner, Site, explain, known_sites
from crawler.cases import read_cases
from schemas import Page

CLEANERS = (
    Cleaner(),
    Cleaner(script="original"),
    Cleaner(sites=known_sites().nearer(Site(name="own", drop="div", marks=("p",)))),
)
PAGES = [case.page for case in read_cases()]


@pytest.mark.parametrize("cleaner", CLEANERS, ids=("simplified", "original", "own site"))
@given(page=st.sampled_from(PAGES), start=st.integers(0, 4000), cut=st.integers(0, 4000))
def test_the_outcome_is_the_cleaners(cleaner: Cleaner, page: Page, start: int, cut: int) -> None:
    damaged = page.model_copy(update={"body": page.body[start : len(page.body) - cut]})
    for one in (page, damaged):
        assert explain(one, cleaner).outcome == cleaner.process(one)


def test_without_a_cleaner_it_is_the_plain_one() -> None:
    assert all(explain(page).outcome == Cleaner().process(page) for page in PAGES[:9])
