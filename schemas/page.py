"""What a crawl fetched: the raw bytes of one response and what came with them."""

from pydantic import AwareDatetime, Field, field_validator

from schemas._record import Record


class Page(Record):
    """One HTTP response as it was received. The body stays bytes: decoded text has already lost something."""

    url: str | None = None
    """Absolute URL after redirects. None for bytes whose origin is not known."""

    status: int = Field(default=200, ge=100, le=599)
    """HTTP status code."""

    headers: tuple[tuple[str, str], ...] = ()
    """Response headers as (name, value) pairs in the order received; a name may repeat."""

    body: bytes
    """Response body with transfer and content encodings (chunked, gzip) already undone. Base64 in JSON."""

    fetched_at: AwareDatetime | None = None
    """When the response was received. None where it is not known; relative dates (3小时前) then stay unresolved."""

    @field_validator("url")
    @classmethod
    def _encodable(cls, url: str | None) -> str | None:
        """Halves of surrogate pairs become `?`: no encoding holds them, so the record could not be written."""
        return url.encode("utf-8", "replace").decode() if url else url

    def header(self, name: str) -> str | None:
        """The first value of a header, by case-insensitive name, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)
