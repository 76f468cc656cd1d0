"""Tables on a page of a PDF: between ruled lines, or without any, by cells that stand under each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnership_analysis.reading.pdf_lines import Line
from partnership_analysis.reading.pdf_page import Rule

NEAR = 3.0
"""Points within which two edges are one."""

SHORTEST_RULE = 6.0
MOST_EDGES = 4000
FEWEST_ROWS = 3
LONGEST_FIGURE = 30


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: where it stands in its table, and its lines from top to bottom."""

    row: int
    column: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with its place on the page."""

    cells: tuple[TableCell, ...]
    left: float
    right: float
    base: float
    """Its upper edge."""
    bottom: float
    columns: tuple[float, ...]
    """Where its columns begin."""

    def goes_on_with(self, other: "Table") -> bool:
        """Whether another table, on the next page, is the rest of this one: its columns stand at the same places."""
        return len(self.columns) == len(other.columns) and all(abs(a - b) <= 2 * NEAR for a, b in zip(self.columns, other.columns, strict=True))

    def with_rest(self, rest: "Table") -> "Table":
        """This table with the rows of its rest, without a first row that only repeats its own."""
        repeated = _row(self, 0) == _row(rest, 0)
        shift = max(cell.row for cell in self.cells) + (0 if repeated else 1)
        further = tuple(replace(cell, row=cell.row + shift) for cell in rest.cells if cell.row or not repeated)
        return replace(self, cells=self.cells + further)


def _row(table: Table, number: int) -> list[str]:
    return [" ".join(line.text for line in cell.lines) for cell in table.cells if cell.row == number]


@dataclass(frozen=True, slots=True)
class _Grid:
    across: tuple[float, ...]
    down: tuple[float, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]


def ruled_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[list[Table], list[Line]]:
    """The tables that are drawn with lines, and the text that stands in none."""
    tables: list[Table] = []
    rest = list(lines)
    for grid in _grids(rules):
        left, right, bottom, top = grid.across[0], grid.across[-1], grid.down[0], grid.down[-1]
        inside = [
            line
            for line in rest
            if left - NEAR <= (line.left + line.right) / 2 <= right + NEAR and bottom - NEAR <= line.base + line.size / 3 <= top + NEAR
        ]
        cells = _cells(grid, inside)
        if len({cell.column for cell in cells}) >= 2:
            tables.append(Table(tuple(cells), left, right, top, bottom, grid.across[:-1]))
            taken = {id(line) for line in inside}
            rest = [line for line in rest if id(line) not in taken]
    return tables, rest


def _grids(rules: Sequence[Rule]) -> list[_Grid]:
    """Groups of lines that meet, with two or more each way."""
    edges = [rule for rule in rules if max(rule.right - rule.left, rule.top - rule.bottom) >= SHORTEST_RULE][:MOST_EDGES]
    horizontal = _joined([rule for rule in edges if rule.right - rule.left >= rule.top - rule.bottom], flat=True)
    vertical = _joined([rule for rule in edges if rule.right - rule.left < rule.top - rule.bottom], flat=False)
    group = list(range(len(horizontal) + len(vertical)))

    def root(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for number, flat in enumerate(horizontal):
        for other, upright in enumerate(vertical, len(horizontal)):
            meets_across = flat.left - NEAR <= upright.left <= flat.right + NEAR
            if meets_across and upright.bottom - NEAR <= flat.bottom <= upright.top + NEAR:
                group[root(number)] = root(other)
    members: dict[int, list[int]] = {}
    for one in range(len(group)):
        members.setdefault(root(one), []).append(one)
    grids = []
    for numbers in members.values():
        flats = tuple(horizontal[one] for one in numbers if one < len(horizontal))
        uprights = tuple(vertical[one - len(horizontal)] for one in numbers if one >= len(horizontal))
        across, down = _snapped([rule.left for rule in uprights]), _snapped([rule.bottom for rule in flats])
        if len(across) >= 3 and len(down) >= 2:
            grids.append(_Grid(across, down, flats, uprights))
    return sorted(grids, key=lambda grid: (-grid.down[-1], grid.across[0]))


def _joined(rules: Sequence[Rule], *, flat: bool) -> list[Rule]:
    """Lines that continue each other, or are drawn side by side as the two edges of a thin one, as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=(lambda one: (round(one.bottom / NEAR), one.left)) if flat else (lambda one: (round(one.left / NEAR), one.bottom))):
        last = found[-1] if found else None
        if last and flat and abs(last.bottom - rule.bottom) <= NEAR and rule.left <= last.right + NEAR:
            found[-1] = last._replace(right=max(last.right, rule.right))
        elif last and not flat and abs(last.left - rule.left) <= NEAR and rule.bottom <= last.top + NEAR:
            found[-1] = last._replace(top=max(last.top, rule.top))
        else:
            found.append(rule)
    return found


def _snapped(values: Sequence[float]) -> tuple[float, ...]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return tuple(found)


def _cells(grid: _Grid, lines: Sequence[Line]) -> list[TableCell]:
    """The cells with words in them; one that is merged stands at its first row and column."""
    held: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        column = _between(grid.across, line.left + min(line.right - line.left, 2 * line.size) / 2)
        row = _between(grid.down, line.base + line.size / 3)
        while column > 0 and not _upright(grid, grid.across[column], line.base + line.size / 3):
            column -= 1
        middle = (grid.across[column] + grid.across[column + 1]) / 2
        while row < len(grid.down) - 2 and not _flat(grid, grid.down[row + 1], middle):
            row += 1
        held.setdefault((len(grid.down) - 2 - row, column), []).append(line)
    return [TableCell(row, column, tuple(sorted(held[row, column], key=lambda line: (-line.base, line.left)))) for row, column in sorted(held)]


def _between(edges: Sequence[float], value: float) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= value for edge in edges) - 1))


def _upright(grid: _Grid, x: float, y: float) -> bool:
    return any(abs(rule.left - x) <= NEAR and rule.bottom - NEAR <= y <= rule.top + NEAR for rule in grid.vertical)


def _flat(grid: _Grid, y: float, x: float) -> bool:
    return any(abs(rule.bottom - y) <= NEAR and rule.left - NEAR <= x <= rule.right + NEAR for rule in grid.horizontal)


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines on one base line together, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-one.base, one.left)):
        if rows and abs(rows[-1][0].base - line.base) <= 0.4 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def open_tables(lines: Sequence[Line]) -> tuple[list[Table], list[Line]]:
    """The tables without lines: three rows or more of cells that stand under each other, one column of them of figures."""
    rows = rows_of(lines)
    tables: list[Table] = []
    rest: list[Line] = []
    number = 0
    while number < len(rows):
        last = number
        columns = _columns(rows[number])
        while columns and last + 1 < len(rows) and _fits(rows[last], rows[last + 1], columns):
            last += 1
        block = rows[number : last + 1]
        if columns and len(block) >= FEWEST_ROWS and _is_table(block, columns):
            cells = tuple(TableCell(row, _column(line, columns), (line,)) for row, found in enumerate(block) for line in found)
            tables.append(
                Table(
                    cells,
                    min(c[0] for c in columns),
                    max(line.right for row in block for line in row),
                    block[0][0].base + block[0][0].size,
                    block[-1][0].base,
                    tuple(left for left, _ in columns),
                )
            )
            number = last + 1
        else:
            rest.extend(rows[number])
            number += 1
    return tables, rest


Columns = list[tuple[float, float]]


def _columns(row: Sequence[Line]) -> Columns:
    return [(line.left, line.right) for line in row] if len(row) >= 2 and not _is_leader(row) else []


def _is_leader(row: Sequence[Line]) -> bool:
    """Whether a row is an entry of a list of contents, with dots up to the page."""
    return any("....." in line.text.replace(" ", "") for line in row)


def _fits(above: Sequence[Line], row: Sequence[Line], columns: Columns) -> bool:
    """Whether a row's cells stand under those of the first row, one under each at most, and close to the row above."""
    if _is_leader(row) or above[0].base - row[0].base > 3.2 * max(above[0].size, row[0].size) or len(row) < 2:
        return False
    places = [_column(line, columns) for line in row]
    return len(set(places)) == len(places) and all(_stands_under(line, columns[place]) for line, place in zip(row, places, strict=True))


def _stands_under(line: Line, column: tuple[float, float]) -> bool:
    left, right = column
    middle = abs((line.left + line.right) / 2 - (left + right) / 2)
    return abs(line.left - left) < 0.6 * line.size or abs(line.right - right) < 0.6 * line.size or middle < 0.6 * line.size


def _column(line: Line, columns: Columns) -> int:
    def distance(column: tuple[float, float]) -> float:
        return min(abs(line.left - column[0]), abs(line.right - column[1]), abs((line.left + line.right - column[0] - column[1]) / 2))

    return min(range(len(columns)), key=lambda one: (distance(columns[one]), one))


def _is_table(block: Sequence[Sequence[Line]], columns: Columns) -> bool:
    """Figures under each other, no prose in columns: half the cells of a column besides the first are figures or dates."""
    for column in range(1, len(columns)):
        words = [line.text for row in block[1:] for line in row if _column(line, columns) == column]
        if len(words) * 2 >= len(block) - 1 and sum(map(_is_figure, words)) * 2 >= len(words):
            return True
    return False


def _is_figure(words: str) -> bool:
    """Whether a cell holds a figure or a date and little else."""
    marks = words.replace(" ", "")
    return len(words) <= LONGEST_FIGURE and sum(mark.isdigit() for mark in marks) * 10 >= 3 * len(marks)
