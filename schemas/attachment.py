"""A file that an article gives to its readers."""

from schemas._address import Address
from schemas._value import Value


class Attachment(Value):
    """A file linked from the article: 附件. On public notices it is often the article itself."""

    name: str
    """Its printed name, with or without the file's ending."""
    url: Address
    """Absolute where the page's URL is known."""
    type: str | None = None
    """The file's ending in lower case, without its dot: `pdf`, `docx`. None where neither address nor name has one."""
    size: str | None = None
    """Its size as printed: `1.2MB`. None where none is."""
    digest: str | None = None
    """SHA-256, hex, of the downloaded file. None until a crawl has it."""
