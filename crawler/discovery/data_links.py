"""Links that stand in no <a>: in scripts, attributes and JSON, where lists of many sites keep their items and pagers."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html
from scrapy.http import JsonResponse, TextResponse

from crawler.discovery.links import Link, absolute_url, is_html

_LARGEST, _DEEPEST, _MOST = 2_000_000, 40, 2_000
"""Characters of a script or answer that are read, levels of its JSON, links that are taken from it."""
_MOST_PAGES = 1_000
_ATTRIBUTES = ("data-url", "data-href", "data-link", "data-next", "data-next-url")
_CLICKED = re.compile(
    r"""(?:location(?:\.href)?\s{0,9}=|location\.(?:assign|replace)\(|window\.open\()\s{0,9}["']([^"'\\]{1,500})["']"""
)
_ADDRESS = re.compile(r"(?:https?:/)?/\S{1,1000}|\.{1,2}/\S{1,1000}|\?\S{1,1000}")
_FIELD = re.compile(r"(?:\w{0,20}?_?(?:url|link|href)|next_?page|next)", re.IGNORECASE)
_OF_FILES = re.compile(
    r"img|image|icon|avatar|logo|cover|thumb|pic|photo|video|audio|share|api", re.IGNORECASE
)
_NEXT = "下一页"
"""The text that a link is given whose field in JSON says that it leads on."""
_MARKUP = re.compile(r"text/(?:xml|html|template|x-[\w-]+)|x-tmpl[\w-]*", re.IGNORECASE)
_JSON = re.compile(r"application/json", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_TRS = re.compile(r"createPageHTML\(([^()]{3,200})\)")
"""`createPageHTML(4, 0, "index", "html")`: the pager of TRS sites, most of them of public bodies; some put an element's
name before it."""


def data_links(response: TextResponse) -> list[Link]:
    """The page's links that stand in no <a>, each URL once. Of an answer in JSON, all that it holds."""
    found = _of_json(response.text) if isinstance(response, JsonResponse) else _of_page(response)
    links: dict[str, Link] = {}
    for address, text in found:
        if url := absolute_url(address, response.url, response.encoding):
            links.setdefault(url, Link(url, text))
        if len(links) >= _MOST:
            break
    return list(links.values())


def _of_page(response: TextResponse) -> Iterator[tuple[str, str]]:
    if not is_html(response):
        return
    for element in response.selector.root.iter(etree.Element):
        yield from _of_element(element)
        if element.tag == "script":
            yield from _of_script(element, response.url)


def _of_element(element: Any) -> Iterator[tuple[str, str]]:
    attributes = element.attrib
    if not attributes:
        return
    for name in _ATTRIBUTES:
        if (address := attributes.get(name)) and _ADDRESS.fullmatch(address.strip()):
            yield address, _text(element)
    if (clicked := attributes.get("onclick")) and (found := _CLICKED.search(clicked[:1_000])):
        yield found[1], _text(element)
    if (
        element.tag == "option"
        and (address := attributes.get("value"))
        and _ADDRESS.fullmatch(address.strip())
    ):
        yield address, _text(element)
    if element.tag == "link" and attributes.get("rel") == "next" and (address := attributes.get("href")):
        yield address, _NEXT


def _of_script(script: Any, url: str) -> Iterator[tuple[str, str]]:
    kind, text = script.get("type") or "", (script.text or "")[:_LARGEST]
    if _MARKUP.fullmatch(kind):
        yield from _of_markup(_CDATA.sub("", text))
    elif _JSON.fullmatch(kind):
        yield from _of_json(text)
    else:
        for found in _TRS.finditer(text):
            yield from _of_trs(found[1], url)


def _of_markup(text: str) -> Iterator[tuple[str, str]]:
    """A list that a script would show: `<script type="text/xml">` of 大汉 sites, templates."""
    try:
        root = html.fromstring(f"<div>{text}</div>")
    except (etree.ParserError, ValueError):  # nothing in it; a NUL
        return
    for anchor in root.iter("a"):
        if address := anchor.get("href"):
            yield address.strip(), _text(anchor)


def _of_json(text: str) -> Iterator[tuple[str, str]]:
    """Fields that are named as addresses and are some."""
    try:
        waiting: list[tuple[str, Any, int]] = [("", json.loads(text[:_LARGEST]), 0)]
    except (ValueError, RecursionError):
        return
    while waiting:
        name, value, depth = waiting.pop()
        if isinstance(value, str):
            if _FIELD.fullmatch(name) and not _OF_FILES.search(name) and _ADDRESS.fullmatch(value):
                yield value, _NEXT if name.lower().startswith("next") else ""
        elif isinstance(value, dict) and depth < _DEEPEST:
            waiting += ((str(key), inner, depth + 1) for key, inner in reversed(value.items()))
        elif isinstance(value, list) and depth < _DEEPEST:
            waiting += ((name, inner, depth + 1) for inner in reversed(value))


def _of_trs(arguments: str, url: str) -> Iterator[tuple[str, str]]:
    """The pages behind the first: index_1.html and on, where the first counts itself as 0; index_2.html, where as 1."""
    values = [value.strip().strip("\"'") for value in arguments.split(",")]
    numbers = [int(value) for value in values if value.isdecimal() and len(value) < 7]
    names = [value for value in values if re.fullmatch(r"[A-Za-z][\w-]{0,30}", value)]
    if len(numbers) < 2 or len(names) < 2 or numbers[1] > 1 or url.endswith(f"_{numbers[1]}.{names[-1]}"):
        return  # a later page names none that the first did not
    first = numbers[1] + 1
    for number in range(first, min(first + numbers[0] - 1, first + _MOST_PAGES)):
        yield f"{names[-2]}_{number}.{names[-1]}", str(number - first + 2)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
