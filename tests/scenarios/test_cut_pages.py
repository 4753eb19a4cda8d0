"""A page may break off anywhere: the outcome is an Article or a Rejection, never an error."""

import pytest

from cleaners import Cleaner
from crawler.cases import read_cases
from schemas import Article, Rejection

PAGES = {f"{case.site}/{case.name}": case.page for case in read_cases()}


@pytest.mark.parametrize("name", PAGES)
def test_cut_at_every_500th_byte(name: str) -> None:
    page = PAGES[name]
    for end in range(0, len(page.body), 500):
        outcome = Cleaner().process(page.model_copy(update={"body": page.body[:end]}))
        assert isinstance(outcome, Article | Rejection)
