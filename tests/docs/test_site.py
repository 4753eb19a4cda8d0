"""The site builds without a warning and can be read and searched; the pages made from models are what these say."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from crawler.words import LANGUAGES, Language
from tests.crawler.chromium import CONTRAST, DESKTOP, PATIENCE, PHONE, SCHEMES
from tests.docs import reference, site_keys

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
_AGAIN = 10_000
"""Milliseconds after which a search is tried again."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built without a warning."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def opened(browser: Browser, url: str, width: int, scheme: Any, own: str) -> Iterator[Page]:
    """A page of the site; a console error, or a request for anything that is not its `own`, fails the test."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.set_default_timeout(PATIENCE)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((own, "data:", "blob:")) else wrong.append(asked.url),
    )
    page.goto(url)
    page.wait_for_load_state("networkidle")
    yield page
    page.close()
    assert not wrong, wrong


def test_a_bar_in_a_table_is_a_bar(site: Path) -> None:
    assert "<code>str | None</code>" in (site / "schema.html").read_text()
    assert "\\|" not in (site / "schema.html").read_text()


@pytest.mark.parametrize("name", ["zh/index.html", "zh/schema.html", "crawl.html", "quality.html"])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_page_can_be_read_everywhere(
    browser: Browser, served: str, name: str, width: int, scheme: str
) -> None:
    with opened(browser, served + name, width, scheme, served) as page:
        page.add_style_tag(content=".md-skip { display: none }")  # shown to the keyboard only
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(CONTRAST) == []


def searched(page: Page, url: str, word: str) -> list[str]:
    """The headings that a search finds. From the disk, the search runs in a frame, and on a busy machine one that is not ready
    in time never answers: then the page is opened anew, as a reader would."""
    from playwright.sync_api import TimeoutError as Late

    found = page.locator(".md-search-result__article h1")
    for _ in range(PATIENCE // _AGAIN):
        page.goto(url)
        page.fill("input.md-search__input", word)
        with suppress(Late):
            found.first.wait_for(timeout=_AGAIN)
            return found.all_inner_texts()
    return []


@pytest.mark.parametrize(
    ("page", "word", "title"),
    [
        ("zh/index.html", "查重", "查重"),
        ("zh/index.html", "退出码", "运维"),
        ("index.html", "duplicates", "Copies of one article"),
    ],
)
def test_search_finds_words_from_the_disk(
    browser: Browser, site: Path, page: str, word: str, title: str
) -> None:
    shown = browser.new_page()
    shown.set_default_timeout(PATIENCE)
    found = searched(shown, (site / page).as_uri(), word)
    assert title in "|".join(found).replace("\u200b", "")
    shown.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_records_is_current(language: Language) -> None:
    page = reference.PAGES[language].read_text("utf-8")
    assert page == reference.reference(language), "run: python -m tests.docs.reference"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_site_keys_is_current(language: Language) -> None:
    page = site_keys.PAGES[language].read_text("utf-8")
    assert page == site_keys.keys(language), "run: python -m tests.docs.site_keys"
