"""Whether an HTML table is one or only lays out the page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_MERGED = 200
MOST_LAYOUT_ROWS = 3


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
    rows = list(_rows(table))
    return max(rows, default=0) < 2 or (len(rows) <= MOST_LAYOUT_ROWS and table.css_first("td h1, td h2, td h3, td h4") is not None)


def number_of(node: "LexborNode", attribute: str) -> int:
    """A count that an attribute gives; 1 where it gives none."""
    value = node.attributes.get(attribute) or ""
    return max(1, min(MOST_MERGED, int(value))) if value.isdecimal() and len(value) < 6 else 1
