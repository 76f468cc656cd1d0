"""Where something took or takes place."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Organisation, Place
from partnership_analysis.extraction.units import ReadBlock


def places(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation]) -> tuple[Place, ...]:
    """The places, in reading order."""
    return ()
