"""Sending a message. The address of a receiver is a secret: it is neither logged nor part of an error."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import apprise

_TELLTALES = ("apprise", "urllib3")
"""Loggers that print addresses: what they do not understand, what they ask for."""


class NotifyError(ValueError):
    """An address that is none, or a receiver that did not take the message."""


class Receivers:
    """The receivers at some URLs (`dingtalk://TOKEN`, `feishu://TOKEN`, `wecombot://KEY`, `mailto://…`, `jsons://HOST/PATH`).
    Raises NotifyError where one is malformed."""

    def __init__(self, urls: Sequence[str]) -> None:
        asset = apprise.AppriseAsset(app_id="qingwen", app_desc="qingwen", async_mode=False)
        with _silence():
            self._receivers = [_receiver(url, asset) for url in urls]

    def send(self, title: str, body: str) -> None:
        """Send to all of them. Raises NotifyError, after the last one, where some did not take it."""
        with _silence():
            kinds = [one.service_name for one in self._receivers if not one.notify(body=body, title=title)]
        if kinds:
            raise NotifyError(", ".join(map(str, kinds)))


@contextmanager
def _silence() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in _TELLTALES]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _receiver(url: str, asset: apprise.AppriseAsset) -> apprise.NotifyBase:
    receiver = apprise.Apprise.instantiate(url, asset=asset)
    if receiver is None:
        raise NotifyError(url.partition("://")[0] + "://…" if "://" in url else "…")
    return receiver
