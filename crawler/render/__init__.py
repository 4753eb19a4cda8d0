"""A browser for pages that need one: the extra `render`, scrapy-playwright with Chromium. See docs/render.md."""
