"""Checks of targets: reached, missed, not reported."""

from collections.abc import Iterator

from partnership_analysis.assessment.alarms import Alarm
from partnership_analysis.assessment.figures import is_money, is_result
from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.assessment.targets import Target, targets
from partnership_analysis.extraction.identity import folded


def target_missed(inspection: Inspection) -> Iterator[Alarm]:
    """An actual value falls short of its target (is above it where the baseline is higher than the target or, without a baseline, where what is
    counted should be few), and the target's date has passed or is not given; spending below a budget is none.
    """
    for target in targets(inspection.tables):
        if target.state in ("missed", "below") and not (target.indicator.kind == "input" and is_money(target.indicator)):
            yield _alarm(target)


def target_reached(inspection: Inspection) -> Iterator[Alarm]:
    """An actual value meets its target."""
    for target in targets(inspection.tables):
        if target.state == "reached" and not (target.indicator.kind == "input" and is_money(target.indicator)):
            yield _alarm(target)


def target_unreported(inspection: Inspection) -> Iterator[Alarm]:
    """A target in a list or table of results stands without an actual value, or its date has passed; forecasts and budgets are none."""
    for target in targets(inspection.tables):
        if target.state == "not_reported" and not (target.indicator.kind == "input" and is_money(target.indicator)):
            yield _alarm(target)


def _alarm(target: Target) -> Alarm:
    row = target.indicator
    named = target.label and (is_result(row) or folded(target.label) not in folded(row.exact))
    values = {"words": target.label if named else row.exact, "row": row, "due": target.due}
    return Alarm(((row.start, row.end),), row.axis_id, values)
