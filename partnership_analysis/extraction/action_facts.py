"""The facts of an action: its status, its time, its place, its title."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache

from partnership_analysis.extraction.records import Instrument, Place, Status, TimeExpression
from partnership_analysis.extraction.statements import Statement
from partnership_analysis.extraction.units import NUMBER, ReadBlock
from partnership_analysis.extraction.verbs import Deed, Group, Scene
from partnership_analysis.language.lexicon import Lexicon

LONGEST_TITLE = 110
SHORTEST_TITLE = 25
"""Characters after which a sign ends a title."""
SHORTEST_WORD = 4
"""Letters of a word whose stop ends a title: shorter ones are abbreviations."""
FAR_OBJECT = 8
"""Units from a verb to the noun that names the action beyond which the verb opens the title."""
LONGEST_LINK = 200
"""Characters of a link whose words are a title."""
YEAR_AFTER = 9
"""Characters after a law's name in which a year still belongs to it: `de 2021`."""
LONGEST_HOUSE = 9
"""Units of the name of a house, with what is in it, before its town."""
OPEN_DAYS = 31
"""Days that an open-ended date counts as, when dates are compared."""
BYGONE = 40
"""Years before the report's last date."""
FINE = frozenset(("day", "month", "season", "time"))
"""Precisions of dates that deeds have."""
SENTENCE_STOP = re.compile(r"[.;!?]\s")


def status_of(statement: Statement, told: Deed, *, planned_part: bool, lead: Group | None) -> Status:
    """Whether it was done, goes on, is to come, or was given up; nominal lines of a review are done."""
    openers = statement.block.lexicon.setting("actions", "nominal_openers", ())
    if told.group is None and statement.text.lower().startswith(tuple(openers)):
        return "planned"
    group = told.group
    if group is None and _put_off(statement):
        return "other"
    parts = {statement.tag(number).part: number for number in reversed(statement.of_part("CANCELLED", "PLANNED", "ONGOING"))}
    given_up = "CANCELLED" in parts and any(statement.tag(parts["CANCELLED"] - n).part in ("BE", "BEEN", "HAVE") for n in (1, 2))
    cancelled = "CANCELLED" in parts and (group is None or given_up or group.tag.part == "CANCELLED" or group.tense != "future")
    aimed = "PLANNED" in parts and (group is None or group.tense != "past" or group.tag.part == "PLANNED")
    if cancelled or (group is not None and group.negated and not aimed and not _not_yet(statement, group)):
        return "other"
    if (
        group is not None
        and told.subject[0] < group.first
        and statement.units.words(told.subject[0], told.subject[0] + 1).lower() in _none(statement)
    ):
        return "other"
    put_off = group.verb if group is not None and group.tag.part == "POSTPONED" else next(iter(statement.of_part("POSTPONED")), None)
    if put_off is not None and (group is None or group.verb == put_off) and _given_up_later(statement, put_off):
        return "other"
    if (group is not None and (group.negated or group.tag.part == "POSTPONED")) or (group is None and statement.of_part("POSTPONED")):
        return "planned"
    if group is not None and "PLANNED" in parts and _opens_as(statement, parts["PLANNED"], "due"):
        return "planned"
    if group is not None and (group.tense == "future" or group.tag.part == "PLANNED"):
        return "planned"
    if "ONGOING" in parts and (group is None or group.tag.part == "ONGOING" or group.tense == "present" or _goes_on(statement, parts["ONGOING"])):
        return "ongoing"
    if group is not None and group.tense == "present" and group.tag.part == "DOES":
        return "ongoing"
    if group is not None and group.auxiliary == "BE" and group.passive and _is_run(statement, group):
        return "ongoing"
    if group is not None and group.tag.part == "DOING":
        return "ongoing" if group.tense == "present" else "done"
    if "PLANNED" in parts and _tells_time(statement, parts["PLANNED"], group) and not _done_after_all(statement, parts["PLANNED"], group):
        return "planned"
    if _to_be_done(statement, group):
        return "planned"
    if group is None and (planned_part or (lead is not None and lead.tense == "future")):
        return "planned"
    return "done"


def _goes_on(statement: Statement, unit: int) -> bool:
    """Whether a second verb of the sentence says that what was done goes on: `was set up in May and continues to meet`."""
    return statement.tag(unit - 1).part == "AND" and unit > statement.first and _is_verb_of_going_on(statement, unit)


def _is_verb_of_going_on(statement: Statement, unit: int) -> bool:
    words = statement.block.lexicon.setting("actions", "goes_on", ())
    return statement.units.words(unit, unit + 1).lower() in words


def _given_up_later(statement: Statement, unit: int) -> bool:
    """Whether what was put off was not taken up again: `was deferred and has not been pursued`."""
    words = statement.block.lexicon.setting("actions", "given_up_later", ())
    later = statement.of_part("NEGATION", first=unit + 1)
    return any(statement.units.words(n + 1, n + 2).lower() in words for n in later if n + 1 < statement.last)


def _put_off(statement: Statement) -> bool:
    """Whether a line says behind a colon that its event was put off, and to no day: `Care course, planned for May: postponed owing to the flood`."""
    units = statement.units
    return any(units.classes[unit - 1] == ":" and units.classes.find(NUMBER, unit, statement.last) < 0 for unit in statement.of_part("POSTPONED"))


def _is_run(statement: Statement, group: Group) -> bool:
    """Whether a verb in the present says who runs what goes on: `la navette est gérée par …`."""
    words = statement.block.lexicon.setting("actions", "run_by", ())
    return statement.units.words(group.verb, group.verb + 1).lower() in words


def _none(statement: Statement) -> Sequence[str]:
    """The words that say that nothing of a kind was done: `aucune réunion n'a été organisée`."""
    found: Sequence[str] = statement.block.lexicon.setting("actions", "none_of", ())
    return found


def _not_yet(statement: Statement, group: Group) -> bool:
    words = statement.units.words(group.first, min(statement.last, group.verb + 1)).lower()
    return not set(words.split()).isdisjoint(statement.block.lexicon.setting("actions", "not_yet", ()))


def _opens_as(statement: Statement, unit: int, key: str) -> bool:
    """Whether the words of a unit begin with one of a list of the lexicon."""
    return statement.units.words(unit, unit + 1).lower().split(" ")[0] in statement.block.lexicon.setting("actions", key, ())


def _done_after_all(statement: Statement, unit: int, group: Group | None) -> bool:
    """Whether a line says that what was planned was done in the end: `prévu à l'automne et finalement effectué en mai`."""
    if group is not None:
        return False
    words = statement.block.lexicon.setting("actions", "after_all", ())
    later = statement.of_part("DID", first=unit + 1)
    return any(statement.units.words(n - 1, n).lower() in words for n in later)


def _to_be_done(statement: Statement, group: Group | None) -> bool:
    """Whether the verb, where there is one, says what is to be done: `a guide, to be brought out in spring`."""
    starts = statement.of_part("TO") if group is None else [group.first - 1] if statement.tag(group.first - 1).part == "TO" else []
    return any(statement.tag(n + 1).part in ("BE", "BEEN") and statement.tag(n + 2).part == "DID" for n in starts)


def _tells_time(statement: Statement, unit: int, group: Group | None) -> bool:
    """Whether a word such as `prévu`, `à paraître` says when the thing itself is to come."""
    out_of = statement.block.lexicon.setting("actions", "out_of", ())
    if any(statement.units.words(n, n + 1).lower() in out_of for n in range(max(statement.first, unit - 4), unit - 1)):
        return False  # `sept séances sur les dix prévues`, `seven of the ten workshops planned`
    if group is None or _opens_as(statement, unit, "coming"):
        return True
    before = unit - 1
    while before > statement.first and statement.tag(before).part == "ADVERB":
        before -= 1
    return unit < group.first and statement.units.classes[before : before + 1] not in (",", "(")


class Times:
    """The dates of a report by where they stand, those of laws and plans left out."""

    def __init__(self, dates: Sequence[TimeExpression], instruments: Sequence[Instrument]) -> None:
        self._named = sorted((one.start, one.end) for one in instruments)
        self._named_starts = [start for start, _ in self._named]
        latest = max((last.year for row in dates if (last := row.date_end or row.date_start)), default=0)
        self.rows = [row for row in dates if not self._of_instrument(row) and not _bygone(row, latest)]
        self._starts = [row.start for row in self.rows]

    def _of_instrument(self, row: TimeExpression) -> bool:
        index = bisect_right(self._named_starts, row.start) - 1
        return index >= 0 and row.end <= self._named[index][1] + (row.precision == "year") * YEAR_AFTER

    def within(self, start: int, end: int) -> list[TimeExpression]:
        """The dates inside a stretch."""
        return [row for row in self.rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)] if row.end <= end + 1]

    def only_a_deadline(self, start: int, end: int) -> bool:
        """Whether a stretch says by when and nothing else of time: `d'ici juin 2024`, `by the end of 2023`."""
        rows = self.within(start, end)
        return any(row.date_end for row in rows) and not any(row.date_start for row in rows)

    def is_fixed(self, start: int, end: int) -> bool:
        """Whether a stretch holds a month, a day or a season, as deeds have and aims have not."""
        return any(row.precision in FINE and row.date_start and row.date_end for row in self.within(start, end))

    def of(
        self, start: int, end: int, text: str, verbs: Sequence[int] = (), left_out: AbstractSet[int] = frozenset(), *, told: int
    ) -> tuple[date | None, date | None, str | None]:
        """First day, last day and EDTF of what a stretch tells: the finer of two dates, the first and last of a list of dates.

        Sentences behind `told`, which tells it, may only give the day more closely: `In November 2023, 412 of them still had water`.
        """
        rows = [row for row in self.within(start, end) if (row.date_start or row.date_end) and row.start not in left_out]
        if not rows:
            return None, None, None
        own = [row for row in rows if row.start < told and row.date_start and row.date_end]
        if own:
            rows = [row for row in rows if row.start < told or any(_inside(row, one) for one in own)]
        rows = [row for row in rows if row.date_start] or rows  # a deadline beside other dates is that of a target
        best = min(rows, key=lambda row: (_days(row), row.start))
        listed = [
            row
            for row in rows
            if row.precision == best.precision and row.date_start and row.date_end and (row is best or _adjoin(row, best, text, verbs))
        ]
        if len(listed) > 1 and best.date_start and best.date_end:
            first, last = min(listed, key=lambda row: row.date_start or date.max), max(listed, key=lambda row: row.date_end or date.min)
            joint = first.edtf and last.edtf and first is not last and "/" not in first.edtf + last.edtf
            return first.date_start, last.date_end, f"{first.edtf}/{last.edtf}" if joint else first.edtf if first is last else None
        return best.date_start, best.date_end, best.edtf


def _bygone(row: TimeExpression, latest: int) -> bool:
    """Whether a date lies so far before the report's last one that it tells of history, not of a deed."""
    last = row.date_end or row.date_start
    return last is not None and last.year < latest - BYGONE


def _inside(row: TimeExpression, other: TimeExpression) -> bool:
    """Whether a time lies within another."""
    if not (row.date_start and row.date_end and other.date_start and other.date_end):
        return False
    return other.date_start <= row.date_start and row.date_end <= other.date_end


def _days(row: TimeExpression) -> int:
    if row.date_start is None or row.date_end is None:
        return OPEN_DAYS
    return (row.date_end - row.date_start).days + (row.precision != "time")


def _adjoin(row: TimeExpression, best: TimeExpression, text: str, verbs: Sequence[int]) -> bool:
    """Whether no verb and no sentence's end stands between two dates."""
    start, end = _between(row, best)
    return not SENTENCE_STOP.search(text, start, end) and not any(start <= verb < end for verb in verbs)


def _between(one: TimeExpression, other: TimeExpression) -> tuple[int, int]:
    return (one.end, other.start) if one.start < other.start else (other.end, one.start)


class Whereabouts:
    """The places of a report by their names."""

    def __init__(self, places: Sequence[Place]) -> None:
        names = sorted({one.name for one in places}, key=lambda name: (-len(name), name))
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)") if names else None

    def named_in(self, block: ReadBlock | None) -> str | None:
        """The last place that a line of front matter names."""
        found = self._pattern.findall(block.text) if self._pattern is not None and block is not None else []
        return found[-1] if found else None

    def of(self, scene: Scene, taken: Sequence[tuple[int, int]]) -> str | None:
        """The first place of a statement that stands after `à`, `in`, `at`, outside the names of bodies; a town before a house."""
        if self._pattern is None:
            return None
        statement = scene.statement
        text, units = statement.block.text, statement.units
        found: list[tuple[int, bool, int, str]] = []
        for match in self._pattern.finditer(text, statement.start, statement.end):
            span = statement.block.source(match.start(), match.end())
            unit = units.at(match.start())
            if (unit - 1 in scene.taken and unit in scene.taken and unit not in scene.named) or any(
                first <= span.start and span.end <= last and (first, last) != tuple(span) for first, last in taken
            ):
                continue
            number = unit - 1
            while number > statement.first and units.words(number, number + 1).lower() in scene.setting("place_skips"):
                number -= 1
            before = units.words(number, number + 1).lower() if number >= statement.first else ""
            rank = next(
                (
                    rank
                    for rank, key in enumerate(("at_town", "at_place", "of_place"))
                    if before.split(" ")[0] in scene.setting(key) or before in scene.setting(key)
                ),
                None,
            )
            if rank is None and _town_of_a_house(scene, number):
                rank = -1
            if rank is None or (rank == 2 and not _at_occasion(scene, unit)):
                continue
            found.append((rank, _in_an_aside(scene, unit), match.start(), match.group()))
        return min(found)[3] if found else None


def _town_of_a_house(scene: Scene, comma: int) -> bool:
    """Whether a comma parts a house from its town: `signed at the Shire Hall, Marlow`, `on two wards of Marlow Hospital, Leeds`."""
    statement = scene.statement
    units = statement.units
    house = comma - 1
    if units.classes[comma : comma + 1] != "," or house <= statement.first or house in scene.dated or not units.text[units.starts[house]].isupper():
        return False
    for number in range(house - 1, max(statement.first - 1, house - LONGEST_HOUSE), -1):
        if units.classes[number] in ",;:()." or number in scene.dated:
            return False
        first = units.words(number, number + 1).lower().split(" ")[0]
        if first in scene.setting("at_town") or first in scene.setting("at_place"):
            return True
    return False


def _in_an_aside(scene: Scene, unit: int) -> bool:
    """Whether a place stands between commas with a participle: `Anne Roe, who was trained at Perth, ran the course at Leeds`."""
    statement = scene.statement
    comma = statement.units.classes.rfind(",", statement.first, unit)
    closed = "," in statement.units.classes[unit + 1 : unit + 3]
    return comma > statement.first and closed and any(scene.part(n) == "DID" for n in range(comma + 1, unit))


def _at_occasion(scene: Scene, unit: int) -> bool:
    """Whether the words before a place, up to a comma, name the event it belongs to: `lors du sommet de …`."""
    statement = scene.statement
    for number in range(unit - 1, max(statement.first - 1, unit - 14), -1):
        if statement.units.classes[number] in ",;:(":
            return False
        if scene.part(number) == "OCCASION":
            return True
    return False


def title_of(scene: Scene, told: Deed) -> str:
    """A few words that name an action: what was done with it where the verb says more than that.

    It is cut at a bracket, or at a comma or stop that is in no name and no title.
    """
    statement = scene.statement
    units, text = statement.units, statement.block.text
    first = min(_title_start(scene, told), statement.last - 1)
    while first < statement.last - 1 and (scene.part(first) in ("ARTICLE", "THIS") or units.classes[first] in "*_,:–"):
        first += 1
    start = units.starts[first]
    piece = text[start : min(statement.end, start + LONGEST_TITLE)]
    for sign in (" (", ", ", " : ", "; ", ". "):
        position = piece.find(sign, SHORTEST_TITLE)
        while sign != " (" and position > 0 and units.at(start + position) in scene.taken:
            position = piece.find(sign, position + 1)
        if position > 0 and not (sign == ". " and len(piece[:position].rsplit(" ", 1)[-1]) < SHORTEST_WORD):
            piece = piece[:position]
    if piece.count("(") > piece.count(")"):
        piece = piece[: piece.rfind("(")]
    if len(piece) == LONGEST_TITLE and " " in piece:
        piece = piece[: piece.rfind(" ")]
    return _closed(piece.strip(" .;:,*_–-[]"), statement.block.lexicon).strip(" ,;:") or statement.text[:LONGEST_TITLE].strip(" .;:,")


def _closed(words: str, lexicon: Lexicon) -> str:
    """Words without a small word or the lead of a phrase (`dans le cadre`) at their end."""
    ends = _open_ends(lexicon)
    while words.count(" ") > 1 and (small := words.lower()).endswith(ends):
        words = words[: -max(len(end) for end in ends if small.endswith(end))]
    return words


@cache
def _open_ends(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f" {end}" for end in (*lexicon.setting("headings", "open_ends", ()), *lexicon.setting("actions", "phrase_leads", ())))


def _title_start(scene: Scene, told: Deed) -> int:
    """Where a title begins: at the head of a line, the subject of a passive, the verb of an active one that says what was done, else its object."""
    group = told.group
    if group is None:
        return told.subject[0] if told.subject[0] < scene.statement.last else told.head
    if told.beside:
        return min(told.head, group.verb)
    if group.passive or told.head < group.first:
        subject = told.subject[0]
        if scene.part(subject) == "PRONOUN":
            return group.verb
        plain = not any(scene.part(n) == "OCCASION" or n in scene.dated for n in range(subject, told.head))
        return subject if told.head >= group.first or (plain and told.head - subject <= FAR_OBJECT) else told.head
    if group.tag.kind not in ("any", "print", "") or told.head <= group.verb or told.head - group.verb > FAR_OBJECT:
        return group.verb
    after = group.verb + 1
    loose = after in scene.dated or scene.part(after) in ("OCCASION", "WITH", "ADVERB", "BY") or scene.listed("openers", after)
    return told.head if loose and scene.part(after) != "ARTICLE" else after
