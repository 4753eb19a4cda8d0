"""Tables of data as rows and cells; tables that only lay out a page are dissolved."""

from __future__ import annotations

from cleaners.structure.blocks import Block, Kind

_LONG = 300
"""Characters of a cell from which it is laid-out text, not data."""
_LINES = 8
"""Lines of a cell from which it is laid-out text, not data."""
_MOST = 200
"""Most columns or rows that a cell is taken to span."""
_SPREAD = 10
"""Places of the grid for each cell, on the average, from which spans are not believed."""
_INSIDE = frozenset(
    [Kind.PARAGRAPH, Kind.PICTURE, Kind.LIST, Kind.ITEM, Kind.GROUP, Kind.MEDIA, Kind.FIGURE, Kind.CAPTION]
)


def settle_tables(blocks: list[Block], *, inside: bool = False) -> list[Block]:
    """The blocks with their tables settled, inner ones first. `inside`: they are parts of one."""
    settled: list[Block] = []
    for block in blocks:
        block.blocks = settle_tables(block.blocks, inside=block.kind in (Kind.TABLE, Kind.ROW))
        if block.kind is Kind.TABLE:
            settled += _settled(block)
        elif block.kind in (Kind.ROW, Kind.CELL) and not inside:
            settled += _loose(block.blocks)
        else:
            settled.append(block)
    return settled


def _settled(table: Block) -> list[Block]:
    before = [block for block in table.blocks if block.kind is not Kind.ROW]
    rows = [block for block in table.blocks if block.kind is Kind.ROW]
    for row in rows:
        before += [block for block in row.blocks if block.kind is not Kind.CELL]
        row.blocks = [cell for cell in row.blocks if cell.kind is Kind.CELL]
        for cell in row.blocks:
            _read(cell)
    rows = [row for row in rows if any(cell.blocks for cell in row.blocks)]
    _bound(rows)
    if not _is_data(rows):
        return _loose([*before, *rows])
    table.blocks = rows
    _mark_heads(rows)
    return [*_loose(before), table]


def _loose(blocks: list[Block]) -> list[Block]:
    """The blocks with rows and cells dissolved."""
    found: list[Block] = []
    for block in blocks:
        found += _loose(block.blocks) if block.kind in (Kind.ROW, Kind.CELL) else [block]
    return found


def _read(cell: Block) -> None:
    element = cell.element
    if element is not None:
        cell.head = element.tag == "th"
        cell.columns, cell.rows = _span(element.get("colspan")), _span(element.get("rowspan"))


def _bound(rows: list[Block]) -> None:
    """Spans that cover far more than there are cells are not believed: the grid would be larger than the page."""
    cells = [cell for row in rows for cell in row.blocks]
    if sum(cell.columns * cell.rows for cell in cells) > _SPREAD * len(cells) + _MOST:
        for cell in cells:
            cell.columns = cell.rows = 1


def _span(value: str | None) -> int:
    value = (value or "").strip()
    return min(max(int(value), 1), _MOST) if value.isdecimal() and len(value) < 5 else 1


def _is_data(rows: list[Block]) -> bool:
    """At least two rows or a header, two columns, and short cells of text."""
    cells = [cell for row in rows for cell in row.blocks]
    filled = [cell for cell in cells if cell.blocks]
    width = max((sum(cell.columns for cell in row.blocks) for row in rows), default=0)
    if width < 2 or len(filled) < 2 or width * len(rows) > _SPREAD * len(cells) + _MOST:
        return False
    if any(inner.kind not in _INSIDE for cell in filled for block in cell.blocks for inner in block.walk()):
        return False
    sizes = [sum(len(line.text) for line in cell.all_lines()) for cell in filled]
    if not all(cell.head for cell in cells) and sum(not size for size in sizes) * 2 > len(filled):
        return False  # pictures laid out in rows
    lines = max(sum(1 for _ in cell.all_lines()) for cell in filled)
    if len(rows) < 2 and not any(cell.head for cell in filled):
        return False
    return sorted(sizes)[len(sizes) * 3 // 4] <= _LONG and (lines <= _LINES or len(filled) > 2 * len(rows))


def _mark_heads(rows: list[Block]) -> None:
    """A first row that is set in bold is a header, as one of <th> is; so is a bold row that its cells reach into."""
    heads = 1
    for place, row in enumerate(rows):
        if place >= heads or not row.blocks or not all(cell.head or _is_bold(cell) for cell in row.blocks):
            return
        for cell in row.blocks:
            cell.head = True
            heads = max(heads, place + cell.rows)


def _is_bold(cell: Block) -> bool:
    lines = list(cell.all_lines())
    return bool(lines) and all(line.all_of(1) for line in lines)
