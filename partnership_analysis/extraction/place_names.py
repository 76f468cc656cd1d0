"""Names of places in a block: areas of the lexicon, towns of the gazetteer, runs of capitals, and lists of them."""

from typing import NamedTuple

from partnership_analysis.extraction.gazetteer import entries, key_of
from partnership_analysis.extraction.units import Units, code, joined_codes

FAMILY = ("connectors", "places", "countries", "regions")
SEPARATORS = (":", ";", ",", "(", "–", "-", "|", "·", "•")
AREAS = ("COUNTRY", "REGION", "DEPARTMENT")
_AREAS = joined_codes(AREAS)
_OF = code("OF")
_CAPITALS = joined_codes(("CAPITAL", "UPPER", "COMMON", "OPENS_TOWN"))
LONGEST_NAME = 7
LONGEST_LIST = 12
LONGEST_NOTE = 8
"""Units of a bracket between the towns of a list."""
WEAK = 50_000
"""Below this population a town's name with further capitals behind it is another name: `Millbrook House`."""


class Name(NamedTuple):
    """A place's name in a block: its units, its form, and whether the gazetteer or the lexicon knows it."""

    first: int
    last: int
    form: str
    known: bool
    area: bool


def names_at(units: Units, unit: int, *, unknown: bool, every: bool = False) -> list[Name]:
    """The name that starts at a unit, and those listed after it (`Orvale et Brume`, `Orvale (3 mai) et Brume`): the further ones must be known, but
    for the second of two, or where the words before say that `every` one is a place.
    """
    first = name_at(units, unit, unknown=unknown)
    if first is None:
        return []
    names = [first]
    pending: list[Name] = []
    position = _past_note(units, first.last)
    for _ in range(LONGEST_LIST):
        conjunction = units.is_class(position, "AND") or (units.is_class(position, ",") and units.is_class(position + 1, "AND"))
        if not conjunction and not units.is_class(position, ",") and not (units.is_class(position, "/") and first.known):
            break
        after = position + 1 + (conjunction and units.is_class(position, ","))
        if conjunction and units.is_class(after, "AT", "OF"):
            after += 1
        listed = bool(pending) or not units.is_class(position, ",")
        following = name_at(units, after, unknown=every or (conjunction and listed and (unknown or (bool(pending) and not first.area))))
        if following is None or following.area != first.area:
            break
        pending.append(following)
        position = _past_note(units, following.last)
        if conjunction:
            return names + pending
    return names


def _past_note(units: Units, unit: int) -> int:
    """The unit behind a short bracket that holds a number, as a date has: `Lyon (15 mai 2018), Nancy (31 mai 2018)`; else the unit itself."""
    if not units.is_class(unit, "("):
        return unit
    closing = units.classes.find(")", unit, unit + LONGEST_NOTE)
    return closing + 1 if closing > 0 and any(units.is_class(n, "NUMBER") for n in range(unit + 1, closing)) else unit


def name_at(units: Units, unit: int, *, unknown: bool) -> Name | None:
    """The place name that starts at a unit: an area, the longest name of the gazetteer, or a run of capitals where `unknown` is."""
    classes = units.classes
    if not 0 <= unit < len(classes):
        return None
    if classes[unit] in _AREAS:
        return Name(unit, unit + 1, units.words(unit, unit + 1), True, True)
    if classes[unit] not in _CAPITALS:
        return None
    end = unit + 1
    for last in range(unit + 1, min(len(units), unit + LONGEST_NAME) + 1):
        sign = classes[last - 1]
        if sign in _CAPITALS or sign in _AREAS:
            end = last
        elif sign != _OF and (word := units.words(last - 1, last)) not in ("-", "/", "'s") and not word.islower():
            break
    for last in range(end, unit, -1):
        if last < len(classes) and classes[last - 1] in "/-":
            continue
        form = units.words(unit, last)
        known = entries(key_of(form))
        if (
            known
            and not (last == unit + 1 and units.is_class(unit, "COMMON", "OPENS_TOWN"))
            and not (units.is_class(last, "CAPITAL", "COMMON", "OPENS_TOWN") and known[0].population < WEAK)
        ):
            return None if units.is_class(unit, "UPPER") and len(form) < 4 else Name(unit, last, form, True, False)
    if not unknown or not (units.is_class(unit, "CAPITAL") or (units.is_class(unit, "OPENS_TOWN") and units.is_class(unit + 1, "CAPITAL"))):
        return None
    end = unit + 1
    while end < len(units) and units.is_class(end, "CAPITAL") and end - unit < LONGEST_NAME:
        end += 1
    if units.is_class(end, "COMMON") and units.values.get(end) == "town" and not units.is_class(end + 1, "CAPITAL", "COMMON"):
        end += 1
    return Name(unit, end, units.words(unit, end), False, False)
