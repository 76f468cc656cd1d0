"""Where the cells of an HTML table stand, and whether a table is one or only lays out the page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from partnership_analysis.document.model import Block

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_MERGED = 200


class Grid:
    """Where the cells of a table stand, merged ones counted once, at their first row and column. `table` is None where it only lays out."""

    def __init__(self, table: int | None) -> None:
        self.table = table
        self.row = -1
        self.column = 0
        self.waiting: list[int] = []  # rows that a merged cell still takes, a column

    def next_row(self) -> None:
        """Go on to the next row."""
        self.row += 1
        self.column = 0
        self.waiting = [max(0, rows - 1) for rows in self.waiting]

    def next_cell(self, columns: int, rows: int) -> Block | None:
        """The next cell's block, without its words."""
        if self.table is None:
            return None
        while self.column < len(self.waiting) and self.waiting[self.column]:
            self.column += 1
        column = self.column
        self.waiting.extend([0] * (column + columns - len(self.waiting)))
        self.waiting[column : column + columns] = [rows] * columns
        self.column += columns
        return Block("table_cell", (), row=max(0, self.row), column=column, table=self.table)


def _rows(table: "LexborNode") -> Iterator[int]:
    """How many cells each row of a table holds."""
    parts = [table]
    while parts:
        part = parts.pop()
        child = part.first_child
        while child is not None:
            if child.tag in ("thead", "tbody", "tfoot"):
                parts.append(child)
            elif child.tag == "tr":
                count, cell = 0, child.first_child
                while cell is not None:
                    count += cell.tag in ("td", "th")
                    cell = cell.next
                yield count
            child = child.next


def is_layout(table: "LexborNode") -> bool:
    """Whether a table only lays out the page: it says so, has one column, or holds headings."""
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return True
    return max(_rows(table), default=0) < 2 or table.css_first("h1, h2, h3, h4, h5, h6") is not None


def number_of(node: "LexborNode", attribute: str) -> int:
    """A count that an attribute gives; 1 where it gives none."""
    value = node.attributes.get(attribute) or ""
    return max(1, min(MOST_MERGED, int(value))) if value.isdecimal() and len(value) < 6 else 1
