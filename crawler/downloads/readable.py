"""Responses that Scrapy itself would raise on when it decodes or parses them."""

from scrapy import Request
from scrapy.http import Response, TextResponse
from scrapy.utils.response import _baseurl_cache, get_base_url

from cleaners.decoding import decode


class Readable:
    """Downloader middleware, behind decompression. Labels like `undefined` (JavaScript templates print it) and Python's
    codecs that are none (`hex`, `rot13`) reach Python's decoder through Scrapy's; the cleaner reads the bytes itself."""

    def process_response(self, request: Request, response: Response) -> Response:
        """The response, with an encoding and a base that can be read."""
        if not isinstance(response, TextResponse):
            return response
        try:
            _ = response.text
        except (LookupError, ValueError):
            response = response.replace(encoding=_encoding(response))
        try:
            get_base_url(response)
        except ValueError:  # `<base href='http://[x'>`: selectors ask for it, too
            _baseurl_cache[response] = response.url
        return response


def _encoding(response: TextResponse) -> str:
    headers = [("Content-Type", (response.headers.get("Content-Type") or b"").decode("latin-1"))]
    found = decode(response.body, headers=headers).encoding
    try:
        _ = response.replace(encoding=found).text
    except (LookupError, ValueError):
        return "utf-8"
    return found
