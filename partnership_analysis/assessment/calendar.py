"""The report's own date, and where the agreement's period stands at it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from partnership_analysis.extraction.records import Action, TimeExpression
from partnership_analysis.tables.model import Tables


@dataclass(frozen=True, slots=True)
class OwnDate:
    """When a report speaks: a day, or a period of which `first` and `last` are the inclusive ends."""

    first: date
    last: date
    stated: bool
    """Whether the report gives it; else it is that of the latest action told as done."""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How much of the agreement's period had passed at the report's own date, in whole months."""

    months: int
    of: int


LONGEST_MONTH = 31
YEAR = re.compile(r"(?:19|20)\d\d|\d[./-]\d")


def own_date(tables: Tables) -> OwnDate | None:
    """The report's own date, or the latest day, given to the day or month, of an action told as done; None where there is neither.

    An action whose own words give its date without a year does not count: the year was worked out from elsewhere.
    """
    report = tables.report
    dates = sorted(tables.rows.dates, key=lambda row: row.start)
    starts = [row.start for row in dates]
    if report.reported_on:
        return OwnDate(report.reported_from or report.reported_on, report.reported_on, stated=_is_stated(tables, dates))
    known = []
    for action in tables.rows.actions:
        day = _last_day(action)
        own = [row for row in dates[bisect_left(starts, action.start) : bisect_left(starts, action.end)] if row.date_end == action.date_end]
        if day and action.status == "done" and (not own or any(has_year(row.exact) for row in own)):
            known.append(day)
    return OwnDate(max(known), max(known), stated=False) if known else None


def _is_stated(tables: Tables, dates: list[TimeExpression]) -> bool:
    """Whether the report's own date stands by itself in the text: not only in the words of an action that it dates.

    The day of a session is that of the minutes, so a meeting's words count.
    """
    report = tables.report
    spans = sorted((action.start, action.end) for action in tables.rows.actions if action.kind != "meeting" and action.date_end == report.reported_on)
    own = [row for row in dates if row.date_end == report.reported_on and row.date_start == (report.reported_from or report.reported_on)]
    return not own or any(not any(start <= row.start < end for start, end in spans) for row in own)


def has_year(words: str) -> bool:
    """Whether an expression of time names its year."""
    return YEAR.search(words) is not None


def _last_day(action: Action) -> date | None:
    """The last day of an action that is dated to the day or month."""
    if action.date_start is None or action.date_end is None or action.date_end - action.date_start > timedelta(days=LONGEST_MONTH - 1):
        return None
    return action.date_end


def months_elapsed(tables: Tables) -> Elapsed | None:
    """Months of the agreement's period passed at the report's own date, and its months in all; None where one of the dates is missing."""
    report, now = tables.report, own_date(tables)
    if report.period_start is None or report.period_end is None or now is None or report.period_end < report.period_start:
        return None
    total = _months(report.period_start, report.period_end + timedelta(days=1))
    return Elapsed(max(0, min(total, _months(report.period_start, now.last + timedelta(days=1)))), total)


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def is_dated(action: Action) -> bool:
    """Whether an action has a first or a last day."""
    return action.date_start is not None or action.date_end is not None
