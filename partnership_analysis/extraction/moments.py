"""Moments and stretches of time: what an expression says, the days it names, and its EDTF string.

A `Moment` is what one expression says (`mars 2022`, `T3 2022`, `12 mars`), its year perhaps left out; a `Stretch` runs from one
moment to another, either of which may be open. `days` and `edtf` turn a stretch into what a row holds. Nothing here reads text.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from partnership_analysis.extraction.records import Precision

SEASONS: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {
    21: ((3, 20), (6, 20)),
    22: ((6, 21), (9, 20)),
    23: ((9, 21), (12, 20)),
    24: ((12, 21), (3, 19)),
}
"""First and last day (month, day) of each season, by its EDTF code: the contract's own days."""

Bound = Literal["within", "before", "after"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a run of whole months, or a season, or a third of a month, as an expression names it."""

    precision: Precision
    month: int = 1
    """First month; 1 to 12."""
    year: int | None = None
    """Of the first month; None where the words give none."""
    day: int | None = None
    """Of one day."""
    months: int = 1
    """How many whole months, where `day`, `season` and `third` are None."""
    code: int | None = None
    """EDTF code that stands in the month's place: seasons 21 to 24, quarters 33 to 36, mid-year 38, semesters 40 and 41."""
    third: int | None = None
    """First, second or last third of the month: days 1 to 10, 11 to 20, 21 to the end."""
    clock: tuple[int, int] | None = None
    """Hour and minute."""

    def at(self, year: int) -> "Moment":
        """The same moment in a year, where it had none."""
        return self if self.year is not None else replace(self, year=year)

    @property
    def exists(self) -> bool:
        """Whether its day is one of the calendar (any year's, where it has none)."""
        if self.year is not None and not 1 <= self.year <= 9998:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def first(self) -> date:
        """Its first day; its year must be known."""
        year = self.year or 1
        if self.precision == "season" and self.code:
            (month, day), _ = SEASONS[self.code]
            return date(year, month, day)
        day = self.day or (1, 1, 11, 21)[self.third or 0]
        return date(year, self.month, min(day, monthrange(year, self.month)[1]))

    @property
    def last(self) -> date:
        """Its last day; its year must be known."""
        year = self.year or 1
        if self.day:
            return self.first
        if self.precision == "season" and self.code:
            _, (month, day) = SEASONS[self.code]
            return date(year + (self.code == 24), month, day)
        if self.third in (1, 2):
            return date(year, self.month, 10 * self.third)
        return add_months(date(year, self.month, 1), self.months) - timedelta(days=1)

    @property
    def edtf(self) -> str | None:
        """Its EDTF string where one expression says it; None for a run of months that needs an interval."""
        if self.day:
            stamp = self.first.isoformat()
            return f"{stamp}T{self.clock[0]:02}:{self.clock[1]:02}:00" if self.clock else stamp
        if self.third:
            return None
        if self.code:
            return f"{self.year:04}-{self.code}"
        if self.months == 1:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}" if (self.month, self.months) == (1, 12) else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another, both included; None is open."""

    first: Moment | None
    last: Moment | None
    bound: Bound = "within"
    """`before`: it ends the day before `last` begins; `after`: it begins the day after `first` ends."""

    @property
    def undated(self) -> bool:
        """Whether a year is missing."""
        return any(m is not None and m.year is None for m in (self.first, self.last))

    def at(self, year: int) -> "Stretch":
        """The same stretch with the year of its last moment (of its first where it is open); a first moment later in the year is of the year before."""
        first, last = self.first and self.first.at(year), self.last and self.last.at(year)
        if first and last and self.first and self.first.year is None and first.first > last.last:
            first = replace(first, year=year - 1)
        return replace(self, first=first, last=last)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day, both included; its years must be known."""
        start = self.first.first if self.first else None
        end = self.last.last if self.last else None
        if self.bound == "before" and self.last:
            end = self.last.first - timedelta(days=1)
        if self.bound == "after" and self.first:
            start = self.first.last + timedelta(days=1)
        return start, end

    @property
    def precision(self) -> Precision:
        """How fine it is: that of its one moment, else `range`."""
        if self.first is not None and self.first == self.last and self.bound == "within":
            return self.first.precision
        return "range"

    @property
    def edtf(self) -> str | None:
        """Its EDTF string; None where it ends before it starts."""
        start, end = self.days
        if start and end and end < start:
            return None
        if self.first is not None and self.first == self.last and self.bound == "within" and (one := self.first.edtf):
            return one
        if self.first and self.last and self.first.clock and start == end:
            return self.first.edtf
        return interval_edtf(start, end)


def interval_edtf(start: date | None, end: date | None) -> str | None:
    """EDTF of a stretch of days, as coarse as its edges allow: one year, month or day, else an interval (`..` where open); None where both
    are open or it runs backwards.
    """
    if (start is None and end is None) or (start and end and end < start):
        return None
    shown = 4 if (start is None or (start.month, start.day) == (1, 1)) and (end is None or (end.month, end.day) == (12, 31)) else 7
    if shown == 7 and ((start and start.day != 1) or (end and end.day != monthrange(end.year, end.month)[1])):
        shown = 10
    left = start.isoformat()[:shown] if start else ".."
    right = end.isoformat()[:shown] if end else ".."
    return left if left == right else f"{left}/{right}"


def add_months(day: date, months: int) -> date:
    """The same day some months later (earlier where negative), or the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def of_year(year: int, years: int = 1) -> Moment:
    """One or several whole years."""
    return Moment("year" if years == 1 else "range", year=year, months=12 * years)


def of_month(month: int, year: int | None = None) -> Moment:
    """A month."""
    return Moment("month", month, year)


def of_day(day: int, month: int, year: int | None = None) -> Moment:
    """A day."""
    return Moment("day", month, year, day)


def of_quarter(number: int, year: int | None = None) -> Moment:
    """A quarter, 1 to 4."""
    return Moment("quarter", 3 * number - 2, year, months=3, code=32 + number)


def of_semester(number: int, year: int | None = None) -> Moment:
    """A half of a year, 1 or 2."""
    return Moment("semester", 6 * number - 5, year, months=6, code=39 + number)


def of_season(code: int, year: int | None = None) -> Moment:
    """A season, by its EDTF code 21 (spring) to 24 (winter)."""
    return Moment("season", SEASONS[code][0][0], year, code=code)


def middle_of_year(year: int) -> Moment:
    """May to August."""
    return Moment("range", 5, year, months=4, code=38)


def third_of_month(third: int, month: int, year: int | None = None) -> Moment:
    """The first ten days of a month, the next ten, or the rest."""
    return Moment("range", month, year, third=third)


def twelve_months(month: int, year: int) -> Moment:
    """A year that begins with another month than January: a school or financial year."""
    return Moment("range", month, year, months=12)
