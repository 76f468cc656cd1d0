"""States: the words of a column or a label that say what became of an action: `En cours`, `Not started`, `**Réalisé** :`."""

from collections.abc import Mapping

from partnership_analysis.extraction.records import Status
from partnership_analysis.extraction.statements import Statement, marked
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.lexicon import Lexicon

LONGEST_LABEL = 30
"""Characters."""


def state_in_cell(cell: ReadBlock) -> Status:
    """What a cell of a column of states says: done where no word says otherwise."""
    words = cell.text.lower().strip(" *_.")
    known = next(
        (status for state, status in _states(cell.lexicon).items() if words.startswith(state) and not words[len(state) : len(state) + 1].isalpha()),
        None,
    )
    if known is not None:
        return known
    parts = [tag.part for tag in marked(cell)[1]]
    if parts[:1] == ["TO"] and parts[1:2] in (["DO"], ["BE"], ["BEEN"]):
        return "planned"
    fates: tuple[tuple[str, Status], ...] = (("CANCELLED", "other"), ("POSTPONED", "planned"), ("ONGOING", "ongoing"), ("PLANNED", "planned"))
    return next((fate for mark, fate in fates if mark in parts), "done")


def state_in_label(statement: Statement) -> Status | None:
    """What the label that opens a line says; None where the line has none, or one that is no state."""
    label, colon, _ = statement.text[:LONGEST_LABEL].partition(":")
    return _states(statement.block.lexicon).get(label.strip(" *_").lower()) if colon else None


def _states(lexicon: Lexicon) -> Mapping[str, Status]:
    found: Mapping[str, Status] = lexicon.setting("actions", "states", {})
    return found
