"""Logs: plain or one JSON object a line, never a password.

The add-on installs the root handler itself, before Scrapy's first line: swapped in later, the first lines (versions,
settings) would come out plain, and settings may hold passwords.
"""

import json
import logging
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from schemas import Article

_NAME = r"(?:passw(?:or)?d|_pass|secret|token|api_?key)[\w-]{0,40}"
# what is hidden -> how it looks
_SECRETS = (
    (re.compile(r"(?<=://)[^/\s@'\"]{1,200}@"), "***@"),  # user:password@host
    (re.compile(r"(?i)\b(authorization|cookie)(['\"]?\s?[:=]\s?\[?b?['\"]?)[^'\"\n]+"), r"\1\2***"),
    (re.compile(rf"(?i)({_NAME})(['\"]?\s?[:=]\s?)(?:'[^'\n]*'|\"[^\"\n]*\"|[^\s&'\",]+)"), r"\1\2***"),
)


def redact(text: str) -> str:
    """The text with passwords, tokens and cookies hidden."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


class PlainLines(logging.Formatter):
    """Scrapy's format, redacted."""

    def format(self, record: logging.LogRecord) -> str:
        """One record, perhaps with its traceback."""
        return redact(super().format(record))


class JsonLines(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, spider, error."""

    def format(self, record: logging.LogRecord) -> str:
        """One record on one line."""
        spider = getattr(record, "spider", None)
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redact(record.getMessage()),
        }
        if spider is not None:
            line["spider"] = spider.name
        if record.exc_info:
            line["error"] = redact(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class Logs:
    """Scrapy add-on: LOG_FILE, LOG_LEVEL, LOG_ENABLED, LOG_FORMAT work as they do in Scrapy, LOG_JSON is ours."""

    @classmethod
    def update_pre_crawler_settings(cls, settings: BaseSettings) -> None:
        """Take the root handler over from Scrapy."""
        if not settings.getbool("LOG_INSTALL_ROOT_HANDLER"):
            return
        settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="addon")
        handler = _handler(settings)
        plain = PlainLines(settings["LOG_FORMAT"], settings["LOG_DATEFORMAT"])
        handler.setFormatter(JsonLines() if settings.getbool("LOG_JSON") else plain)
        handler.setLevel(settings["LOG_LEVEL"])
        logging.root.setLevel(logging.NOTSET)
        logging.root.addHandler(handler)


class ShortMessages(LogFormatter):
    """Scrapy prints whole items; an article is too long for a log."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """An article, or an item of the user's."""
        if not isinstance(item, Article):
            return super().scraped(item, response, spider)
        return {"level": logging.DEBUG, "msg": "Article: %(url)s", "args": {"url": item.url}}

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """A rejection or failure."""
        level = getattr(logging, getattr(exception, "log_level", None) or "WARNING")
        return {"level": level, "msg": "%(exception)s", "args": {"exception": exception}}

    def item_error(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """A pipeline that raised."""
        return {"level": logging.ERROR, "msg": "Lost an item: %(error)r", "args": {"error": exception}}


def _handler(settings: BaseSettings) -> logging.Handler:
    if settings["LOG_FILE"]:
        path = Path(settings["LOG_FILE"])
        path.parent.mkdir(parents=True, exist_ok=True)
        if not settings.getbool("LOG_FILE_APPEND"):
            path.unlink(missing_ok=True)
        # Scrapy's set-up closes every handler there is; one that appends opens its file again.
        return logging.FileHandler(path, "a", settings["LOG_ENCODING"], delay=True)
    return logging.StreamHandler() if settings.getbool("LOG_ENABLED") else logging.NullHandler()
