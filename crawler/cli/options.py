"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.console import give_up

Json = Annotated[bool, typer.Option("--json", help="JSON on stdout, for machines.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.", file_okay=False)]
Source = Annotated[str, typer.Argument(help="URL, file, or - for standard input.", show_default=False)]
Setting = Annotated[
    list[str] | None,
    typer.Option("--set", "-s", help="Scrapy setting NAME=VALUE, e.g. PRIVATE_HOSTS_ALLOWED=127.0.0.1"),
]


def pairs(options: list[str] | None, name: str) -> dict[str, str]:
    """NAME=VALUE options as a dictionary. Exits with 1 where one is something else; `name` is the option's."""
    split = [option.partition("=") for option in options or []]
    if wrong := next((key for key, equals, _ in split if not (key and equals)), None):
        give_up(f"{name} {wrong}: NAME=VALUE is needed")
    return {key: value for key, _, value in split}
