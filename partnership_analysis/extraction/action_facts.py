"""The facts of an action: its status, its time, its place, its title."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from partnership_analysis.extraction.deeds import Deed, Group
from partnership_analysis.extraction.records import Instrument, Place, Status, TimeExpression
from partnership_analysis.extraction.statements import Statement

FINENESS = {"time": 0, "day": 1, "range": 2, "month": 3, "season": 4, "quarter": 5, "semester": 6, "year": 7}
LONGEST_TITLE = 110
JOINING = re.compile(r"[\s,;]*(?:et|and|puis|then|&|ainsi que|as well as|à nouveau|again)?\s*(?:les?|on|the|en|in|du|au|à|le)?\s*")


def status_of(statement: Statement, told: Deed, *, planned_part: bool, lead: Group | None) -> Status:
    """Whether it was done, goes on, is to come, or was given up; nominal lines of a review are done."""
    parts = {statement.tag(number).part: number for number in range(statement.last - 1, statement.first - 1, -1)}
    group = told.group
    if "CANCELLED" in parts or (group is not None and group.negated and "PLANNED" not in parts and not _not_yet(statement, group)):
        return "other"
    if group is not None and (group.negated or group.tag.part == "POSTPONED"):
        return "planned"
    if group is not None and (group.tense == "future" or group.tag.part == "PLANNED"):
        return "planned"
    if "ONGOING" in parts and (group is None or group.tag.part == "ONGOING" or group.tense == "present"):
        return "ongoing"
    if group is not None and group.tense == "present" and group.tag.part == "DOES":
        return "planned" if planned_part else "ongoing"
    if group is not None and group.tag.part == "DOING":
        return "ongoing" if group.tense == "present" else "done"
    if "PLANNED" in parts and _tells_time(statement, parts["PLANNED"], group):
        return "planned"
    if group is None and (planned_part or lead is not None and lead.tense == "future"):
        return "planned"
    return "done"


def _not_yet(statement: Statement, group: Group) -> bool:
    words = statement.units.words(group.first, min(statement.last, group.verb + 1)).lower()
    return "encore" in words or "toujours" in words or "yet" in words.split()


def _tells_time(statement: Statement, unit: int, group: Group | None) -> bool:
    """Whether a word such as `prévu`, `à paraître` says when the thing itself is to come."""
    words = statement.units.words(unit, unit + 1).lower()
    if group is None or words.startswith(("à ", "to ", "forthcoming", "upcoming", "prochainement", "pending")):
        return True
    return unit < group.first and statement.units.classes[unit - 1 : unit] not in (",", "(")


class Times:
    """The dates of a report by where they stand, those of laws and plans left out."""

    def __init__(self, dates: Sequence[TimeExpression], instruments: Sequence[Instrument]) -> None:
        named = sorted((one.start, one.end) for one in instruments)
        self.rows = [row for row in dates if not any(first <= row.start and row.end <= last for first, last in named)]
        self._starts = [row.start for row in self.rows]

    def within(self, start: int, end: int) -> list[TimeExpression]:
        """The dates inside a stretch."""
        return [row for row in self.rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)] if row.end <= end + 1]

    def of(self, start: int, end: int, text: str, fallback: tuple[int, int] | None = None) -> tuple[date | None, date | None, str | None]:
        """First day, last day and EDTF of what a stretch tells: the finer of two dates, the first and last of a list of dates."""
        rows = [row for row in self.within(start, end) if row.date_start or row.date_end]
        if not rows and fallback is not None:
            rows = [row for row in self.within(*fallback) if row.date_start or row.date_end]
        if not rows:
            return None, None, None
        best = min(rows, key=lambda row: (FINENESS.get(row.precision, 8), row.start))
        listed = _listed(rows, best, text)
        if len(listed) > 1:
            first, last = listed[0], listed[-1]
            return first.date_start, last.date_end, f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf and "/" not in first.edtf + last.edtf else None
        return best.date_start, best.date_end, best.edtf


def _listed(rows: Sequence[TimeExpression], best: TimeExpression, text: str) -> list[TimeExpression]:
    """The dates that make a list with one of them: `le 3 mars et le 5 juin 2022`."""
    found = [best]
    place = rows.index(best)
    for row in rows[place + 1 :]:
        between = text[found[-1].end : row.start]
        if row.precision != best.precision or len(between) > 16 or not between.strip() or not JOINING.fullmatch(between):
            break
        found.append(row)
    return found


class Whereabouts:
    """The places of a report by their names."""

    def __init__(self, places: Sequence[Place]) -> None:
        names = sorted({one.name for one in places}, key=lambda name: (-len(name), name))
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)") if names else None

    def of(self, text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> str | None:
        """The first place named in a stretch outside the names of bodies."""
        if self._pattern is None:
            return None
        for match in self._pattern.finditer(text, start, end):
            if not any(first <= match.start() and match.end() <= last for first, last in taken):
                return match.group()
        return None


def title_of(statement: Statement, told: Deed) -> str:
    """A few words that name it: from its head to the end of the phrase, cut at a comma, a bracket or a stop."""
    units, text = statement.units, statement.block.text
    first = told.head
    if told.group is None and told.head > statement.first:
        first = told.subject[0]
    start = units.starts[first]
    limit = min(statement.end, start + LONGEST_TITLE)
    piece = text[start:limit]
    for sign in (" (", ", ", " : ", "; ", ". "):
        position = piece.find(sign, 25)
        if position > 0:
            piece = piece[:position]
    if len(piece) == LONGEST_TITLE and " " in piece:
        piece = piece[: piece.rfind(" ")]
    return piece.strip(" .;:,*_–-[]") or statement.text[:LONGEST_TITLE].strip(" .;:,")
