"""An action that no clause of ours can tell: kind, date, place and actors in our words, the report's between quotation marks."""

from partnership_analysis.extraction.records import Action
from partnership_analysis.presentation.grammar.cutting import lower_first
from partnership_analysis.presentation.narrative_company import company, joined
from partnership_analysis.presentation.narrative_doers import doers, ended, overdue
from partnership_analysis.presentation.narrative_parts import agreement_noun
from partnership_analysis.presentation.narrative_quantities import quantities
from partnership_analysis.presentation.narrative_story import Story
from partnership_analysis.presentation.narrative_told import Told
from partnership_analysis.presentation.narrative_words import quote


def told_in_quotes(story: Story, action: Action) -> Told:
    """Kind, date, place and actors in our words, then the report's words in quotation marks."""
    signed = _signed(story, action)
    if signed:
        return signed
    kind = story.wording.kind(action.kind)
    names = [name for name in (story.names.short(actor) for actor in doers(story, action)) if name]
    slots = {
        "kind": kind,
        "feminine": kind.get("gender") == "f",
        "names": names if 0 < len(names) <= 4 else None,
        "many": len(names) > 1,
        "when": story.when(action),
        "where": story.where(action),
        "quote": quote(story, action),
        "status": action.status,
        "late": overdue(story, action),
    }
    expected = action.status == "ongoing" and action.date_end is not None and not ended(story, action)
    key = (
        "expected"
        if expected
        else {"done": "done", "ongoing": "ongoing", "planned": "planned", "other": "abandoned"}.get(action.status or "done", "done")
    )
    filled = story.wording.fill(f"actions.{key}", slots)
    assert filled is not None  # the last template of each asks only for kind and quote
    text, opens = filled
    said = lower_first(text) if opens != "actor" else text
    others, report_speaks = company(story, action, said)
    figures, aside, spans = quantities(story, action, said, report_speaks=report_speaks)
    figures = joined(others, figures)
    return Told(action, ((opens, said),), ((action.start, action.end), *spans), quoted=True, figures=figures, aside=aside)


def _signed(story: Story, action: Action) -> Told | None:
    """The signing of the agreement itself, where its words cannot stand in a sentence of ours: who, when and where."""
    if action.kind != "signing" or action.status != "done" or action.date_start is None or action.date_start != story.tables.report.signed_on:
        return None
    names = [name for name in (story.names.actor(actor) for actor in story.tables.report.partners or doers(story, action)) if name]
    noun = story.grammar.subject(agreement_noun(story), "")
    slots = {
        "names": names or None,
        "many": len(names) > 1,
        "agreement": noun.words if noun else None,
        "when": story.when(action),
        "where": story.where(action),
    }
    filled = story.wording.fill("actions.signed", slots)
    if filled is None:
        return None
    others, report_speaks = company(story, action, filled[0])
    figures, aside, spans = quantities(story, action, filled[0], report_speaks=report_speaks)
    return Told(action, (("actor", filled[0]),), ((action.start, action.end), *spans), figures=joined(others, figures), aside=aside)
