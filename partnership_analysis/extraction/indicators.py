"""Figures with what they count: one row each, with the part and the action they belong to.

Figures of prose and call-outs come from `comparisons.py`, those of tables from `result_tables.py`. What kind a figure is (output, outcome,
input, context) and whether it is still to come is told by the words of `lexicons/<language>/kinds.toml`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnership_analysis.extraction.comparisons import Figure, figures
from partnership_analysis.extraction.identity import digest, distinct
from partnership_analysis.extraction.records import Action, Axis, Indicator, IndicatorKind, TimeExpression
from partnership_analysis.extraction.result_tables import TableFigure, table_figures
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.lexicon import split_words

KINDS: dict[str, IndicatorKind] = {"OUTCOME": "outcome", "INPUT": "input", "CONTEXT": "context"}
CHANGED = frozenset(("from one to another", "part of a whole"))
"""Rules of figures that tell what became of something: outcomes, where the unit does not say otherwise."""
PER_CENT = frozenset(("%", "percentage points"))
SENTENCE_ENDS = (". ", "! ", "? ", "; ")
CLAUSE_ENDS = (*SENTENCE_ENDS, ", ", ": ", " (", " – ")
NEAR = 160
"""How far from a figure, in characters, words of its sentence tell its kind."""
VERB_AFTER = 3
"""Words after a figure among which its verb is looked for."""
TITLE = re.compile(r"«[^«»%€£$]{1,90}»|\"[^\"%€£$]{1,90}\"|(?<![*\w])\*(?![*\s])[^*\n%€£$]{2,90}\*(?!\*)|(?<![_\w])_(?![_\s])[^_\n%€£$]{2,90}_(?![_\w])")
"""Words between quotation marks or emphasised: a title or a name where they are few and no sentence."""
LONGEST_TITLE = 10
"""Words of a title."""


@dataclass(frozen=True, slots=True)
class _Spans:
    """Spans of the document that hold no figures, in order of their starts and of their ends."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, start: int, end: int) -> range:
        """Indices of the spans that touch a stretch."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


@dataclass(frozen=True, slots=True)
class _Told:
    """A row with what decides whether it is a target."""

    row: Indicator
    future: bool
    paid: bool


def indicators(
    blocks: Sequence[ReadBlock],
    axes: Sequence[Axis],
    actions: Sequence[Action],
    dates: Sequence[TimeExpression],
    names: Sequence[tuple[int, int]] = (),
) -> tuple[Indicator, ...]:
    """The indicators, in reading order. `names`: spans of names and titles (instruments, organisations, publications): no figure is read in them."""
    spans = _disjoint([(row.start, row.end) for row in dates] + list(names))
    taken = _Spans(tuple(start for start, _ in spans), tuple(end for _, end in spans))
    tabled, done = table_figures(blocks, dates, lambda block: _taken(block, taken))
    told = [_Told(_of_table(figure), False, False) for figure in tabled]
    for block in blocks:
        if block.block.kind != "table_cell" or block.block.start not in done:
            told.extend(_of_block(block, taken))
    told.sort(key=lambda one: (one.row.start, one.row.end))
    ids = distinct(f"i-{digest(one.row.exact)}" for one in told)
    placed = _Places(axes, actions)
    return tuple(placed.row(one, identifier) for one, identifier in zip(told, ids, strict=True))


def _disjoint(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _of_block(block: ReadBlock, taken: _Spans) -> Iterator[_Told]:
    for figure in figures(block, _taken(block, taken), label=block.block.kind == "call_out"):
        row = Indicator(
            indicator_id="",
            axis_id=None,
            action_id=None,
            value=figure.value,
            value_max=figure.value_max,
            unit=figure.unit,
            qualifier=figure.qualifier,
            kind=_kind(block, figure.unit, _around(block.text, figure), changed=figure.rule in CHANGED),
            baseline=figure.baseline,
            target=figure.target,
            rule=figure.rule,
            **(block.located(0, len(block.text)) if block.block.kind == "call_out" else block.located(figure.start, figure.end)),
        )
        yield _Told(row, _future(block, figure), figure.paid)


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
        kind=_kind(figure.block, figure.unit, figure.block.text, changed=False),
        baseline=figure.baseline,
        target=figure.target,
        target_date=figure.target_date,
        label=figure.label,
        start=figure.start,
        end=figure.end,
        exact=document.text[figure.start : figure.end],
        rule=figure.rule,
    )


def _taken(block: ReadBlock, taken: _Spans) -> tuple[tuple[int, int], ...]:
    """The stretches without figures in a block's view: dates, names, and titles between quotation marks."""
    view = block.view
    found = [(view.offset(taken.starts[n]), view.offset(taken.ends[n])) for n in taken.within(block.block.start, block.block.end)]
    found.extend(match.span() for match in TITLE.finditer(block.text) if match.group().count(" ") < LONGEST_TITLE and not _sentence(match.group()))
    return tuple(sorted(found))


def _sentence(quoted: str) -> bool:
    return quoted.strip("«»\"*_ ")[-1:] in ".!"


def _kind(block: ReadBlock, unit: str | None, around: str, *, changed: bool) -> IndicatorKind:
    """What a figure is, by its unit first, then by the words around it."""
    vocabulary, splitter = block.lexicon.vocabulary("kinds"), block.lexicon.splitter
    signed = unit is not None and not any(c.isalpha() for c in unit)
    for hit in vocabulary.search(split_words(unit or "", splitter)):
        kind = KINDS.get(hit.entry.word_class)
        if kind is not None and (kind == "outcome" or (not changed and hit.first <= 1)):
            return kind
    cues = {hit.entry.word_class for hit in vocabulary.search(split_words(around, splitter))}
    if unit in PER_CENT:
        return "input" if "INPUT_CUE" in cues and "OUTCOME_CUE" not in cues else "outcome"
    if signed or (unit is not None and block.lexicon.vocabulary("numbers").find(unit) is not None):
        return "outcome" if "SAVING" in cues else "input"
    if block.block.kind == "table_cell" and "OUTCOME" in cues:
        return "outcome"
    return "outcome" if changed else "output"


def _around(text: str, figure: Figure) -> str:
    """The sentence of a figure, as far as it is near."""
    first = max(text.rfind(end, max(0, figure.start - NEAR), figure.start) for end in SENTENCE_ENDS)
    lasts = [position for end in SENTENCE_ENDS if (position := text.find(end, figure.end, figure.end + NEAR)) >= 0]
    return text[max(first + 1, figure.start - NEAR, 0) : min(lasts, default=figure.end + NEAR)]


def _future(block: ReadBlock, figure: Figure) -> bool:
    """Whether words before a figure in its clause, or the verb right after it, put it in the future."""
    text = block.text
    first = max(text.rfind(end, max(0, figure.start - NEAR), figure.start) for end in CLAUSE_ENDS)
    before = text[max(first + 1, figure.start - NEAR, 0) : figure.start]
    ahead = text[figure.end : figure.end + NEAR]
    ahead = ahead[: min((at for end in CLAUSE_ENDS if (at := ahead.find(end)) >= 0), default=NEAR)]
    after = " ".join(ahead.split()[:VERB_AFTER])
    ends = tuple(block.lexicon.setting("kinds", "future_ends", ()))
    vocabulary, splitter = block.lexicon.vocabulary("kinds"), block.lexicon.splitter
    for stretch in (before, after):
        words = split_words(stretch, splitter)
        if any(hit.entry.word_class == "FUTURE" for hit in vocabulary.search(words)):
            return True
        if ends and any(stretch[start:end].endswith(ends) and stretch[start].islower() and end - start > 4 for start, end in zip(words.starts, words.ends, strict=True)):
            return True
    return False


class _Places:
    """Where rows belong: the part that holds them, the action that holds or touches them."""

    def __init__(self, axes: Sequence[Axis], actions: Sequence[Action]) -> None:
        self.axes = sorted(axes, key=lambda axis: axis.start)
        self.axis_starts = [axis.start for axis in self.axes]
        self.actions = sorted(actions, key=lambda action: action.start)
        self.action_starts = [action.start for action in self.actions]

    def row(self, told: _Told, identifier: str) -> Indicator:
        """The row with its id, part and action; one that is planned, or was and did not come, is a target."""
        row = told.row
        axis = next((axis for axis in reversed(self.axes[: bisect_right(self.axis_starts, row.start)]) if row.start < axis.end), None)
        before = self.actions[max(0, bisect_left(self.action_starts, row.end) - 3) : bisect_left(self.action_starts, row.end)]
        action = next((action for action in reversed(before) if row.start < action.end), None)
        row = replace(row, indicator_id=identifier, axis_id=axis.axis_id if axis else None, action_id=action.action_id if action else None)
        if row.value is None or row.target is not None or row.baseline is not None or told.paid:
            return row
        if told.future or (action is not None and action.status in ("planned", "other")):
            return replace(row, value=None, value_max=None, target=row.value)
        return row
