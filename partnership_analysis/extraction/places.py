"""Where something took or takes place: towns, countries and regions after a preposition, an event, or in a column of places.

The words that say so are in `lexicons/<language>/places.toml`, countries in `countries.toml`, regions and departments in
`all/regions.toml`, coordinates in the gazetteer. A town that acts, or that an office or a body bears in its name, is none.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from partnership_analysis.extraction.gazetteer import entries, key_of, resolve_place
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.occupied import Occupied
from partnership_analysis.extraction.records import Organisation, Person, Place
from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.language.lexicon import Lexicon

FAMILY = ("connectors", "places", "countries", "regions")
SEPARATORS = (":", ";", ",", "(", "–", "-", "|", "·", "•")
AREAS = ("COUNTRY", "REGION", "DEPARTMENT")
LONGEST_NAME = 7
LONGEST_LIST = 12
NEAR_ACT = 25
WEAK = 50_000
"""Below this population a town's name with further capitals behind it is another name: `Millbrook House`."""
BEFORE = 8
"""Units that an event may stand before `de` and its town, or `held` before `in`."""


class Name(NamedTuple):
    """A place's name in a block: its units, its form, and whether the gazetteer or the lexicon knows it."""

    first: int
    last: int
    form: str
    known: bool
    area: bool


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place seen in a block. `cue` is the unit of the words that say so."""

    name: Name
    rule: str
    cue: int


def places(blocks: Sequence[ReadBlock], people: Sequence[Person], organisations: Sequence[Organisation]) -> tuple[Place, ...]:
    """The places, one row a name, in reading order; `mentions` holds every place where the name stands as a place."""
    if not blocks:
        return ()
    lexicon = blocks[0].lexicon
    occupied = Occupied([*people, *organisations])
    found: dict[str, Place] = {}
    mentions: dict[str, list[tuple[int, int]]] = {}
    named = areas_named(blocks)
    home = tuple(lexicon.setting("places", "home", ()))
    background = frozenset(lexicon.setting("places", "background", ()))
    columns = place_columns(blocks)
    ends = sorted({end for body in organisations for _, end in body.mentions or ((body.start, body.end),)})
    for block in blocks:
        units = block.units(*FAMILY)
        for sighting in sightings(block, units, (block.block.table, block.block.column) in columns, _body_ends(block, ends)):
            name = sighting.name
            if name.area and name.form.lower() in background:
                continue
            located = block.located(units.starts[name.first], units.ends[name.last - 1])
            cue = block.source(units.starts[sighting.cue], units.ends[sighting.cue]).start
            if _in_a_longer_name(occupied.covering(located["start"], located["end"]), located["start"], located["end"], cue):
                continue
            key = key_of(name.form)
            mentions.setdefault(key, []).append((located["start"], located["end"]))
            if key not in found:
                country, latitude, longitude = _where(name, units, named, home)
                found[key] = Place(name=name.form, country=country, latitude=latitude, longitude=longitude, rule=sighting.rule, **located)
    return tuple(replace(place, mentions=tuple(sorted(set(mentions[key])))) for key, place in found.items())


def _in_a_longer_name(mentions: Sequence[tuple[int, int]], start: int, end: int, cue: int) -> bool:
    """Whether a town stands in a longer name; not where the words that say so begin that name: `sur les communes de Bron`."""
    return any(last > end or (first < cue and last - first > end - start) for first, last in mentions)


def _body_ends(block: ReadBlock, ends: Sequence[int]) -> list[int]:
    """The view's offsets where the name of a body ends in a block."""
    return [block.view.offset(end) for end in ends[bisect_left(ends, block.block.start) : bisect_left(ends, block.block.end)]]


def _where(name: Name, units: Units, named: Mapping[str, int], home: tuple[str, ...]) -> tuple[str | None, float | None, float | None]:
    """Country and coordinates; an area has only its country."""
    if name.area:
        return str(units.values[name.first])[:2], None, None
    beside = _area_beside(units, name.last)
    entry = resolve_place(name.form, Counter(named) + Counter({beside: 1}) if beside else named, home)
    return (entry.country, entry.latitude, entry.longitude) if entry else (None, None, None)


def _area_beside(units: Units, last: int) -> str | None:
    """The ISO code of an area that stands after a town: `Saint-Denis (93)`, `Nantes, France`."""
    if units.is_class(last, ",", "(") and units.is_class(last + 1, *AREAS):
        return str(units.values[last + 1])
    if units.is_class(last, "(") and units.is_class(last + 1, "NUMBER") and units.is_class(last + 2, ")"):
        return f"FR-{units.words(last + 1, last + 2)}"
    return None


def areas_named(blocks: Sequence[ReadBlock]) -> Mapping[str, int]:
    """How often each country, region and department is named, by ISO code; a region names its country too."""
    named: Counter[str] = Counter()
    for block in blocks:
        units = block.units(*FAMILY)
        for unit in units.of_class(*AREAS):
            if not units.is_class(unit - 1, "AT") or units.values[unit - 1] != "town":
                named.update({units.values[unit], units.values[unit][:2]})
    return named


def place_columns(blocks: Sequence[ReadBlock]) -> Collection[tuple[int | None, int | None]]:
    """Table and column of the columns that give places, told by their first cell."""
    return {
        (block.block.table, block.block.column)
        for block in blocks
        if block.block.kind == "table_cell" and block.block.row == 0 and folded(block.text) in block.lexicon.setting("places", "fields", ())
    }


def sightings(block: ReadBlock, units: Units, in_column: bool, body_ends: Sequence[int] = ()) -> Iterator[Sighting]:
    """The places of one block, in reading order; `body_ends` are the view's offsets where the name of a body ends."""
    if block.block.kind == "table_cell" and in_column and block.block.row:
        for name in names_at(units, 0, unknown=True):
            yield Sighting(name, "column of places", 0)
        return
    last = 0
    bodies = frozenset(units.at(offset) for offset in body_ends)
    if block.block.kind in ("list_item", "table_cell"):
        for sighting in _first_in_item(block, units):
            yield sighting
            last = sighting.name.last
    for unit in units.of_class("AT", "NOT_AT", "OF", "TRAVEL", "VENUE", *SEPARATORS):
        if unit < last:
            continue
        if units.is_class(unit, "NOT_AT"):
            last = max((name.last for name in names_at(units, unit + 1, unknown=False)), default=last)
        for sighting in _cued(block, units, unit, bodies):
            yield sighting
            last = sighting.name.last


def _cued(block: ReadBlock, units: Units, unit: int, bodies: Collection[int]) -> Iterator[Sighting]:
    lexicon = block.lexicon
    if units.is_class(unit, ",", "(", "OF") and (unit in bodies or (units.is_class(unit - 1, ")") and _before_bracket(units, unit - 1) in bodies)):
        seats = tuple(_seat(units, unit))
        if seats:
            yield from seats
            return
    if units.is_class(unit, "AT"):
        sort = units.values[unit]
        if sort == "region":
            if _tells_an_act(units, unit):
                yield from (Sighting(n, "in a region", unit) for n in names_at(units, unit + 1, unknown=False) if n.area)
        elif sort == "the":
            yield from _with_article(block, units, unit)
        else:
            unknown = sort == "town" and _takes_unknown(block, units, unit)
            names = names_at(units, unit + 1, unknown=unknown)
            if not names or not names[0].area or _tells_an_act(units, unit):
                yield from (Sighting(n, "at a town", unit) for n in names)
    elif units.is_class(unit, "TRAVEL"):
        yield from (Sighting(n, "journey to a place", unit) for n in names_at(units, unit + 1, unknown=False))
    elif units.is_class(unit, "VENUE"):
        if units.text[units.starts[unit]].isupper() and _after_preposition(block, units, unit):
            yield Sighting(Name(unit, unit + 1, units.words(unit, unit + 1), False, False), "venue", unit)
            if units.is_class(unit + 1, ","):
                yield from (Sighting(n, "town of a venue", unit) for n in names_at(units, unit + 2, unknown=False)[:1])
    elif units.is_class(unit, "OF"):
        names = names_at(units, unit + 1, unknown=False)
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
    name = name_at(units, unit + 1, unknown=False)
    if name is None or name.area:
        return
    before = _ends_date(block, units, unit)
    after = units.is_class(name.last, *SEPARATORS) and _is_dated(block, units, name.last + 1)
    closed = name.last >= len(units) or units.is_class(name.last, ")", *SEPARATORS)
    if units.is_class(unit, "(") and units.is_class(name.last, ")"):
        dated = before or (len(units.words(unit - 1, unit)) == 4 and units.is_class(unit - 1, "NUMBER")) or _is_dated(block, units, name.last + 2)
        if dated or any(units.is_class(n, "EVENT", "TOOK_PLACE") for n in range(max(0, unit - 3), unit)):
            yield Sighting(name, "town beside its event", unit)
    elif (before and closed) or (after and not units.is_class(unit, ",")):
        yield Sighting(name, "town beside its date", unit)


def _is_dated(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a date begins at a unit, at once or behind a small word or a weekday."""
    months = _months(block.lexicon)
    first = next((n for n in range(unit, unit + 3) if units.is_class(n, "NUMBER") or units.words(n, n + 1).lower() in months), None)
    if first is None:
        return False
    return (
        units.words(first, first + 1).lower() in months
        or any(units.words(n, n + 1).lower() in months for n in (first + 1, first + 2))
        or units.is_class(first + 1, "/")
    )


def _ends_date(block: ReadBlock, units: Units, unit: int) -> bool:
    """Whether a date ends right before a unit."""
    if not units.is_class(unit - 1, "NUMBER"):
        return unit > 0 and units.words(unit - 1, unit).lower() in _months(block.lexicon)
    return unit > 1 and (units.words(unit - 2, unit - 1).lower() in _months(block.lexicon) or units.is_class(unit - 2, "/"))


@cache
def _months(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.lower() for form in lexicon.setting("time", "MONTH", ()))


def _seat(units: Units, unit: int) -> Iterator[Sighting]:
    """The town where a body has its seat, right behind its name: `Fondation Aubépine, Lyon`, `Kestrel Consulting of Nairobi`."""
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
        if units.is_class(n, "WITHIN") or (units.is_class(n, "AT") and units.words(n, n + 1).lower() in inside):
            return unit - n > 1
        if units.is_class(n, "HOLDER", "NOT_AT", ".", ",", ";", ":", "(", ")", "CAPITAL", "UPPER"):
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
    return any(units.is_class(n, "TOOK_PLACE", "EVENT") for n in range(max(0, unit - BEFORE), unit))


def _tells_an_act(units: Units, unit: int) -> bool:
    """Whether something takes place in the sentence: a country or region is a place only then."""
    return any(units.is_class(n, "TOOK_PLACE", "EVENT", "TRAVEL") for n in range(max(0, unit - NEAR_ACT), min(len(units), unit + NEAR_ACT)))


def _of_event(units: Units, unit: int) -> bool:
    """Whether `de` at this unit follows an event, near enough, with no body between them."""
    for n in range(unit - 1, max(-1, unit - BEFORE), -1):
        if units.is_class(n, "EVENT"):
            return True
        if units.is_class(n, "HOLDER", "AT", "NOT_AT", ".", ",", ";", ":", "(", ")", "AND"):
            return False
    return False


def names_at(units: Units, unit: int, *, unknown: bool) -> list[Name]:
    """The name that starts at a unit, and those listed after it (`Newport et Barry`): the further ones must be known."""
    first = name_at(units, unit, unknown=unknown)
    if first is None:
        return []
    names = [first]
    pending: list[Name] = []
    position = first.last
    for _ in range(LONGEST_LIST):
        conjunction = units.is_class(position, "AND") or (units.is_class(position, ",") and units.is_class(position + 1, "AND"))
        if not conjunction and not units.is_class(position, ","):
            break
        after = position + 1 + (conjunction and units.is_class(position, ","))
        if conjunction and units.is_class(after, "AT", "OF"):
            after += 1
        following = name_at(units, after, unknown=False)
        if following is None or following.area != first.area:
            break
        pending.append(following)
        position = following.last
        if conjunction:
            return names + pending
    return names


def name_at(units: Units, unit: int, *, unknown: bool) -> Name | None:
    """The place name that starts at a unit: an area, the longest name of the gazetteer, or a run of capitals where `unknown` is."""
    if units.is_class(unit, *AREAS):
        return Name(unit, unit + 1, units.words(unit, unit + 1), True, True)
    if not units.is_class(unit, "CAPITAL", "UPPER", "COMMON"):
        return None
    end = unit + 1
    for last in range(unit + 1, min(len(units), unit + LONGEST_NAME) + 1):
        if units.is_class(last - 1, "CAPITAL", "UPPER", "COMMON", *AREAS):
            end = last
        elif not (units.is_class(last - 1, "OF") or units.words(last - 1, last) in ("-", "/", "'s") or units.words(last - 1, last).islower()):
            break
    for last in range(end, unit, -1):
        form = units.words(unit, last)
        known = entries(key_of(form))
        if (
            known
            and not (last == unit + 1 and units.is_class(unit, "COMMON"))
            and not (units.is_class(last, "CAPITAL") and known[0].population < WEAK)
        ):
            return None if units.is_class(unit, "UPPER") and len(form) < 4 else Name(unit, last, form, True, False)
    if not unknown or not units.is_class(unit, "CAPITAL"):
        return None
    end = unit + 1
    while end < len(units) and units.is_class(end, "CAPITAL") and end - unit < LONGEST_NAME:
        end += 1
    return Name(unit, end, units.words(unit, end), False, False)
