"""What was, is and will be done under the agreement."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Action, Axis, Organisation, Person, Place, Quotation, TimeExpression
from partnership_analysis.extraction.units import ReadBlock


def actions(blocks: Sequence[ReadBlock], axes: Sequence[Axis], dates: Sequence[TimeExpression], people: Sequence[Person], organisations: Sequence[Organisation], places: Sequence[Place], quotations: Sequence[Quotation]) -> tuple[Action, ...]:
    """The actions, in reading order."""
    return ()
