"""A real Chromium."""

import pytest

from tests import needs


@pytest.fixture(autouse=True)
def chromium() -> None:
    needs.program("chromium", "chromium")
    needs.library("scrapy_playwright", "render")
