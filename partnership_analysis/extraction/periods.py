"""The period of the agreement, and the period a report looks at."""

from collections.abc import Sequence
from datetime import date

from partnership_analysis.extraction.records import TimeExpression
from partnership_analysis.extraction.units import ReadBlock


def agreement_period(blocks: Sequence[ReadBlock], dates: Sequence[TimeExpression]) -> tuple[date | None, date | None]:
    """First and last day of the agreement's own period as the report gives them; None where it does not."""
    for row in dates:
        if row.date_start and row.date_end and (row.date_end - row.date_start).days > 366:
            return row.date_start, row.date_end
    return None, None


def reporting_period(blocks: Sequence[ReadBlock], dates: Sequence[TimeExpression]) -> tuple[date | None, date | None]:
    """First and last day of what the report looks at: the agreement's period, else the one year of its title."""
    return agreement_period(blocks, dates)


def fixed_year(month: int, start: date | None, end: date | None) -> int | None:
    """The year of a month where a period holds that month once; None where it holds it never or more often."""
    if start is None or end is None or (end - start).days > 800:
        return None
    years = [year for year in range(start.year, end.year + 1) if (start.year, start.month) <= (year, month) <= (end.year, end.month)]
    return years[0] if len(years) == 1 else None
