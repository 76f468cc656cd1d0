"""People: mentions of one person become one row."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Person
from partnership_analysis.extraction.units import ReadBlock


def people(blocks: Sequence[ReadBlock]) -> tuple[Person, ...]:
    """The people named, in reading order."""
    return ()
