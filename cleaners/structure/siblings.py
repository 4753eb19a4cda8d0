"""Plain lines that are headings, because their siblings are."""

from __future__ import annotations

import re

from cleaners.structure.blocks import Block, Kind

_LONG = 30
_LEAST = 3
"""Headings beside which a plain line may be one."""
_RUNNING = 30
"""Characters of a paragraph above and below such a line."""
_ENDS = "。！？…；”」』.!?"
_NO_HEADING = re.compile(r"[。；，,：:…、！!]|^[（(【\[▲△图圖\d]|摄$|攝$|^——|编辑|記者|记者|作者|来源")
_NUMBER = re.compile(
    r"^(?:(\d{1,2})\s?[.、．]|([一二三四五六七八九十]{1,3})、|第([一二三四五六七八九十]{1,3})[章节部])"
)
_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}


def settle_siblings(blocks: list[Block]) -> None:
    """Make headings of plain lines: one that has the number between two numbered headings, and one that stands among
    headings as they do, alone between paragraphs, short and without a mark."""
    headings = [place for place, block in enumerate(blocks) if block.kind is Kind.HEADING]
    if len(headings) < _LEAST:
        return
    numbers = {place: number for place in headings if (number := _number(blocks[place]))}
    first, last = headings[0], headings[-1]
    tags = {_shape(blocks[place]) for place in headings}
    for place, block in enumerate(blocks):
        if block.kind is not Kind.PARAGRAPH or len(block.lines) != 1 or len(block.lines[0].text) > _LONG:
            continue
        if _fills_gap(place, _number(block), numbers) or (
            first < place < last and _shape(block) in tags and _stands_alone(blocks, place)
        ):
            near = max((head for head in headings if head < place), default=first)
            block.kind, block.level = Kind.HEADING, blocks[near].level


def _number(block: Block) -> tuple[int, int] | None:
    """The form of numbering that a line begins with, and its number."""
    found = _NUMBER.match(block.lines[0].text) if block.lines else None
    if not found:
        return None
    form = found.lastindex or 0
    digits = found[form]
    if digits.isdecimal():
        return form, int(digits)
    tens, _, ones = digits.partition("十") if "十" in digits else ("", "", digits)
    return form, ("十" in digits) * 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)


def _fills_gap(place: int, number: tuple[int, int] | None, numbers: dict[int, tuple[int, int]]) -> bool:
    if number is None:
        return False
    form, value = number
    before = max((at for at, (kind, _) in numbers.items() if at < place and kind == form), default=None)
    after = min((at for at, (kind, _) in numbers.items() if at > place and kind == form), default=None)
    return (
        before is not None
        and after is not None
        and numbers[before][1] == value - 1
        and numbers[after][1] == value + 1
    )


def _shape(block: Block) -> str:
    return str(block.element.tag) if block.element is not None else ""


def _stands_alone(blocks: list[Block], place: int) -> bool:
    """Between two paragraphs of running text."""
    if _NO_HEADING.search(blocks[place].lines[0].text):
        return False
    return all(_is_running(blocks[near]) for near in (place - 1, place + 1))


def _is_running(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or not block.lines:
        return False
    text = block.lines[-1].text
    return len(text) >= _RUNNING and text[-1] in _ENDS
