"""Our pages in a real Chromium: whatever a page does wrong by itself fails the test that opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import pytest

from tests import needs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const painted = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const known = new Map();
  const rgba = (colour) => known.get(colour) ?? known.set(colour, painted(colour)).get(colour);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 250) return colour;
    }
    return [255, 255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.matches("script, style, option")) continue;
    const [a, b] = [light(rgba(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${ratio.toFixed(2)} ${node.className || node.tagName}: ${walker.currentNode.data.slice(0, 20)}`);
  }
  return poor;
}"""
"""Texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, AA)."""


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PHONE, DESKTOP = 390, 1280
"""Widths that pages are looked at in, in pixels."""
PATIENCE = 600_000
"""Milliseconds after which something hangs, on however busy a machine."""


@pytest.fixture(scope="module")  # it keeps an event loop: others of the process want their own
def browser() -> Iterator[Browser]:
    chromium = needs.program("chromium", "chromium")
    needs.library("playwright", "render")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, url: str, width: int = DESKTOP, *, own: tuple[str, ...] = ("file:",)
) -> Iterator[Page]:
    """A page of ours, once it says that it is ready. A console error, or a request for anything that is not its `own`, fails
    the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    allowed = (*own, "data:", "blob:", "about:")
    page.on("request", lambda asked: None if asked.url.startswith(allowed) else wrong.append(asked.url))
    page.goto(url)
    page.locator("html[data-ready]").wait_for(state="attached")
    yield page
    context.close()
    assert not wrong, wrong


def looks_right(page: Page) -> None:
    """In light and in dark, in Chinese and in English: nothing is wider than the screen, everything can be read."""
    for _ in range(2):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.evaluate(CONTRAST) == []
        page.click("#language")


def comes_to(found: Locator, count: int) -> None:
    """Sooner or later there are so many."""
    from playwright.sync_api import expect

    expect(found).to_have_count(count, timeout=PATIENCE)
