"""Expressions of time and the days they name."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import TimeExpression
from partnership_analysis.extraction.units import ReadBlock


def dates(blocks: Sequence[ReadBlock]) -> tuple[TimeExpression, ...]:
    """The expressions of time, in reading order."""
    return ()
