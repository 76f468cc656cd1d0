"""The six OECD DAC criteria: which rows of the tables are evidence for each, and which question stays open.

A fact is a count of rows with the words they stand in; a question is a key of the wording. Nothing here is a mark: the middle
column of the page says what the report holds, the right one asks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from partnership_analysis.assessment.calendar import own_date
from partnership_analysis.assessment.figures import is_cost, is_money
from partnership_analysis.assessment.targets import targets
from partnership_analysis.tables.model import Tables

Criterion = Literal["relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability"]
CRITERIA: tuple[Criterion, ...] = ("relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability")
Fact = Literal[
    "context_figures", "surveys", "instruments", "baselines",
    "organisations", "other_organisations", "standing_bodies", "contracts",
    "targets", "targets_reached", "targets_not_yet", "targets_missed", "targets_below", "targets_not_reported",
    "money", "staff", "actions_with_cost",
    "outcomes", "outcomes_with_baseline", "third_party",
    "ongoing", "planned", "after_end", "successors", "evaluations",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """Rows that count as evidence for a criterion."""

    fact: Fact
    count: int
    spans: tuple[tuple[int, int], ...]
    """The words of the rows, in reading order."""
    ids: tuple[str, ...]
    """Ids of the rows (action_id, indicator_id, organisation_id, instrument_id), in the same order."""


@dataclass(frozen=True, slots=True)
class CriterionEvidence:
    """One criterion: what the report holds for it, and the question it leaves open (a key of the wording)."""

    criterion: Criterion
    facts: tuple[Evidence, ...]
    """Facts with at least one row; empty where the report holds nothing."""
    question: str
    """`<criterion>`, `<criterion>_nothing` where there are no facts; of targets `_reached` where all are, `_gaps` where all are reported."""


def criteria(tables: Tables) -> tuple[CriterionEvidence, ...]:
    """The six criteria in the OECD's order."""
    found: dict[Criterion, list[Evidence]] = {criterion: [] for criterion in CRITERIA}
    for criterion, evidence in _facts(tables):
        if evidence.count:
            found[criterion].append(evidence)
    return tuple(CriterionEvidence(c, tuple(facts), _question(c, {evidence.fact for evidence in facts})) for c, facts in found.items())


def _question(criterion: Criterion, facts: set[Fact]) -> str:
    """The question that the facts at hand leave open: nobody is asked for gaps where every target is reached."""
    if not facts:
        return f"{criterion}_nothing"
    if criterion != "effectiveness" or "targets_not_reported" in facts:
        return criterion
    return f"{criterion}_reached" if facts <= {"targets", "targets_reached"} else f"{criterion}_gaps"


def _evidence(fact: Fact, rows: Iterable[Any], key: str) -> Evidence:
    kept = sorted(rows, key=lambda row: (row.start, row.end))
    return Evidence(fact, len(kept), tuple((row.start, row.end) for row in kept), tuple(getattr(row, key) for row in kept))


def _facts(tables: Tables) -> Iterator[tuple[Criterion, Evidence]]:
    rows, report = tables.rows, tables.report
    actions, figures = rows.actions, rows.indicators
    yield "relevance", _evidence("context_figures", (row for row in figures if row.kind == "context"), "indicator_id")
    yield "relevance", _evidence("surveys", (a for a in actions if a.kind == "survey" and a.status in ("done", "ongoing")), "action_id")
    yield "relevance", _evidence("instruments", rows.instruments, "instrument_id")
    yield "relevance", _evidence("baselines", (row for row in figures if row.baseline is not None), "indicator_id")

    taking_part = {row.actor_id for row in rows.participations}
    outside = [body for body in rows.organisations if body.organisation_id not in report.partners]
    yield "coherence", _evidence("organisations", rows.organisations, "organisation_id")
    yield "coherence", _evidence("other_organisations", (b for b in outside if b.organisation_id in taking_part), "organisation_id")
    yield "coherence", _evidence("standing_bodies", (a for a in actions if a.kind == "working_group" and a.status != "other"), "action_id")
    yield "coherence", _evidence("contracts", (i for i in rows.instruments if i.kind == "contract"), "instrument_id")

    asked = targets(tables)
    yield "effectiveness", _evidence("targets", (t.indicator for t in asked), "indicator_id")
    states: tuple[tuple[Fact, str], ...] = (
        ("targets_reached", "reached"), ("targets_not_yet", "not_yet"), ("targets_missed", "missed"),
        ("targets_below", "below"), ("targets_not_reported", "not_reported"),
    )  # fmt: skip
    for fact, state in states:
        yield "effectiveness", _evidence(fact, (t.indicator for t in asked if t.state == state), "indicator_id")

    costs = [row for row in figures if is_cost(row)]
    joined = {row.action_id for row in costs}
    yield "efficiency", _evidence("money", (row for row in costs if is_money(row)), "indicator_id")
    yield "efficiency", _evidence("staff", (row for row in costs if not is_money(row)), "indicator_id")
    yield "efficiency", _evidence("actions_with_cost", (a for a in actions if a.action_id in joined), "action_id")

    outcomes = [row for row in figures if row.kind == "outcome"]
    yield "impact", _evidence("outcomes", outcomes, "indicator_id")
    yield "impact", _evidence("outcomes_with_baseline", (row for row in outcomes if row.baseline is not None), "indicator_id")
    yield "impact", _evidence("third_party", (a for a in actions if a.mode == "third_party" and a.status in ("done", "ongoing")), "action_id")

    now, end = own_date(tables), report.period_end
    ahead = [a for a in actions if a.status == "planned"]
    yield "sustainability", _evidence("ongoing", (a for a in actions if a.status == "ongoing"), "action_id")
    yield "sustainability", _evidence("planned", ahead, "action_id")
    if end:
        later = ((a.date_end or a.date_start, a) for a in actions if a.status in ("planned", "ongoing"))
        yield "sustainability", _evidence("after_end", (a for last, a in later if last and last > end), "action_id")
    yield "sustainability", _evidence("successors", (a for a in ahead if a.kind == "signing"), "action_id")
    coming = (a for a in ahead if a.kind == "study" and (now is None or a.date_end is None or a.date_end >= now.first))
    yield "sustainability", _evidence("evaluations", coming, "action_id")
