"""Targets in sentences: reached, not yet reached, below, missed, not reported; and figures that moved from a starting value."""

from partnership_analysis.assessment.summaries import Change, Target, own_date
from partnership_analysis.presentation.formats import day, number, with_unit
from partnership_analysis.presentation.grammar.cutting import lower_first
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.sentences import Sentence, quoted, without_marks


def target_name(story: Story, target: Target) -> str | None:
    """What a target counts, in the report's words: `structures créées`; None where the report gives no words for it."""
    name = target.label or (target.unit if target.unit not in ("%", *story.wording.currencies) else None)
    return " ".join(without_marks(name).split()) if name else None


def target_subject(story: Story, target: Target) -> str | None:
    """A target's name as a subject with its article, else in quotation marks."""
    name = target_name(story, target)
    if not name:
        return None
    subject = story.grammar.subject(name, story.text) if story.same_language else None
    if subject:
        return subject.words
    filled = story.wording.fill("targets.quoted", {"name": quoted(name)})
    return filled[0] if filled else None


def target_sentence(story: Story, target: Target) -> Sentence | None:
    """One target in one sentence."""
    name = target_name(story, target)
    sign = target.unit if target.unit in ("%", *story.wording.currencies) else None
    subject = story.grammar.subject(name, story.text) if name and story.same_language else None
    now = own_date(story.tables)
    slots = {
        "name": (quoted(name) if not story.same_language else lower_first(name)) if name else None,
        "subject": subject.words if subject else None,
        "feminine": subject is not None and subject.gender == "f",
        "plural": subject is not None and subject.plural,
        "value": with_unit(target.value, sign, story.language) if target.value is not None else None,
        "target": with_unit(target.target, sign, story.language),
        "share": sign == "%",
        "year": str(target.due.year) if target.due else None,
        "as_of": day(now.last, story.language) if now and now.stated else None,
    }
    filled = story.wording.fill(f"targets.{target.state}", slots)
    return story.say(filled[0], evidence=((target.indicator.start, target.indicator.end),)) if filled else None


def change_sentence(story: Story, change: Change) -> Sentence | None:
    """A figure that moved from a starting value, with its target where it has one; None where the report gives no words for it."""
    clause = change_clause(story, change)
    return story.say(clause, evidence=((change.indicator.start, change.indicator.end),)) if clause else None


def change_clause(story: Story, change: Change) -> str | None:
    """The same as a clause. A measure (`jours`, `m³`) names nothing that could change."""
    measures = ("%", *story.wording.currencies, *story.wording.words("measures"))
    name = next((name for name in (change.label, change.unit) if name and name.lower() not in measures), None)
    subject = story.grammar.subject(" ".join(without_marks(name).split()), story.text) if name and story.same_language else None
    row = change.indicator
    sign = change.unit if change.unit in ("%", *story.wording.currencies) else None
    from_to = story.wording.word("change").format(with_unit(change.baseline, sign, story.language), with_unit(change.value, sign, story.language))
    if sign is None and change.unit and change.label and change.unit.lower() not in change.label.lower():
        from_to = story.wording.word("change").format(number(change.baseline, story.language), with_unit(change.value, change.unit, story.language))
    short = row.target is not None and (change.value < row.target if change.baseline < row.target else change.value > row.target)
    slots = {
        "subject": subject.words if subject else None,
        "feminine": subject is not None and subject.gender == "f",
        "plural": subject is not None and subject.plural,
        "rose": change.difference > 0,
        "from_to": from_to,
        "target": with_unit(row.target, sign, story.language) if row.target is not None else None,
        "short": short,
    }
    filled = story.wording.fill("targets.change", slots)
    return filled[0] if filled else None
