"""What people read goes to stderr, what machines read to stdout."""

import os
import re
import sys
import webbrowser
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

from crawler.cli.codes import USAGE
from crawler.cli.foreign import translated

err = Console(stderr=True, highlight=False)


def say(message: str) -> None:
    """A line for people."""
    err.print(message, markup=False, soft_wrap=True)


def complain(message: str, hint: str = "") -> None:
    """Say what is wrong and what to do; the words of an error of the system, not its number."""
    message = translated(re.sub(r"\[Errno -?\d+\] ", "", message))
    err.print(f"qingwen: {message}", style="red", markup=False, soft_wrap=True)
    if hint:
        say(hint)


def give_up(message: str, hint: str = "", code: int = USAGE) -> NoReturn:
    """Say what is wrong and what to do, and exit with 1, or another code."""
    complain(message, hint)
    raise typer.Exit(code)


def open_in_browser(page: Path) -> None:
    """Show a page to a person at a terminal who has a screen; a text browser would take the terminal over."""
    screen = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if err.is_terminal and screen:
        webbrowser.open(page.absolute().as_uri())
