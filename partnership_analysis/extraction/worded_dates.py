"""Dates in words: `le huit décembre deux mille vingt-deux`, `on the fourteenth of December, 2021`.

A number in words is a day beside the name of a month, and a year behind `deux mille`. Which classes of the lexicon hold such numbers, and
whether the language sets `of` between a day and its month, its file `time.toml` says.
"""

from typing import Any

from partnership_analysis.extraction.rules import Match, Rule
from partnership_analysis.extraction.units import Units, code
from partnership_analysis.language.lexicon import Lexicon

YEAR_IN_WORDS = Rule("year in words", "deux mille vingt-trois", "thousands=MILLENNIUM tail=COUNT|DAY_WORD|NUMBER_WORD|SHORT_MONTH")
JOINTS = ("AND", "TO", "THROUGH", "UNTIL", ",", "-", "–")
MOST_DAYS = 6
"""Days of one month listed before it."""


def with_worded_days(units: Units, lexicon: Lexicon) -> Units:
    """The units with the numbers in words that are days: right before a month, listed there, or behind it."""
    holding = tuple(lexicon.setting("time", "days_in_words", ()))
    months = list(units.of_class("MONTH"))
    if not months or not holding or not any(code(name) in units.classes for name in (*holding, "SHORT_MONTH")):
        return units
    of_needed = bool(lexicon.setting("time", "of_before_month", False))
    classes, values = list(units.classes), dict(units.values)

    def mark(unit: int) -> bool:
        day = None if units.is_class(unit - 1, "MILLENNIUM") else _day(units, unit, holding, lexicon)
        if day is not None:
            classes[unit], values[unit] = code("DAY"), day
        return day is not None

    for month in months:
        unit = month - 1
        joined = units.is_class(unit, "OF", "DAY_OF")
        unit -= joined
        if (joined or not of_needed) and mark(unit):
            for _ in range(MOST_DAYS):
                unit -= 1 + units.is_class(unit - 1, "THE")
                if not units.is_class(unit, *JOINTS) or not mark(unit - 1):
                    break
                unit -= 1
        elif of_needed:
            mark(month + 1 + units.is_class(month + 1, "THE"))
    return Units(units.text, units.starts, units.ends, "".join(classes), values)


def _day(units: Units, unit: int, holding: tuple[str, ...], lexicon: Lexicon) -> int | None:
    """The day that a number in words is; the first of a month is an ordinal everywhere, other ordinals are days where cardinals are not."""
    value = units.values.get(unit)
    if units.is_class(unit, "SHORT_MONTH"):
        return _also_number(units, unit, lexicon) if "COUNT" in holding else None
    if not units.is_class(unit, *holding) or not isinstance(value, int) or not 1 <= value <= 31:
        return None
    if "COUNT" in holding and (value == 1) != units.is_class(unit, "ORDINAL"):
        return None
    return value


def _also_number(units: Units, unit: int, lexicon: Lexicon) -> int | None:
    """The number that a short month's name is too: `sept`."""
    numbers: dict[str, int] = lexicon.setting("time", "also_numbers", {})
    return numbers.get(units.words(unit, unit + 1).lower())


def year_in_words(match: Match, lexicon: Lexicon) -> Any:
    """The year that `deux mille vingt-trois` says."""
    tail = match.range("tail")[0]
    number = _also_number(match.units, tail, lexicon) if match.units.is_class(tail, "SHORT_MONTH") else match.value("tail")
    return match.value("thousands") + number if isinstance(number, int) else None
