"""What people read, in their language: `_("a sentence")` is Chinese where the locale or `--lang` says so.

English stands in the code, Chinese in `locale/zh/LC_MESSAGES/qingwen.po`; the build compiles it (hatch_build.py), and
`python -m tests.crawler.words.collect` adds new sentences to it. gettext, because it comes with Python, picks the
language by the usual variables and has translators' tools; typer's own words go through it as well. What machines read
(records, logs, JSON, figures for Prometheus) is never translated.
"""

import gettext
import os
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Literal, get_args

__all__ = ["LANGUAGES", "Language", "_", "in_languages", "language", "missing", "ngettext", "noted", "use"]

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_DOMAIN = "qingwen"
_LOCALE = str(Path(__file__).parent / "locale")

gettext.bindtextdomain(_DOMAIN, _LOCALE)
_ = partial(gettext.dgettext, _DOMAIN)
ngettext = partial(gettext.dngettext, _DOMAIN)


def use(language: Language | None) -> None:
    """Speak a language from now on, here and in child processes; None leaves it to LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
    For commands: typer's own words are looked up in the process-wide domain, which this sets."""
    gettext.textdomain(_DOMAIN)
    if language is not None:
        os.environ["LANGUAGE"] = language


def language() -> Language:
    """The language that `_` gives."""
    return "zh" if gettext.find(_DOMAIN, _LOCALE) else "en"


def noted(sentence: str) -> str:
    """The sentence as it is: marks one that is translated elsewhere, as those of a table are."""
    return sentence


def in_languages(sentence: str) -> Mapping[Language, str]:
    """A sentence in every language, for pages on which the reader chooses."""
    return {one: _catalogue(one).gettext(sentence) for one in LANGUAGES}


def missing(language: Language) -> bool:
    """Whether the sentences of a language were not compiled: a checkout that was not installed speaks English only."""
    return language != "en" and not gettext.find(_DOMAIN, _LOCALE, [language])


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.translation(_DOMAIN, _LOCALE, [language], fallback=True)
