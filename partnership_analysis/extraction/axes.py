"""The parts of a report: its introduction, its objectives, what goes beyond them."""

from collections.abc import Sequence

from partnership_analysis.document.model import Document
from partnership_analysis.extraction.records import Axis
from partnership_analysis.extraction.units import ReadBlock


def axes(document: Document, blocks: Sequence[ReadBlock]) -> tuple[Axis, ...]:
    """The parts, in reading order."""
    return ()
