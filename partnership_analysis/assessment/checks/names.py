"""Checks of names: one person or body spelt two ways, two offices in one body, acronyms that are never spelt out."""

from collections.abc import Iterator

from partnership_analysis.assessment.acronyms import unexplained
from partnership_analysis.assessment.alarms import Alarm
from partnership_analysis.assessment.inspection import Inspection, stem
from partnership_analysis.assessment.spellings import organisation_spellings, person_spellings
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Membership

MOST_SHOWN = 12


def person_spelt_two_ways(inspection: Inspection) -> Iterator[Alarm]:
    """Spellings of one person differ in accents, letters or order (handles, a family name alone, initials and capitals do not count)."""
    for spellings, spans in person_spellings(inspection):
        yield Alarm(spans, None, {"spellings": spellings})


def organisation_spelt_two_ways(inspection: Inspection) -> Iterator[Alarm]:
    """Spellings of one body's same form differ in accents, hyphens, letters, small words or capitals inside (a form wholly in capitals, the first
    letter of a common noun, articles, quotation marks and apostrophes do not count).
    """
    for spellings, spans in organisation_spellings(inspection):
        yield Alarm(spans, None, {"spellings": spellings})


def two_offices(inspection: Inspection) -> Iterator[Alarm]:
    """One person holds two offices in one body, neither told as former."""
    people = {row.person_id: row.name for row in inspection.tables.rows.people}
    bodies = {row.organisation_id: row.name for row in inspection.tables.rows.organisations}
    held: dict[tuple[str, str], list[Membership]] = {}
    for row in inspection.tables.rows.memberships:
        if row.organisation_id in bodies and row.person_id in people and not row.former and row.organisation_id:
            offices = held.setdefault((row.person_id, row.organisation_id), [])
            if not any(_same_office(inspection, row.role, other.role) for other in offices):
                offices.append(row)
    for (person, body), offices in held.items():
        if len(offices) > 1:
            values = {"person": people[person], "body": bodies[body], "roles": [row.role for row in offices]}
            yield Alarm(tuple((row.start, row.end) for row in offices), None, values)


def _same_office(inspection: Inspection, one: str, other: str) -> bool:
    """Whether two roles are one office in two words: plural, gender, with or without what it is charged with, shared or first."""
    first, second = (_office(inspection, role) for role in (one, other))
    return not first or not second or first <= second or second <= first


def _office(inspection: Inspection, role: str) -> frozenset[str]:
    small = inspection.words("small") | inspection.words("shared_office")
    return frozenset(stem(word) for word in folded(role).split() if word not in small)


def acronyms_unexplained(inspection: Inspection) -> Iterator[Alarm]:
    """Acronyms stand in the text that are never spelt out, nor stand anywhere beside words with those initials: which. None are: units, currencies,
    countries, quarters, post-nominals, reference numbers, words in capitals, names of events or programmes, what every reader knows.
    """
    found = unexplained(inspection)
    if found:
        yield Alarm(tuple(span for _, span in found), None, {"acronyms": [acronym for acronym, _ in found[:MOST_SHOWN]], "count": len(found)})
