"""Offices that the report says a person holds or held."""

from partnership_analysis.extraction.organisations import OrganisationsFound
from partnership_analysis.extraction.people import PeopleFound
from partnership_analysis.extraction.records import Membership


def memberships(people: PeopleFound, organisations: OrganisationsFound) -> tuple[Membership, ...]:
    """The offices held, in reading order."""
    return ()
