"""Laws, plans, programmes, contracts, schemes, treaties."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Instrument, Organisation, Publication
from partnership_analysis.extraction.units import ReadBlock


def instruments(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation], publications: Sequence[Publication]) -> tuple[Instrument, ...]:
    """The instruments, in reading order."""
    return ()
