"""Figures with what they count: one row each, with the part and the action they belong to.

Figures of prose and call-outs come from `comparisons.py`, those of tables from `result_tables.py`. What kind a figure is (output, outcome,
input, context) and whether it is still to come is told by the words of `lexicons/<language>/kinds.toml`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnership_analysis.extraction.comparisons import figures
from partnership_analysis.extraction.figure_kinds import CHANGED, KindWords
from partnership_analysis.extraction.identity import digest, distinct
from partnership_analysis.extraction.records import Action, Axis, Indicator, TimeExpression
from partnership_analysis.extraction.result_tables import TableFigure, table_figures
from partnership_analysis.extraction.units import CURRENCIES, ReadBlock
from partnership_analysis.extraction.windows import Stretches, disjoint

NESTED = 4
"""Parts and actions that may hold one another."""
TITLE = re.compile(
    r"«[^«»%€£$]{1,90}»|\"[^\"%€£$]{1,90}\"|(?<![*\w])\*(?![*\s])[^*\n%€£$]{2,90}\*(?!\*)|(?<![_\w])_(?![_\s])[^_\n%€£$]{2,90}_(?![_\w])"
)
"""Words between quotation marks or emphasised: a title or a name where they are few and no sentence."""
TITLE_MARKS = '«"*_'
LONGEST_TITLE = 10
"""Words of a title."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A row with what decides whether it is a target."""

    row: Indicator
    future: bool
    paid: bool
    earlier: bool = False
    """Whether its sentence tells only of days before the agreement."""


def indicators(
    blocks: Sequence[ReadBlock],
    axes: Sequence[Axis],
    actions: Sequence[Action],
    dates: Sequence[TimeExpression],
    names: Sequence[tuple[int, int]] = (),
    agreed: date | None = None,
) -> tuple[Indicator, ...]:
    """The indicators, in reading order. `names`: spans of names and titles (instruments, organisations, publications): no figure is read in them;
    `agreed`: the first day of the agreement, before which figures tell what was there.
    """
    taken = Stretches(disjoint([*((row.start, row.end) for row in dates), *names]))
    tabled, done = table_figures(blocks, dates, lambda block: _taken(block, taken))
    told = [_Told(_of_table(figure), False, False) for figure in tabled]
    days = _Days(dates, agreed)
    shares_of_money = False
    for block in blocks:
        if block.block.kind == "table_cell" and block.block.start in done:
            continue
        found = list(_of_block(block, taken, days))
        if block.block.kind == "list_item" and shares_of_money:
            found = [replace(one, row=replace(one.row, kind="input")) if one.row.unit == "%" else one for one in found]
        elif block.block.kind not in ("furniture", "list_item"):
            shares_of_money = block.text.rstrip().endswith(":") and any(
                (one.row.unit or "%") in CURRENCIES and one.row.kind == "input" for one in found
            )
        told.extend(found)
    told.sort(key=lambda one: (one.row.start, one.row.end))
    ids = distinct(f"i-{digest(one.row.exact)}" for one in told)
    placed = _Places(axes, actions, blocks[0].lexicon.setting("kinds", "parts_of_works", ()) if blocks else ())
    return tuple(placed.row(one, identifier) for one, identifier in zip(told, ids, strict=True))


class _Days:
    """The dated rows, and the first day of the agreement."""

    def __init__(self, dates: Sequence[TimeExpression], agreed: date | None) -> None:
        self.rows, self.agreed = dates, agreed
        self.starts = [row.start for row in dates] if agreed else []

    def earlier(self, start: int, end: int) -> bool:
        """Whether a stretch of the document tells only of days before the agreement."""
        rows = self.rows[bisect_left(self.starts, start) : bisect_left(self.starts, end)] if self.agreed else ()
        return bool(rows) and all(row.date_end is not None and self.agreed is not None and row.date_end < self.agreed for row in rows)


def _of_block(block: ReadBlock, taken: Stretches, days: _Days) -> Iterator[_Told]:
    found = figures(block, _taken(block, taken), label=block.block.kind == "call_out")
    if not found:
        return
    words = KindWords(block)
    for figure in found:
        row = Indicator(
            indicator_id="",
            axis_id=None,
            action_id=None,
            value=figure.value,
            value_max=figure.value_max,
            unit=figure.unit,
            qualifier=figure.qualifier,
            kind=words.kind(figure),
            baseline=figure.baseline,
            target=figure.target,
            rule=figure.rule,
            **(block.located(0, len(block.text)) if block.block.kind == "call_out" else block.located(figure.start, figure.end)),
        )
        earlier = False
        if days.agreed and row.kind in ("output", "outcome") and figure.baseline is None and figure.rule not in CHANGED and not words.changes(figure):
            span = block.source(*words.sentence(figure))
            earlier = days.earlier(span.start, span.end)
        yield _Told(row, words.future(figure), figure.paid, earlier)


def _of_table(figure: TableFigure) -> Indicator:
    document = figure.block.document
    return Indicator(
        indicator_id="",
        axis_id=None,
        action_id=None,
        value=figure.value,
        value_max=figure.value_max,
        unit=figure.unit,
        qualifier=figure.qualifier,
        kind=KindWords(figure.block).kind_of(figure.unit, 0, len(figure.block.text), changed=False),
        baseline=figure.baseline,
        target=figure.target,
        target_date=figure.target_date,
        label=figure.label,
        start=figure.start,
        end=figure.end,
        exact=document.text[figure.start : figure.end],
        rule=figure.rule,
    )


def _taken(block: ReadBlock, taken: Stretches) -> Stretches:
    """The stretches without figures in a block's view: dates, names, and titles between quotation marks."""
    offset = block.view.offset
    found = [(offset(taken[n][0]), offset(taken[n][1])) for n in taken.within(block.block.start, block.block.end)]
    marked = any(sign in block.text for sign in TITLE_MARKS)
    found.extend(
        match.span()
        for match in (TITLE.finditer(block.text) if marked else ())
        if match.group().count(" ") < LONGEST_TITLE and not _sentence(match.group())
    )
    return Stretches(disjoint(found))


def _sentence(quoted: str) -> bool:
    return quoted.strip('«»"*_ ')[-1:] in ".!"


WORKS = ("study", "publication", "podcast", "article")
"""Kinds of action that bring out a work."""


class _Places:
    """Where rows belong: the part that holds them, the action that holds or touches them."""

    def __init__(self, axes: Sequence[Axis], actions: Sequence[Action], parts_of_works: Sequence[str]) -> None:
        self.parts_of_works = parts_of_works
        self.axes = sorted(axes, key=lambda axis: axis.start)
        self.axis_starts = [axis.start for axis in self.axes]
        self.actions = sorted(actions, key=lambda action: action.start)
        self.action_starts = [action.start for action in self.actions]

    def row(self, told: _Told, identifier: str) -> Indicator:
        """The row with its id, part and action; one that is planned, or was and did not come, is a target."""
        row = told.row
        parts, deeds = bisect_right(self.axis_starts, row.start), bisect_left(self.action_starts, row.end)
        axis = next((axis for axis in reversed(self.axes[max(0, parts - NESTED) : parts]) if row.start < axis.end), None)
        before = self.actions[max(0, deeds - NESTED) : deeds]
        action = next((action for action in reversed(before) if row.start < action.end), None)
        if action is not None and action.kind not in WORKS and (row.unit or "").lower() in self.parts_of_works:
            action = None  # pages are a work's, not those of the survey told beside it
        row = replace(row, indicator_id=identifier, axis_id=axis.axis_id if axis else None, action_id=action.action_id if action else None)
        if told.earlier and row.target is None and action is None:
            row = replace(row, kind="context")
        if row.value is None or row.target is not None or row.baseline is not None or told.paid:
            return row
        if told.future or (action is not None and action.status in ("planned", "other")):
            return replace(row, value=None, value_max=None, target=row.value)
        return row
