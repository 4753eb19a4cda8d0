"""Wrong usage in the reader's language."""

from typing import Any

from crawler.cli.console import complain, say
from crawler.words import _


def tell(error: Any) -> None:
    """Say what is wrong with the command line, how the command is called, and where its help is. Takes click's UsageError."""
    complain(error.format_message().replace("Value error, ", ""))  # pydantic puts it before them
    if error.ctx:
        say(error.ctx.get_usage())
        say(_("Help: {command} --help").format(command=error.ctx.command_path))
