"""Places seen in a block: a name behind a preposition, a journey, an event or a body, beside a date, in a field or column of places.

Words and settings are in `lexicons/<language>/places.toml`. Whether a sighting stands in a longer name is decided in `places`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from partnership_analysis.extraction.gazetteer import entries, key_of
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.place_names import AREAS, LONGEST_NAME, SEPARATORS, Name, name_at, names_at
from partnership_analysis.extraction.units import ReadBlock, Units, any_of, code, joined_codes
from partnership_analysis.language.lexicon import Lexicon

NAME_STARTS = ("CAPITAL", "UPPER", "COMMON", "OPENS_TOWN", *AREAS)
_NAME_STARTS = joined_codes(NAME_STARTS)
_VENUE, _EVENT, _WITHIN, _AT, _NOT_AT = (code(name) for name in ("VENUE", "EVENT", "WITHIN", "AT", "NOT_AT"))
CUE = re.compile(f"{_VENUE}|[{re.escape(joined_codes(('AT', 'NOT_AT', 'OF', 'TRAVEL', 'TOWARDS', *SEPARATORS)))}](?=[{_NAME_STARTS}])")
"""What may lead to a place: a venue, or a word or sign before a name."""
_ENDS_PLACE = joined_codes(("HOLDER", "NOT_AT", ".", ",", ";", ":", "(", ")", "CAPITAL", "UPPER"))
_ENDS_EVENT = joined_codes(("HOLDER", "AT", "NOT_AT", ".", ",", ";", ":", "(", ")", "«", "»", '"', "AND"))
NEAR_ACT = 25
LONGEST_BRACKET = 60
"""Units of a bracket in which towns are listed with their dates."""
BEFORE = 8
"""Units that an event may stand before `de` and its town, or `held` before `in`."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place seen in a block. `cue` is the unit of the words that say so."""

    name: Name
    rule: str
    cue: int


def sightings(block: ReadBlock, units: Units, in_column: bool, body_ends: Sequence[int] = ()) -> Iterator[Sighting]:
    """The places of one block, in reading order; `body_ends` are the view's offsets where the name of a body ends."""
    if block.block.kind == "table_cell" and in_column and block.block.row:
        yield from (Sighting(name, "column of places", name.first) for name in _of_cell(units))
        return
    last = 0
    bodies = frozenset(units.at(offset) for offset in body_ends)
    if block.block.kind in ("list_item", "table_cell"):
        for sighting in _first_in_item(block, units):
            yield sighting
            last = sighting.name.last
    for match in CUE.finditer(units.classes):
        unit = match.start()
        if unit < last:
            continue
        if units.classes[unit] == _NOT_AT:
            last = max((name.last for name in names_at(units, unit + 1, unknown=False)), default=last)
        for sighting in _cued(block, units, unit, bodies):
            yield sighting
            last = sighting.name.last


def _of_cell(units: Units) -> list[Name]:
    """The places of a cell in a column of places: towns that are known, else what stands behind its last comma, else all of it."""
    starts = [0, *(n + 1 for n in units.of_class(",", "(", "–", "/", ";", "AND"))]
    known = [name for start in starts if (name := name_at(units, start, unknown=False)) is not None]
    if known or not units.is_class(0, "CAPITAL", "UPPER", "COMMON", "VENUE", "HOLDER"):
        return known
    if len(starts) > 1:
        name = name_at(units, starts[-1], unknown=True)
        return [name] if name is not None else []
    return [Name(0, len(units), units.words(0, len(units)), False, False)] if len(units) <= LONGEST_NAME else []


def _cued(block: ReadBlock, units: Units, unit: int, bodies: Collection[int]) -> Iterator[Sighting]:
    lexicon = block.lexicon
    noted = units.is_class(unit - 1, ")") and not (units.is_class(unit, "OF") and lexicon.setting("organisations", "noun_first", False))
    if units.is_class(unit, ",", "(", "OF") and (unit in bodies or (noted and _before_bracket(units, unit - 1) in bodies)):
        seats = tuple(_seat(units, unit))
        if seats:
            yield from seats
            return
    if units.is_class(unit, "AT"):
        sort = units.values[unit]
        if sort == "region":
            if units.is_class(unit + 1, *AREAS) and _tells_an_act(units, unit):
                yield from (Sighting(n, "in a region", unit) for n in names_at(units, unit + 1, unknown=False) if n.area)
        elif sort == "the":
            yield from _with_article(block, units, unit)
        else:
            unknown = sort == "towns" or (sort == "town" and _takes_unknown(block, units, unit))
            names = names_at(units, unit + 1, unknown=unknown, every=sort == "towns")
            if names and names[0].area and units.is_class(unit - 1, ",") and unit - 1 in bodies and units.is_class(names[-1].last, ","):
                return  # where a body is from: `eleven clerks of Orvale Library, in Finland, visited …`
            if not names or not names[0].area or _tells_an_act(units, unit):
                yield from (Sighting(n, "at a town", unit) for n in names)
    elif units.is_class(unit, "TRAVEL") or (units.is_class(unit, "TOWARDS") and _ends_journey(block, units, unit)):
        yield from (Sighting(n, "journey to a place", unit) for n in names_at(units, unit + 1, unknown=False))
    elif units.is_class(unit, "VENUE"):
        if units.text[units.starts[unit]].isupper() and _after_preposition(block, units, unit):
            yield Sighting(Name(unit, unit + 1, units.words(unit, unit + 1), False, False), "venue", unit)
            if units.is_class(unit + 1, ","):
                yield from (Sighting(n, "town of a venue", unit) for n in names_at(units, unit + 2, unknown=True)[:1])
    elif units.is_class(unit, "OF"):
        names = names_at(units, unit + 1, unknown=False)
        if names and units.is_class(names[0].last, "OF") and units.is_class(names[0].last + 1, "CAPITAL") and not names[0].area:
            return  # within a longer name: `le parc de la Tête d'Or`
        if names and names[0].area:
            yield from (Sighting(n, "part of a region", unit) for n in names if _within(block, units, unit))
        elif (_of_event(units, unit) and units.words(unit, unit + 1).lower() not in lexicon.setting("places", "not_of_event", ())) or _within(
            block, units, unit
        ):
            yield from (Sighting(n, "event of a town", unit) for n in names[:1])
    elif units.is_class(unit, ":") and unit and folded(units.words(unit - 1, unit)) in lexicon.setting("places", "fields", ()):
        yield from (Sighting(n, "field of a place", unit) for n in names_at(units, unit + 1, unknown=True))
    elif units.is_class(unit, *SEPARATORS):
        yield from _beside_date(block, units, unit)


def _first_in_item(block: ReadBlock, units: Units) -> Iterator[Sighting]:
    """The town that opens an item, with its date: `- Albi, 12 avril 2022 : formation`."""
    name = name_at(units, 0, unknown=False)
    if name is not None and not name.area and units.is_class(name.last, *SEPARATORS) and _is_dated(block, units, name.last + 1):
        yield Sighting(name, "town beside its date", 0)


def _beside_date(block: ReadBlock, units: Units, unit: int) -> Iterator[Sighting]:
    """A town with its date: `(Bordeaux, 14 juin 2022)`, `(14 juin 2022, Bordeaux)`, `12 mars 2022 – Lille : …`; `atelier (Lyon)`."""
    heads = units.is_class(unit, "–") and _EVENT in units.classes[max(0, unit - BEFORE) : unit]
    name = name_at(units, unit + 1, unknown=heads or units.is_class(unit, "("))
    if name is None or name.area:
        return
    if name.known and _is_stop(block, units, name.last):
        yield Sighting(name, "town on a tour", unit)
        return
    before = _ends_date(block, units, unit)
    after = units.is_class(name.last, *SEPARATORS) and _is_dated(block, units, name.last + 1)
    after = after or (_in_bracket(units, unit) and _is_dated(block, units, name.last))
    closed = name.last >= len(units) or units.is_class(name.last, ")", *SEPARATORS)
    if units.is_class(unit, "(") and units.is_class(name.last, ")"):
        if not name.known:
            return
        dated = before or (len(units.words(unit - 1, unit)) == 4 and units.is_class(unit - 1, "NUMBER")) or _is_dated(block, units, name.last + 2)
        if dated or any(units.is_class(n, "EVENT", "TOOK_PLACE") for n in range(max(0, unit - 3), unit)):
            yield Sighting(name, "town beside its event", unit)
    elif (before and closed) or (after and (not units.is_class(unit, ",") or (name.known and _in_bracket(units, unit)))):
        yield Sighting(name, "town beside its date", unit)


def _is_stop(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether the words after a town say when something that travels was there: `Cork had it from 9 to 27 May, Sligo in June`."""
    stops = block.lexicon.setting("places", "tour_verbs", ())
    verb = next((length for length in (2, 1) if units.words(unit, unit + length).lower() in stops), 0)
    after = unit + verb
    return (
        units.is_class(after, "AT") and units.values[after] != "known" and _is_dated(block, units, after + 1)
        if not verb
        else _is_dated(block, units, after + 1)
    )


def _in_bracket(units: Units, unit: int) -> bool:
    """Whether a bracket is open at a unit: `(Lyon en mai 2021, Albi les 3 et 4 juin 2021)`."""
    first = max(0, unit - LONGEST_BRACKET)
    return units.classes.rfind("(", first, unit + 1) > units.classes.rfind(")", first, unit + 1)


def _is_dated(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a date begins at a unit, at once or behind a small word or a weekday."""
    months = _months(block.lexicon)
    first = next((n for n in range(unit, unit + 3) if units.is_class(n, "NUMBER") or units.words(n, n + 1).lower() in months), None)
    if first is None:
        return False
    return (
        units.words(first, first + 1).lower() in months
        or any(units.words(n, n + 1).lower() in months for n in range(first + 1, first + 5))
        or units.is_class(first + 1, "/")
    )


def _ends_date(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a date ends right before a unit."""
    if not units.is_class(unit - 1, "NUMBER"):
        return unit > 0 and units.words(unit - 1, unit).lower() in _months(block.lexicon)
    return unit > 1 and (units.words(unit - 2, unit - 1).lower() in _months(block.lexicon) or units.is_class(unit - 2, "/"))


@cache
def _sites(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.setting("places", "sites", ()))


@cache
def _months(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.setting("time", "MONTH", ()))


def _seat(units: Units, unit: int) -> Iterator[Sighting]:
    """The town where a body has its seat, right behind its name: `Fondation Aubépine, Lyon`, `Kestrel Consulting of Orvale`."""
    name = name_at(units, unit + 1, unknown=False)
    if name is None or name.area:
        return
    closed = units.is_class(name.last, ")") if units.is_class(unit, "(") else not units.is_class(name.last, "CAPITAL", "UPPER", "AND")
    if closed and (units.is_class(unit, "OF", "(") or name.last == len(units) or not units.is_class(name.last, ",")):
        yield Sighting(name, "seat of a body", unit)


def _before_bracket(units: Units, closing: int) -> int:
    """The unit that opens the bracket, of a few units, which closes at a unit."""
    return next((n for n in range(closing - 1, max(-1, closing - 8), -1) if units.is_class(n, "(")), -1)


def _after_preposition(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a venue stands after a preposition of place, with an article or not."""
    before = unit - 1
    if before >= 0 and units.words(before, unit).lower() in block.lexicon.setting("places", "bare_articles", ()):
        before -= 1
    return units.is_class(before, "AT", "TRAVEL", "TOWARDS")


def _within(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether `de` at this unit closes `dans cinq collèges de`: a preposition of place before it, with no body between."""
    inside = block.lexicon.setting("places", "inside", ())
    for n in range(unit - 1, max(-1, unit - BEFORE), -1):
        found = units.classes[n]
        if found == _WITHIN or (found == _AT and units.words(n, n + 1).lower() in inside):
            return unit - n > 1
        if found in _ENDS_PLACE:
            return False
    return False


def _with_article(block: ReadBlock, units: Units, unit: int) -> Iterator[Sighting]:
    """`au Havre`, `au Portugal`."""
    if units.is_class(unit + 1, "COUNTRY"):
        if not _tells_an_act(units, unit):
            return
        yield from (Sighting(n, "in a country", unit) for n in names_at(units, unit + 1, unknown=False)[:1])
        return
    articles = block.lexicon.setting("places", "articles", {})
    article = articles.get(units.words(unit, unit + 1).lower())
    if article is None or not units.is_class(unit + 1, "CAPITAL") or units.is_class(unit + 2, "OF", "CAPITAL", "UPPER"):
        return
    form = f"{article} {units.words(unit + 1, unit + 2)}"
    if entries(key_of(form)):
        yield Sighting(Name(unit + 1, unit + 2, form, True, False), "at a town with an article", unit)


def _takes_unknown(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a name that the gazetteer lacks is a place after this preposition: in some languages only near what takes place."""
    if not block.lexicon.setting("places", "unknown_needs_act", False):
        return True
    sites = _sites(block.lexicon)
    if units.words(unit - 1, unit).lower() in sites or units.words(unit - 2, unit).lower() in sites:
        return True
    name = name_at(units, unit + 1, unknown=True)
    when = name is not None and (
        (units.is_class(name.last, "AT") and units.values[name.last] == "town")
        or units.words(name.last, name.last + 1).lower() in block.lexicon.setting("places", "before_dates", ())
    )
    if name is not None and when and _is_dated(block, units, name.last + 1):
        return True
    return any(units.is_class(n, "TOOK_PLACE", "EVENT") for n in range(max(0, unit - BEFORE), unit))


def _ends_journey(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether `to` at this unit closes `study visit of nineteen clerks to`: a journey before it, with nothing but words between."""
    journeys = block.lexicon.setting("places", "journeys", ())
    for n in range(unit - 1, max(-1, unit - BEFORE), -1):
        if units.words(n, n + 1).lower() in journeys:
            return n == unit - 1 or units.is_class(n + 1, "OF")
        if units.classes[n] in _ENDS_EVENT:
            return False
    return False


def _tells_an_act(units: Units, unit: int) -> bool:
    """Whether something takes place in the sentence: a country or region is a place only then."""
    return any_of(("TOOK_PLACE", "EVENT", "TRAVEL", "TAKES_PART")).search(units.classes, max(0, unit - NEAR_ACT), unit + NEAR_ACT) is not None


def _of_event(units: Units, unit: int) -> bool:
    """Whether `de` at this unit follows an event, near enough, with no body between them."""
    for n in range(unit - 1, max(-1, unit - BEFORE), -1):
        found = units.classes[n]
        if found == _EVENT:
            return True
        if found in _ENDS_EVENT:
            return False
    return False
