"""Checks of dates: intervals, weekdays, the agreement's period, what is told as done or to come against the report's own date."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from partnership_analysis.assessment.alarms import Alarm
from partnership_analysis.assessment.calendar import has_year
from partnership_analysis.assessment.figures import CELL_MARKS
from partnership_analysis.assessment.inspection import Inspection
from partnership_analysis.document.model import Span
from partnership_analysis.extraction.identity import folded
from partnership_analysis.extraction.records import Action

FIRST_WORD = re.compile(r"[^\W\d_]+")
WORD_BEFORE = re.compile(r"([^\W\d_]+),?\s(?:(?:le|the|du|au|on)\s)?$")
TOLD = ("paragraph", "list_item", "table_cell")
DAY_ONE = re.compile(r"\b0?1(?:er|st)?\b")
ROOM_BEFORE = 24
ROOM_BESIDE = 12
"""Characters that may stand beside a date on a line of its own."""
LONGEST_LEAD = 5 * 366
"""An action dated further back than this is taken for one that tells of an older date."""


def end_before_start(inspection: Inspection) -> Iterator[Alarm]:
    """An interval ends before it starts."""
    report = inspection.tables.report
    told: list[tuple[Span, date | None, date | None]] = [
        (Span(row.start, row.end), row.date_start, row.date_end) for row in inspection.tables.rows.dates
    ]
    told += [(Span(row.start, row.end), row.date_start, row.date_end) for row in inspection.tables.rows.actions]
    seen: set[tuple[date, date]] = set()
    for span, start, end in told:
        if start and end and end < start and (start, end) not in seen:
            seen.add((start, end))
            yield Alarm((span,), inspection.axis_at(span.start), {"start": start, "end": end})
    start, end = report.period_start, report.period_end
    if start and end and end < start and (start, end) not in seen:
        yield Alarm((), None, {"start": start, "end": end})


def weekday_mismatch(inspection: Inspection) -> Iterator[Alarm]:
    """The weekday named is not that date's."""
    weekdays = inspection.values("weekday")
    text = inspection.tables.document.text
    for row in inspection.tables.rows.dates:
        if row.date_start is None or row.date_start != row.date_end:
            continue
        first = FIRST_WORD.match(row.exact)
        before = WORD_BEFORE.search(text[max(0, row.start - ROOM_BEFORE) : row.start])
        named = next((folded(word) for word in (first and first.group(), before and before.group(1)) if word and folded(word) in weekdays), None)
        if named is not None and weekdays[named] != row.date_start.weekday():
            right = next(word for word in inspection.lexicon.setting("checks", "weekday") if weekdays[folded(word)] == row.date_start.weekday())
            yield Alarm(((row.start, row.end),), inspection.axis_at(row.start), {"words": row.exact, "day": row.date_start, "weekday": right})


def date_outside_period(inspection: Inspection) -> Iterator[Alarm]:
    """An action told as done lies wholly outside the agreement's period; the agreement's own signing and preparation are left out."""
    # Where most of what was done lies outside, the period is rather misread than the partners late.
    report = inspection.tables.report
    start, end = report.period_start, report.period_end
    if start is None or end is None or end < start:
        return
    own = inspection.own_date
    done = [action for action in inspection.tables.rows.actions if action.status == "done" and action.date_start and action.date_end]
    outside = [action for action in done if action.date_end and action.date_start and (action.date_end < start or action.date_start > end)]
    if len(outside) > 1 and 2 * len(outside) > len(done):
        return
    for action in outside:
        if action.mode == "third_party" or action.date_start is None or action.date_end is None:
            continue
        early, late = action.date_end < start, action.date_start > end
        if early and (start - action.date_end).days > LONGEST_LEAD:
            continue
        if (early or late) and (_is_of_a_text(inspection, action) or _is_guessed(inspection, action)):
            continue
        if early and (action.kind == "signing" or _is_preparation(inspection, action)):
            continue
        if late and own and own.stated and action.date_start >= own.first:
            continue
        if early or late:
            values = {"title": inspection.title(action), "date_start": action.date_start, "date_end": action.date_end, "start": start, "end": end}
            yield Alarm((_span(action),), action.axis_id, values)


def _is_guessed(inspection: Inspection, action: Action) -> bool:
    """Whether the date of an action is told without a year (`the year before`, `in June`), and so hangs on another one."""
    rows = [
        row for row in inspection.dates_within(action.start, action.end) if row.date_start == action.date_start and row.date_end == action.date_end
    ]
    return bool(rows) and not any(has_year(row.exact) for row in rows)


def _is_of_a_text(inspection: Inspection, action: Action) -> bool:
    """Whether the date of an action stands inside the name of a law or plan that its words cite, and so dates that."""
    rows = [row for row in inspection.dates_within(action.start, action.end) if row.date_start == action.date_start]
    cited = [text for text in inspection.tables.rows.instruments if action.start <= text.start < action.end]
    return any(text.start <= row.start < text.end for row in rows for text in cited) or any(
        action.date_start is not None and text.year_start == action.date_start.year for text in cited
    )


def _is_preparation(inspection: Inspection, action: Action) -> bool:
    """Whether an action before the period prepares the agreement: told in the introduction, or in words of preparing."""
    axis = inspection.axes.get(action.axis_id or "")
    words = set(folded(action.exact).split())
    return (axis is not None and axis.kind == "introduction") or bool(words & inspection.words("preparation"))


def signed_after_start(inspection: Inspection) -> Iterator[Alarm]:
    """The agreement was signed after its period began; a period given in whole years is compared by year."""
    report = inspection.tables.report
    signed, start, end = report.signed_on, report.period_start, report.period_end
    if signed is None or start is None:
        return
    whole_years = (start.month, start.day) == (1, 1) and (end is None or (end.month, end.day) == (12, 31))
    period = [row for row in inspection.tables.rows.dates if row.date_start == start and row.date_end == end]
    whole_years = whole_years and not any(DAY_ONE.search(row.exact) for row in period)
    whole_months = start.day == 1 and any(not DAY_ONE.search(row.exact) for row in period)
    if whole_years:
        late = signed.year > start.year
    elif whole_months:
        late = (signed.year, signed.month) > (start.year, start.month)
    else:
        late = signed > start
    if late:
        signing = [row for row in inspection.tables.rows.dates if row.date_start == signed == row.date_end]
        evidence = tuple((row.start, row.end) for row in (*period[:1], *signing[:1]))
        yield Alarm(evidence, None, {"signed": signed, "start": start, "whole_years": whole_years})


def done_in_future(inspection: Inspection) -> Iterator[Alarm]:
    """An action told as done starts after the report's own date."""
    own = inspection.own_date
    if own is None or not own.stated:
        return
    for action in inspection.tables.rows.actions:
        if action.status != "done" or action.date_start is None or action.date_start <= own.last or _is_guessed(inspection, action):
            continue
        if _dated_itself(inspection, action, own.last):
            continue
        if not inspection.says(action.exact, "coming") and not inspection.says(action.exact, "target_word"):
            yield Alarm((_span(action),), action.axis_id, {"title": inspection.title(action), "day": action.date_start, "own": own.last})


def _dated_itself(inspection: Inspection, action: Action, own: date) -> bool:
    """Whether the part of an action has a later date of its own, in its heading or on a line by itself: several texts stand in one file."""
    axis = inspection.axes.get(action.axis_id or "")
    if axis is None or axis.kind == "introduction":
        return False
    for row in inspection.dates_within(axis.start, max(action.start, axis.heading_end)):
        block = inspection.blocks[inspection.block_number(row.start)].block
        alone = block.kind == "heading" or block.end - block.start <= row.end - row.start + ROOM_BESIDE
        if alone and row.date_end is not None and row.date_end > own:
            return True
    return False


def planned_in_past(inspection: Inspection) -> Iterator[Alarm]:
    """An action told as planned ends before the report's own date."""
    own = inspection.own_date
    if own is None:
        return
    for action in inspection.tables.rows.actions:
        if action.status != "planned" or action.date_end is None or action.date_end >= own.first or _is_guessed(inspection, action):
            continue
        if not inspection.says(action.exact, "superseded") and not inspection.says(action.exact, "called_off"):
            yield Alarm((_span(action),), action.axis_id, {"title": inspection.title(action), "day": action.date_end, "own": own.first})


def abandoned(inspection: Inspection) -> Iterator[Alarm]:
    """An action is told as abandoned, cancelled, not opened, or put off and not done since."""
    actions = sorted(inspection.tables.rows.actions, key=lambda action: action.start)
    for action in actions:
        told = action.status == "other" and inspection.says(action.exact, "given_up") and not inspection.says(action.exact, "not_given_up")
        late = action.status == "planned" and inspection.says(action.exact, "put_off") and not inspection.says(action.exact, "not_given_up")
        if told or late or inspection.says(action.exact, "called_off"):
            title = inspection.title(action)
            words = title if any(mark in action.exact for mark in CELL_MARKS) else action.exact.rstrip(" ;:,")
            yield Alarm((_span(action),), action.axis_id, {"title": title, "words": words})
    starts = [action.start for action in actions]
    for sentence in inspection.sentences:
        if inspection.blocks[sentence.block].block.kind not in TOLD or not inspection.says(sentence.text, "called_off"):
            continue
        number = bisect_left(starts, sentence.end) - 1
        if number < 0 or actions[number].end <= sentence.start:  # no row of the sentence: the words alone say it
            yield Alarm((sentence.span,), inspection.axis_at(sentence.start), {"title": sentence.text, "words": sentence.text})


def _span(action: Action) -> Span:
    return Span(action.start, action.end)
