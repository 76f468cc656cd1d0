"""Times counted from another one: `le mois suivant`, `over the following six months`, `deux ans plus tard`."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from partnership_analysis.extraction.moments import Moment, Stretch, add_months
from partnership_analysis.extraction.records import Precision
from partnership_analysis.extraction.rules import Match, Rule

SHIFT = Rule(
    "months after a date",
    "over the following six months",
    (
        "FOLLOWING_LEAD number=COUNT|DAY unit=TIME_UNIT",
        "number=COUNT|DAY following=FOLLOWING unit=TIME_UNIT",
        "number=COUNT|DAY unit=TIME_UNIT way=FOLLOWING|LATER|EARLIER",
    ),
)
NEAREST = Rule(
    "month nearest to the report's own date",
    "en août dernier",
    ("when=MONTH|SEASON|MOMENT way=ORDINAL|NEAREST", "way=ORDINAL|NEAREST when=MONTH|SEASON|MOMENT"),
)
UNIT_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
UNIT_DAYS = {"day": 1, "week": 7}
PRECISIONS: dict[str, Precision] = {"day": "day", "month": "month", "year": "year", "quarter": "quarter", "semester": "semester"}


@dataclass(frozen=True, slots=True)
class Relative:
    """A time counted from another one: so many units on (`follow`: the stretch of that length that begins the day after)."""

    count: int
    unit: str
    way: Literal["shift", "follow", "later"] = "shift"
    from_report: bool = False
    moment: Moment | None = None
    """The month, season or day without a year that is meant, the nearest one before the report's own date (`count` -1) or after it (1)."""

    def nearest(self, reported: date | None) -> Stretch | None:
        """The stretch that a month or day nearest to the report's own date is; None without that date."""
        if self.moment is None or reported is None:
            return None
        years = (reported.year, reported.year - 1) if self.count < 0 else (reported.year, reported.year + 1)
        for year in years:
            dated = self.moment.at(year)
            if dated.exists and (dated.last < reported if self.count < 0 else dated.first > reported):
                return Stretch(dated, dated)
        return None


def shift(match: Match) -> Relative | None:
    """What a number of months, weeks … after a date says."""
    number, unit = match.value("number"), match.value("unit")
    way = match.range("way")[0]
    if match.has("way") and match.units.is_class(way, "LATER", "EARLIER"):
        return Relative(number if match.units.is_class(way, "LATER") else -number, unit, "later")
    return Relative(number, unit, "follow")


def shift_of(value: str) -> Relative:
    """`+1 month`, `same year`, `report -1 year` as the lexicon writes them."""
    *lead, shift, unit = value.split()
    return Relative(0 if shift == "same" else int(shift), unit, "shift", from_report=bool(lead))


def days_from(says: Relative, base_start: date, base_end: date) -> tuple[date, date] | None:
    """The days of a relative time counted from a first and last day; None where these are not fine enough."""
    if says.count == 0 and says.unit == "day":
        return base_start, base_end
    months, days = UNIT_MONTHS.get(says.unit), UNIT_DAYS.get(says.unit)
    if says.way == "follow":
        first = base_end + timedelta(days=1)
        last = add_months(first, months * says.count) if months else first + timedelta(days=(days or 1) * says.count)
        return first, last - timedelta(days=1)
    if months:
        if (base_end - base_start).days > 31 * months + 1:
            return None
        first = base_end.replace(day=1, month=(base_end.month - 1) // months * months + 1) if months <= 12 else base_end
        if says.way == "later" and says.unit == "year":
            year = base_end.year + says.count
            return date(year, 1, 1), date(year, 12, 31)
        if says.way == "later":
            shifted = add_months(base_end, months * says.count)
            return (shifted.replace(day=1), add_months(shifted.replace(day=1), 1) - timedelta(days=1))
        first = add_months(first, months * says.count)
        return first, add_months(first, months) - timedelta(days=1)
    if (base_end - base_start).days > 6:
        return None
    if says.unit == "week":
        monday = base_end - timedelta(days=base_end.weekday()) + timedelta(days=7 * says.count)
        return monday, monday + timedelta(days=6)
    day = (base_end if says.count > 0 else base_start) + timedelta(days=says.count)
    return day, day


def precision_of(says: Relative) -> Precision:
    """How fine a relative time is."""
    if says.way == "follow":
        return "range"
    return PRECISIONS.get(says.unit, "range")
