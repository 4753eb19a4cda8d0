"""Lists: only ul and ol are; layout made of them is dissolved."""

from __future__ import annotations

from cleaners.structure.blocks import Block, Kind

_NO_ITEM = frozenset([Kind.HEADING, Kind.TABLE])


def settle_lists(blocks: list[Block], *, in_list: bool = False) -> list[Block]:
    """The blocks with their lists settled: nested ones stand in their item, layout is dissolved, and so is an item that
    is in no list."""
    settled: list[Block] = []
    for block in blocks:
        is_list = block.kind is Kind.LIST
        block.blocks = settle_lists(block.blocks, in_list=is_list)
        if is_list:
            settled += _settled(block)
        elif block.kind is Kind.ITEM and not in_list:
            settled += block.blocks
        else:
            settled.append(block)
    return settled


def _settled(block: Block) -> list[Block]:
    items: list[Block] = []
    for inner in block.blocks:
        if inner.kind is Kind.ITEM:
            items.append(inner)
        elif inner.kind is Kind.LIST and items:  # a list directly in a list belongs to the item before it
            items[-1].blocks.append(inner)
        else:
            items.append(Block(Kind.ITEM, None, blocks=[inner]))
    items = [item for item in items if item.blocks]
    held = [inner for item in items for inner in item.blocks]
    if not items or _is_layout(held):
        return held
    block.blocks = items
    block.ordered = block.element is not None and block.element.tag == "ol"
    if block.ordered and block.element is not None:
        block.start = _start(block.element.get("start"))
    return [block]


def _is_layout(held: list[Block]) -> bool:
    """Items that hold headings or tables, or nothing but pictures."""
    if any(inner.kind in _NO_ITEM for inner in held):
        return True
    return all(inner.kind in (Kind.PICTURE, Kind.MEDIA, Kind.RULE) for inner in held)


def _start(value: str | None) -> int:
    value = (value or "").strip()
    return int(value) if value.isdecimal() and len(value) < 9 else 1
