"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="JSON on stdout, for machines.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.", file_okay=False)]
Source = Annotated[str, typer.Argument(help="URL, file, or - for standard input.", show_default=False)]
