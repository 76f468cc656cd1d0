"""Expressions of time and the days they name.

Blocks are read one by one: words (`time_words`), moments and stretches (`time_rules`). Then what a block alone does not say is settled in
reading order: years left out, by the report's period or the date before in the same block; relative expressions, by the nearest date before.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Literal

from partnership_analysis.extraction import time_rules
from partnership_analysis.extraction.moments import Moment, Stretch, add_months, interval_edtf, of_day, of_month, of_season, of_year
from partnership_analysis.extraction.periods import fixed_year, periods
from partnership_analysis.extraction.records import Precision, TimeExpression
from partnership_analysis.extraction.rules import Match, Phrase, Rule, compose
from partnership_analysis.extraction.time_words import FIGURES, numeric_date, numeric_order, order_shown, time_units
from partnership_analysis.extraction.units import ReadBlock, Units, code
from partnership_analysis.language.lexicon import Lexicon

TIMELIKE = re.compile(
    "[" + "".join(re.escape(code(n)) for n in ("YEAR", "YEARS", "MONTH", "SHORT_MONTH", "RELATIVE", "DATE_IN_FIGURES", "SEASON", "TIME_UNIT", "QUARTER", "SEMESTER")) + "]"
)
ROWS = re.compile("[" + "".join(re.escape(code(n)) for n in ("MOMENT", "STRETCH", "LIST", "YEAR", "YEARS", "MONTH", "SEASON", "RELATIVE", "SHIFT", "AMBIGUOUS")) + "]")

AND_THE = Rule("conjunction and article", "et le", ("AND THE|IN", ", THE"))
LIST = Rule("several days or months", "les 1er, 8 et 15 mars 2022", "items=DAY|MONTH|SEASON|MOMENT|YEAR...")
SHIFT = Rule(
    "months after a date",
    "over the following six months",
    ("FOLLOWING_LEAD number=COUNT|DAY unit=TIME_UNIT", "number=COUNT|DAY following=FOLLOWING unit=TIME_UNIT", "number=COUNT|DAY unit=TIME_UNIT way=FOLLOWING|LATER|EARLIER"),
)
THOUSANDS = re.compile(r" \d{3}(?!\d)")
END_OF_YEAR = 36
"""EDTF code of the last quarter."""
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


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a block's view: a stretch whose year may be missing, a relative time, or None where its order is not known."""

    start: int
    end: int
    says: Stretch | Relative | None
    rule: str


def dates(blocks: Sequence[ReadBlock]) -> tuple[TimeExpression, ...]:
    """The expressions of time, in reading order. Relative ones that nothing fixes have null dates."""
    if not blocks:
        return ()
    lexicon = blocks[0].lexicon
    units = [time_units(block) for block in blocks]
    order = _order(lexicon, units)
    found = [tuple(_read(block_units, lexicon, order)) if TIMELIKE.search(block_units.classes) else () for block_units in units]
    dated = [
        _row(block, expression, expression.says)
        for block, expressions in zip(blocks, found, strict=True)
        for expression in expressions
        if isinstance(expression.says, Stretch) and not expression.says.undated
    ]
    known = periods(blocks, dated)
    return tuple(_settled(blocks, found, known.looked_at, known.reported[1]))


def _settled(
    blocks: Sequence[ReadBlock], found: Sequence[Sequence[Found]], period: tuple[date | None, date | None], reported: date | None
) -> Iterator[TimeExpression]:
    """Rows of what was found, years and relative times settled in reading order, by the period looked at and the report's own date."""
    anchor: TimeExpression | None = None
    for block, expressions in zip(blocks, found, strict=True):
        near: TimeExpression | None = None
        for expression in expressions:
            says = expression.says
            row: TimeExpression | None
            if isinstance(says, Relative):
                days = _relative(says, anchor, reported)
                row = _relative_row(block, expression, says, days)
            elif says is None:
                row = _row(block, expression, None)
            elif says.undated:
                row = _with_year(block, expression, says, near, period, reported)
            else:
                row = _row(block, expression, says)
            if row is None:
                continue
            yield row
            if row.date_start or row.date_end:
                anchor = near = row


def _with_year(
    block: ReadBlock, expression: Found, says: Stretch, near: TimeExpression | None, period: tuple[date | None, date | None], reported: date | None
) -> TimeExpression | None:
    """A row whose year the period looked at fixes, else that of the date before in the block; the end of the year is that of the report's
    own date. None where nothing fixes it.
    """
    moment = says.last or says.first
    if moment is None:
        return None
    one_year = near is not None and near.date_start is not None and near.date_end is not None and near.date_start.year == near.date_end.year
    beside = near.date_start.year if near is not None and near.date_start is not None and one_year else None
    fixed = fixed_year(moment.month, *period)
    own = reported.year if reported else None
    year = (beside or own or fixed) if moment.code == END_OF_YEAR else (fixed or beside)
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
        day_month, month_day = (re.compile(code(a) + code("ORDINAL_SUFFIX") + "?+" + code("OF") + "?+" + code(b)) for a, b in (("DAY", "MONTH"), ("MONTH", "DAY")))
        for block in units:
            votes["dmy"] += len(day_month.findall(block.classes))
            votes["mdy"] += len(month_day.findall(block.classes))
    seen = [name for name, count in votes.items() if count]
    return seen[0] if len(seen) == 1 else None


@cache
def _phrases(lexicon: Lexicon) -> tuple[Phrase, ...]:
    return (
        *time_rules.moment_phrases(bool(lexicon.setting("time", "day_after_month", False))),
        Phrase(SHIFT, "SHIFT", _shift),
        Phrase(time_rules.YEAR_ENDED, "STRETCH", time_rules.year_ended),
        Phrase(AND_THE, "AND", lambda match: True),
        Phrase(time_rules.HYPHENATED, "STRETCH", time_rules.from_to),
        Phrase(LIST, "LIST", _list),
        Phrase(time_rules.FROM_TO, "STRETCH", time_rules.from_to),
        Phrase(time_rules.ONWARDS, "STRETCH", _onwards),
        Phrase(time_rules.FROM_ALONE, "STRETCH", _from_alone),
        Phrase(time_rules.OPEN, "STRETCH", time_rules.bounded),
    )


def _read(units: Units, lexicon: Lexicon, order: str | None) -> Iterator[Found]:
    """The expressions of one block, in reading order."""
    if FIGURES in units.classes:
        units = _figures_read(units, order)
    units = compose(units, _phrases(lexicon))
    full_months = _full_months(lexicon)
    for match in ROWS.finditer(units.classes):
        unit = match.start()
        start, end, value = units.starts[unit], units.ends[unit], units.values.get(unit)
        if isinstance(value, Stretch):
            yield Found(start, end, value, "stretch of time")
        elif isinstance(value, tuple):
            yield from value
        elif isinstance(value, Moment):
            if value.year is not None or (not _recurs(units, unit) and _told(units, unit, value)):
                yield Found(start, end, Stretch(value, value), value.precision)
        elif isinstance(value, Relative):
            yield Found(start, end, value, SHIFT.name)
        elif units.is_class(unit, "RELATIVE"):
            yield Found(start, end, _shift_of(str(value)), "relative time")
        elif units.is_class(unit, "AMBIGUOUS"):
            yield Found(start, end, None, "date in figures of unknown order")
        elif units.is_class(unit, "YEAR"):
            if _is_year(units, unit):
                year = of_year(value or 0)
                yield Found(start, end, Stretch(year, year), "year")
        elif units.is_class(unit, "MONTH"):
            if value and _month_told(units, unit, full_months) and not _recurs(units, unit):
                month = of_month(value)
                yield Found(start, end, Stretch(month, month), "month without a year")
        elif units.is_class(unit, "SEASON") and value and units.is_class(unit - 1, "IN", "THE", "TO") and not _recurs(units, unit):
            season = of_season(value)
            if not units.is_class(unit - 2, "EVERY"):
                yield Found(start, end, Stretch(season, season), "season without a year")


@cache
def _full_months(lexicon: Lexicon) -> frozenset[str]:
    """The full names of the months, in small letters."""
    return frozenset(entry.form.lower() for entry in lexicon.vocabulary("time").by_class.get("MONTH", ()))


def _figures_read(units: Units, order: str | None) -> Units:
    classes, values = list(units.classes), dict(units.values)
    for match in re.finditer(FIGURES, units.classes):
        unit = match.start()
        word = values.pop(unit)
        moment = numeric_date(word, order)
        if moment:
            classes[unit], values[unit] = code("MOMENT"), moment
        else:
            classes[unit] = code("AMBIGUOUS") if order is None and numeric_date(word, "dmy") else code("NUMBER")
    return Units(units.text, units.starts, units.ends, "".join(classes), values)


def _told(units: Units, unit: int, moment: Moment) -> bool:
    """Whether a moment without a year stands as a time: a day of a month does, a quarter or half only after a word of time."""
    return bool(moment.day) or units.is_class(unit - 1, "IN", "TO", "THE", "SINCE", "OF", "FROM", "UNTIL", "BY") or moment.third is not None


def _recurs(units: Units, unit: int) -> bool:
    """Whether what stands before makes it something that comes again and again."""
    return any(units.is_class(unit - before, "EVERY") for before in (1, 2, 3))


def _month_told(units: Units, unit: int, full: frozenset[str]) -> bool:
    """Whether a month by itself is a time: its full name after a word such as `en`, and no name follows."""
    if units.words(unit, unit + 1).lower() not in full:
        return False
    if not units.is_class(unit - 1, "IN", "SINCE", "MONTH_OF", "UNTIL", "BY", "BEFORE"):
        return False
    return not units.is_class(unit + 1, "CAPITAL") or units.text[units.starts[unit]].islower()


def _is_year(units: Units, unit: int) -> bool:
    """Whether four digits are a year: no part of a longer number or code, and not what counts a noun."""
    text, start, end = units.text, units.starts[unit], units.ends[unit]
    if int(text[start:end]) < 1900 and not units.is_class(unit - 1, "IN", "OF"):
        return False
    if units.is_class(unit + 1, "COUNTED") and not units.is_class(unit - 1, "IN", "OF", "SINCE", "UNTIL", "BEFORE", "BY", "FROM", "TO", "TIME_UNIT"):
        return False
    if units.is_class(unit - 1, "DAY", "NUMBER", "SHORT") and text[start - 1 : start] == " ":
        return False
    if text[end : end + 1] in ("-", "/", ".") and text[end + 1 : end + 2].isdigit():
        return False
    if text[start - 1 : start] in ("-", "/") and start > 1 and text[start - 2].isdigit():
        return False
    return not THOUSANDS.match(text, end)


def _list(match: Match) -> tuple[Found, ...] | Stretch | None:
    """The times of a list, each completed by the last; one stretch where they adjoin; None where it is no list of times."""
    units, items = match.units, match.items("items")
    joined = code("AND") in units.classes[match.first : match.last]
    lead = match.first - 1 - units.is_class(match.first - 1, "THE")
    if len(items) < 2 or units.is_class(lead, "BETWEEN") or not (joined or (len(items) > 2 and units.is_class(items[-2], "DAY"))):
        return None
    last = _moment_at(units, items[-1])
    if last is None or last.month == 0:
        return None
    moments: list[Moment] = [last]
    for item in reversed(items[:-1]):
        moment = _moment_at(units, item)
        if moment is None:
            return None
        if moment.month == 0:
            if not last.day or moment.day is None:
                return None
            moment = of_day(moment.day, last.month, last.year)
            if not moment.exists:
                return None
        elif (moment.precision == "year") != (last.precision == "year"):
            return None
        elif moment.year is None and moments[0].year is not None:
            moment = moment.at(moments[0].year)
        moments.insert(0, moment)
    given = {moment.year is None for moment in moments}
    if len(given) > 1:
        return None
    pairs = [Stretch(a, b) for a, b in pairwise(moments)]
    if all(time_rules.adjoining(pair) for pair in pairs):
        return Stretch(moments[0], moments[-1])
    return tuple(Found(units.starts[item], units.ends[item], Stretch(m, m), LIST.name) for item, m in zip(items, moments, strict=True))


def _moment_at(units: Units, unit: int) -> Moment | None:
    value = units.values.get(unit)
    if isinstance(value, Moment):
        return value
    if units.is_class(unit, "YEAR"):
        return of_year(value or 0)
    if units.is_class(unit, "MONTH"):
        return of_month(value or 1)
    if units.is_class(unit, "SEASON"):
        return of_season(value or 21)
    return Moment("day", 0, None, value)


def _onwards(match: Match) -> Stretch | None:
    when = time_rules.moment_of(match, "when")
    return Stretch(when, None) if isinstance(when, Moment) else None


def _from_alone(match: Match) -> Stretch | None:
    if match.units.is_class(match.first - 1, "ORIGIN"):
        return None
    return _onwards(match)


def _shift(match: Match) -> Relative | None:
    number, unit = match.value("number"), match.value("unit")
    way = match.range("way")[0]
    if match.has("way") and match.units.is_class(way, "LATER", "EARLIER"):
        return Relative(number if match.units.is_class(way, "LATER") else -number, unit, "later")
    return Relative(number, unit, "follow")


def _shift_of(value: str) -> Relative:
    """`+1 month`, `same year`, `report -1 year` as the lexicon writes them."""
    *lead, shift, unit = value.split()
    return Relative(0 if shift == "same" else int(shift), unit, "shift", from_report=bool(lead))


def _relative(says: Relative, anchor: TimeExpression | None, reported: date | None) -> tuple[date | None, date | None]:
    """The days of a relative time; None where its anchor is missing or not fine enough."""
    if says.from_report:
        base_start = base_end = reported
    else:
        base_start, base_end = (anchor.date_start, anchor.date_end) if anchor else (None, None)
    if base_end is None or base_start is None:
        return None, None
    if says.count == 0 and says.unit == "day":
        return base_start, base_end
    months, days = UNIT_MONTHS.get(says.unit), UNIT_DAYS.get(says.unit)
    if says.way == "follow":
        first = base_end + timedelta(days=1)
        last = add_months(first, months * says.count) if months else first + timedelta(days=(days or 1) * says.count)
        return first, last - timedelta(days=1)
    if months:
        if (base_end - base_start).days > 31 * months + 1:
            return None, None
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
        return None, None
    if says.unit == "week":
        monday = base_end - timedelta(days=base_end.weekday()) + timedelta(days=7 * says.count)
        return monday, monday + timedelta(days=6)
    day = (base_end if says.count > 0 else base_start) + timedelta(days=says.count)
    return day, day


def _relative_row(block: ReadBlock, expression: Found, says: Relative, days: tuple[date | None, date | None]) -> TimeExpression:
    start, end = days
    precision: Precision = "range" if says.way == "follow" else "month" if says.way == "later" and says.unit == "month" else PRECISIONS.get(says.unit, "range")
    return TimeExpression(
        date_start=start,
        date_end=end,
        edtf=interval_edtf(start, end) if start and end else None,
        precision=precision,
        rule=expression.rule,
        **block.located(expression.start, expression.end),
    )


def _row(block: ReadBlock, expression: Found, says: Stretch | None) -> TimeExpression:
    start, end = says.days if says else (None, None)
    return TimeExpression(
        date_start=start,
        date_end=end,
        edtf=says.edtf if says else None,
        precision=says.precision if says else "day",
        rule=expression.rule,
        **block.located(expression.start, expression.end),
    )
