"""Posts of a bulletin board, PTT's and those of its shape: one text with line breaks of its own, its header in boxes above,
a signature and the word of the board below, and pushes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, cast

from lxml import etree

from cleaners.dom import writable
from cleaners.restate.listings import drop

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = etree.XPath("//*[starts-with(@class, 'article-metaline')]")
_PUSHES = etree.XPath("descendant::*[contains(concat(' ', normalize-space(@class), ' '), ' push ')]")
_OWN = etree.XPath("text()", smart_strings=False)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST = 20
"""Han characters of a post that tells something beside its pushes."""
_TITLE, _TIME = re.compile("[標标]題|标题"), re.compile("[時时][間间]")
_STATION = re.compile(r"\s*※\s?(?:[發发]信站|文章[網网]址|[編编][輯辑]|[轉转][錄录]者)")
"""What the board says of a post below it."""
_RULE = re.compile(r"(?m)^--[ \t]*$")
_SIGNED = 7
"""Lines of a signature at most, with the break behind its rule."""
_LINES = 20_000
"""Lines of a post that are set apart."""
_CTIME = "%a %b %d %H:%M:%S %Y"


def restate_boards(tree: etree._Element) -> None:
    """Say the header of a post in a heading and labelled lines, its line breaks as such, and leave out the words of the board."""
    header = cast("list[etree._Element]", _HEADER(tree))
    post = header[0].getparent() if header else None
    if post is None or len(_HAN.findall("".join(cast("list[str]", _OWN(post))))) < _LEAST:
        return
    for line in header:
        _restate_header(line)
    for push in cast("list[etree._Element]", _PUSHES(post)):
        push.set("class", "push comment")
        if len(push) > 1:
            drop(push[0])
    _drop_signature(post)
    for text in list(_stations(post)):
        drop(text)
    _break_lines(post)


def _restate_header(line: etree._Element) -> None:
    """A label and what it labels: the headline becomes one, a time gets a form that is read everywhere."""
    parts = list(line)
    if len(parts) != 2 or not parts[0].text:
        return
    label, value = parts[0].text.strip(), " ".join("".join(map(str, parts[1].itertext())).split())
    if _TITLE.fullmatch(label):
        line.tag, line.text = "h1", writable(value)
        for part in parts:
            line.remove(part)
    else:
        parts[0].text = f"{writable(label)}："
        parts[1].text = _told(value) if _TIME.fullmatch(label) else parts[1].text


def _told(value: str) -> str:
    try:
        return f"{datetime.strptime(value, _CTIME):%Y-%m-%d %H:%M:%S}"
    except ValueError:
        return writable(value)


def _stations(post: etree._Element) -> Iterator[etree._Element]:
    return (
        part for part in post if part.tag == "span" and _STATION.match("".join(map(str, part.itertext())))
    )


def _drop_signature(post: etree._Element) -> None:
    """What stands between two rules, or below one, right above the word of the board."""
    station = next(_stations(post), None)
    before = station.getprevious() if station is not None else None
    if before is None:
        return
    text = writable(before.tail)
    for _ in range(2):  # the signature, and the rule alone below it
        rules = list(_RULE.finditer(text))
        if not rules or text.count("\n", rules[-1].end(), len(text.rstrip())) > _SIGNED:
            break
        text = text[: rules[-1].start()].rstrip()
    before.tail = text


def _break_lines(post: etree._Element) -> None:
    """Each line break in the text of a post as an element."""
    children, left = list(post), _LINES
    post.text, *rest = writable(post.text).split("\n", left)
    post.extend(map(_break, rest))
    for child in children:
        left -= len(rest)
        child.tail, *rest = writable(child.tail).split("\n", left)
        post.append(child)
        post.extend(map(_break, rest))


def _break(line: str) -> etree._Element:
    element = etree.Element("br")
    element.tail = line
    return element
