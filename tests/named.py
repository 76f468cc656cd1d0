"""People, bodies and offices of a text, for tests of the rules on names."""

from partnership_analysis.extraction.blocks import read_blocks
from partnership_analysis.extraction.memberships import memberships
from partnership_analysis.extraction.organisations import OrganisationsFound, organisations
from partnership_analysis.extraction.people import PeopleFound, people
from partnership_analysis.language.lexicon import load_lexicon
from partnership_analysis.reading.formats import read_document


def named(text: str, language: str) -> tuple[PeopleFound, OrganisationsFound]:
    """The people and the bodies of a text."""
    found = people(read_blocks(read_document(text), load_lexicon(language)))
    return found, organisations(found)


def people_of(text: str, language: str) -> list[str]:
    """The names of the people of a text, in reading order."""
    return [person.name for person in named(text, language)[0].rows]


def bodies_of(text: str, language: str) -> list[tuple[str, str, str | None]]:
    """Name, kind and letters of the bodies of a text, in reading order."""
    return [(body.name, body.kind, body.acronym) for body in named(text, language)[1].rows]


def offices_of(text: str, language: str) -> list[tuple[str, str, str | None, bool]]:
    """Person, role, body and whether it is over, of the offices of a text, in reading order."""
    persons, bodies = named(text, language)
    names = {row.person_id: row.name for row in persons.rows} | {row.organisation_id: row.name for row in bodies.rows}
    return [(names[m.person_id], m.role, names.get(m.organisation_id or ""), m.former) for m in memberships(persons, bodies)]
