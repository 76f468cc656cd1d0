"""The shapes in which a report names an instrument of public policy.

Reads the units of one block in the family of `lexicons/<language>/instruments.toml`; a name starts at its head noun (French) or ends with it
(English: `Harbours Act 2014`). Every scan is bounded. What becomes of the names is decided in `instruments`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import cast

from partnership_analysis.extraction.instrument_heads import (
    Owners,
    agreement_at,
    funded_at,
    headed_at,
    headed_behind_at,
    labelled_at,
    law_at,
    pass_at,
)
from partnership_analysis.extraction.instrument_runs import LONGEST, YEAR, Found, capitals_before, fits, proper_run
from partnership_analysis.extraction.records import InstrumentKind
from partnership_analysis.extraction.titles import quoted
from partnership_analysis.extraction.units import ReadBlock, Units

FAMILY = ("connectors", "instruments", "named_instruments")
LONGEST_JOINT = 2
"""Units between two instruments of a list: a comma and an article."""
HEADS = ("HEAD", "LAW", "STATUTE", "AGREEMENT", "GENERIC", "TREATY", "KNOWN", "PASS", "FUNDED", "LABELLED", "LEVY", "ENTITLEMENT")


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument named: offsets in the view, its name, and what stands with it."""

    start: int
    end: int
    name: str
    kind: InstrumentKind
    rule: str
    acronym: str | None = None
    variants: tuple[str, ...] = ()
    year_start: int | None = None
    year_end: int | None = None


def named_instruments(block: ReadBlock, units: Units, states: Collection[int] = (), opened: Collection[int] = ()) -> Iterator[Named]:
    """The instruments that a block names, in reading order; `states` and `opened` are the view's offsets where the name of a public body ends and begins."""
    if next(units.of_class(*HEADS), None) is None:
        return
    quotes = {units.at(q.outer_start): (units.at(q.start), units.at(q.outer_end - 1)) for q in quoted(block)[0]}
    english = block.lexicon.setting("instruments", "head_last", False)
    lead = frozenset(block.lexicon.setting("instruments", "year_lead", ()))
    period = frozenset(block.lexicon.setting("instruments", "period", ()))
    owners = Owners(frozenset(units.at(offset) for offset in states), frozenset(units.at(offset) for offset in opened))
    taken = 0
    for unit in units.of_class(*HEADS):
        found = _found_at(units, unit, quotes, english, owners, _joined(units, taken, unit)) if unit >= taken else None
        if found is not None:
            named = _completed(units, found, lead, period)
            yield named
            taken = units.at(named.end - 1) + 1


def _joined(units: Units, last: int, unit: int) -> bool:
    """Whether `et` joins a head noun to an instrument before it in its sentence: `la loi Rivages et, à partir de 2021, le programme « … »`."""
    near = 0 < last < unit and unit - last < LONGEST and not any(units.is_class(n, ".", ";", ":") for n in range(last, unit))
    listed = unit - last <= LONGEST_JOINT and units.is_class(last, ",")
    return near and (listed or any(units.is_class(n, "AND") for n in range(last, unit)))


def _found_at(units: Units, unit: int, quotes: dict[int, tuple[int, int]], english: bool, owners: Owners, joined: bool) -> Found | None:
    if units.is_class(unit, "KNOWN", "GENERIC") or (units.is_class(unit, "TREATY") and " " in units.words(unit, unit + 1)):
        return _known(units, unit, english)
    if english:
        return headed_behind_at(units, unit, owners)
    if units.is_class(unit, "LAW", "STATUTE"):
        return law_at(units, unit, quotes)
    if units.is_class(unit, "AGREEMENT"):
        return agreement_at(units, unit, quotes)
    if units.is_class(unit, "TREATY"):
        last = proper_run(units, unit + 2) if units.is_class(unit + 1, "OF") else unit
        return Found(unit, last, "treaty", "treaty of a place") if last > unit + 2 else None
    if units.is_class(unit, "HEAD"):
        return headed_at(units, unit, quotes, joined=joined)
    if units.is_class(unit, "PASS"):
        return pass_at(units, unit)
    if units.is_class(unit, "FUNDED"):
        return funded_at(units, unit)
    if units.is_class(unit, "LABELLED"):
        return labelled_at(units, unit)
    return None


def _known(units: Units, unit: int, english: bool) -> Found:
    """A name of the lexicon, with the common noun before it as a further form: `programme national Rivage`."""
    kind = str(units.values[unit])
    if english and units.is_class(unit, "GENERIC") and units.text[units.starts[unit]].isupper():
        start = capitals_before(units, unit)
        if start < unit:
            return Found(start, unit + 1, kind, "known name", (units.words(unit, unit + 1),))
    first = unit
    while first > 0 and unit - first < 3 and units.is_class(first - 1, "LEVEL", "LOCAL"):
        first -= 1
    variants = (units.words(first - 1, unit + 1),) if first and units.is_class(first - 1, "HEAD") else ()
    last = unit + 1
    if units.is_class(last, "LEVEL", "LOCAL") and units.is_class(unit, "GENERIC"):
        variants = (*variants, units.words(unit, last + 1))
    run = proper_run(units, last + 1 if units.is_class(last, "OF") and units.is_class(unit, "GENERIC") else last)
    if run > last + 1 or (run > last and not units.is_class(last, "OF")):
        longer = units.words(unit, run)
        variants = (*variants, longer, *(f"{units.words(first - 1, unit)} {longer}" for _ in (1,) if first and units.is_class(first - 1, "HEAD")))
    return Found(unit, last, kind, "known name", variants, years_at=max(run, last))


def _completed(units: Units, found: Found, lead: frozenset[str], period: frozenset[str]) -> Named:
    """A name with its years and its acronym."""
    years, after_years = _years(units, max(found.last, found.years_at), lead)
    if not years:
        after_years = found.last
    acronym, last = None, found.last
    variants = list(found.variants)
    for position in (found.last, after_years):
        written = _acronym_in_brackets(units, position)
        if written is not None:
            acronym, last = written
            break
    if acronym is not None and last > found.last:
        run = proper_run(units, last)
        if run > last:
            further = units.words(last, run)
            variants += [f"{units.words(found.first, found.last)} {further}", f"{acronym} {further}"]
        years = years or _years(units, run, lead)[0]
    if acronym is None and units.is_class(found.first - 1, "(") and found.first > 1 and units.is_class(found.last, ")"):
        before = units.words(found.first - 2, found.first - 1)
        if before.isupper() and fits(before, units.words(found.first, found.last)):
            acronym = units.words(found.first - 2, found.first - 1)
    if after_years > found.last and years:
        variants.append(units.words(found.first, after_years))
    if not years:
        years = _years_of_period(units, last, period, lead)
    if not years:
        years = [int(y) for y in YEAR.findall(units.words(found.first, found.last)) if found.kind == "law"][:1]
    return Named(
        start=units.starts[found.first],
        end=units.ends[last - 1],
        name=units.words(found.first, found.last),
        kind=cast("InstrumentKind", found.kind),
        rule=found.rule,
        acronym=acronym,
        variants=tuple(variants),
        year_start=years[0] if years else None,
        year_end=years[1] if len(years) > 1 else None,
    )


def _acronym_in_brackets(units: Units, unit: int) -> tuple[str, int] | None:
    """The acronym in brackets at a unit, and where the bracket ends."""
    if not units.is_class(unit, "("):
        return None
    for n in range(unit + 1, min(unit + 4, len(units))):
        if units.is_class(n, ")"):
            written = units.text[units.starts[unit + 1] : units.ends[n - 1]]
            return (written, n + 1) if sum(c.isupper() for c in written) >= 2 and " " not in written else None
    return None


def _years_of_period(units: Units, unit: int, period: frozenset[str], lead: frozenset[str]) -> list[int]:
    """The years that a clause gives its agreement further on: `relatif à … pour la période 2021-2027`, `conclu en 2017`."""
    if units.is_class(unit, "CONCLUDED"):
        return _years(units, unit + 1, lead)[0]
    for n in range(unit, min(unit + LONGEST, len(units))):
        if units.is_class(n, ".", ";", ":", ",", *HEADS):
            if not units.is_class(n, "GENERIC", "KNOWN"):
                return []
        elif units.words(n, n + 1).lower() in period:
            return _years(units, n + 1, lead)[0]
    return []


def _years(units: Units, unit: int, lead: frozenset[str]) -> tuple[list[int], int]:
    """The year or years behind a name, and the unit after them; none where other words come first."""
    position = unit
    while position < len(units) and position - unit < 7 and units.words(position, position + 1).lower() in lead:
        position += 1
    if not units.is_class(position, "NUMBER") or not YEAR.fullmatch(units.words(position, position + 1)):
        return [], unit
    first = int(units.words(position, position + 1))
    if units.is_class(position + 1, "–", "-", "/") and units.is_class(position + 2, "NUMBER"):
        second = units.words(position + 2, position + 3)
        if YEAR.fullmatch(second) or len(second) == 2:
            return [first, int(second) if len(second) == 4 else first // 100 * 100 + int(second)], position + 3
    return [first], position + 1
