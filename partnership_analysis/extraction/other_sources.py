"""Actions that no sentence tells: the rows of a table of actions, and the session that a report minutes."""

import re
from collections.abc import Sequence

from partnership_analysis.extraction.action_facts import status_of
from partnership_analysis.extraction.action_tables import Row
from partnership_analysis.extraction.attendance import Attendance, attendances, present
from partnership_analysis.extraction.cast import Part, add, cast
from partnership_analysis.extraction.deeds import deed
from partnership_analysis.extraction.drafts import Draft, Known, bare_name, is_planned_part, together
from partnership_analysis.extraction.kinds import nouns
from partnership_analysis.extraction.nominal import ordered
from partnership_analysis.extraction.records import Role
from partnership_analysis.extraction.statements import Statement, marked
from partnership_analysis.extraction.states import state_in_cell
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.extraction.verbs import Deed

LISTED = re.compile(r",|;|/| et | and | & |\n")
"""What parts the names in a cell."""
MEETINGS = frozenset(("meeting", "working_group", "workshop", "conference", "training", "visit", "signing", "hearing"))
"""Kinds of what people are listed as present at."""
SESSION = 8
"""Blocks at the start in which a session's date stands."""


def of_row(row: Row, known: Known) -> Draft:
    """A row of a table of actions: what its columns tell of time, status and actors."""
    units, marks = marked(row.action)
    statement = Statement(row.action, units, marks, row.number, 0, len(row.action.text), 0, len(units), 0, None, row.heading)
    scene = known.scene(statement)
    found = nouns(scene, 0, len(units))
    told = (
        deed(scene, item=True) or ordered(scene) or Deed(statement.tag(found[0]).kind if found else "other", None, (0, 0), found[0] if found else 0)
    )
    parts = {part.actor: part for part in cast(scene, told, known.names)}
    columns: tuple[tuple[ReadBlock | None, Role], ...] = ((row.lead, "organiser"), (row.partners, "partner"))
    for cell, role in columns:
        if cell is None:
            continue
        for one in known.names.within(cell.block.start, cell.block.end, free=True):
            add(parts, Part(one.actor, role, role == "organiser"))
        everybody = cell.text.strip(" *_.").lower() in cell.lexicon.setting("actions", "everybody", ())
        if everybody or any(tag.part == "PARTNERS" for tag in marked(cell)[1]):
            for actor in known.partners:
                add(parts, Part(actor, role, role == "organiser"))
        for words in LISTED.split(cell.text):
            if (body := known.by_name.get(bare_name(words, cell.lexicon)) or known.short.only(words)) is not None:
                add(parts, Part(body, role, role == "organiser"))
    status = status_of(statement, told, planned_part=is_planned_part(statement), lead=None)
    if status == "done" and known.times.only_a_deadline(row.cells[0].block.start, row.cells[-1].block.end):
        status = "planned"
    if row.status is not None:
        status = state_in_cell(row.status)
    return Draft(scene, told, row.cells[0].block.start, row.cells[-1].block.end, status, parts, together(scene, told), [scene])


def with_attendances(blocks: Sequence[ReadBlock], drafts: list[Draft], known: Known) -> list[Draft]:
    """The drafts with those who are listed as present below the line or sentence that tells of a session, in a report that minutes none."""
    if known.minutes or not blocks:
        return drafts
    for one in attendances(blocks, known.names):
        start, end = blocks[max(0, one.first - 1)].block.start, blocks[one.last].block.end
        told = next(
            (draft for draft in reversed(drafts) if start <= draft.start < end and draft.told.kind in MEETINGS and draft.status == "done"), None
        )
        if told is None and one.first:
            told = _session_of_line(blocks, one, known)
            if told is not None:
                drafts = [*(draft for draft in drafts if not told.start <= draft.start < told.end), told]
        if told is not None:
            for actor in one.actors:
                add(told.parts, Part(actor, "attendee"))
    return drafts


def _session_of_line(blocks: Sequence[ReadBlock], listed: Attendance, known: Known) -> Draft | None:
    """The session that the line over a list of those present names with its date: `Séance de clôture du comité, 19 décembre 2023`."""
    block = blocks[listed.first - 1]
    if not known.times.within(block.block.start, block.block.end):
        return None
    units, marks = marked(block)
    statement = Statement(block, units, marks, listed.first - 1, 0, len(block.text), 0, len(units), 0, None, "")
    scene = known.scene(statement)
    kinds = {statement.tag(number).kind for number in nouns(scene, 0, len(units), names=True)}
    if kinds.isdisjoint(MEETINGS):
        return None
    return Draft(scene, Deed("meeting", None, (0, 0), 0), block.block.start, blocks[listed.last].block.end, "done", {}, True, [scene])


def with_session(blocks: Sequence[ReadBlock], drafts: list[Draft], known: Known) -> list[Draft]:
    """The drafts with the session that the report minutes: who was there, and the session itself where no sentence tells it."""
    there = present(blocks, known.names) if known.minutes else ()
    if not there:
        return drafts
    session = next((one for one in drafts if one.told.kind == "meeting" and one.start < max(known.opening, 1) and one.status == "done"), None)
    if session is None:
        block = next((one for one in blocks[:SESSION] if known.times.within(one.block.start, one.block.end)), blocks[0])
        units, marks = marked(block)
        statement = Statement(block, units, marks, blocks.index(block), 0, len(block.text), 0, len(units), 0, None, "")
        session = Draft(
            known.scene(statement), Deed("meeting", None, (0, 0), 0), block.block.start, block.block.end, "done", {}, True, [known.scene(statement)]
        )
        drafts = [session, *(one for one in drafts if not (session.start <= one.start < session.end))]
    partners = [actor for actor, part in session.parts.items() if part.subject and part.role == "organiser"]
    for actor in partners:
        del session.parts[actor]
    for one in known.names.within(session.start, session.end, free=True):
        if one.actor in partners and any(part.actor == one.actor and part.role == "host" for part in cast(session.scene, session.told, known.names)):
            session.parts[one.actor] = Part(one.actor, "host")
    venue = next(
        (
            one
            for one in blocks[: 2 * SESSION]
            if one.text[:20].partition(":")[0].strip(" *_").lower() in one.lexicon.setting("actions", "venues", ())
        ),
        None,
    )
    if venue is not None:
        session.venue = venue
        for one in known.names.within(venue.block.start, venue.block.end, free=True):
            if one.actor in known.bodies:
                add(session.parts, Part(one.actor, "host"))
    for actor in there:
        add(session.parts, Part(actor, "attendee"))
    return drafts
