"""What the system, libraries and our own packages say in English, in the reader's language: no subject of gettext, so it
is taken apart again."""

import re
from functools import cache

from crawler.cli.sentences import SENTENCES
from crawler.words import _, noted

_AFTER = noted("{what}: {why}")


def translated(message: str) -> str:
    """The message in the language that is spoken, as far as its sentences are known: line by line, what a sentence
    holds too, and what stands behind a name and a colon."""
    return "\n".join(_line(line) for line in message.split("\n"))


def _line(message: str) -> str:
    if (found := _sentence(message)) is not None:
        return found
    for colon in re.finditer(": ", message):
        if (why := _sentence(message[colon.end() :])) is not None:
            return _(_AFTER).format(what=message[: colon.start()], why=why)
    return message


def _sentence(message: str) -> str | None:
    for sentence in SENTENCES:
        if found := _pattern(sentence).fullmatch(message):
            parts = {name: _line(part) for name, part in found.groupdict().items()}
            return _(sentence).format(**parts)
    return None


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(sentence)))
