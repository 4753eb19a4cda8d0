"""A spider whose process dies on one page, as a crashing parser or the kernel's memory killer would have it."""

import os
import signal

from scrapy.http import Response

from crawler.spiders.base import Output
from crawler.spiders.generic import GenericSpider
from schemas import Page


class DeadlySpider(GenericSpider):
    """Article 3 is deadly."""

    name = "deadly"

    def parse_article(self, response: Response, pages: tuple[Page, ...] = ()) -> Output:
        """Dies, or parses."""
        if response.url.endswith("/article/3.html"):
            os.kill(os.getpid(), signal.SIGKILL)
        yield from super().parse_article(response, pages)
