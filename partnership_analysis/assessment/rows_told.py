"""A row of a table of results, or a call-out, and the figure of the text that tells the same thing.

What the row counts its label says: its words, and the measure in brackets at its end. The text tells the same where its figure counts one of
these words, and the others stand in its sentence or the one before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnership_analysis.assessment.arithmetic import Figure
from partnership_analysis.assessment.figures import is_result, is_share
from partnership_analysis.assessment.inspection import Inspection, content_words

MEASURE = re.compile(r"\(([^\W\d]{1,20}|m²|m³|%)\)\s*$")
ALIKE = 5
"""Letters that two words of one family share: `planté`, `plantées`."""
LEAST_WORDS = 2
CLOSE = 2.0
"""How many times one value of the same thing may be the other."""


@dataclass(frozen=True, slots=True)
class RowTold:
    """A row or call-out, a figure of the text that counts one of its words, and how much of the row's label the text has."""

    row: Figure
    told: Figure
    words: int
    """Words of the label, its measure left out."""
    covered: int
    """Those that stand in the text."""
    measured: bool
    """Whether the text counts in the measure of the label."""


def rows_told(inspection: Inspection, known: Sequence[Figure]) -> Iterator[RowTold]:
    """The pairs of a row of results and a figure of the text that may tell the same, in reading order of the rows."""
    small = inspection.words("small")
    rows = [figure for figure in known if is_result(figure.row)]
    texts = [(figure, _around(inspection, figure), _counted(figure, small)) for figure in known if not is_result(figure.row)]
    for row in rows:
        label = row.row.label or row.row.unit or ""
        measure = MEASURE.search(label)
        own = frozenset(content_words(label[: measure.start()] if measure else label, besides=small))
        for told, around, counted in texts:
            if is_share(row.row) != is_share(told.row) or not own:
                continue
            measured = measure is not None and measure[1].casefold() in (told.row.unit or "").casefold().split()
            if measured or is_share(row.row) or any(_meet(word, other) for word in counted for other in own):
                yield RowTold(row, told, len(own), sum(any(_meet(word, other) for other in around) for word in own), measured)


def changes_told(inspection: Inspection, known: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The per cents of the text that a sentence gives as the change of what a row of results counts, and the rows, which have a starting value."""
    small = inspection.words("small")
    shares = [one for one in known if is_share(one.row) and not is_result(one.row) and one.row.baseline is None]
    shares = [one for one in shares if inspection.says(inspection.sentences[one.sentence].text, "changed")]
    if not shares:
        return
    for row in known:
        if not is_result(row.row) or is_share(row.row) or not row.row.baseline:
            continue
        own = frozenset(content_words(MEASURE.sub("", row.row.label or ""), besides=small))
        for share in shares:
            around = frozenset(content_words(inspection.sentences[share.sentence].text, besides=small))
            if len(own) >= LEAST_WORDS and all(any(_meet(word, other) for other in around) for word in own):
                yield share, row


def same_values(pairs: Sequence[RowTold], *, least: float) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of one value, where half of the label's words stand in the text; small whole numbers return by chance."""
    for one in pairs:
        if one.row.value != one.told.value or (one.row.value < least and one.row.half >= 0.5 and not is_share(one.row.row)):
            continue
        needed = min(LEAST_WORDS, one.words) if is_share(one.row.row) and one.row.half >= 0.5 else max(1, one.words / 2)
        if one.covered >= needed:
            yield one.row, one.told


def other_values(pairs: Sequence[RowTold]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of two values that lie near each other, where the whole label stands in the text and no other figure of the text may be meant."""
    whole = [
        one
        for one in pairs
        if one.covered == one.words
        and (one.words >= LEAST_WORDS or one.measured)
        and not is_share(one.row.row)
        and near(one.row.value, one.told.value)
    ]
    by_row: dict[int, list[RowTold]] = {}
    for one in whole:
        by_row.setdefault(one.row.row.start, []).append(one)
    confirmed = {one.row.row.start for one in pairs if one.row.value == one.told.value}
    for start, group in by_row.items():
        if len({one.told.value for one in group}) > 1 or start in confirmed:
            continue
        yield from ((one.row, one.told) for one in group if one.row.exact and one.told.exact)


def near(one: float, other: float) -> bool:
    """Whether two values may be of one thing: neither is more than twice the other."""
    low, high = sorted((abs(one), abs(other)))
    return 0 < low < high <= CLOSE * low


def _around(inspection: Inspection, figure: Figure) -> frozenset[str]:
    """The words of a figure's sentence and of the one before in its block."""
    sentence = inspection.sentences[figure.sentence]
    before = inspection.sentences[figure.sentence - 1] if figure.sentence else None
    text = f"{before.text} {sentence.text}" if before is not None and before.block == sentence.block else sentence.text
    return frozenset(content_words(text, besides=inspection.words("small"))) | figure.subject


def _counted(figure: Figure, small: frozenset[str]) -> frozenset[str]:
    return figure.subject | frozenset(content_words(figure.row.unit or "", besides=small))


def _meet(one: str, other: str) -> bool:
    """Whether two words are one, or of one family."""
    return one == other or (len(one) >= ALIKE and len(other) >= ALIKE and one[:ALIKE] == other[:ALIKE])
