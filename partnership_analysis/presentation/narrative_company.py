"""Who took part in an action and is not named in the words that tell it."""

from partnership_analysis.extraction.records import Action
from partnership_analysis.presentation.grammar.cutting import bare
from partnership_analysis.presentation.narrative_story import Story

COMPANY = {
    "signatories": ("signatory",),
    "speakers": ("speaker",),
    "attendees": ("attendee",),
    "associated": ("partner", "organiser", "author", "funder"),
}
"""Who is named beside an action's own words, by the clause that names them."""
MOST_COMPANY = 6


def company(story: Story, action: Action, said: str) -> tuple[str, bool]:
    """Who took part in what was done and is not named in our words, as a clause (signatories, else speakers, those present, bodies associated).

    Also whether the report is the clause's subject.
    """
    if action.status != "done":
        return "", False
    plain = bare(said)
    for key, roles in COMPANY.items():
        missing = [
            part.actor_id
            for part in story.parts_taken.get(action.action_id, ())
            if part.role in roles and part.actor_id not in story.tables.report.partners and not story.names.named_in(part.actor_id, plain)
        ]
        names = [name for name in (story.names.actor(actor) for actor in dict.fromkeys(missing)) if name]
        filled = story.wording.fill(f"actions.{key}", {"names": names, "many": len(names) > 1}) if 0 < len(names) <= MOST_COMPANY else None
        if filled:
            return filled[0], filled[1] == "report"
    return "", False


def joined(others: str, figures: str) -> str:
    """Who took part and what was counted, the second first where it goes on with the sentence: `, with 40 exhibitors; the report also names …`."""
    if figures.startswith(","):
        return figures + others
    return f"{others} {figures}" if others and figures[:1].isalpha() else others + figures
