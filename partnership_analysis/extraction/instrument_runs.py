"""Stretches of units that make up the name of an instrument: numbers and dates of laws, proper words, small words, capitals; acronyms that fit."""

import re
from dataclasses import dataclass

from partnership_analysis.extraction.units import Units

LONGEST = 24
"""Units of a name."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")
PROPER = ("CAPITAL", "UPPER", "LETTER", "KNOWN", "STATE")
DASHES = ("–", "-", "/", "&")


@dataclass(frozen=True, slots=True)
class Found:
    """Units of a name, before its years and acronym are read."""

    first: int
    last: int
    kind: str
    rule: str
    variants: tuple[str, ...] = ()
    years_at: int = 0
    """Where its years may stand, when not right behind it."""


def law_number(units: Units, unit: int) -> int:
    """The end of `n° 2014-856`, `2014/24/UE`, `(UE) 2016/679`; the unit itself where there is none."""
    position = unit
    if units.is_class(position, "("):
        if not (units.is_class(position + 1, "UPPER", "LEVEL") and units.is_class(position + 2, ")")):
            return unit
        position += 3
    sign = units.is_class(position, "NUMBER_SIGN")
    if sign:
        position += 1
        while units.is_class(position, "°", "."):
            position += 1
    if not units.is_class(position, "NUMBER"):
        return unit
    end = position + 1
    while (
        end < len(units)
        and units.starts[end] == units.ends[end - 1]
        and end - position < 8
        and units.is_class(end, "NUMBER", "UPPER", "LETTER", "-", "/", ".")
    ):
        end += 1
    if units.is_class(end - 1, ".", "-"):
        end -= 1
    return end if sign or "/" in units.words(position, end) else unit


def law_date(units: Units, unit: int) -> int:
    """The end of `du 4 mars 2019` from a unit; the unit itself where there is none."""
    if not units.is_class(unit, "OF") or not units.is_class(unit + 1, "NUMBER"):
        return unit
    position = unit + 2
    if units.words(position, position + 1).lower() == "er":
        position += 1
    if (
        units.is_class(position, "WORD", "CAPITAL")
        and units.is_class(position + 1, "NUMBER")
        and YEAR.fullmatch(units.words(position + 1, position + 2))
    ):
        return position + 2
    return unit


def fits(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym stand in a name in this order, the first one as its first letter, most of them as initials."""
    letters = [c for c in acronym.lower() if c.isalpha()]
    if len(letters) < 2:
        return False
    initials = [word[0].lower() for word in re.findall(r"[^\W\d_]+", name)]
    plain = str.maketrans("éèêàâîôûç", "eeeaaiouc")
    text = "".join(initials).translate(plain)
    position = hits = 0
    for letter in "".join(letters).translate(plain):
        where = text.find(letter, position)
        if where >= 0:
            hits += 1
            position = where + 1
    return text[:1] == letters[0].translate(plain) and hits >= max(2, len(letters) - 1)


def proper_run(units: Units, unit: int) -> int:
    """The end of a run of proper words from a unit, small joining words between them included; the unit itself where there is none."""
    if (
        units.is_class(unit, "NUMBER")
        and unit + 1 < len(units)
        and units.starts[unit + 1] == units.ends[unit]
        and units.is_class(unit + 1, "UPPER", "LETTER")
    ):
        end = unit + 2
    elif units.is_class(unit, *PROPER):
        end = unit + 1
    else:
        return unit
    while end < len(units) and end - unit < LONGEST:
        if units.is_class(end, *PROPER):
            end += 1
        elif (
            units.is_class(end, "OF", "AND", *DASHES)
            and units.is_class(end + 1, *PROPER)
            and not units.is_class(end + 1, "STATE") | units.is_class(end, "OF")
        ) or (units.is_class(end, "–") and units.is_class(end + 1, "STATE")):
            end += 2
        elif (units.is_class(end, "NUMBER") and len(units.words(end, end + 1)) == 4 and not YEAR.fullmatch(units.words(end, end + 1))) or units.words(
            end, end + 1
        ) == "2030":
            end += 1
        else:
            break
    return end


def lower_run(units: Units, unit: int, longest: int) -> int:
    """The end of a name in small letters from a unit: up to a stop word, a sign, a number or the next head noun."""
    end = unit
    while end < len(units) and end - unit < longest:
        if (
            units.is_class(end, "STOP", "NUMBER", "HEAD", "LAW", "STATUTE", "AGREEMENT", "GENERIC", "KNOWN")
            or not units.text[units.starts[end]].isalpha()
        ):
            break
        end += 1
    while end > unit and (
        units.is_class(end - 1, "OF", "AND", "SUBJECT", "STOP")
        or (is_small(units.words(end - 1, end)) and not units.words(end - 2, end - 1).endswith("'"))
    ):
        end -= 1
    return end


def is_small(word: str) -> bool:
    """Whether a word is short and in small letters: an article, a preposition."""
    return len(word) <= 3 and word.islower()


def capitals_before(units: Units, unit: int) -> int:
    """The first unit of the run of capitals that ends before a head noun, small words between them included."""
    first = unit
    while first > 0 and unit - first < LONGEST:
        before = first - 1
        if units.is_class(before, "CAPITAL", "UPPER", "LEVEL", "HEAD", "STATE") and units.text[units.starts[before]].isupper():
            first = before
        elif units.is_class(before, ")") and units.is_class(before - 2, "("):
            first = before - 2
        elif (before > 0 and units.is_class(before, "OF", "AND", "JOINING", "-", "&") and _capital(units, before - 1)) or (
            before > 1 and units.is_class(before, ".") and units.is_class(before - 1, "JOINING")
        ):
            first = before - 1
        elif (
            before > 1
            and units.is_class(unit, "LAW", "STATUTE")
            and units.is_class(before - 1, "JOINING", "OF")
            and units.is_class(before, "JOINING")
            and _capital(units, before - 2)
        ):
            first = before - 2
        elif units.is_class(before, ",") and _capital(units, before - 1) and _capital(units, first):
            first = before - 1
        else:
            break
    return first


def _capital(units: Units, unit: int) -> bool:
    return unit >= 0 and units.is_class(unit, "CAPITAL", "UPPER", "LEVEL", "HEAD", "STATE") and units.text[units.starts[unit]].isupper()
