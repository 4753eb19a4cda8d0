"""What people read goes to stderr, what machines read to stdout."""

import re
from typing import NoReturn

import typer
from rich.console import Console

from crawler.cli.codes import USAGE

err = Console(stderr=True, highlight=False)


def say(message: str) -> None:
    """A line for people."""
    err.print(message, markup=False, soft_wrap=True)


def complain(message: str, hint: str = "") -> None:
    """Say what is wrong and what to do; the words of an error of the system, not its number."""
    message = re.sub(r"\[Errno -?\d+\] ", "", message)
    err.print(f"qingwen: {message}", style="red", markup=False, soft_wrap=True)
    if hint:
        say(hint)


def give_up(message: str, hint: str = "") -> NoReturn:
    """Say what is wrong and what to do, and exit with 1."""
    complain(message, hint)
    raise typer.Exit(USAGE)
