"""How the figures of a report hang together: which are sums of others, which repeat others.

Works on the `indicators` rows. Two figures are comparable where they count the same thing (`Figure.head`); a written number is exact
to half of its last digit (`Figure.half`), so `1,4 M€` agrees with 1 350 000 to 1 450 000.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnership_analysis.assessment.figures import is_money, is_result, is_share, label
from partnership_analysis.assessment.inspection import Inspection, content_words, stem
from partnership_analysis.extraction.records import Indicator

DIGITS = re.compile(r"\d{1,3}(?:[\s.,\u00a0\u202f']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
DECIMALS = re.compile(r"[.,](\d{1,2})$")
MOST_PARTS = 12
ROOM_FOR_TOTAL = 16
LONGEST_LINK = 60
LEAST_SUM = 20
"""A smaller sum of figures told apart from one another is too easily met by chance."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator with a value, and what comparing it needs."""

    row: Indicator
    value: float
    half: float
    """Half of its last written digit: how far the true value may lie from it."""
    head: str
    """What it counts: the first word of its unit that carries a meaning, `€`, `%`."""
    subject: frozenset[str]
    """All words of its unit or label that carry a meaning."""
    sentence: int
    """Number of its sentence in the report."""

    @property
    def exact(self) -> bool:
        """Whether it is given as exact, and is no range."""
        return self.row.qualifier == "exact" and self.row.value_max is None

    @property
    def span(self) -> tuple[int, int]:
        """Its span in the document."""
        return self.row.start, self.row.end


def figures(inspection: Inspection) -> tuple[Figure, ...]:
    """The figures of a report that have a value and a unit, in reading order."""
    small = inspection.words("small")
    found = []
    for row in inspection.tables.rows.indicators:
        if row.value is None:
            continue
        subject = frozenset(content_words(f"{row.unit or ''} {row.label or ''}", besides=small))
        found.append(Figure(row, row.value, _half(row), _head(row, small), subject, inspection.sentence_number(row.start)))
    return tuple(found)


def _head(row: Indicator, small: frozenset[str]) -> str:
    if is_share(row):
        return "%"
    if is_money(row):
        return (row.unit or "").split()[0].casefold().rstrip("s")
    words = content_words(row.unit or "", besides=small) or content_words(label(row) or "", besides=small)
    return words[0] if words else ""


def _half(row: Indicator) -> float:
    """Half of the last digit that a value is written with; half a unit where it is written in words."""
    for match in DIGITS.finditer(row.exact):
        written = match.group().strip(" .,'\u00a0\u202f")
        digits = re.sub(r"\D", "", written)
        decimals = DECIMALS.search(written)
        step = 10.0 ** -len(decimals[1]) if decimals else 1.0
        base = float(digits) * step
        if base and row.value:
            factor = row.value / base
            for power in (1.0, 1e3, 1e6, 1e9):
                if abs(factor - power) < power * 1e-9:
                    return step * power / 2
    return 0.5


def totals(inspection: Inspection) -> tuple[tuple[Figure, tuple[Figure, ...]], ...]:
    """Stated totals and the stated parts that add up to them, by place of the total; each total once."""
    known = [figure for figure in figures(inspection) if figure.exact and figure.head and figure.value > 0]
    found: dict[int, tuple[Figure, tuple[Figure, ...]]] = {}
    taken: set[int] = set()
    for total, parts in (*_in_sentence(inspection, known), *_summed_up(inspection, known), *_across(inspection, known)):
        if total.row.start not in found and total.row.start not in taken and not taken.issuperset(part.row.start for part in parts):
            found[total.row.start] = (total, parts)
            taken.update(part.row.start for part in parts)
    return tuple(found[start] for start in sorted(found))


def _in_sentence(inspection: Inspection, known: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """A figure and the two or more of the same unit after it in its sentence, where they add up to it."""
    text = inspection.tables.document.text
    for group in by_sentence(known):
        for number, total in enumerate(group):
            before = group[number - 1] if number else None
            if before is not None and before.head == total.head and text[before.row.end : total.row.start].rstrip().endswith(":"):
                break  # the first part of another total, told as such
            parts = tuple(figure for figure in group[number + 1 :] if figure.head == total.head and figure.head != "%")
            for last in range(2, len(parts) + 1):
                if adds_up(total, parts[:last]):
                    yield total, parts[:last]
                    break


def _summed_up(inspection: Inspection, known: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """A figure that sums up those before it in its sentence (`X et Y, soit Z au total`), where they add up to it."""
    for total, parts in summed_up(inspection, known):
        if adds_up(total, parts):
            yield total, parts


def summed_up(inspection: Inspection, known: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """The figures that their sentence gives as the sum of those of the same unit right before them."""
    text = inspection.tables.document.text
    for group in by_sentence(known):
        for number in range(2, len(group)):
            total = group[number]
            parts: list[Figure] = []
            for figure in reversed(group[:number]):
                if figure.head != total.head or figure.head == "%":
                    break
                parts.insert(0, figure)
            if len(parts) < 2:
                continue
            link = text[parts[-1].row.end : total.row.start]
            around = f"{link} {text[total.row.end : total.row.end + ROOM_FOR_TOTAL].split('.')[0]}"
            if len(link) < LONGEST_LINK and inspection.says(link, "sums_to") and inspection.says(around, "total"):
                yield total, tuple(parts)


def by_sentence(known: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The figures of each sentence that has more than one."""
    sentences: dict[int, list[Figure]] = {}
    for figure in known:
        sentences.setdefault(figure.sentence, []).append(figure)
    for group in sentences.values():
        if len(group) > 1:
            yield tuple(group)


def adds_up(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts, each smaller than the total, add up to it as far as the numbers are written out."""
    return all(part.value < total.value for part in parts) and not misses(total, parts)


def misses(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts do not add up to a total: not even if nearly all of them were rounded the same way."""
    difference, hair = abs(sum(part.value for part in parts) - total.value), 1e-9 * total.value
    return difference > hair and difference >= slack(total, parts) - hair


def slack(total: Figure, parts: Sequence[Figure]) -> float:
    """How far a sum may lie from its total by rounding alone; whole numbers have none."""
    halves = [figure.half for figure in (total, *parts)]
    if all(half == 0.5 for half in halves):
        return 0.0
    return sum(half for half in halves if half != 0.5)


def _across(inspection: Inspection, known: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """A figure and a run of figures of the same unit told elsewhere, one a sentence or all in one, where they add up to it."""
    units: dict[str, list[Figure]] = {}
    for figure in known:
        if figure.head != "%":
            units.setdefault(figure.head, []).append(figure)
    generic = {stem(word) for word in inspection.words("generic_unit")}
    for head, group in units.items():
        if len(group) < 3:
            continue
        by_value: dict[float, list[Figure]] = {}
        for figure in group:
            by_value.setdefault(figure.value, []).append(figure)
        for first in range(len(group)):
            for last in range(first + 2, min(len(group), first + MOST_PARTS) + 1):
                parts = group[first:last]
                total = sum(part.value for part in parts)
                for candidate in by_value.get(total, ())[:4]:
                    if total >= LEAST_SUM and _may_be_total(inspection, candidate, parts, generic=head in generic):
                        yield candidate, tuple(parts)


def _may_be_total(inspection: Inspection, total: Figure, parts: Sequence[Figure], *, generic: bool) -> bool:
    """Whether a figure may be the total of parts told elsewhere: of the same part of the report or apart from all actions; people
    at events (a generic unit) only where its sentence says that it is a total.
    """
    sentences = {part.sentence for part in parts}
    if total.sentence in sentences or len(sentences) not in (1, len(parts)) or any(part.value >= total.value for part in parts):
        return False
    if len({part.row.axis_id for part in parts}) > 1 or any(is_result(part.row) for part in parts):
        return False
    beside = total.row.axis_id == parts[0].row.axis_id or is_result(total.row) or total.row.action_id is None
    if not beside:
        return False
    return not generic or inspection.says(inspection.sentences[total.sentence].text, "total")
