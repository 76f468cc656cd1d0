"""Figures with what they count."""

from collections.abc import Sequence

from partnership_analysis.extraction.records import Action, Axis, Indicator, TimeExpression
from partnership_analysis.extraction.units import ReadBlock


def indicators(blocks: Sequence[ReadBlock], axes: Sequence[Axis], actions: Sequence[Action], dates: Sequence[TimeExpression]) -> tuple[Indicator, ...]:
    """The indicators, in reading order."""
    return ()
