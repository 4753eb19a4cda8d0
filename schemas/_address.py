"""URLs as they stand in records."""

import re
from typing import Annotated
from urllib.parse import quote

from pydantic import AfterValidator

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\u00ad\u034f\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]"
)
"""Control characters, and those that have no ink."""
_USER = re.compile(r"^(\s*(?:[A-Za-z][A-Za-z0-9+.-]{0,30}:)?//)[^/?#\\]*@")


def as_address(url: str) -> str:
    """A URL without user and password, written as browsers read it (WHATWG URL Standard): no control characters around
    it, no tabs and line ends inside, other characters without ink percent-encoded; halves of surrogate pairs, which no
    encoding holds, become `?`.
    """
    url = url.encode("utf-8", "replace").decode()
    url = _USER.sub(r"\1", url) if "@" in url else url
    if not _UNSEEN.search(url):
        return url
    return _UNSEEN.sub(lambda found: "" if found[0] in "\t\r\n" else quote(found[0]), url.strip(_AROUND))


_AROUND = "".join(map(chr, range(0x21)))
Address = Annotated[str, AfterValidator(as_address)]
"""A URL that any terminal, database or JSON reader takes: it holds no control character, and no password."""
