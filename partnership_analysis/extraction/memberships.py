"""Offices that the report says a person holds or held."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Membership, Organisation, Person
from partnership_analysis.extraction.units import ReadBlock


def memberships(blocks: Sequence[ReadBlock], people: Sequence[Person], organisations: Sequence[Organisation]) -> tuple[Membership, ...]:
    """The offices held, in reading order."""
    return ()
