"""The shapes in which a report names an instrument of public policy.

Reads the units of one block in the family of `lexicons/<language>/instruments.toml`; a name starts at its head noun (French) or ends with it
(English: `Environment Act 2021`). Every scan is bounded. What becomes of the names is decided in `instruments`.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import cast

from partnership_analysis.extraction.records import InstrumentKind
from partnership_analysis.extraction.titles import quoted
from partnership_analysis.extraction.units import ReadBlock, Units

FAMILY = ("connectors", "instruments")
LONGEST = 24
"""Units of a name."""
LONGEST_SUBJECT = 16
YEAR = re.compile(r"(?:1[89]|20)\d\d")
SMALL_WORDS = ("for", "on", "to", "in", "at", "with")
PROPER = ("CAPITAL", "UPPER", "LETTER", "KNOWN", "STATE")
HEADS = ("HEAD", "LAW", "AGREEMENT", "GENERIC", "TREATY", "KNOWN")
DASHES = ("–", "-", "/", "&")


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


@dataclass(frozen=True, slots=True)
class _Found:
    """Units of a name, before its years and acronym are read."""

    first: int
    last: int
    kind: str
    rule: str
    variants: tuple[str, ...] = ()
    years_at: int = 0
    """Where its years may stand, when not right behind it."""


def named_instruments(block: ReadBlock, units: Units, states: Collection[int] = ()) -> Iterator[Named]:
    """The instruments that a block names, in reading order; `states` are the view's offsets where the name of a public body ends."""
    if next(units.of_class(*HEADS), None) is None:
        return
    quotes = {units.at(q.outer_start): (units.at(q.start), units.at(q.outer_end - 1)) for q in quoted(block)[0]}
    english = block.lexicon.setting("instruments", "head_last", False)
    lead = frozenset(block.lexicon.setting("instruments", "year_lead", ()))
    period = frozenset(block.lexicon.setting("instruments", "period", ()))
    owned = frozenset(units.at(offset) for offset in states)
    taken = 0
    for unit in units.of_class(*HEADS):
        found = _found_at(units, unit, quotes, english, owned) if unit >= taken else None
        if found is not None:
            named = _completed(units, found, lead, period)
            yield named
            taken = units.at(named.end - 1) + 1


def _found_at(units: Units, unit: int, quotes: dict[int, tuple[int, int]], english: bool, owned: Collection[int]) -> _Found | None:
    if units.is_class(unit, "KNOWN", "GENERIC") or (units.is_class(unit, "TREATY") and " " in units.words(unit, unit + 1)):
        return _known(units, unit, english)
    if english:
        return _headed_behind(units, unit, owned)
    if units.is_class(unit, "LAW"):
        return _law(units, unit, quotes)
    if units.is_class(unit, "AGREEMENT"):
        return _agreement(units, unit, quotes)
    if units.is_class(unit, "TREATY"):
        last = _proper_run(units, unit + 2) if units.is_class(unit + 1, "OF") else unit
        return _Found(unit, last, "treaty", "treaty of a place") if last > unit + 2 else None
    if units.is_class(unit, "HEAD"):
        return _headed(units, unit, quotes)
    return None


def _known(units: Units, unit: int, english: bool) -> _Found:
    """A name of the lexicon, with the common noun before it as a further form: `programme européen Urbact`."""
    kind = str(units.values[unit])
    if english and units.is_class(unit, "GENERIC") and units.text[units.starts[unit]].isupper():
        start = _capitals_before(units, unit)
        if start < unit:
            return _Found(start, unit + 1, kind, "known name", (units.words(unit, unit + 1),))
    first = unit
    while first > 0 and unit - first < 3 and units.is_class(first - 1, "LEVEL", "LOCAL"):
        first -= 1
    variants = (units.words(first - 1, unit + 1),) if first and units.is_class(first - 1, "HEAD") else ()
    last = unit + 1
    if units.is_class(last, "LEVEL", "LOCAL") and units.is_class(unit, "GENERIC"):
        variants = (*variants, units.words(unit, last + 1))
    run = _proper_run(units, last)
    if run > last:
        longer = units.words(unit, run)
        variants = (*variants, longer, *(f"{units.words(first - 1, unit)} {longer}" for _ in (1,) if first and units.is_class(first - 1, "HEAD")))
    return _Found(unit, last, kind, "known name", variants, years_at=run)


def _law(units: Units, unit: int, quotes: dict[int, tuple[int, int]]) -> _Found | None:
    """`loi n° 2014-856 du 31 juillet 2014 relative à …`, `loi Climat et Résilience`, `loi 3DS`, `loi « Egalim »`, `directive 2014/24/UE`."""
    after = unit + 1
    while units.is_class(after, "LEVEL", "LOCAL") and after - unit < 3:
        after += 1
    last = _law_number(units, after)
    last = _law_date(units, last)
    if last > after:
        return _with_subject(units, unit, last, "numbered or dated law")
    if after in quotes:
        return _Found(unit, quotes[after][1], "law", "law in quotation marks", (units.words(*quotes[after]),))
    if units.is_class(after, "LAW_NAME"):
        return _Found(unit, after + 1, "law", "law with a known name", (units.words(after, after + 1),))
    last = _proper_run(units, after)
    if last > after:
        if (
            units.is_class(last, "AND", "&")
            and units.is_class(last + 1, "WORD")
            and (last + 2 >= len(units) or units.is_class(last + 2, ",", ".", ")", "(", ";", "OF", "STOP"))
        ):
            last += 2
        return _Found(unit, last, "law", "law with a proper name", (units.words(after, last),))
    if units.is_class(after, "SUBJECT") and units.words(unit, unit + 1).lower().endswith(
        ("loi", "lois", "directive", "ordonnance", "règlement européen")
    ):
        last = _lower_run(units, after + 1, LONGEST_SUBJECT)
        if last - after > 2:
            return _Found(unit, last, "law", "law named by its subject")
    return None


def _law_number(units: Units, unit: int) -> int:
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


def _law_date(units: Units, unit: int) -> int:
    """The end of `du 31 juillet 2014` from a unit; the unit itself where there is none."""
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


def _with_subject(units: Units, first: int, last: int, rule: str) -> _Found:
    """A law with its number or date, and its subject, where it is given, as part of its name."""
    if units.is_class(last, "SUBJECT"):
        end = _lower_run(units, last + 1, LONGEST_SUBJECT)
        if end - last > 2:
            return _Found(first, end, "law", rule, (units.words(first, last),))
    return _Found(first, last, "law", rule)


def _agreement(units: Units, unit: int, quotes: dict[int, tuple[int, int]]) -> _Found | None:
    """An agreement with the state or Europe (`accord de méthode « … » entre le gouvernement et …`), or one that came before this one."""
    end = min(len(units), unit + LONGEST)
    stop = next((n for n in range(unit + 1, end) if units.is_class(n, ".", ";") and n + 1 < len(units) and units.starts[n + 1] > units.ends[n]), end)
    last = quotes[unit + 1][1] + 1 if unit + 1 in quotes else _proper_run(units, unit + 1)
    with_state = any(units.is_class(n, "STATE") for n in range(unit + 1, min(len(units), max(stop, last + 8))))
    if unit + 1 in quotes:
        return (
            _Found(unit, last, "contract", "agreement in quotation marks", (units.words(unit, unit + 1), units.words(*quotes[unit + 1])))
            if with_state
            else None
        )
    if last > unit + 2 and any(units.is_class(n, "STATE") for n in range(unit + 1, last)):
        return _Found(unit, last, "contract", "agreement with the state", (units.words(unit, unit + 1),))
    if any(units.is_class(n, "FOLLOWS") for n in range(max(0, unit - 4), unit)):
        last = unit + 1
        while last < stop and last - unit < 6 and (units.is_class(last, "OF") or (units.is_class(last, "WORD") and not units.is_class(last, "STOP"))):
            last += 1
        while last > unit + 1 and units.is_class(last - 1, "OF"):
            last -= 1
        return _Found(unit, last, "contract", "agreement that came before")
    return None


def _headed(units: Units, unit: int, quotes: dict[int, tuple[int, int]]) -> _Found | None:
    """A head noun with a proper name, a level, or an acronym behind its complement."""
    kind = str(units.values[unit])
    after = unit + 1
    level = local = False
    while units.is_class(after, "LEVEL", "LOCAL") and after - unit < 4:
        level, local = level or units.is_class(after, "LEVEL"), local or units.is_class(after, "LOCAL")
        after += 1
    public = level or kind in ("plan", "contract") or _is_public(units, unit)
    if after in quotes:
        first, last = quotes[after]
        return _Found(unit, last + 1, kind, "name in quotation marks", (units.words(first, last),)) if public else None
    if units.is_class(after, "KNOWN"):
        return None
    defined = _before_acronym(units, unit, after)
    if defined is not None:
        return _Found(unit, defined, kind, "name with its acronym")
    last = _proper_run(units, after)
    if (
        last > after
        and public
        and len(units.words(after, last)) >= 3
        and not (units.is_class(last, "WORD") and not units.is_class(last, "STOP") and kind == "scheme")
    ):
        return _Found(unit, last, kind, "proper name", (units.words(after, last),) if last - after > 1 or len(units.words(after, last)) > 3 else ())
    if level and units.is_class(after, "OF", "SUBJECT", "WORD"):
        last = _lower_run(units, after + 1, LONGEST_SUBJECT)
        if last > after + 1 or units.is_class(after, "WORD"):
            return _Found(unit, last, kind, "named by its level")
    if units.words(unit, unit + 1) and kind == "law" and units.is_class(after, "OF"):
        last = _lower_run(units, after + 1, 6)
        return _Found(unit, last, kind, "code") if last > after + 1 and units.words(unit, unit + 1)[0].isupper() else None
    return None


def _is_public(units: Units, unit: int) -> bool:
    """Whether the words around a head noun tell that the state or Europe runs it, or that something is done in its frame."""
    if any(units.is_class(n, "FRAME") for n in range(max(0, unit - 3), unit)):
        return True
    return any(units.is_class(n, "STATE") for n in range(max(0, unit - 8), min(len(units), unit + LONGEST)))


def _before_acronym(units: Units, head: int, after: int) -> int | None:
    """The end of a name whose acronym follows in brackets, within the clause; None where there is none or its letters do not fit."""
    if units.is_class(head - 1, "(") and units.is_class(head - 2, "UPPER"):
        closed = next((n for n in range(after, min(len(units), head + LONGEST)) if units.is_class(n, ")")), None)
        if closed is not None and fits(units.words(head - 2, head - 1), units.words(head, closed)):
            return closed
    for n in range(after, min(len(units) - 2, head + LONGEST)):
        if units.is_class(n, "(") and units.is_class(n + 1, "UPPER", "CAPITAL") and (units.is_class(n + 2, ")") or units.is_class(n + 2, "+")):
            last = n
            while last > head + 1 and units.is_class(last - 1, "NUMBER", "–", "-"):
                last -= 1
            return last if fits(units.words(n + 1, n + 2), units.words(head, last)) else None
        if units.is_class(n, ".", ";", ":", "(", ")", "«", "»", '"', "STOP", "KNOWN", "GENERIC") or (
            n > after and units.is_class(n, "HEAD", "LAW") and units.is_class(n - 1, "OF")
        ):
            return None
    return None


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


def _proper_run(units: Units, unit: int) -> int:
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


def _lower_run(units: Units, unit: int, longest: int) -> int:
    """The end of a name in small letters from a unit: up to a stop word, a sign, a number or the next head noun."""
    end = unit
    while end < len(units) and end - unit < longest:
        if units.is_class(end, "STOP", "NUMBER", "HEAD", "LAW", "AGREEMENT", "GENERIC") or not units.text[units.starts[end]].isalpha():
            break
        end += 1
    while end > unit and units.is_class(end - 1, "OF", "AND", "SUBJECT", "STOP"):
        end -= 1
    while end > unit and len(units.words(end - 1, end)) <= 3 and units.words(end - 1, end).islower():
        end -= 1
    return end


def _headed_behind(units: Units, unit: int, states: Collection[int]) -> _Found | None:
    """English: the words in capitals before `Act`, `Regulations`, `Fund` …, and for all but laws whose they are."""
    if not units.is_class(unit, "LAW", "HEAD") or not units.text[units.starts[unit]].isupper():
        return None
    first = _capitals_before(units, unit)
    if first == unit:
        number = _law_number(units, unit + 1) if units.is_class(unit, "LAW") else unit
        return _Found(unit, number, "law", "numbered law") if number > unit + 1 else None
    if units.is_class(unit, "LAW"):
        return _Found(first, unit + 1, "law", "law in capitals") if _is_law(units, unit) or unit - first > 2 else None
    owned = any(units.is_class(n, "LEVEL") for n in range(first, unit)) or units.is_class(first - 1, "OWNER", "LEVEL") or first - 1 in states
    if (
        not owned
        and units.words(unit + 1, unit + 2) in ("for", "of")
        and units.is_class(unit + 2, "LEVEL")
        and units.text[units.starts[unit + 2]].isupper()
    ):
        return _Found(first, unit + 3, str(units.values[unit]), "name in capitals", (units.words(first, unit + 1),))
    return _Found(first, unit + 1, str(units.values[unit]), "name in capitals") if owned else None


def _capitals_before(units: Units, unit: int) -> int:
    """The first unit of the run of capitals that ends before a head noun, small words between them included."""
    first = unit
    while first > 0 and unit - first < LONGEST:
        before = first - 1
        if units.is_class(before, "CAPITAL", "UPPER", "LEVEL", "HEAD", "KNOWN", "STATE") and units.text[units.starts[before]].isupper():
            first = before
        elif units.is_class(before, ")") and units.is_class(before - 2, "("):
            first = before - 2
        elif (
            before > 0
            and (units.is_class(before, "OF", "AND", "-", "&") or units.words(before, before + 1) in SMALL_WORDS)
            and _capital(units, before - 1)
        ) or (before > 1 and units.is_class(before, ".") and units.words(before - 1, before) == "etc"):
            first = before - 1
        elif before > 1 and units.is_class(unit, "LAW") and units.words(before, before + 1) == "the" and _capital(units, before - 2):
            first = before - 2
        elif units.is_class(before, ",") and _capital(units, before - 1) and _capital(units, first):
            first = before - 1
        else:
            break
    return first


def _capital(units: Units, unit: int) -> bool:
    return unit >= 0 and units.is_class(unit, "CAPITAL", "UPPER", "LEVEL", "HEAD", "KNOWN", "STATE") and units.text[units.starts[unit]].isupper()


def _is_law(units: Units, unit: int) -> bool:
    word = units.words(unit, unit + 1)
    return word in ("Act", "Acts", "Bill", "Regulations", "Directive") or units.is_class(unit + 1, "NUMBER", "(")


def _completed(units: Units, found: _Found, lead: frozenset[str], period: frozenset[str]) -> Named:
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
        run = _proper_run(units, last)
        if run > last:
            further = units.words(last, run)
            variants += [f"{units.words(found.first, found.last)} {further}", f"{acronym} {further}"]
            years, _ = _years(units, run, lead)
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
            if not units.is_class(n, "GENERIC"):
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
