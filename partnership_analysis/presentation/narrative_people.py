"""Who takes part, in sentences."""

from partnership_analysis.assessment.summaries import participants as counted_participants
from partnership_analysis.extraction.records import Finding
from partnership_analysis.presentation.formats import counted, spoken_number
from partnership_analysis.presentation.narrative_story import story
from partnership_analysis.presentation.sentences import Sentence
from partnership_analysis.tables.model import Tables

MOST_NAMED = 5


def participants(tables: Tables, findings: tuple[Finding, ...], language: str) -> tuple[Sentence, ...]:
    """The partners with their number of actions, then who else takes part in more than one, then how many come once."""
    one = story(tables, findings, language)
    rows = [row for row in counted_participants(tables) if row.total]
    people = len({part.actor_id for part in tables.rows.participations if one.names.is_person(part.actor_id)})
    said: list[Sentence] = []

    def say(key: str, slots: dict[str, object]) -> None:
        filled = one.wording.fill(f"people.{key}", slots)
        if filled:
            said.append(one.say(filled[0], anchors=("figure-acteurs", "tableau-participations")))

    partners = [row for row in rows if row.partner]
    others = [row for row in rows if not row.partner]
    if partners:
        items = []
        for number, row in enumerate(partners):
            filled = one.wording.fill(
                "people.first" if number == 0 else "people.further",
                {
                    "name": one.names.short(row.organisation.organisation_id),
                    "actions": counted(row.total, "action", language),
                    "count": spoken_number(row.total, language) if row.total > 1 else one.wording.word("one_f"),
                },
            )
            if filled:
                items.append(filled[0])
        say("partners", {"items": items})
    several = [row for row in others if row.total > 1]
    if several:
        groups: dict[int, list[str]] = {}
        for row in sorted(several, key=lambda row: -row.total)[:MOST_NAMED]:
            name = one.names.short(row.organisation.organisation_id)
            if name:
                groups.setdefault(row.total, []).append(name)
        items = [
            filled[0]
            for number, (total, names) in enumerate(groups.items())
            if (filled := one.wording.fill(
                "people.several_one" if number == 0 else "people.several_more",
                {"names": names, "many": len(names) > 1, "actions": counted(total, "action", language), "count": spoken_number(total, language)},
            ))
        ]  # fmt: skip
        say("several", {"items": items, "others": bool(partners)})
    once = len(others) - len(several)
    if once:
        say("once", {"count": spoken_number(once, language), "many": once > 1, "others": bool(several or partners)})
    if people:
        say("people", {"people": counted(people, "person", language), "many": people > 1})
    if not rows and not people:
        filled = one.wording.fill("missing.acteurs", {"turn": 0})
        if filled:
            said.append(one.say(filled[0]))
    return tuple(said)
