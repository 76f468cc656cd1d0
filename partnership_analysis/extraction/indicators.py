"""Figures with what they count: one row each, with the part and the action they belong to.

Figures of prose come from `figures.py`, those of call-outs (a number and its label below) and tables of results from here. What kind a figure
is (output, outcome, input, context) is told by the words of `lexicons/<language>/kinds.toml`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnership_analysis.extraction.comparisons import Figure, figures
from partnership_analysis.extraction.identity import digest, distinct
from partnership_analysis.extraction.records import Action, Axis, Indicator, IndicatorKind, TimeExpression
from partnership_analysis.extraction.units import ReadBlock
from partnership_analysis.language.lexicon import split_words

KINDS: dict[str, IndicatorKind] = {"OUTCOME": "outcome", "INPUT": "input", "CONTEXT": "context"}
PER_CENT = frozenset(("%", "percentage points"))
SENTENCE_ENDS = (". ", "! ", "? ", "; ")
NEAR = 160
"""How far from a figure, in characters, words of its sentence tell its kind."""


@dataclass(frozen=True, slots=True)
class _Spans:
    """Spans of the document that hold no figures, in order, none overlapping the next."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, start: int, end: int) -> range:
        """Indices of the spans that touch a stretch."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def indicators(
    blocks: Sequence[ReadBlock], axes: Sequence[Axis], actions: Sequence[Action], dates: Sequence[TimeExpression]
) -> tuple[Indicator, ...]:
    """The indicators, in reading order."""
    spans = sorted((row.start, row.end) for row in dates)
    taken = _Spans(tuple(start for start, _ in spans), tuple(end for _, end in spans))
    rows = [row for block in blocks for row in _of_block(block, taken)]
    ids = distinct(f"i-{digest(row.exact)}" for row in rows)
    return tuple(_placed(row, identifier, axes, actions) for row, identifier in zip(rows, ids, strict=True))


def _of_block(block: ReadBlock, taken: _Spans) -> Iterator[Indicator]:
    for figure in figures(block, _taken(block, taken)):
        yield Indicator(
            indicator_id="",
            axis_id=None,
            action_id=None,
            value=figure.value,
            value_max=figure.value_max,
            unit=figure.unit,
            qualifier=figure.qualifier,
            kind=_kind(block, figure),
            baseline=figure.baseline,
            target=figure.target,
            rule=figure.rule,
            **block.located(figure.start, figure.end),
        )


def _taken(block: ReadBlock, taken: _Spans) -> tuple[tuple[int, int], ...]:
    """The spans without figures in a block's view."""
    start, end = block.block.start, block.block.end
    found = [(taken.starts[n], taken.ends[n]) for n in taken.within(start, end)]
    if not found:
        return ()
    view = block.view
    return tuple((view.offset(first), view.offset(last)) for first, last in found)


def _kind(block: ReadBlock, figure: Figure) -> IndicatorKind:
    """What a figure is, by its unit first, then by the words around it."""
    vocabulary = block.lexicon.vocabulary("kinds")
    found = {hit.entry.word_class for hit in vocabulary.search(split_words(figure.unit or "", block.lexicon.splitter))}
    for name, kind in KINDS.items():
        if name in found:
            return kind
    around = {hit.entry.word_class for hit in vocabulary.search(split_words(_around(block.text, figure), block.lexicon.splitter))}
    if figure.sign and figure.unit not in PER_CENT:
        return "outcome" if "SAVING" in around else "input"
    if figure.unit in PER_CENT:
        return "input" if "INPUT_CUE" in around and "OUTCOME_CUE" not in around else "outcome"
    return "outcome" if figure.baseline is not None else "output"


def _around(text: str, figure: Figure) -> str:
    """The sentence of a figure, as far as it is near."""
    first = max(text.rfind(end, max(0, figure.start - NEAR), figure.start) for end in SENTENCE_ENDS)
    lasts = [position for end in SENTENCE_ENDS if (position := text.find(end, figure.end, figure.end + NEAR)) >= 0]
    return text[max(first + 1, figure.start - NEAR, 0) : min(lasts, default=figure.end + NEAR)]


def _placed(row: Indicator, identifier: str, axes: Sequence[Axis], actions: Sequence[Action]) -> Indicator:
    """A row with its id, its part and its action; one of an action that is planned is a target."""
    axis = next((axis for axis in reversed(axes) if axis.start <= row.start < axis.end), None)
    action = next((action for action in actions if action.start < row.end and row.start < action.end), None)
    row = replace(row, indicator_id=identifier, axis_id=axis.axis_id if axis else None, action_id=action.action_id if action else None)
    if action and action.status == "planned" and row.value is not None and row.target is None and row.baseline is None:
        row = replace(row, value=None, target=row.value, value_max=None)
    return row
