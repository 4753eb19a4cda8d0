"""The options before every command, and the language that help and messages are in."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.console import say
from crawler.words import LANGUAGES, Language, _, missing, noted, use

if TYPE_CHECKING:
    from typer._click.core import Command, Context


def _print_version(asked: bool) -> None:
    if asked:
        from cleaners.version import VERSION

        typer.echo(f"qingwen {VERSION}")
        raise typer.Exit


Lang = Annotated[
    Language | None,
    typer.Option(help="Language of help and messages.", show_default="that of the locale"),
]
Version = Annotated[
    bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True, callback=_print_version)
]


def spoken(arguments: Sequence[str]) -> list[str]:
    """Speak the language that the arguments ask for, and move `--lang` before the command, where click reads it. It is
    known before anything is parsed: errors and help are in it, too."""
    for at, one in enumerate(arguments):
        name, equals, value = one.partition("=")
        if name != "--lang" or not (equals or arguments[at + 1 :]):
            continue
        given = [one] if equals else [one, arguments[at + 1]]
        _speak(value if equals else given[1])
        return [*given, *arguments[:at], *arguments[at + len(given) :]]
    use(None)
    return list(arguments)


def _speak(value: str) -> None:
    language = next((one for one in LANGUAGES if one == value), None)  # click refuses any other
    if language and missing(language):
        say(
            _("this checkout has no sentences in {language}: pip install -e . compiles them").format(
                language=language
            )
        )
    use(language)


def _usage(command: "Command", context: "Context") -> str:
    pieces = " ".join(command.collect_usage_pieces(context))
    for words in (noted("[OPTIONS]"), noted("COMMAND [ARGS]...")):
        pieces = pieces.replace(words, _(words))
    return _("Usage: {command} {pieces}").format(command=context.command_path, pieces=pieces)


def translated(command: "Command") -> "Command":
    """The command with its help and its commands' help in the language that is spoken."""
    command.help = _(command.help) if command.help else None
    command.get_usage = partial(_usage, command)  # type: ignore[method-assign]  # click's own begins in English
    context = command.context_class(command, help_option_names=["-h", "--help"])
    for parameter in filter(None, (command.get_help_option(context), *command.params)):
        if getattr(parameter, "is_flag", False):
            parameter.metavar = ""  # else its type, which is Python's name of a switch
        for words in ("help", "show_default"):
            if isinstance(text := getattr(parameter, words, None), str):
                setattr(parameter, words, _(text))
    for one in getattr(command, "commands", {}).values():
        translated(one)
    return command
