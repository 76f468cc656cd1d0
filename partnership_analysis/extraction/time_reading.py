"""The expressions of time of one block: its units composed, and which of them stand for a time.

The words are made by `time_words`, the rules by `time_rules`; years left out and relative times are settled in `dates.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from partnership_analysis.extraction import time_rules
from partnership_analysis.extraction.moments import Moment, Stretch, of_day, of_month, of_season, of_year
from partnership_analysis.extraction.relative_times import NEAREST, SHIFT, Relative, shift, shift_of
from partnership_analysis.extraction.rules import Match, Phrase, Rule, compose
from partnership_analysis.extraction.time_words import FIGURES, numeric_date
from partnership_analysis.extraction.units import Units, code
from partnership_analysis.extraction.worded_dates import YEAR_IN_WORDS, year_in_words
from partnership_analysis.language.lexicon import Lexicon

TIMELIKE = re.compile(
    "["
    + "".join(
        re.escape(code(n))
        for n in (
            "YEAR",
            "YEARS",
            "MONTH",
            "SHORT_MONTH",
            "RELATIVE",
            "DATE_IN_FIGURES",
            "SEASON",
            "TIME_UNIT",
            "QUARTER",
            "QUARTER_SIGN",
            "SEMESTER",
            "MILLENNIUM",
        )
    )
    + "]"
)
ROWS = re.compile(
    "["
    + "".join(re.escape(code(n)) for n in ("MOMENT", "STRETCH", "LIST", "YEAR", "YEARS", "MONTH", "SEASON", "RELATIVE", "SHIFT", "AMBIGUOUS"))
    + "]"
)

AND_THE = Rule("conjunction and article", "le 9 et le 12 mars 2022", ("AND THE|IN", ", THE"))
LIST = Rule("several days or months", "les 1er, 8 et 15 mars 2022", "items=DAY|MONTH|SEASON|MOMENT|YEAR...")
YEAR_LEADS = ("IN", "OF", "SINCE", "UNTIL", "BEFORE", "BY", "FROM", "TO", "TIME_UNIT", "LAW")
"""Before what is a year, whatever it could count."""
SIGN_AND_NUMBER = 3
"""Characters of `T3`, `Q 4`: times only after a word such as `en`."""
THOUSANDS = re.compile(r" \d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a block's view: a stretch whose year may be missing, a relative time, or None where its order is not known."""

    start: int
    end: int
    says: Stretch | Relative | None
    rule: str


def read(units: Units, lexicon: Lexicon, order: str | None) -> Iterator[Found]:
    """The expressions of one block, in reading order. `order` is that of days and months in figures, or None where it is not known."""
    if not TIMELIKE.search(units.classes):
        return
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
            yield Found(start, end, value, SHIFT.name if value.moment is None else NEAREST.name)
        elif units.is_class(unit, "RELATIVE"):
            said = shift_of(str(value))
            if not (said.from_report and said.unit == "day" and units.is_class(unit - 1, "FROM", "OF")):  # `d'hier à aujourd'hui`
                yield Found(start, end, said, "relative time")
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
        elif (
            units.is_class(unit, "SEASON")
            and value
            and (units.is_class(unit - 1, "IN", "THE", "TO") or _is_label(units, unit))
            and not _recurs(units, unit)
        ):
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
    if units.ends[unit] - units.starts[unit] <= SIGN_AND_NUMBER:
        return units.is_class(unit - 1, "IN", "TO", "BY", "SINCE", "UNTIL")
    return bool(moment.day) or units.is_class(unit - 1, "IN", "TO", "THE", "SINCE", "OF", "FROM", "UNTIL", "BY") or moment.third is not None


def _recurs(units: Units, unit: int) -> bool:
    """Whether what stands before makes it something that comes again and again."""
    return any(units.is_class(unit - before, "EVERY") for before in (1, 2, 3))


def _month_told(units: Units, unit: int, full: frozenset[str]) -> bool:
    """Whether a month by itself is a time: its full name after a word such as `en`, and no name follows."""
    if units.words(unit, unit + 1).lower() not in full:
        return False
    if _is_label(units, unit):
        return True
    if not units.is_class(unit - 1, "IN", "SINCE", "MONTH_OF", "UNTIL", "BY", "BEFORE"):
        return False
    return not units.is_class(unit + 1, "CAPITAL") or units.text[units.starts[unit]].islower()


def _is_label(units: Units, unit: int) -> bool:
    """Whether a month or season opens a line as its label: `January: Sign the lease`."""
    return unit == 0 and units.classes[1:2] == ":"


def _is_year(units: Units, unit: int) -> bool:
    """Whether four digits are a year: no part of a longer number or code, and not what counts a noun."""
    text, start, end = units.text, units.starts[unit], units.ends[unit]
    if not text[start].isdigit():
        return units.is_class(unit - 1, *YEAR_LEADS) and not units.is_class(unit + 1, "COUNTED")
    if int(text[start:end]) < 1900 and not units.is_class(unit - 1, "IN", "OF"):
        return False
    if units.is_class(unit + 1, "COUNTED") and not units.is_class(unit - 1, *YEAR_LEADS):
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


def _nearest(match: Match, words: frozenset[str], full: frozenset[str]) -> Relative | None:
    """What a month, season or day beside `last` or `next` says; a short word that may be none, a month that has its year are refused."""
    units, way, when = match.units, match.range("way")[0], match.range("when")[0]
    if units.is_class(way, "ORDINAL") and units.words(way, way + 1).lower() not in words:
        return None
    if units.is_class(when, "MONTH") and units.words(when, when + 1).lower() not in full:
        return None
    if units.is_class(match.last, "YEAR", "DAY", "TIME_UNIT") or units.is_class(match.first - 1, "DAY"):
        return None
    moment = _moment_at(units, when)
    if moment is None or moment.year is not None or moment.third is not None or moment.precision not in ("month", "season", "day"):
        return None
    return Relative(int(match.value("way")), "month", "shift", True, moment)


@cache
def _phrases(lexicon: Lexicon) -> tuple[Phrase, ...]:
    nearest, full = frozenset(lexicon.setting("time", "nearest", ())), _full_months(lexicon)
    return (
        Phrase(YEAR_IN_WORDS, "YEAR", lambda match: year_in_words(match, lexicon)),
        *time_rules.moment_phrases(bool(lexicon.setting("time", "day_after_month", False)), frozenset(lexicon.setting("time", "day_leads", ()))),
        Phrase(NEAREST, "SHIFT", lambda match: _nearest(match, nearest, full)),
        Phrase(SHIFT, "SHIFT", shift),
        Phrase(time_rules.YEAR_ENDED, "STRETCH", time_rules.year_ended),
        Phrase(AND_THE, "AND", lambda match: True),
        Phrase(time_rules.HYPHENATED, "STRETCH", time_rules.from_to),
        Phrase(LIST, "LIST", _list),
        Phrase(time_rules.FROM_TO, "STRETCH", time_rules.from_to),
        Phrase(time_rules.ONWARDS, "STRETCH", _onwards),
        Phrase(time_rules.FROM_ALONE, "STRETCH", _from_alone),
        Phrase(time_rules.OPEN, "STRETCH", time_rules.bounded),
    )
