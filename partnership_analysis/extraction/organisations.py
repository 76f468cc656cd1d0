"""Organisations: mentions of one body become one row."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Organisation, Person
from partnership_analysis.extraction.units import ReadBlock


def organisations(blocks: Sequence[ReadBlock], people: Sequence[Person]) -> tuple[Organisation, ...]:
    """The bodies named, in reading order."""
    return ()
