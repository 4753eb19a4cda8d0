"""Scrapy requests as ledger rows and back. JSON, so that opening somebody's job folder runs no code of theirs."""

import base64
import json
import sys
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from scrapy import FormRequest, Request, Spider
from scrapy.http import JsonRequest, XmlRpcRequest
from scrapy.utils.request import RequestFingerprinterProtocol, request_from_dict

from crawler.items import CHANGED, CONTINUES, NAMED, START, VIA
from crawler.job.rows import Link, Row
from crawler.politeness.ward import DOUBT

ROW = "job_row"
"""Meta key: id of the ledger row a request belongs to."""
_OWN_COLUMNS = {"url", "priority"}
_OF_ONE_DOWNLOAD = {ROW, CHANGED, CONTINUES, DOUBT, "download_latency", "download_slot", "depth_reset"}
_DEFAULT = Request("data:,").to_dict()
_METHODS = ("callback", "errback")
_CLASSES = {f"{kind.__module__}.{kind.__name__}": kind for kind in (FormRequest, JsonRequest, XmlRpcRequest)}
"""Scrapy's own, by the names that stand in rows; others must live in a module of spiders."""


def link_of(request: Request, spider: Spider, fingerprint: bytes | None) -> Link:
    """The request as a row to be. Raises ValueError or TypeError when its callback is no method of the spider, its
    class neither Scrapy's nor from a module of spiders, or its meta or cb_kwargs are not plain JSON values."""
    fields = {name: getattr(request, name) for name in request.attributes if name not in _OWN_COLUMNS}
    fields["headers"] = _headers(request.headers, bytes.decode)
    fields["meta"] = {key: value for key, value in request.meta.items() if key not in _OF_ONE_DOWNLOAD}
    fields |= {name: _method_name(fields[name], spider) for name in _METHODS}
    changed = {name: value for name, value in fields.items() if value != _DEFAULT.get(name)}
    if type(request) is not Request:
        changed["_class"] = name = f"{type(request).__module__}.{type(request).__name__}"
        _class_of(name, spider)
    return Link(
        fingerprint=fingerprint,
        url=request.url,
        host=urlsplit(request.url).hostname or "",
        site=spider.name,
        priority=request.priority,
        request=_ENCODER.encode(changed),
        changed=request.meta.get(CHANGED, 0.0),
    )


def request_of(row: Row, spider: Spider) -> Request:
    """The request of a row. Raises ValueError when the spider has no such callback any more, and for a row that
    `link_of` did not write: nothing is imported for it."""
    try:
        stored = _DECODER.decode(row.request)
        stored["headers"] = _headers(stored.get("headers", {}), str.encode)
        _class_of(stored.get("_class", ""), spider)
        request = request_from_dict({**stored, "url": row.url, "priority": row.priority}, spider=spider)
    except (AttributeError, KeyError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(f"the row holds no request: {error!r:.200}") from error
    request.meta[ROW] = row.id
    return request


def _class_of(name: str, spider: Spider) -> type[Request]:
    """The class of a stored request: only one that is loaded already, since importing runs code. Raises ValueError."""
    if not name or name in _CLASSES:
        return _CLASSES.get(name, Request)
    module, _, attribute = name.rpartition(".")
    homes = (*spider.settings.getlist("SPIDER_MODULES"), type(spider).__module__)
    if any(f"{module}.".startswith(f"{home}.") for home in homes):
        found = getattr(sys.modules.get(module), attribute, None)
        if isinstance(found, type) and issubclass(found, Request):
            return found
    raise ValueError(
        f"{name} is no request class of Scrapy's or of a module of spiders: a job cannot keep it"
    )


def is_asked_for(row: Row) -> bool:
    """Whether a person, a sitemap or a feed named the page: it is asked for whatever others of its form gave."""
    meta = _meta(row)
    return bool(meta.get(START) or meta.get(NAMED))


def is_get(row: Row) -> bool:
    """Whether its URL is all that chooses the page, and no form is sent."""
    return bool(_stored(row).get("method", "GET") == "GET")


def via_of(row: Row) -> str:
    """The form of the page that led to it first."""
    return str(_meta(row).get(VIA, ""))


def _meta(row: Row) -> dict[str, Any]:
    meta = _stored(row).get("meta")
    return meta if isinstance(meta, dict) else {}


def _stored(row: Row) -> dict[str, Any]:
    """The request as it was written; {} for what `link_of` did not write, which `request_of` reports."""
    try:
        stored = _DECODER.decode(row.request)
    except (ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


def page_fingerprint(request: Request, fingerprinter: RequestFingerprinterProtocol) -> bytes | None:
    """What makes two requests the same page; None for a request that is never filtered."""
    return None if request.dont_filter else fingerprinter.fingerprint(request)


def _method_name(method: Callable[..., Any] | None, spider: Spider) -> str | None:
    """Scrapy looks through all that the spider has, for each request."""
    name = getattr(method, "__name__", None)
    if method is None or (name and getattr(spider, name, None) == method):
        return name
    found: str = Request("data:,", method).to_dict(spider=spider)["callback"]
    return found


def _headers(headers: dict[Any, list[Any]], convert: Callable[[Any, str], Any]) -> dict[Any, list[Any]]:
    """Header names and values turned from bytes to text or back, whatever bytes they are."""
    return {
        convert(name, "latin-1"): [convert(value, "latin-1") for value in values]
        for name, values in headers.items()
    }


def _encode(value: Any) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"__bytes__": base64.b64encode(value).decode("ascii")}
    raise TypeError(f"a queued request cannot hold {type(value).__name__}: {value!r:.100}")


def _decode(value: dict[str, Any]) -> Any:
    return base64.b64decode(value["__bytes__"]) if value.keys() == {"__bytes__"} else value


_ENCODER = json.JSONEncoder(default=_encode, ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder(object_hook=_decode)
