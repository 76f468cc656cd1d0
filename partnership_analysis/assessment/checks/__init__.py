"""The checks of an assessment: one small function each, a module a theme, all of them listed in `CHECKS`."""

from partnership_analysis.assessment.alarms import Check
from partnership_analysis.assessment.checks.gaps import (
    actions_undated,
    actions_without_actor,
    axis_without_action,
    axis_without_figure,
    axis_without_outcome,
    no_cost,
)
from partnership_analysis.assessment.checks.names import acronyms_unexplained, organisation_spelt_two_ways, person_spelt_two_ways, two_offices
from partnership_analysis.assessment.checks.numbers import figures_agree, figures_disagree, percent_out_of_range, sum_wrong
from partnership_analysis.assessment.checks.targets import target_missed, target_reached, target_unreported
from partnership_analysis.assessment.checks.texts import (
    announced_not_told,
    dead_links,
    publication_overdue,
    quotation_without_speaker,
    repeated_sentence,
    wrongly_decoded,
)
from partnership_analysis.assessment.checks.times import (
    abandoned,
    date_outside_period,
    done_in_future,
    end_before_start,
    planned_in_past,
    signed_after_start,
    weekday_mismatch,
)

CHECKS: tuple[Check, ...] = (
    Check("error", "pair", figures_disagree),
    Check("info", "total", figures_agree),
    Check("error", "total", sum_wrong),
    Check("error", "figure or group", percent_out_of_range),
    Check("error", "row", end_before_start),
    Check("error", "date", weekday_mismatch),
    Check("warning", "action", date_outside_period),
    Check("info", "report", signed_after_start),
    Check("error", "action", done_in_future),
    Check("warning", "action", planned_in_past),
    Check("warning", "action", abandoned),
    Check("info", "part", actions_undated),
    Check("info", "part", actions_without_actor),
    Check("warning", "axis", axis_without_action),
    Check("warning", "axis", axis_without_figure),
    Check("warning", "axis", axis_without_outcome),
    Check("info", "report", no_cost),
    Check("warning", "indicator", target_missed),
    Check("info", "indicator", target_reached),
    Check("warning", "indicator", target_unreported),
    Check("warning", "person", person_spelt_two_ways),
    Check("info", "organisation", organisation_spelt_two_ways),
    Check("info", "person", two_offices),
    Check("info", "report", acronyms_unexplained),
    Check("warning", "quotation", quotation_without_speaker),
    Check("warning", "report", dead_links),
    Check("warning", "publication", publication_overdue),
    Check("info", "pair", repeated_sentence),
    Check("warning", "axis or action", announced_not_told),
    Check("warning", "report", wrongly_decoded),
)
"""Every check, in the contract's order."""
