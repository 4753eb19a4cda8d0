"""`--notify` of `qingwen report`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.codes import STORAGE
from crawler.cli.console import complain, give_up
from crawler.words import _

if TYPE_CHECKING:
    from collections.abc import Collection

    from crawler.drift import Alarm
    from crawler.notify import Receivers
    from schemas import RunReport


class When(StrEnum):
    """Which runs are told of."""

    ALARM = "alarm"
    RUN = "run"


Notify = Annotated[
    list[str] | None,
    typer.Option(
        envvar="QINGWEN_NOTIFY",
        help="Tell somebody: dingtalk://TOKEN, feishu://TOKEN, wecombot://KEY, mailto://…, jsons://HOST/PATH.",
        show_default=False,
    ),
]
NotifyWhen = Annotated[
    When, typer.Option(help="Of alarms, hosts that were left and dead start pages, or of every run.")
]


def receivers(urls: list[str] | None) -> "Receivers | None":
    """Where to send, before any work is done. Exits with 1 where an address is none."""
    if not urls:
        return None
    try:
        from crawler.notify import NotifyError, Receivers
    except ImportError:
        give_up(_("--notify needs the library apprise"), "pip install apprise")
    try:
        return Receivers(urls)
    except NotifyError as error:
        give_up(
            _("--notify: {error} is not an address that is understood").format(error=error),
            "https://github.com/caronc/apprise/wiki",
        )


def tell(
    to: "Receivers | None", when: When, job: Path, run: "RunReport", alarms: "Collection[Alarm]", page: Path
) -> int:
    """Send what there is to say. 0, or the exit code where it could not be sent."""
    if to is None:
        return 0
    from crawler.notify import NotifyError, message, needs_attention

    if when is When.ALARM and not needs_attention(run, alarms):
        return 0
    try:
        to.send(*message(job, run, alarms, page))
    except NotifyError as error:
        complain(_("the message was not accepted: {error}").format(error=error))
        return STORAGE
    return 0
