"""Tables of figures: one figure a row where columns hold baseline, target and actual, else one a cell.

Cells are blocks of kind `table_cell` with their table, row (0 is the header) and column. What a column holds its header says, by the words of
`lexicons/<language>/results.toml`; a header that is a year or a date holds what was reached then, and the latest counts. Cells that are no
numbers are left to the rules of prose.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from partnership_analysis.extraction.figures import AMOUNT, FigureReader, Reading
from partnership_analysis.extraction.numbers import number_units
from partnership_analysis.extraction.records import Qualifier, TimeExpression
from partnership_analysis.extraction.units import CURRENCIES, ReadBlock
from partnership_analysis.extraction.windows import Stretches
from partnership_analysis.language.words import split_words

Role = Literal["LABEL", "BASELINE", "TARGET", "BUDGET", "ACTUAL", "YEAR", "UNIT", "DERIVED", "CODE", "COUNT"]
ROLES: tuple[Role, ...] = ("DERIVED", "BASELINE", "TARGET", "BUDGET", "ACTUAL")
"""What a header says of its column, the surest first."""
LONGEST_CELL = 40
"""Characters of a cell that is a number with its unit."""
THOUSAND = 1000.0
"""Of a currency followed by three noughts: `Budget (£000)`."""
LONGEST_UNIT = 60
"""Characters of a label that serves as unit."""
MEASURE = re.compile(r"\(([^\W\d]+)\)$")
Taken = Callable[[ReadBlock], Stretches]


@dataclass(frozen=True, slots=True)
class TableFigure:
    """A figure of a table, with its place in the document."""

    start: int
    end: int
    value: float | None
    unit: str | None
    block: ReadBlock = field(repr=False)
    """The cell of its label, or its own."""
    qualifier: Qualifier = "exact"
    value_max: float | None = None
    baseline: float | None = None
    target: float | None = None
    target_date: date | None = None
    label: str | None = None
    rule: str = "row of results"


@dataclass(frozen=True, slots=True)
class Days:
    """The last days of the dated rows, and where the rows start, in order."""

    starts: Sequence[int]
    ends: Sequence[date | None]


@dataclass(frozen=True, slots=True)
class _Column:
    role: Role
    header: ReadBlock | None
    when: date | None
    """Last day of the year or date in its header."""


def table_figures(blocks: Sequence[ReadBlock], dates: Sequence[TimeExpression], taken: Taken) -> tuple[tuple[TableFigure, ...], frozenset[int]]:
    """The figures of all tables, and the starts of the cells that are done with: those that are numbers, and the labels of their rows."""
    tables: dict[int, list[ReadBlock]] = defaultdict(list)
    for block in blocks:
        if block.block.kind == "table_cell" and block.block.table is not None and block.block.row is not None:
            tables[block.block.table].append(block)
    if not tables:
        return (), frozenset()
    days = Days([row.start for row in dates], [row.date_end for row in dates])
    found: list[TableFigure] = []
    done: set[int] = set()
    for _, cells in sorted(tables.items()):
        for figure, used in _of_table(cells, days, taken):
            found.append(figure)
            done.update(used)
    return tuple(found), frozenset(done)


def _of_table(cells: Sequence[ReadBlock], days: Days, taken: Taken) -> Iterator[tuple[TableFigure, tuple[int, ...]]]:
    rows: dict[int, dict[int, ReadBlock]] = defaultdict(dict)
    for cell in cells:
        rows[cell.block.row or 0][cell.block.column or 0] = cell
    numbers = {
        (row, column): reading
        for row, line in rows.items()
        for column, cell in line.items()
        if (reading := cell_number(cell, taken(cell))) is not None
    }
    head = min(rows)
    if any((head, column) in numbers for column in rows[head] if column):
        if set(rows[head]) != {0, 1} or (head, 0) in numbers:
            return
        head -= 1  # labels and figures without a header
        rows[head] = {}
    body = [row for row in sorted(rows) if row != head]
    if not body:
        return
    columns = _years_told(
        {column: _column(column, rows, body, numbers, days) for column in sorted({column for line in rows.values() for column in line})}
    )
    roles = [column.role for column in columns.values()]
    results = "BASELINE" in roles or "TARGET" in roles or ("BUDGET" in roles and "ACTUAL" in roles) or roles.count("ACTUAL") > 1
    labels = [number for number, column in columns.items() if column.role == "LABEL"]
    label = next((n for n in labels if (header := columns[n].header) and "LABEL" in _classes(header)), labels[0] if labels else None)
    for row in body:
        line = rows[row]
        if results and label is not None and label in line:
            figure = _row(line, row, label, columns, numbers)
            if figure:
                yield figure, tuple(cell.block.start for number, cell in line.items() if number == label or (row, number) in numbers)
        elif not results:
            yield from _cells(line, row, label, columns, numbers)


def _column(column: int, rows: dict[int, dict[int, ReadBlock]], body: Sequence[int], numbers: dict[tuple[int, int], Reading], days: Days) -> _Column:
    """What a column holds, by its header and its cells."""
    header = rows[min(rows)].get(column)
    filled = [row for row in body if column in rows[row]]
    numeric = sum((row, column) in numbers or _not_given(rows[row][column]) for row in filled)
    when = _when(header, days) if header else None
    classes = _classes(header) if header else ()
    whole = header.lexicon.vocabulary("results").find(header.text) if header else None
    if "UNIT" in classes and not any((row, column) in numbers for row in filled):
        return _Column("UNIT", header, None)
    said = next((role for role in ROLES if role in classes), None)
    if not filled or 2 * numeric <= len(filled) or not (said or any((row, column) in numbers for row in filled)):
        return _Column("LABEL" if filled else "CODE", header, None)
    if whole is not None and whole.word_class == "CODE":
        return _Column("CODE", header, when)
    return _Column(said or ("YEAR" if when else "COUNT"), header, when)


def _years_told(columns: dict[int, _Column]) -> dict[int, _Column]:
    """The columns that hold what was reached at several times told apart: where one stands before the target and one behind it
    (`Value 2018 | Target 2022 | Value 2022`), or a year alone beside a column of what was reached (`2022 | Target | Year two`), the last of those before is the
    baseline; else each holds what was reached then.
    """
    roles = {column.role for column in columns.values()}
    targets = [number for number, column in columns.items() if column.role == "TARGET"]
    aimed = targets[0] if targets else None
    told = "BASELINE" in roles or len(targets) > 1
    dated = [number for number, column in columns.items() if column.when and column.role in ("YEAR", "ACTUAL")]
    earlier = [number for number in dated if aimed is not None and number < aimed and not told]
    if len(earlier) == len(dated):
        earlier = []
    years = [number for number, column in columns.items() if column.role == "YEAR"]
    reached = "ACTUAL" in roles or sum(column.role == "COUNT" for column in columns.values()) == 1
    before = earlier or (years if reached and "TARGET" in roles and not told else [])
    role: dict[int, Role] = dict.fromkeys(years, "ACTUAL")
    role.update({number: "BASELINE" if number == before[-1] else "DERIVED" for number in before})
    return {number: replace(column, role=role.get(number, column.role)) for number, column in columns.items()}


def _classes(header: ReadBlock) -> tuple[str, ...]:
    return tuple(hit.entry.word_class for hit in header.lexicon.vocabulary("results").search(header.words))


def _when(header: ReadBlock, days: Days) -> date | None:
    index = bisect_left(days.starts, header.block.start)
    return days.ends[index] if index < len(days.starts) and days.starts[index] < header.block.end else None


def _not_given(cell: ReadBlock) -> bool:
    entry = cell.lexicon.vocabulary("results").find(cell.text.strip())
    return cell.text.strip() in ("-", "–", "…", "/", "?", "") or (entry is not None and entry.word_class == "NOT_GIVEN")


def cell_number(cell: ReadBlock, taken: Stretches) -> Reading | None:
    """The number of a cell that holds one number and little else, or None."""
    if len(cell.text) > LONGEST_CELL:
        return None
    units = number_units(cell, taken)
    if AMOUNT not in units.classes or not (units.classes[0] == AMOUNT or units.is_class(0, "QUALIFIER", "+", "-", "–", "~", "≈", "<", ">", "±", "*")):
        return None
    readings = tuple(FigureReader(units, cell.lexicon, taken, label=True).read())
    return readings[0] if len(readings) == 1 and readings[0].role == "value" else None


def _row(
    line: dict[int, ReadBlock], row: int, label: int, columns: dict[int, _Column], numbers: dict[tuple[int, int], Reading]
) -> TableFigure | None:
    """The one figure of a row of results: the latest actual, the baseline, the target."""
    given = {number: numbers[(row, number)] for number in columns if (row, number) in numbers}
    actual = [(columns[n].when or date.min, n) for n, reading in given.items() if columns[n].role in ("ACTUAL", "COUNT")]
    value = given[max(actual)[1]] if actual else None
    baseline = next((given[n] for n in given if columns[n].role == "BASELINE"), None)
    aims = [n for n in given if columns[n].role in ("TARGET", "BUDGET")]
    then = columns[max(actual)[1]].when if actual else None
    aimed = max(aims, key=lambda n: (then is not None and columns[n].when == then, columns[n].when or date.min), default=None)
    target = given[aimed] if aimed is not None else None
    shown = value or target
    if shown is None:
        return None
    cell = line[label]
    units = [line[n].text.strip() for n, column in columns.items() if column.role == "UNIT" and n in line]
    header = columns[max(actual)[1]].header if actual else columns[aimed].header if aimed is not None else None
    unit, factor = _unit(shown, cell, header, units[0] if units else None)
    last = max(line[n].block.end for n in given if columns[n].role not in ("DERIVED", "CODE"))
    return TableFigure(
        cell.block.start,
        max(last, cell.block.end),
        _times(value.low.value if value else None, factor),
        unit,
        cell,
        qualifier=shown.qualifier,
        value_max=_times(value.high.value if value and value.high else None, factor),
        baseline=_times(baseline.low.value if baseline else None, factor),
        target=_times(target.low.value if target else None, factor),
        target_date=columns[aimed].when if aimed is not None else None,
        label=cell.text.strip(),
    )


def _cells(
    line: dict[int, ReadBlock], row: int, label: int | None, columns: dict[int, _Column], numbers: dict[tuple[int, int], Reading]
) -> Iterator[tuple[TableFigure, tuple[int, ...]]]:
    """The figures of a row of any other table of numbers: one a cell, its unit the header's or the row's."""
    for number, column in columns.items():
        if column.role not in ("COUNT", "ACTUAL", "BUDGET") or (row, number) not in numbers:
            continue
        reading, cell = numbers[(row, number)], line[number]
        lead = line.get(label) if label is not None else None
        spoken = column.header if column.header and column.role == "COUNT" else lead
        unit, factor = _unit(reading, spoken or lead or cell, column.header, None)
        yield (
            TableFigure(
                cell.block.start,
                cell.block.end,
                _times(reading.low.value, factor),
                unit,
                spoken or cell,
                qualifier=reading.qualifier,
                value_max=_times(reading.high.value if reading.high else None, factor),
                label=lead.text.strip() if lead else None,
                rule="cell of a table",
            ),
            (cell.block.start,),
        )


def _unit(reading: Reading, label: ReadBlock, header: ReadBlock | None, column: str | None) -> tuple[str | None, float]:
    """The unit of a figure, and what its number is multiplied with: its own, the unit column's, the sign in label or header, the label's words."""
    if reading.unit and (reading.low.sign or len(reading.unit) > 1):
        return reading.unit, 1.0
    for text in (column, label.text, header.text if header else None):
        if text and (found := _sign(label, text)):
            return found
    return column or _label_unit(label), 1.0


def _sign(block: ReadBlock, text: str) -> tuple[str, float] | None:
    """The currency or per cent that a label names, and its factor: `Budget (k€)`."""
    words = split_words(text, block.lexicon.splitter)
    factor, sign, end = 1.0, None, 0
    for first, last, entry in block.lexicon.vocabulary("numbers").search(words):
        if entry.word_class == "MONEY_UNIT":
            return next((mark for mark in CURRENCIES if mark in entry.form), "€"), float(entry.value)
        if entry.word_class == "MULTIPLIER" and (sign is None or first == end):
            factor = float(entry.value)
        elif entry.word_class in ("CURRENCY", "PERCENT") and sign is None:
            sign, end = str(entry.value), last
            thousands = text[words.ends[last - 1] :].startswith("000")
            factor = THOUSAND if thousands else factor
    return (sign, factor) if sign else None


def _label_unit(label: ReadBlock) -> str | None:
    """What a row counts, by its label: the measure in brackets at its end, else its words without `nombre de`, up to a comma, a bracket or a colon."""
    text = label.text
    measure = MEASURE.search(text)
    if measure and (entry := label.lexicon.vocabulary("figures").find(measure[1])) and entry.word_class in ("DURATION", "NOUN"):
        return measure[1]
    for hit in label.lexicon.vocabulary("results").search(label.words):
        if hit.entry.word_class == "COUNT_OF" and hit.first == 0 and hit.last < len(label.words.starts):
            text = text[label.words.starts[hit.last] :]
        break
    for mark in ("(", ",", ":", ";", " – "):
        text = text.split(mark, 1)[0]
    return text.strip(" *_")[:LONGEST_UNIT] or None


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else round(value * factor, 6)
