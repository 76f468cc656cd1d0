"""Tables whose rows are actions: which they are, and which of their columns tells what.

The words of headers are in `lexicons/<language>/actions.toml`. A table of indicators, with targets and values, is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnership_analysis.extraction.units import ReadBlock

COLUMNS = {"action": "action_headers", "lead": "lead_headers", "partners": "partner_headers", "status": "status_headers", "date": "date_headers"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of actions: its cells in reading order, and by what their column tells."""

    number: int
    """Index of the block of its action's cell."""
    cells: tuple[ReadBlock, ...]
    action: ReadBlock
    lead: ReadBlock | None
    partners: ReadBlock | None
    status: ReadBlock | None
    date: ReadBlock | None
    heading: str
    """Words of the nearest heading above, in small letters."""


def action_rows(blocks: Sequence[ReadBlock]) -> Iterator[Row]:
    """The rows of every table of actions, in reading order."""
    heading = ""
    cells: list[tuple[int, ReadBlock]] = []
    for number, block in enumerate(blocks):
        if cells and (block.block.kind != "table_cell" or block.block.table != cells[0][1].block.table):
            yield from _of_table(cells, heading)
            cells = []
        if block.block.kind == "heading":
            heading = block.text.lower()
        elif block.block.kind == "table_cell":
            cells.append((number, block))
    if cells:
        yield from _of_table(cells, heading)


def _of_table(cells: Sequence[tuple[int, ReadBlock]], heading: str) -> Iterator[Row]:
    rows: dict[int, dict[int, tuple[int, ReadBlock]]] = {}
    for number, block in cells:
        rows.setdefault(block.block.row or 0, {})[block.block.column or 0] = (number, block)
    header = rows.get(0, {})
    lexicon = cells[0][1].lexicon
    titles = {column: block.text.lower().strip(" *_:.") for column, (_, block) in header.items()}
    if any(title in lexicon.setting("actions", "figure_headers", ()) for title in titles.values()):
        return
    found: dict[str, int] = {}
    for what, key in COLUMNS.items():
        column = next(
            (column for column, title in sorted(titles.items()) if title in lexicon.setting("actions", key, ()) and column not in found.values()),
            None,
        )
        if column is not None:
            found[what] = column
    if "action" not in found or len(header) < 2:
        return
    for index in sorted(rows):
        row = rows[index]
        if index == 0 or found["action"] not in row:
            continue
        number, action = row[found["action"]]
        if not action.text.strip():
            continue

        def cell(what: str, row: dict[int, tuple[int, ReadBlock]] = row) -> ReadBlock | None:
            return row[found[what]][1] if what in found and found[what] in row else None

        yield Row(
            number,
            tuple(block for _, (_, block) in sorted(row.items())),
            action,
            cell("lead"),
            cell("partners"),
            cell("status"),
            cell("date"),
            heading,
        )
