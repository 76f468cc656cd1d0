"""Words quoted from somebody, and who says them."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Organisation, Person, Quotation
from partnership_analysis.extraction.units import ReadBlock


def quotations(blocks: Sequence[ReadBlock], people: Sequence[Person], organisations: Sequence[Organisation]) -> tuple[Quotation, ...]:
    """The quotations, in reading order."""
    return ()
