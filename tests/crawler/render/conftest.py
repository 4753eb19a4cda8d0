"""A real Chromium."""

import os
import shutil

import pytest


@pytest.fixture(autouse=True)
def chromium() -> None:
    if not shutil.which("chromium"):
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing")
        pytest.skip("Chromium is missing: apt-get install chromium")
    if not os.environ.get("CI"):
        pytest.importorskip("scrapy_playwright", reason="needs the extra `render`")
