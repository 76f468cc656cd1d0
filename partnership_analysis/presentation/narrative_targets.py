"""Targets in sentences: reached, not yet reached, below, missed, not reported; and figures that moved from a starting value."""

from partnership_analysis.assessment.summaries import Target
from partnership_analysis.presentation.formats import number, with_unit
from partnership_analysis.presentation.grammar.model import lower_first
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
    nominal = story.grammar.nominal(name, story.tables.document.text) if story.same_language else None
    if nominal and story.language == "fr" and not nominal.plural:
        return f"{nominal.determiner.replace('une', 'la').replace('un', 'le') if not nominal.text[:1].lower() in 'aeéèêiouh' else 'l’'} {nominal.text}".replace("’ ", "’")
    filled = story.wording.fill("targets.quoted", {"name": quoted(name)})
    return filled[0] if filled else None


def target_sentence(story: Story, target: Target) -> Sentence | None:
    """One target in one sentence."""
    name = target_name(story, target)
    sign = target.unit if target.unit in ("%", *story.wording.currencies) else None
    slots = {
        "name": (quoted(name) if not story.same_language else lower_first(name)) if name else None,
        "value": with_unit(target.value, sign, story.language) if target.value is not None else None,
        "target": with_unit(target.target, sign, story.language),
        "year": str(target.due.year) if target.due else None,
        "baseline": number(target.baseline, story.language) if target.baseline is not None else None,
    }
    filled = story.wording.fill(f"targets.{target.state}", slots)
    return story.say(filled[0], evidence=((target.indicator.start, target.indicator.end),)) if filled else None
