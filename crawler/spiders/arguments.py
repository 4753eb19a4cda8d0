"""Spider arguments (`-a NAME=VALUE`): a wrong one is refused, not ignored."""

import inspect
import re
from collections.abc import Iterable
from difflib import get_close_matches


class WrongArgument(ValueError):
    """A spider argument that the spider does not know or cannot read; the message says which are known."""


def refuse_unknown(spider: type, given: Iterable[str]) -> None:
    """Raise WrongArgument for a name that no `__init__` of the spider takes. scrapyd's own begin with `_`."""
    known = _known(spider)
    for name in given:
        if name not in known and not name.startswith("_"):
            close = get_close_matches(name, known, 1)
            meant = f" Did you mean {close[0]}?" if close else ""
            raise WrongArgument(f"no argument {name!r}.{meant} There are: {', '.join(known)}.")


def whole_number(name: str, value: str | int) -> int:
    """The argument's value. Raises WrongArgument where it is no whole number from 1 on."""
    if re.fullmatch(r"[1-9]\d{0,8}", str(value)):
        return int(value)
    raise WrongArgument(f"{name}={value}: a whole number from 1 on is needed")


def expression(name: str, value: str) -> re.Pattern[str] | None:
    """The argument's regular expression, None for ''. Raises WrongArgument where it is none."""
    try:
        return re.compile(value) if value else None
    except re.error as error:
        raise WrongArgument(f"{name}={value} is not a regular expression: {error}") from error


def _known(spider: type) -> list[str]:
    """Named parameters of every `__init__`, the spider's own first; `name` is Scrapy's."""
    inits = (vars(base)["__init__"] for base in spider.__mro__[:-1] if "__init__" in vars(base))
    parameters = (parameter for init in inits for parameter in inspect.signature(init).parameters.values())
    named = (parameter.name for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD)
    return [name for name in dict.fromkeys(named) if name not in {"self", "name"}]
