"""The findings of an assessment: every check run over the tables, and put into words."""

from collections.abc import Mapping

from partnership_analysis.assessment.checks import CHECKS
from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.assessment.messages import check_title, message
from partnership_analysis.extraction.records import Finding, Severity
from partnership_analysis.tables.model import Tables

__all__ = ["CHECKS", "check_title", "checks_table", "run_checks"]

ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def run_checks(tables: Tables, *, language: str = "fr", titles: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """What does not add up, or is missing, in a report, each finding with a sentence in `language` (`fr`, `en`).

    `titles` are what sentences call actions, by id; their own titles where there are none.

    Order: errors, warnings, infos; within them the checks in their order, and what each found in the order it was found.
    Raises: ParameterError: no wording for `language`.
    """
    inspection = Inspection(tables, titles or {})
    found = [
        Finding(
            check=check.name,
            severity=check.severity,
            message=message(check.name, alarm.values, language=language),
            evidence=tuple((start, end) for start, end in alarm.evidence),
            axis_id=alarm.axis_id,
        )
        for check in CHECKS
        for alarm in check.function(inspection)
    ]
    return tuple(sorted(found, key=lambda finding: ORDER[finding.severity]))


def checks_table() -> str:
    """The checks as a Markdown table for the documentation: name, severity, what one finding is about, when it is raised."""
    lines = ["| check | severity | one finding per | raised when |", "|---|---|---|---|"]
    lines += [f"| {check.name} | {check.severity} | {check.per} | {check.rule} |" for check in CHECKS]
    return "\n".join(lines) + "\n"
