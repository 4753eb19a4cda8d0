"""What a crawl fetched: the raw bytes of one response and what came with them."""

from pydantic import AwareDatetime, Field

from schemas._address import Address
from schemas._value import Value


class Page(Value):
    """One HTTP response as it was received. The body stays bytes: decoded text has already lost something."""

    url: Address | None = None
    """Absolute URL after redirects. None for bytes whose origin is not known."""

    status: int = Field(default=200, ge=100, le=999)
    """HTTP status code, also one that no standard knows: some hosts answer a crawler with 999."""

    headers: tuple[tuple[str, str], ...] = ()
    """Response headers as (name, value) pairs in the order received; a name may repeat."""

    body: bytes
    """Response body with transfer and content encodings (chunked, gzip) already undone. Base64 in JSON."""

    fetched_at: AwareDatetime | None = None
    """When the response was received. None where it is not known; relative dates (3小时前) then stay unresolved."""

    def header(self, name: str) -> str | None:
        """The first value of a header, by case-insensitive name, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)
