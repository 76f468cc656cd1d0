"""What was promised and what it cost, in the summary: targets by state, the sum stated and what was spent of it."""

from collections.abc import Mapping, Sequence

from partnership_analysis.assessment.means import Part
from partnership_analysis.assessment.summaries import Target, means, targets
from partnership_analysis.presentation.formats import counted, number, with_unit
from partnership_analysis.presentation.narrative_parts import spoken
from partnership_analysis.presentation.narrative_quantities import money
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.narrative_targets import target_name, target_subject
from partnership_analysis.presentation.sentences import Sentence, Span, quoted, without_marks


def summary_sentence(
    one: Story, key: str, slots: Mapping[str, object], *, evidence: Sequence[Span] = (), anchors: tuple[str, ...] = ()
) -> Sentence | None:
    """A sentence of the summary from its template; None where its rows are missing."""
    filled = one.wording.fill(f"summary.{key}", slots)
    return one.say(filled[0], evidence=tuple(evidence), anchors=anchors) if filled else None


def promised(one: Story, *, named: bool) -> Sentence | None:
    """Targets by state; the reached one and the unreported one by their names where they are to be `named`."""
    found = targets(one.tables)
    if not found:
        return None
    states: dict[str, list[Target]] = {}
    for target in found:
        states.setdefault(target.state, []).append(target)
    short = [*states.get("below", []), *states.get("missed", []), *states.get("not_yet", [])]
    reached, silent = states.get("reached", []), states.get("not_reported", [])
    years = {target.due.year for target in found if target.due}
    slots = {
        "total": len(found),
        "targets": counted(len(found), "target", one.language),
        "year": str(years.pop()) if len(years) == 1 and all(target.due for target in found) else None,
        "reached": len(reached),
        "reached_said": spoken(one, len(reached)) if reached else None,
        "example": _example(one, reached[0]) if len(reached) == 1 and named else None,
        "only_example": _example(one, found[0]) if len(found) == 1 and found[0].value is not None else None,
        "short": len(short),
        "short_said": spoken(one, len(short)) if short else None,
        "coming": bool(short) and all(target.state == "not_yet" for target in short),
        "silent": len(silent),
        "silent_said": spoken(one, len(silent)) if silent else None,
        "silent_named": _silent(one, silent[0]) if len(silent) == 1 and named else None,
    }
    evidence = [(target.indicator.start, target.indicator.end) for target in [*reached[:2], *silent[:1]]]
    return summary_sentence(one, "targets", slots, evidence=evidence, anchors=("figure-cibles",))


def _silent(one: Story, target: Target) -> str | None:
    """A target without a value by its name: `la part des femmes n'est pas communiquée`."""
    name = target_name(one, target)
    subject = one.grammar.subject(name, one.text) if name and one.same_language else None
    slots = {
        "subject": subject.words if subject else None,
        "feminine": subject is not None and subject.gender == "f",
        "plural": subject is not None and subject.plural,
        "name": quoted(name) if name else None,
    }
    filled = one.wording.fill("summary.silent", slots)
    return filled[0] if filled else None


def _example(one: Story, target: Target) -> str | None:
    """A target with its value: `104 acheteurs formés, pour une cible de 100`."""
    if not one.same_language:
        return None
    row = target.indicator
    unit = target.label or target.unit
    said = with_unit(target.value or 0, target.unit, one.language)
    if target.unit not in ("%", *one.wording.currencies) and unit:
        said = f"{number(target.value or 0, one.language)} {unit[:1].lower() + unit[1:]}" if row.label or target.label else said
    filled = one.wording.fill(
        "summary.example",
        {
            "value": said,
            "target": with_unit(target.target, target.unit if target.unit in ("%", *one.wording.currencies) else None, one.language),
        },
    )
    return filled[0] if filled else None


def funded(one: Story) -> Sentence | None:
    """The sum stated for the agreement and, where the report sets it against a target, what was spent."""
    sums = means(one.tables)
    spent = next((target for target in targets(one.tables) if target.unit in one.wording.currencies and target.value is not None), None)
    if not sums and not spent:
        return None
    slots = {
        "total": money(one, sums[0].total) if sums else None,
        "parts": _parts(one, sums[0].parts) if sums and len(sums[0].parts) < 4 else None,
        "label": target_subject(one, spent) if spent and spent.label and one.same_language else None,
        "spent": with_unit(spent.value or 0, spent.unit, one.language) if spent else None,
        "target": with_unit(spent.target, spent.unit, one.language) if spent else None,
    }
    evidence = [(row.start, row.end) for row in ([sums[0].total] if sums else []) + ([spent.indicator] if spent else [])]
    return summary_sentence(one, "money", slots, evidence=evidence)


def _parts(one: Story, parts: Sequence[Part]) -> list[str]:
    """The parts of a sum, each with who pays it where all are known."""
    sums = [money(one, part.indicator) for part in parts]
    payers = [without_marks(part.payer) if part.payer else "" for part in parts]
    return [f"{said} ({payer})" for said, payer in zip(sums, payers, strict=True)] if all(payers) else sums
