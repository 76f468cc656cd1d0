"""Tables of the document, for their total rows and columns: what they state and what their cells add up to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.units import ReadBlock

NUMBER = re.compile(
    r"[-+–]?\s?(?P<before>[€$£]|EUR|USD|GBP|CHF)?\s?(?P<number>\d[\d  .,']*)\s?(?P<after>%|€|[kKM]€|[€$£]|EUR|USD|GBP|CHF|euros?|[hmk]|m²|ha|ETP|FTE)?"
)
YEARS = range(1900, 2101)
LEAST_CELLS = 2


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A stated total in a table and the cells it is the total of."""

    table: int
    label: str
    """The words of its row or column: `Total`."""
    stated: float
    sum: float
    span: tuple[int, int]
    agrees: bool


@dataclass(frozen=True, slots=True)
class Written:
    """The number of a cell, half of its last digit, and its sign (`%`, `€`, empty)."""

    value: float
    half: float
    sign: str


@dataclass(frozen=True, slots=True)
class Sum:
    """What cells add up to, how far that is from what is stated, and how much of it can be rounding."""

    total: float
    difference: float
    rounding: float


Grid = Mapping[tuple[int, int], ReadBlock]


def total_lines(inspection: Inspection) -> tuple[TotalLine, ...]:
    """The stated totals of all tables that can be worked out from their cells, in reading order."""
    grids: dict[int, dict[tuple[int, int], ReadBlock]] = {}
    for block in inspection.blocks:
        inner = block.block
        if inner.kind == "table_cell" and inner.table is not None and inner.row is not None and inner.column is not None:
            grids.setdefault(inner.table, {})[inner.row, inner.column] = block
    found: list[TotalLine] = []
    for table, grid in grids.items():
        found += _lines(inspection, table, grid)
        found += _lines(inspection, table, {(column, row): block for (row, column), block in grid.items()})
    return tuple(sorted(set(found), key=lambda line: line.span))


def _lines(inspection: Inspection, table: int, grid: Grid) -> Iterator[TotalLine]:
    rows = sorted({row for row, _ in grid})
    columns = sorted({column for _, column in grid})
    labels = {row: folded(grid[row, columns[0]].text) if (row, columns[0]) in grid else "" for row in rows}
    totals = [row for row in rows[1:] if _is_total(inspection, labels[row])]
    for column in columns[1:]:
        if inspection.says(grid[rows[0], column].text if (rows[0], column) in grid else "", "average"):
            continue
        written = {row: _written(inspection, grid[row, column].text) if (row, column) in grid else None for row in rows[1:]}
        for number, row in enumerate(totals):
            stated = written[row]
            sums = [_sum(stated, [written[part] for part in parts]) for parts in _parts(rows, totals, number)] if stated else []
            added = min((one for one in sums if one), key=lambda one: abs(one.difference), default=None)
            if stated is None or added is None:
                continue
            block = grid[row, column].block
            yield TotalLine(
                table,
                grid[row, columns[0]].text.strip(),
                stated.value,
                round(added.total, 6),
                (block.start, block.end),
                abs(added.difference) <= added.rounding + 1e-9,
            )


def _parts(rows: Sequence[int], totals: Sequence[int], number: int) -> Iterator[Sequence[int]]:
    """The rows that a total row can be the total of: those since the total before; for the last one of several also all, or the totals before it."""
    first = bisect_right(rows, totals[number - 1]) if number else 1
    yield rows[first : bisect_left(rows, totals[number])]
    if 0 < number == len(totals) - 1:
        before = set(totals)
        yield [row for row in rows[1:] if row < totals[-1] and row not in before]
        yield totals[:-1]


def _sum(stated: Written, parts: Sequence[Written | None]) -> Sum | None:
    """What cells add up to; None where they are no parts of what is stated."""
    cells = [part for part in parts if part is not None]
    if len(parts) < LEAST_CELLS or len(cells) < len(parts) or not _comparable(stated, cells):
        return None
    total = sum(cell.value for cell in cells)
    return Sum(total, total - stated.value, sum(cell.half for cell in (stated, *cells) if cell.half < 0.5))


def _is_total(inspection: Inspection, label: str) -> bool:
    """Whether a row's label says that it is a total."""
    return any(label == entry or label.startswith(f"{entry} ") for entry in inspection.words("total_row"))


def _comparable(stated: Written, cells: Sequence[Written]) -> bool:
    """Whether cells can be parts of a total: of one sign, no shares that are rates of their own, not years."""
    if any(cell.sign != stated.sign for cell in cells):
        return False
    if stated.sign == "%" and abs(stated.value - 100) > 1:
        return False
    return not all(cell.value in YEARS for cell in (stated, *cells)) and any(cell.value for cell in cells)


def _written(inspection: Inspection, text: str) -> Written | None:
    """The number that a cell is, with its sign; None where it holds anything else."""
    match = NUMBER.fullmatch(text.strip().replace("\u00a0", " ").replace("\u202f", " "))
    if match is None:
        return None
    mark = inspection.lexicon.setting("language", "decimal_mark", ",")
    number = match["number"].strip().replace(" ", "").replace("'", "")
    other = "." if mark == "," else ","
    if other in number and not re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+(?:\{mark}\d+)?", number):
        if number.count(other) > 1 or mark in number:
            return None
        number = number.replace(other, mark)
    whole, _, decimals = number.replace(other, "").partition(mark)
    if not whole.isdigit() or (decimals and not decimals.isdigit()):
        return None
    sign = (match["before"] or match["after"] or "").strip()
    value = float(f"{whole}.{decimals or 0}")
    return Written(-value if text.strip()[:1] in "-–" else value, 0.5 * 10.0 ** -len(decimals), sign)
