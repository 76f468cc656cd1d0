"""Where something took or takes place: towns, countries and regions after a preposition, an event, or in a column of places.

The words that say so are in `lexicons/<language>/places.toml`, countries in `countries.toml`, regions and departments in
`all/regions.toml`, coordinates in the gazetteer. A town that acts, or that an office or a body bears in its name, is none.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from partnership_analysis.extraction.gazetteer import key_of, resolve_place
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.occupied import Occupied
from partnership_analysis.extraction.place_names import AREAS, FAMILY, Name
from partnership_analysis.extraction.records import Organisation, Person, Place, Publication
from partnership_analysis.extraction.sightings import sightings
from partnership_analysis.extraction.units import ReadBlock, Units


def places(
    blocks: Sequence[ReadBlock], people: Sequence[Person], organisations: Sequence[Organisation], publications: Sequence[Publication]
) -> tuple[Place, ...]:
    """The places, one row a name, in reading order; `mentions` holds every place where the name stands as a place."""
    if not blocks:
        return ()
    lexicon = blocks[0].lexicon
    titles = [work for work in publications if work.kind != "social_post"]
    occupied, persons, bodies = Occupied([*people, *organisations, *titles]), Occupied(people), Occupied(organisations)
    found: dict[str, Place] = {}
    mentions: dict[str, list[tuple[int, int]]] = {}
    named = areas_named(blocks)
    home = tuple(lexicon.setting("places", "home", ()))
    background = frozenset(lexicon.setting("places", "background", ()))
    columns = place_columns(blocks)
    given = {folded(person.name).split(" ")[0] for person in people}
    ends = sorted({end for body in organisations for _, end in body.mentions or ((body.start, body.end),)})
    for block in blocks:
        units = block.units(*FAMILY)
        for sighting in sightings(block, units, (block.block.table, block.block.column) in columns, _body_ends(block, ends)):
            name = sighting.name
            if (name.area and name.form.lower() in background) or (not name.known and folded(name.form) in given):
                continue
            located = block.located(units.starts[name.first], units.ends[name.last - 1])
            cue = block.source(units.starts[sighting.cue], units.ends[sighting.cue]).start
            others = persons.covering(located["start"], located["end"]) or (
                sighting.rule != "venue"
                and any(not cue <= first < located["start"] for first, _ in bodies.covering(located["start"], located["end"]))
            )
            if (not name.known and others) or _in_a_longer_name(
                occupied.covering(located["start"], located["end"]), located["start"], located["end"], cue
            ):
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
