"""Figures told twice: the same thing with the same value, or with two."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from partnership_analysis.assessment.arithmetic import Figure, figures, totals
from partnership_analysis.assessment.figures import is_money, is_result
from partnership_analysis.assessment.inspection import Inspection, content_words, stem
from partnership_analysis.assessment.rows_told import near, other_values, rows_told, same_values
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Indicator

LEAST = 10
"""Smaller figures return by chance."""
MOST_ALIKE = 12
DIGITS_THAT_TELL = 3
SHARED_WORDS = 2
LONG_NUMBER = 100
"""From here on two numbers hardly have the same digits by chance."""
NEXT_FIGURE = re.compile(r"\d")
ROOM_BEFORE, ROOM_AFTER = 60, 12
"""Characters around a figure among which words say that it is a part."""
HALF, ALL_BUT_THE_SAME = 0.5, 0.8
"""Share of the words of two sentences that both have, where they may tell of one action, and where they are rows of two."""


def repeats(inspection: Inspection) -> tuple[tuple[Figure, ...], ...]:
    """Groups of figures of the same subject and period that stand in several places with the same value, in reading order."""
    known = [figure for figure in figures(inspection) if figure.row.qualifier == "exact" and figure.row.value_max is None]
    alike: dict[tuple[str, float], list[Figure]] = {}
    for figure in known:
        if figure.head:
            alike.setdefault((figure.head, figure.value), []).append(figure)
    pairs = [
        (one, other)
        for group in alike.values()
        for one, other in combinations(group[:MOST_ALIKE], 2)
        if one.sentence != other.sentence and _same_subject(inspection, one, other)
    ]
    pairs += same_values(tuple(rows_told(inspection, known)), least=LEAST)
    return _groups([pair for pair in pairs if _same_period(inspection, *pair)])


def _groups(pairs: Sequence[tuple[Figure, Figure]]) -> tuple[tuple[Figure, ...], ...]:
    """Pairs that share a figure put together, in reading order."""
    group_of: dict[int, dict[int, Figure]] = {}
    for pair in pairs:
        merged: dict[int, Figure] = {figure.row.start: figure for figure in pair}
        for figure in pair:
            merged.update(group_of.get(figure.row.start, {}))
        for start in merged:
            group_of[start] = merged
    groups = {min(group): tuple(group[start] for start in sorted(group)) for group in group_of.values()}
    return tuple(groups[start] for start in sorted(groups))


def _apart(inspection: Inspection, figure: Figure) -> bool:
    """Whether a figure stands apart from the telling: in a table of results, in a call-out."""
    return is_result(figure.row) or inspection.blocks[inspection.sentences[figure.sentence].block].block.kind in ("call_out", "table_cell")


def _context(inspection: Inspection, figure: Figure) -> frozenset[str]:
    """The words that carry the subject of a figure's sentence, with its own."""
    small = inspection.words("small")
    words = content_words(inspection.sentences[figure.sentence].text, besides=small)
    return frozenset(words) | figure.subject | frozenset(content_words(figure.row.exact, besides=small))


def _same_subject(inspection: Inspection, one: Figure, other: Figure) -> bool:
    """Whether two figures of one unit and value speak of one thing, and not of two things that happen to count alike."""
    if one.value < LEAST and one.head != "%":
        return False
    apart = [figure for figure in (one, other) if _apart(inspection, figure)]
    if one.row.action_id and other.row.action_id and one.row.action_id != other.row.action_id and not apart:
        return False
    shared = _context(inspection, one) & _context(inspection, other) - {one.head}
    if one.head == "%" or is_money(one.row):
        digits = len(f"{one.value:.10g}".replace(".", "").strip("0"))
        return len(shared) >= (1 if digits >= DIGITS_THAT_TELL else SHARED_WORDS)
    if len(apart) == 2:
        return one.subject == other.subject and len(shared) >= SHARED_WORDS and _table(inspection, one) != _table(inspection, other)
    if apart:
        return bool(shared) or one.head not in {stem(word) for word in inspection.words("generic_unit")}
    return bool(shared) and one.subject == other.subject and (one.value % LEAST != 0 or len(shared) >= SHARED_WORDS)


def _table(inspection: Inspection, figure: Figure) -> int:
    """Which table holds a figure; the number of its sentence, from the end, where none does."""
    table = inspection.blocks[inspection.sentences[figure.sentence].block].block.table
    return table if table is not None else -figure.sentence - 1


def _same_period(inspection: Inspection, one: Figure, other: Figure) -> bool:
    """Whether the dates of the two sentences, where both have some, allow that they speak of the same time."""
    first, second = (_period(inspection, figure) for figure in (one, other))
    return not first or not second or any(a == b or (a[0] <= b[1] and b[0] <= a[1]) for a in first for b in second)


def _period(inspection: Inspection, figure: Figure) -> list[tuple[str, str]]:
    sentence = inspection.sentences[figure.sentence]
    rows = inspection.dates_within(sentence.start, sentence.end)
    return [(row.date_start.isoformat(), row.date_end.isoformat()) for row in rows if row.date_start and row.date_end]


def disagreements(inspection: Inspection) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures of the same subject and period with two values that nothing explains, in reading order."""
    known = [figure for figure in figures(inspection) if figure.head and figure.exact]
    summed = {figure.row.start for total, parts in totals(inspection) for figure in (total, *parts)}
    heads: dict[str, list[Figure]] = {}
    told: dict[int, set[float]] = {}
    for figure in known:
        heads.setdefault(figure.head, []).append(figure)
        told.setdefault(figure.sentence, set()).add(figure.value)
    found: dict[tuple[int, int], tuple[Figure, Figure]] = {}
    for group in heads.values():
        for one, other in combinations(group[: MOST_ALIKE * 2], 2):
            if _may_differ(one, other, summed, told) and _two_values(inspection, one, other):
                found[one.row.start, other.row.start] = one, other
    for pair in other_values(tuple(rows_told(inspection, known))):
        one, other = sorted(pair, key=lambda figure: figure.row.start)
        plain = _may_differ(one, other, summed, told) and not _explained(one, other) and not _told_as_part(inspection, one, other)
        if plain and _same_period(inspection, one, other) and _of_the_rows_time(inspection, *pair):
            found.setdefault((one.row.start, other.row.start), (one, other))
    yield from (found[place] for place in sorted(found))


def _may_differ(one: Figure, other: Figure, summed: set[int], told: dict[int, set[float]]) -> bool:
    """Whether two figures have two values, in two sentences neither of which tells both, and none is part or whole of a sum."""
    return (
        one.sentence != other.sentence
        and one.value != other.value
        and not {one.row.start, other.row.start} & summed
        and one.value not in told[other.sentence]
        and other.value not in told[one.sentence]
    )


def _of_the_rows_time(inspection: Inspection, row: Figure, told: Figure) -> bool:
    """Whether a figure of the text may be of the time that the last dated heading of the row's table names."""
    number = inspection.blocks[inspection.sentences[row.sentence].block].block.table
    cells = [one.block for one in inspection.blocks if one.block.kind == "table_cell" and one.block.table == number and one.block.row == 0]
    days = [
        day
        for cell in cells
        if not inspection.says(inspection.tables.document.text[cell.start : cell.end], "target_word")
        for day in inspection.dates_within(cell.start, cell.end)
        if day.date_start and day.date_end
    ]
    latest = max(days, key=lambda day: (day.date_end, day.date_start), default=None)
    period = _period(inspection, told)
    if latest is None or latest.date_start is None or latest.date_end is None or not period:
        return True
    return latest.date_start.isoformat() <= max(last for _, last in period) <= latest.date_end.isoformat()


def _two_values(inspection: Inspection, one: Figure, other: Figure) -> bool:
    """Whether two figures with two values speak of one thing: all the words of one's label stand in the other's sentence, or the two
    sentences say the same but for the figure; and neither is told as a part, for another time, or with a note.
    """
    if _explained(one, other) or not _same_telling(inspection, one, other):
        return False
    if _told_as_part(inspection, one, other):
        return False
    return _same_period(inspection, one, other)


def _told_as_part(inspection: Inspection, one: Figure, other: Figure) -> bool:
    """Whether a sentence tells its figure as a part, for another time, or with a note; long numbers with two digits changed places are a slip anyway."""
    slip = _mistyped(one.value, other.value) and min(one.value, other.value) >= LONG_NUMBER
    for figure in (one, other):
        sentence = inspection.sentences[figure.sentence]
        before, after = (_without_dates(inspection, *stretch) for stretch in ((sentence.start, figure.row.start), (figure.row.end, sentence.end)))
        beside = f"{before[-ROOM_BEFORE:]} {NEXT_FIGURE.split(after[:ROOM_AFTER])[0]}"
        follows = after.lstrip()[:1].isalpha() and folded(after).startswith(tuple(inspection.words("whole_after")))
        if follows or inspection.says(beside, "part") or (not slip and inspection.says(f"{before} {after}", "partial")) or _noted(inspection, figure):
            return True
    return False


def _without_dates(inspection: Inspection, start: int, end: int) -> str:
    """A stretch of the document without its expressions of time: `between 2021 and 2024` says nothing of a part."""
    text, kept, position = inspection.tables.document.text, [], start
    for row in inspection.dates_within(start, end):
        kept.append(text[position : row.start])
        position = max(position, row.end)
    return " ".join([*kept, text[position:end]])


def _same_telling(inspection: Inspection, one: Figure, other: Figure) -> bool:
    if _slipped(inspection, one, other):
        return True
    apart = [figure for figure in (one, other) if _apart(inspection, figure)]
    small = inspection.words("small")
    if len(apart) == 1:
        if is_money(apart[0].row) and _labelled_by_a_body(inspection, apart[0].row):
            return False
        other = one if apart[0] is other else other
        sentence = frozenset(content_words(inspection.sentences[other.sentence].text, besides=small))
        own = frozenset(content_words(inspection.sentences[apart[0].sentence].text, besides=small)) | apart[0].subject
        least = 1 if _of_one_day(inspection, apart[0], other) else SHARED_WORDS + 1
        return len(own) >= least and own <= sentence | other.subject
    if apart or one.subject != other.subject:
        return False
    if not near(one.value, other.value):
        return False
    first, second = _context(inspection, one), _context(inspection, other)
    if _mistyped(one.value, other.value) and one.row.axis_id == other.row.axis_id and len(first & second - {one.head}) >= SHARED_WORDS:
        return True
    two_actions = one.row.action_id and other.row.action_id and one.row.action_id != other.row.action_id
    needed = ALL_BUT_THE_SAME if two_actions else HALF
    return len(first & second) >= SHARED_WORDS + 1 and len(first & second) >= needed * len(first | second)


def _of_one_day(inspection: Inspection, one: Figure, other: Figure) -> bool:
    """Whether two figures of one thing are both given for the very same day."""
    first, second = _period(inspection, one), _period(inspection, other)
    return first == second and len(first) == 1 and first[0][0] == first[0][1] and one.subject == other.subject


def _slipped(inspection: Inspection, one: Figure, other: Figure) -> bool:
    """Whether two long numbers of one thing have the same digits in another order, and their sentences share more than what they count."""
    if min(one.value, other.value) < LONG_NUMBER or one.subject != other.subject or not _mistyped(one.value, other.value):
        return False
    return bool(_context(inspection, one) & _context(inspection, other) - one.subject)


def _labelled_by_a_body(inspection: Inspection, row: Indicator) -> bool:
    """Whether a row of a table says only whose money it is: all that a funder gives, not what a sentence tells that it gave for one thing."""
    end = row.start + len(row.label or "")
    bodies = inspection.tables.rows.organisations
    return row.label is not None and any(start <= row.start and end <= last for body in bodies for start, last in body.mentions)


def _mistyped(one: float, other: float) -> bool:
    """Whether two numbers have the same digits in another order, as 1120 and 1210."""
    return sorted(f"{one:g}") == sorted(f"{other:g}")


def _explained(one: Figure, other: Figure) -> bool:
    """Whether one value is a baseline, a target or a rounding of the other."""
    for a, b in ((one, other), (other, one)):
        if a.value in (b.row.baseline, b.row.target, b.row.value_max):
            return True
    return abs(one.value - other.value) <= max(one.half, other.half) + 1e-9 if one.half != other.half else False


def _noted(inspection: Inspection, figure: Figure) -> bool:
    """Whether a note or a star hangs on the figure."""
    after = inspection.tables.document.text[figure.row.end : figure.row.end + 4]
    return after.lstrip().startswith(("[^", "*", "(*", "¹", "²", "†"))
