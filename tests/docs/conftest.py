"""Chinese sentences are those of this checkout, whatever is installed; pages are opened in Chromium."""

from pathlib import Path

from hatch_build import compile_sentences
from tests.crawler.chromium import browser

__all__ = ["browser"]

compile_sentences(Path(__file__).parents[2])
