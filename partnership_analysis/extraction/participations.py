"""Who takes part in which action, and how."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Action, Organisation, Participation, Person
from partnership_analysis.extraction.units import ReadBlock


def participations(blocks: Sequence[ReadBlock], actions: Sequence[Action], people: Sequence[Person], organisations: Sequence[Organisation]) -> tuple[Participation, ...]:
    """The participations, in reading order."""
    return ()
