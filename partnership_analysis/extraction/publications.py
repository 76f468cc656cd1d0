"""Titled works that the report names."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Hyperlink, Organisation, Publication
from partnership_analysis.extraction.units import ReadBlock


def publications(blocks: Sequence[ReadBlock], links: Sequence[Hyperlink], organisations: Sequence[Organisation]) -> tuple[Publication, ...]:
    """The publications, in reading order."""
    return ()
