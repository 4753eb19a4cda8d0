from tests.crawler.chromium import browser

__all__ = ["browser"]
