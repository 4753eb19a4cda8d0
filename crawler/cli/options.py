"""Options that several commands share."""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.console import give_up, say
from crawler.cli.foreign import translated
from crawler.words import _

if TYPE_CHECKING:
    from cleaners import Sites
    from cleaners.structure import Format

Json = Annotated[bool, typer.Option("--json", help="JSON on stdout, for machines.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.", file_okay=False)]
Source = Annotated[str, typer.Argument(help="URL, file, or - for standard input.", show_default=False)]
Setting = Annotated[
    list[str] | None,
    typer.Option("--set", "-s", help="Scrapy setting NAME=VALUE, e.g. PRIVATE_HOSTS_ALLOWED=127.0.0.1"),
]
Formats = Annotated[
    str,
    typer.Option(
        "--formats",
        help="What to write of an article's structure beside its text: markdown, html, blocks; several with commas.",
        show_default=False,
    ),
]


def formats(option: str) -> "tuple[Format, ...]":
    """The formats that an option names. Exits with 1 where there is no such."""
    from cleaners.structure import formats_of

    try:
        return formats_of([name for part in option.split(",") if (name := part.strip())])
    except ValueError as error:
        give_up(_("--formats: {error}").format(error=translated(str(error))))


SiteFiles = Annotated[
    list[str] | None, typer.Option("--site", help="Site file of your own, or a folder of them.")
]


def pairs(options: list[str] | None, name: str) -> dict[str, str]:
    """NAME=VALUE options as a dictionary. Exits with 1 where one is something else; `name` is the option's."""
    split = [option.partition("=") for option in options or []]
    if wrong := next((key for key, equals, _ in split if not (key and equals)), None):
        give_up(_("{name} {wrong}: NAME=VALUE is needed").format(name=name, wrong=wrong))
    if name == "--set" and split:
        from crawler.names import mistyped

        for given, near in mistyped(key for key, *_rest in split):
            _warn(given, near)
    return {key: value for key, *_rest, value in split}


@cache  # a command may read its settings twice
def _warn(given: str, near: str) -> None:
    say(_("unknown setting {given}: did you mean {near}?").format(given=given, near=near))


def site_setting(files: list[str] | None, setting: list[str] | None = None) -> dict[str, str]:
    """Settings NAME=VALUE, with the files of --site before those of the setting SITES. Exits as `pairs` does."""
    given = pairs(setting, "--set")
    return given | ({"SITES": ",".join(filter(None, (*files, given.get("SITES"))))} if files else {})


def chosen_sites(files: list[str] | None, setting: list[str] | None = None) -> "Sites":
    """The sites that are known and, before them, those of --site and of the setting SITES. Exits with 1 where a site
    file is faulty."""
    from cleaners import SiteError, known_sites, load_sites

    try:
        if not setting and "SCRAPY_SETTINGS_MODULE" not in os.environ:  # Scrapy takes a quarter of a second
            return known_sites().nearer(*load_sites(*files or ()))
        from crawler.project import project_settings
        from crawler.sites import sites_of

        return sites_of(project_settings(site_setting(files, setting)))
    except SiteError as error:
        give_up(str(error))
