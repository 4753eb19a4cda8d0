"""What the system and libraries say, in the reader's language: no subject of gettext, so it is taken apart again."""

import re

from crawler.words import _, noted

_SENTENCES = (
    noted("No such option: {name} (Possible options: {near})"),
    noted("No such option: {name} Did you mean {near}?"),
    noted("No such option: {name}"),
    noted("No such command {name}. Did you mean {near}?"),
    noted("No such command {name}."),
    noted("Missing argument {name}."),
    noted("Missing option {name}."),
    noted("Option {name} requires an argument."),
    noted("Got unexpected extra argument(s) ({name})"),
    noted("Invalid value for {name}: {why}"),
    noted("Value error, {name} is not one of {names}."),
    noted("Input should be a valid integer, unable to parse string as an integer"),
    noted("Input should be greater than or equal to {number}"),
    noted("Input should be less than or equal to {number}"),
    noted("path {name} does not exist."),
    noted("file {name} is a directory."),
    noted("{what}: No such file or directory"),
    noted("{what}: Is a directory"),
    noted("{what}: Not a directory"),
    noted("{what}: Permission denied"),
    noted("{what}: No space left on device"),
    noted("{spider}: no argument {name}. Did you mean {near}? There are: {names}."),
    noted("{spider}: no argument {name}. There are: {names}."),
    noted("{name}: a whole number from 1 on is needed"),
    noted("{name} is no regular expression: {why}"),
    noted("no start URL"),
    noted("bad start URL: {why}"),
    noted("no sink for {name}: there are {names}"),
)


def translated(message: str) -> str:
    """One of these sentences in the language that is spoken, what it holds too; any other as it is."""
    for sentence in _SENTENCES:
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(sentence))
        if found := re.fullmatch(pattern, message, re.S):
            return _(sentence).format(**{name: translated(part) for name, part in found.groupdict().items()})
    return message
