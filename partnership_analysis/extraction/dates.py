"""Expressions of time and the days they name.

Blocks are read one by one (`time_reading`). Then what a block alone does not say is settled in reading order: years left out, by the period
looked at or the date before in the same block; relative times, by the nearest date before; years that the report defines itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from partnership_analysis.extraction.moments import Stretch, add_months, interval_edtf
from partnership_analysis.extraction.own_years import with_own_years
from partnership_analysis.extraction.periods import Days, fixed_year, periods
from partnership_analysis.extraction.records import TimeExpression
from partnership_analysis.extraction.relative_times import Relative, days_from, precision_of
from partnership_analysis.extraction.time_reading import Found, read
from partnership_analysis.extraction.time_words import FIGURES, numeric_order, order_shown, time_units
from partnership_analysis.extraction.units import ReadBlock, Units, code
from partnership_analysis.language.lexicon import Lexicon

END_OF_YEAR = 36
"""EDTF code of the last quarter."""
LONGEST_YEAR_HEADING = 4
"""Words of a heading that gives its year to what follows."""
LEAST_TOLD = 3
"""Days and months of one year from which on a text tells of that year."""
HALF_YEAR = 184
"""Days around a text's own date within which it tells news."""
MONTHS_BEFORE, MONTHS_OF_A_YEAR = 7, 12
"""Months before a text's own date among which a month without a year is looked for, and all of them: what was is told more often than what will be."""
LOOK_BACK = 4
"""Dates before a relative time among which one fine enough is looked for in its block."""


def dates(blocks: Sequence[ReadBlock]) -> tuple[TimeExpression, ...]:
    """The expressions of time, in reading order. Relative ones that nothing fixes have null dates."""
    if not blocks:
        return ()
    lexicon = blocks[0].lexicon
    units = [time_units(block) for block in blocks]
    order = _order(lexicon, units)
    found = with_own_years(blocks, [tuple(read(block_units, lexicon, order)) for block_units in units])
    dated = [
        _row(block, expression, expression.says)
        for block, expressions in zip(blocks, found, strict=True)
        for expression in expressions
        if isinstance(expression.says, Stretch) and not expression.says.undated
    ]
    known = periods(blocks, dated)
    period = known.looked_at
    if period == (None, None):
        period = _told_days(dated, known.reported[1])
    return tuple(_settled(blocks, found, period, known.reported[1]))


def _told_days(dated: Sequence[TimeExpression], reported: date | None) -> Days:
    """The months among which a text without a period finds the year of a month or day: the calendar year that all its days and months have,
    else those nearest to its own date where it tells of nothing but that time. None where neither fixes a year.
    """
    fine = [row for row in dated if row.precision in ("day", "time", "month") and row.date_start and row.date_end]
    told = [row.date_start for row in fine if row.date_start and row.date_end != reported]
    years = {day.year for day in told}
    if len(told) >= LEAST_TOLD and len(years) == 1:
        year = years.pop()
        return date(year, 1, 1), date(year, 12, 31)
    if reported is None or any(abs((day - reported).days) > HALF_YEAR for day in told):
        return None, None
    first = add_months(reported.replace(day=1), -MONTHS_BEFORE)
    return first, add_months(first, MONTHS_OF_A_YEAR) - timedelta(days=1)


def _settled(blocks: Sequence[ReadBlock], found: Sequence[Sequence[Found]], period: Days, reported: date | None) -> Iterator[TimeExpression]:
    """Rows of what was found, years and relative times settled in reading order, by the period looked at and the report's own date."""
    anchor: TimeExpression | None = None
    section: tuple[int, int | None] = (0, None)
    for block, expressions in zip(blocks, found, strict=True):
        near: list[TimeExpression] = []
        section = _section(block, expressions, section)
        ahead = _first_year(expressions)
        for expression in expressions:
            says = expression.says
            row: TimeExpression | None
            if isinstance(says, Relative) and says.moment is not None:
                row = _row(block, expression, says.nearest(reported))
            elif isinstance(says, Relative):
                row = _relative_row(block, expression, says, [*near[-LOOK_BACK:]] or ([anchor] if anchor else []), reported)
            elif isinstance(says, Stretch) and says.undated:
                row = _with_year(block, expression, says, near[-1] if near else None, section[1] or period, reported, ahead)
            else:
                row = _row(block, expression, says)
            if row is None:
                continue
            yield row
            if row.date_start or row.date_end:
                anchor = row
                near.append(row)


def _section(block: ReadBlock, expressions: Sequence[Found], section: tuple[int, int | None]) -> tuple[int, int | None]:
    """Level and year of the part a block belongs to: a heading that says little more than a year (`Année 2022`) gives it to what follows."""
    if block.block.kind != "heading":
        return section
    years = [one.says.first.year for one in expressions if isinstance(one.says, Stretch) and one.says.first and one.says.precision == "year"]
    if len(years) == len(expressions) == 1 and block.text.count(" ") < LONGEST_YEAR_HEADING:
        return block.block.level, years[0]
    return section if block.block.level > section[0] else (0, None)


def _first_year(expressions: Sequence[Found]) -> int | None:
    """The year of the first day or month with one among the expressions of a block."""
    for expression in expressions:
        says = expression.says
        if isinstance(says, Stretch) and says.last and says.last.year and (says.last.day or says.last.precision == "month"):
            return says.last.year
    return None


def _with_year(
    block: ReadBlock, expression: Found, says: Stretch, near: TimeExpression | None, period: Days | int, reported: date | None, ahead: int | None
) -> TimeExpression | None:
    """A row whose year the period looked at (or its part's own year) fixes, else that of the date before in the block, or `ahead` in it; the end of the year is that of the report's
    own date. None where nothing fixes it.
    """
    moment = says.last or says.first
    if moment is None:
        return None
    one_year = near is not None and near.date_start is not None and near.date_end is not None and near.date_start.year == near.date_end.year
    beside = near.date_start.year if near is not None and near.date_start is not None and one_year else None
    fixed = period if isinstance(period, int) else fixed_year(moment.month, *period)
    own = reported.year if reported else None
    year = (beside or own or fixed) if moment.code == END_OF_YEAR else (fixed or beside or (None if near else ahead))
    if year is None:
        return None
    dated = says.at(year)
    return _row(block, expression, dated) if all(m is None or m.exists for m in (dated.first, dated.last)) else None


def _order(lexicon: Lexicon, units: Sequence[Units]) -> str | None:
    """The order of days and months in figures: the language's, else that of the report's other dates, else None."""
    order = numeric_order(lexicon)
    if order != "report":
        return order
    votes: Counter[str] = Counter()
    for block in units:
        for match in re.finditer(FIGURES, block.classes):
            if shown := order_shown(block.values[match.start()]):
                votes[shown] += 1
    if not votes:
        day_month, month_day = (
            re.compile(code(a) + code("ORDINAL_SUFFIX") + "?+" + code("OF") + "?+" + code(b)) for a, b in (("DAY", "MONTH"), ("MONTH", "DAY"))
        )
        for block in units:
            votes["dmy"] += len(day_month.findall(block.classes))
            votes["mdy"] += len(month_day.findall(block.classes))
    seen = [name for name, count in votes.items() if count]
    return seen[0] if len(seen) == 1 else None


def _relative_row(block: ReadBlock, expression: Found, says: Relative, before: Sequence[TimeExpression], reported: date | None) -> TimeExpression:
    """A relative time as a row, counted from the nearest date before that is fine enough (or from the report's own); null dates without one."""
    anchors = [(reported, reported)] if says.from_report else [(row.date_start, row.date_end) for row in reversed(before)]
    start, end = next((days for a, b in anchors if a and b and (days := days_from(says, a, b))), (None, None))
    return TimeExpression(
        date_start=start,
        date_end=end,
        edtf=interval_edtf(start, end),
        precision=precision_of(says),
        rule=expression.rule,
        **block.located(expression.start, expression.end),
    )


def _row(block: ReadBlock, expression: Found, says: Stretch | Relative | None) -> TimeExpression:
    """A row of a stretch whose years are known; null dates for anything else."""
    stretch = says if isinstance(says, Stretch) else None
    start, end = stretch.days if stretch else (None, None)
    return TimeExpression(
        date_start=start,
        date_end=end,
        edtf=stretch.edtf if stretch else None,
        precision=stretch.precision if stretch else "day",
        rule=expression.rule,
        **block.located(expression.start, expression.end),
    )
