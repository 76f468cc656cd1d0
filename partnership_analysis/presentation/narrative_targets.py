"""Targets in sentences: reached, not yet reached, below, missed, not reported; and figures that moved from a starting value."""

from partnership_analysis.assessment.figures import is_result
from partnership_analysis.assessment.summaries import Change, Target, own_date, targets
from partnership_analysis.extraction.records import Finding
from partnership_analysis.presentation.formats import day, number, with_unit
from partnership_analysis.presentation.grammar.cutting import lower_first
from partnership_analysis.presentation.narrative_story import Story, story
from partnership_analysis.presentation.sentences import Sentence, quoted, without_marks
from partnership_analysis.tables.model import Tables


def target_name(one: Story, target: Target) -> str | None:
    """What a target counts, in the report's words: `structures créées`; None where the report gives no words for it."""
    name = target.label or (target.unit if target.unit not in ("%", *one.wording.currencies) else None)
    return " ".join(without_marks(name).split()) if name else None


def target_subject(one: Story, target: Target) -> str | None:
    """A target's name as a subject with its article, else in quotation marks."""
    name = target_name(one, target)
    if not name:
        return None
    subject = one.grammar.subject(name, one.text) if one.same_language else None
    if subject:
        return subject.words
    filled = one.wording.fill("targets.quoted", {"name": quoted(name)})
    return filled[0] if filled else None


def target_sentences(tables: Tables, findings: tuple[Finding, ...], language: str) -> tuple[Sentence, ...]:
    """The targets of a report, one sentence each, in reading order."""
    one = story(tables, findings, language)
    return tuple(sentence for target in targets(tables) if (sentence := target_sentence(one, target)))


def target_sentence(one: Story, target: Target) -> Sentence | None:
    """One target in one sentence; None where the wording has none.

    What is counted by the piece stands in the sentence (`104 acheteurs formés`); a share, a sum or a measure stands behind its name.
    """
    name = target_name(one, target)
    signs = ("%", *one.wording.currencies)
    unit = target.unit if target.unit in signs or (target.unit or "").lower() in one.wording.words("measures") else None
    if unit and name:
        name = name.removesuffix(f"({unit})").strip()
    subject = one.grammar.subject(lower_first(name), one.text) if name and one.same_language else None
    counted = unit is None and one.same_language and (not is_result(target.indicator) or (subject is not None and subject.plural))
    now = own_date(one.tables)
    slots = {
        "name": lower_first(name) if name and counted else name,
        "counted": counted,
        "subject": subject.words if subject else None,
        "feminine": subject is not None and subject.gender == "f",
        "plural": subject is not None and subject.plural,
        "value": with_unit(target.value, unit, one.language) if target.value is not None else None,
        "target": with_unit(target.target, unit, one.language),
        "falling": target.falling,
        "year": str(target.due.year) if target.due else None,
        "as_of": day(now.last, one.language) if now and now.stated else None,
    }
    filled = one.wording.fill(f"targets.{target.state}", slots)
    return one.say(filled[0], evidence=((target.indicator.start, target.indicator.end),)) if filled else None


def change_sentence(one: Story, change: Change) -> Sentence | None:
    """A figure that moved from a starting value, with its target where it has one; None where the report gives no words for it."""
    clause = change_clause(one, change)
    return one.say(clause, evidence=((change.indicator.start, change.indicator.end),)) if clause else None


def change_clause(one: Story, change: Change) -> str | None:
    """The same as a clause. A measure (`jours`, `m³`) names nothing that could change."""
    measures = ("%", *one.wording.currencies, *one.wording.words("measures"))
    name = next((name for name in (change.label, change.unit) if name and name.lower() not in measures), None)
    subject = one.grammar.subject(" ".join(without_marks(name).split()), one.text) if name and one.same_language else None
    row = change.indicator
    sign = change.unit if change.unit in ("%", *one.wording.currencies) else None
    from_to = one.wording.word("change").format(with_unit(change.baseline, sign, one.language), with_unit(change.value, sign, one.language))
    if sign is None and change.unit and change.label and change.unit.lower() not in change.label.lower():
        from_to = one.wording.word("change").format(number(change.baseline, one.language), with_unit(change.value, change.unit, one.language))
    short = row.target is not None and (change.value < row.target if change.baseline < row.target else change.value > row.target)
    slots = {
        "subject": subject.words if subject else None,
        "feminine": subject is not None and subject.gender == "f",
        "plural": subject is not None and subject.plural,
        "rose": change.difference > 0,
        "from_to": from_to,
        "target": with_unit(row.target, sign, one.language) if row.target is not None else None,
        "short": short,
    }
    filled = one.wording.fill("targets.change", slots)
    return filled[0] if filled else None
