"""Laws, plans, programmes, contracts, schemes, treaties."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Instrument, Organisation
from partnership_analysis.extraction.units import ReadBlock


def instruments(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation]) -> tuple[Instrument, ...]:
    """The instruments, in reading order."""
    return ()
