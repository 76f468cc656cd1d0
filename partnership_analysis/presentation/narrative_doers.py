"""Who does an action, and whether its time has passed."""

from collections.abc import Sequence

from partnership_analysis.assessment.summaries import own_date
from partnership_analysis.extraction.records import Action
from partnership_analysis.presentation.narrative_story import Story

DOERS = ("organiser", "author", "signatory")
SUBJECTS = ("organiser", "author", "signatory", "funder", "speaker", "partner", "attendee")
"""Roles of those whom a pronoun of the report may stand for, the strongest first."""
FIRST_DOERS = {
    "signing": "signatory",
    "open_letter": "signatory",
    "hearing": "speaker",
    "presentation": "speaker",
    "publication": "author",
    "article": "author",
    "podcast": "author",
    "funding": "funder",
}


def overdue(story: Story, action: Action) -> bool:
    """Whether a planned action's time has passed by the report's own date."""
    now = own_date(story.tables)
    return action.status == "planned" and action.date_end is not None and now is not None and now.stated and action.date_end < now.first


def doers(story: Story, action: Action, roles: Sequence[str] = DOERS) -> list[str]:
    """The actors by whom an action is done, partners first, in the order of the table; ids."""
    parts = story.parts_taken.get(action.action_id, ())
    for role in (FIRST_DOERS.get(action.kind, "organiser"), *roles):
        found = [part.actor_id for part in parts if part.role == role and story.names.forms(part.actor_id)]
        if found:
            return sorted(found, key=lambda actor: actor not in story.tables.report.partners)
    return []


def ended(story: Story, action: Action) -> bool:
    """Whether an action's last day lies before the report's own date."""
    now = own_date(story.tables)
    return now is not None and action.date_end is not None and action.date_end < now.first
