"""What is a heading: h-tags that hold one, and short bold lines that stand alone."""

from __future__ import annotations

import re

from cleaners.structure.blocks import STRONG, Block, Kind, Line
from cleaners.structure.siblings import settle_siblings

_LONG = 40
"""Characters of a line that may be a heading without an h-tag."""
_TAGGED = 80
"""Characters of one in an h-tag."""
_SENTENCE = re.compile(r"[。；;，,…、~～]$|。")
_SALUTATION = re.compile(
    r"^(?:各位|尊敬的|亲爱的|親愛的|大家好|你好|您好|早上好|晚上好|朋友们|同志们).{0,20}$"
)
_BOLD = 7
"""Level of a bold line before levels are made dense."""
_NO_HEADING = re.compile(
    r"^(?:——|[▲△※*▼↑↓]|[图圖](?:[片源为為／/|｜:：]|\s?[\d一二三四五六七八九十])|來源|来源|文[／/|｜])"
    r"|^[（(【\[](?:(?:记者|記者|通讯员|责任|责编|编辑|編輯|作者|来源|來源|[文图圖][／/|｜:：\s])[^）)】\]]{0,30}"
    r"|[^）)】\]]{0,30}(?:[摄攝]|供?[图圖]|报道|報導|完))[）)】\]]$"
    r"|(?:摄|攝|供图|供圖|图片来源.{0,20}|資料照片?|资料图片?)[）)]?$|^\d{1,4}$|@|https?://"
)
_GOES_ON = ("，", ",", "、")
"""Ends of a line whose sentence goes on in the next."""
_DYNASTY = re.compile(
    r"^[\[【〔［（(](?![一二三四五六七八九十\d])[^\]】〕］）)]{1,3}[\]】〕］）)]\s?\w{2,4}$"
)
"""The poet under a poem's title: （宋）陆游."""
_LEVEL = {f"h{level}": level for level in range(1, 7)}


def settle_headings(blocks: list[Block]) -> list[Block]:
    """The blocks with their headings known, levels dense from 2."""
    settled = _settled(blocks, inside=False)
    settle_siblings(settled)
    _level_bold(settled)
    levels = sorted({block.level for top in settled for block in top.walk() if block.kind is Kind.HEADING})
    rank = {level: min(number, 6) for number, level in enumerate(levels, 2)}
    for top in settled:
        for block in top.walk():
            if block.kind is Kind.HEADING:
                block.level = rank[block.level]
    return settled


def _settled(blocks: list[Block], *, inside: bool) -> list[Block]:
    """`inside`: of a table, list or quote, where a bold line is no heading."""
    found: list[Block] = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            found += _tagged(block)
        elif block.kind is Kind.PARAGRAPH and not inside:
            found += _parted(block, found[-1].lines[-1].text if found and found[-1].lines else "")
        else:
            if block.kind is not Kind.TABLE:
                block.blocks = _settled(block.blocks, inside=inside or block.kind is not Kind.GROUP)
            found.append(block)
    return found


def _parted(block: Block, before: str) -> list[Block]:
    """A paragraph's bold lines as headings, the lines between them as paragraphs. `before` is the line above it."""
    found: list[Block] = []
    for line in block.lines:
        goes_on = before.endswith(_GOES_ON)
        before = line.text
        if not goes_on and _is_heading(line):
            found.append(Block(Kind.HEADING, block.element, [line], level=_BOLD))
        elif found and found[-1].kind is Kind.PARAGRAPH:
            found[-1].lines.append(line)
        else:
            found.append(Block(Kind.PARAGRAPH, block.element, [line]))
    return found


def _tagged(block: Block) -> list[Block]:
    """What stands in an h-tag: a heading where it is one line that could be one, else what it holds."""
    lines = [line for inner in block.blocks if inner.kind is Kind.PARAGRAPH for line in inner.lines]
    others = [inner for inner in block.blocks if inner.kind not in (Kind.PARAGRAPH, Kind.RULE)]
    if any(inner.kind not in (Kind.PICTURE, Kind.MEDIA) for inner in others):
        return _settled(block.blocks, inside=False)
    if not lines or len(lines) > 2 or sum(len(line.text) for line in lines) > _TAGGED or _ends(lines[-1]):
        return block.blocks
    level = _LEVEL[str(block.element.tag)] if block.element is not None else 6
    return [*others, Block(Kind.HEADING, block.element, lines, level=level)]


def _ends(line: Line) -> bool:
    return line.text.endswith("。")


def _is_heading(line: Line) -> bool:
    text = line.text
    if not 1 < len(text) <= _LONG or not line.all_of(STRONG) or all(marks.href for _, marks in line.pieces):
        return False
    return not (
        _SENTENCE.search(text)
        or _NO_HEADING.search(text)
        or _SALUTATION.search(text)
        or _DYNASTY.search(text)
    )


def _level_bold(blocks: list[Block]) -> None:
    """A bold line stands below the page's own headings, and beside a lone one."""
    headings = [block for top in blocks for block in top.walk() if block.kind is Kind.HEADING]
    tagged = [block.level for block in headings if block.level != _BOLD]
    if len(tagged) == 1:
        for block in headings:
            block.level = tagged[0]
