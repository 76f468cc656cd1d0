"""Tables that a plain text draws with tabs, pipes or aligned columns."""

import re
from typing import NamedTuple

from partnership_analysis.document.lines import Line, bullet
from partnership_analysis.document.model import Span

GAP = re.compile(r"\t+ *| {2,}\t*")
RULE_LINE = re.compile(r"[|+:=\-–— \t]{3,}")
MOST_COLUMNS = 30
LONGEST_SLASHED = 160
"""Characters of a line whose columns strokes part: `Audits : 80 / 84`."""
STROKE = " / "


class Piece(NamedTuple):
    """A stretch of a line between two gaps or pipes: where it stands in the text and in which column of characters it starts."""

    start: int
    end: int
    offset: int


def is_rule(text: str) -> bool:
    """Whether a line only draws a rule: `|---|---|`, `+-----+`."""
    return len(text) >= 3 and bool(RULE_LINE.fullmatch(text)) and any(c in "-=–—" for c in text)


def pieces(line: Line) -> list[Piece]:
    """The cells that a line may hold: between pipes where it has two or more, else between gaps of two spaces or a tab."""
    if line.text.count("|") >= 2 and (line.text[0] == "|" or line.text.count("|") >= 2):
        return _between_pipes(line)
    found: list[Piece] = []
    last = 0
    mark = bullet(line)
    for match in GAP.finditer(line.text, mark.end() if mark else 0):
        found.append(Piece(line.start + last, line.start + match.start(), line.indent + last))
        last = match.end()
    found.append(Piece(line.start + last, line.end, line.indent + last))
    return found


def _between_pipes(line: Line) -> list[Piece]:
    found: list[Piece] = []
    text, position = line.text, 0
    parts = text.split("|")
    for number, part in enumerate(parts):
        body = part.strip()
        inside = not (number == 0 and text[0] == "|") and not (number == len(parts) - 1 and text[-1] == "|")
        if inside:
            start = line.start + position + (len(part) - len(part.lstrip()) if body else 0)
            found.append(Piece(start, start + len(body), number))
        position += len(part) + 1
    return found


def table_length(lines: list[Line], first: int) -> int:
    """How many lines from `first` on make a table; 0 where none does. Two rows of two cells at least, no blank line inside."""
    number = first
    rows: list[list[Piece]] = []
    piped = lines[first].text.count("|") >= 2
    tabbed = "\t" in lines[first].text
    if not piped and not tabbed and "  " not in lines[first].text and not is_rule(lines[first].text):
        return _slashed_length(lines, first)
    while number < len(lines) and (number == first or lines[number].blank == 0):
        text = lines[number].text
        if is_rule(text):
            number += 1
            continue
        if piped != (text.count("|") >= 2) and rows:
            break
        if not piped and not ("\t" in text or "  " in text):
            if not rows or tabbed or not _goes_with_row(lines, number, lines[first].indent, rows[0]):
                break
            number += 1
            continue
        row = pieces(lines[number])
        if not piped and not tabbed and rows and not _aligned(rows[0], row):
            break
        rows.append(row)
        piped = piped or text.count("|") >= 2
        number += 1
    full = [row for row in rows if 2 <= len(row) <= MOST_COLUMNS]
    return number - first if len(full) >= 2 and len(full) * 2 >= len(rows) else 0


def _slashed(line: Line) -> list[Piece]:
    """The cells of a line whose columns strokes part behind a label and a colon: `Audits : 80 / 84`; none of another line."""
    label, colon, rest = line.text.rpartition(":")
    if not colon or STROKE not in rest or len(line.text) > LONGEST_SLASHED or not label.strip():
        return []
    found = [Piece(line.start, line.start + len(label.rstrip()), 0)]
    position = len(label) + 1
    for number, part in enumerate(rest.split(STROKE)):
        body = part.strip()
        if not body:
            return []
        start = line.start + position + len(part) - len(part.lstrip())
        found.append(Piece(start, start + len(body), number + 1))
        position += len(part) + len(STROKE)
    return found


def _slashed_length(lines: list[Line], first: int) -> int:
    """How many lines make a table whose header names columns parted by strokes (`Indicateur : Objectif / Réalisé`), with figures in each line below it."""
    header = _slashed(lines[first])
    if not header or any(c.isdigit() for c in lines[first].text):
        return 0
    number = first + 1
    while number < len(lines) and not lines[number].blank:
        text, row = lines[number].text, _slashed(lines[number])
        if len(row) != len(header) or not any(c.isdigit() for c in text[text.rfind(":") :]):
            break
        number += 1
    return number - first if number - first > 2 else 0


def _goes_with_row(lines: list[Line], number: int, indent: int, header: list[Piece]) -> bool:
    """Whether a line of one cell belongs to the row above (set in) or to the one below (which is set in)."""
    if lines[number].indent > indent + 3:
        return True
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is not None and not below.blank and below.indent > indent and "  " in below.text and _aligned(header, pieces(below))


def _aligned(header: list[Piece], row: list[Piece]) -> bool:
    """Whether a cell of the row stands under one of the header, or ends where it ends (figures set to the right)."""
    starts = {cell.offset for cell in header[1:]}
    ends = {cell.offset + cell.end - cell.start for cell in header[1:]}
    return any(
        any(abs(cell.offset - start) <= 1 for start in starts) or any(abs(cell.offset + cell.end - cell.start - end) <= 1 for end in ends)
        for cell in row[1:] or row
    )


def cells(lines: list[Line], first: int, length: int) -> list[tuple[int, int, tuple[Span, ...]]]:
    """Row, column and spans of each cell of a table found by `table_length`; a cell may go on over several lines."""
    table = [line for line in lines[first : first + length] if not is_rule(line.text)]
    if _slashed_length(lines, first) == length:
        return [(number, column, (Span(cell.start, cell.end),)) for number, line in enumerate(table) for column, cell in enumerate(_slashed(line))]
    piped = any(line.text.count("|") >= 2 for line in table)
    tabbed = any("\t" in line.text for line in table)
    rows = [pieces(line) for line in table]
    grid: list[dict[int, list[Span]]] = []
    if piped or tabbed:
        for row in rows:
            grid.append({column: [Span(cell.start, cell.end)] for column, cell in enumerate(row) if cell.end > cell.start})
    else:
        widest = max(rows, key=len)
        for row in rows:
            placed = [(_column(widest, cell, column), cell) for column, cell in enumerate(row)]
            set_in = placed[0][1].offset > widest[0].offset
            below = bool(grid) and (placed[0][0] > 0 or (set_in and len(placed) == 1)) and all(column in grid[-1] for column, _ in placed)
            if below or (grid and set_in and set(grid[-1]) == {0}):
                for column, cell in placed:
                    grid[-1].setdefault(column, []).append(Span(cell.start, cell.end))
                continue
            fresh: dict[int, list[Span]] = {}
            for column, cell in placed:
                fresh.setdefault(column, []).append(Span(cell.start, cell.end))
            grid.append(fresh)
    return [(number, column, tuple(spans)) for number, row_cells in enumerate(grid) for column, spans in sorted(row_cells.items())]


def _column(header: list[Piece], cell: Piece, position: int) -> int:
    """The column whose cell in the widest row lies nearest."""
    if position == 0 and cell.offset <= header[0].offset + 1:
        return 0

    def distance(column: int) -> int:
        one = header[column]
        left = abs(cell.offset - one.offset)
        right = abs(cell.offset + cell.end - cell.start - one.offset - one.end + one.start)
        return min(left, right)

    return min(range(len(header)), key=lambda column: (distance(column), column))
