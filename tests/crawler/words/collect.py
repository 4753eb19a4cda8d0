"""The sentences that people read, gathered from code, help and models: `python -m tests.crawler.words.collect` brings
`crawler/words/locale` up to date, new ones untranslated, those that are gone removed."""

import io
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import typer.main
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import crawler.words
import schemas
from cleaners.readings.rules import Rule
from cleaners.sites import Site
from crawler.cli import app
from crawler.discovery.forms import Counts
from schemas.kind import Kind
from tests.docs import reference, site_keys

CODE = Path(crawler.words.__file__).parents[1]
PO = CODE / "words/locale/zh/LC_MESSAGES/qingwen.po"
_KEYWORDS = {"_": None, "noted": None, "in_languages": None, "ngettext": (1, 2)}
_TYPER = (
    "[default: {}]",
    "[required]",
    "Arguments",
    "Options",
    "Commands",
    "Error",
    "Aborted.",
    "Try [blue]'{command_path} {help_option}'[/] for help.",
    "Show this message and exit.",
)
"""Typer's own words that `qingwen` can show."""


def sentences() -> set[str | tuple[str, str]]:
    """Everything that is to be translated: sentences, and pairs of singular and plural."""
    return {*_in_code(), *_in_help(), *_in_models(), *_in_rules(), *Counts._fields, *_TYPER} - {""}


def _in_code() -> Iterator[str | tuple[str, str]]:
    for _, _, message, _, _ in extract_from_dir(CODE, [("**.py", "python")], keywords=_KEYWORDS):
        yield message if isinstance(message, str) else (message[0], message[1])


def _in_help() -> Iterator[str]:
    root = typer.main.get_command(app)
    for command in (root, *root.commands.values()):  # type: ignore[attr-defined]  # typer makes a group of several commands
        yield command.help or ""
        for parameter in command.params:
            yield getattr(parameter, "help", None) or ""
            default = getattr(parameter, "show_default", None)
            yield default if isinstance(default, str) else ""


def _in_models() -> Iterator[str]:
    """What docs/schema.md and docs/sites.md say, too."""
    for model in reference.RECORDS:
        yield reference.words(model.__doc__)
        yield from (reference.words(field.description) for field in model.model_fields.values())
        yield from (reference.words(field.description) for field in model.model_computed_fields.values())
    for enum in reference.VALUES:
        assert issubclass(enum, StrEnum)
        yield reference.words(enum.__doc__)
        yield from reference.member_docs(enum).values()
    yield from (reference.words(meaning) for _, meaning in site_keys.meanings(Site))


def _in_rules() -> Iterator[str]:
    for enum in (Rule, Kind, schemas.Reason, schemas.Stage, schemas.Flag, schemas.Role):
        yield from (str(member) for member in enum)
    yield from (rule.meaning for rule in Rule)


def catalogue() -> Catalog:
    """The translations that there are."""
    return read_po(io.BytesIO(PO.read_bytes()), locale="zh")


def collected(old: Catalog) -> Catalog:
    """The catalogue of today's sentences with yesterday's translations."""
    new = Catalog(locale="zh", header_comment="# 清文的中文。Sentences of qingwen in Chinese.", fuzzy=False)
    for sentence in sorted(sentences(), key=str):
        known = old.get(sentence if isinstance(sentence, str) else sentence[0])
        new.add(sentence, known.string if known else None)
    return new


def written(catalogue: Catalog) -> bytes:
    """As a .po file, without dates: it changes when a sentence does."""
    text = io.BytesIO()
    write_po(text, catalogue, width=0, omit_header=True)
    return _HEAD + text.getvalue()


_HEAD = b"""# Sentences of qingwen in Chinese.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: zh\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""

if __name__ == "__main__":
    PO.write_bytes(written(collected(catalogue())))
