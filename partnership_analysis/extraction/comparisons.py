"""From amounts to figures: a value with its start and target, and the noun that a neighbour lends.

`passée de 2,4 % en 2018 à 4,7 % en 2021`, `1 310 élèves, contre 870, pour un objectif de 1 600`, `21 des 29 lauréats`, `600 copies in English and
900 in French`, `Participants : 45`: each is one figure of several amounts or words. What an amount says by itself is `figures.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnership_analysis.extraction.figures import AMOUNT, ENDS, REACH, FigureReader, Reading
from partnership_analysis.extraction.numbers import number_units
from partnership_analysis.extraction.records import Qualifier
from partnership_analysis.extraction.units import ReadBlock, Units
from partnership_analysis.extraction.windows import Stretches

LATER = 4
"""Amounts after a value among which its start and target are looked for."""
FULL_ENDS = ENDS - {";"}
"""What ends a sentence in which a noun may be left out: `14 began in 2018; 9 in 2020`."""
LONGEST_LABEL = 8
"""Words of a label before a colon."""
FROM_TO = "from one to another"
"""The rule of a change with its start and its end."""
OF_SOME = "some of those told"
"""The rule of `fewer than ten of them` where no figure tells whom."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a block's view. `value` is None where only a target is given, `unit` where nothing says what is counted."""

    start: int
    end: int
    value: float | None
    unit: str | None
    value_max: float | None = None
    qualifier: Qualifier = "exact"
    baseline: float | None = None
    target: float | None = None
    sign: bool = False
    """Whether the unit is a sign (`%`, `€`) and not a noun."""
    paid: bool = False
    """Whether it is a price (`pour 38 000 €`): fixed even for what is to come."""
    rule: str = "number and noun"


def figures(block: ReadBlock, taken: Stretches, *, label: bool = False) -> tuple[Figure, ...]:
    """The figures of a block. `taken` are stretches of its view whose numbers are something else (dates, names), in order; `label`: the
    block is a number and its label, whose first word may be a capital.
    """
    units = number_units(block, taken)
    if AMOUNT not in units.classes:
        return ()
    return tuple(_joined(units, tuple(FigureReader(units, block.lexicon, taken, label=label).read())))


def _joined(units: Units, readings: Sequence[Reading]) -> Iterator[Figure]:
    done: set[int] = set()
    named: Reading | None = None
    total: Reading | None = None
    for index, reading in enumerate(readings):
        before, named = named, reading if reading.noun else named
        total = reading if reading.low.sign and reading.high is None else None if reading.noun else total
        if index in done or (reading.role == "baseline" and not reading.changes and not _goes_on(units, readings, index)):
            continue
        figure = _figure(units, reading)
        reach = reading.last
        between: list[Reading] = []
        for later in range(index + 1, min(index + 1 + LATER, len(readings))):
            other = readings[later]
            if later in done or other.first - reach > REACH or _ends(units, reach, other.first):
                break
            if figure.baseline is None and _is_end(units, reading, other):
                figure = replace(
                    figure, baseline=figure.value, value=other.low.value, unit=figure.unit or other.unit, sign=figure.sign or bool(other.low.sign),
                    end=max(figure.end, other.end), rule=FROM_TO,
                )  # fmt: skip
            elif figure.value is None and other.role == "value" and _reached(units, reading, other):
                figure = replace(
                    figure, value=other.low.value, unit=figure.unit or other.unit, end=max(figure.end, other.end), rule="target, then value"
                )
            elif other.role == "value":
                between.append(other)
                continue
            elif not _of_one_kind(reading, other) or any(_of_one_kind(one, other) for one in between):
                continue
            elif other.role == "baseline" and other.high is None and figure.baseline is None:
                figure = replace(figure, baseline=other.low.value, end=max(figure.end, other.end), rule="compared with before")
            elif other.role == "target" and figure.target is None and figure.value is not None:
                told = figure.rule if figure.rule == FROM_TO else "compared with a target"
                figure = replace(figure, target=other.low.value, end=max(figure.end, other.end), unit=figure.unit or other.unit, rule=told)
            else:
                continue
            done.add(later)
            reach = other.last
        if figure.unit is None and total is not None and _of_a_total(units, total, reading):
            figure = replace(figure, unit=total.unit, sign=True, rule="share of a total")
        if figure.unit is None:
            figure = _named(units, reading, readings[index + 1] if index + 1 < len(readings) else None, before, figure)
        if figure.unit is not None or figure.baseline is not None or figure.rule == OF_SOME:
            yield figure


def _of_a_total(units: Units, total: Reading, reading: Reading) -> bool:
    """Whether a bare number is a share of the money before a colon: `520,000 pounds: 460,000 from the Trust and 60,000 from our reserves`."""
    if total.low.sign == "%" or ":" not in units.classes[total.last : reading.first] or _ends(units, total.last, reading.first):
        return False
    return units.is_class(reading.first - 1, ",", ":", ";", "AND", "QUALIFIER") and units.is_class(
        reading.last, "FROM", "FOR", "OF", "OF_THE", "TO", "STOP"
    )


def _goes_on(units: Units, readings: Sequence[Reading], index: int) -> bool:
    """Whether a start is followed by its end: `up from 12 in 2020 to 31`."""
    return index + 1 < len(readings) and _is_end(units, readings[index], readings[index + 1])


def _is_end(units: Units, reading: Reading, other: Reading) -> bool:
    """Whether another amount is where a change from this one ends: `from 23% in 2019 to 31%`, `de 2,7 millions de m³ … à 1,9 million de m³`."""
    if reading.high or other.role != "value" or not units.is_class(other.first - 1, "TO", "QUALIFIER"):
        return False
    if not units.is_class(reading.first - 1, "FROM", "VERSUS") and not (
        units.is_class(reading.first - 1, "OF") and _change_before(units, reading.first)
    ):
        return False
    return other.unit is None or _of_one_kind(reading, other)


def _reached(units: Units, reading: Reading, other: Reading) -> bool:
    """Whether an amount is what was reached of a target just told: `against a target of 50, 57 students`, `l'objectif de 500 est dépassé (612)`."""
    if not _of_one_kind(reading, other):
        return False
    before = other.first - units.is_class(other.first - 1, "QUALIFIER") - 1
    return units.is_class(before, "(") or (
        units.is_class(before, ",") and other.first - reading.last <= 2 and units.is_class(reading.first - 1, "TARGET")
    )


def _change_before(units: Units, first: int) -> bool:
    return any(units.is_class(n, "CHANGE") for n in range(max(0, first - REACH), first))


def _ends(units: Units, first: int, last: int, ends: frozenset[str] = ENDS) -> bool:
    """Whether a sentence ends between two units."""
    return any(c in ends for c in units.classes[first:last])


def _of_one_kind(reading: Reading, other: Reading) -> bool:
    """Whether two amounts may speak of one thing: no other sign, no other noun."""
    if other.unit is None or reading.unit is None:
        return True
    if reading.low.sign or other.low.sign:
        return reading.low.sign == other.low.sign
    return bool(set(reading.unit.lower().split()) & set(other.unit.lower().split()))


def _figure(units: Units, reading: Reading) -> Figure:
    low, high = reading.low, reading.high
    figure = Figure(
        reading.start, reading.end, low.value, reading.unit,
        qualifier=reading.qualifier,
        sign=reading.noun is None and reading.unit is not None,
        paid=bool(low.sign) and units.is_class(reading.first - 1, "FOR"),
    )  # fmt: skip
    if high is not None and reading.changes:
        return replace(figure, value=high.value, baseline=low.value, rule=FROM_TO)
    if high is not None:
        figure = replace(figure, value_max=high.value, rule="range")
    if reading.noun is None and reading.unit and not low.sign and high is None:
        figure = replace(figure, rule="mark", sign=False)
    if reading.role == "target":
        figure = replace(figure, value=None, value_max=None, target=figure.value, rule="target alone")
    return figure


def _named(units: Units, reading: Reading, following: Reading | None, before: Reading | None, figure: Figure) -> Figure:
    """The figure with a noun from elsewhere: of the whole it is part of, of the figure before, of its label, of the subject that changes."""
    if following and following.first <= reading.last + 2 and units.is_class(reading.last, "OF_THE", "OF", "PART_OF") and following.noun:
        return replace(figure, unit=following.unit, rule="part of a whole")
    if units.is_class(reading.last, "OF_THEM"):
        told = "part of a whole" if before else OF_SOME
        return replace(figure, unit=before.unit if before else None, end=units.ends[reading.last], rule=told)
    if figure.baseline is not None:
        return replace(figure, unit=_label(units, reading.first) or _subject(units, reading.first))
    if before and not _ends(units, before.last, reading.first, FULL_ENDS) and _elliptical(units, reading):
        return replace(figure, unit=before.unit, rule="noun of the figure before")
    if before and before.last <= reading.first - 1 <= before.last + 1 and units.is_class(reading.first - 1, "PART_OF", "OF_THE"):
        return replace(figure, unit=before.unit, rule="whole of a part")
    label = _label(units, reading.first) or _counted_after(units, reading.last)
    if label is None and units.is_class(reading.first - 1, "TO") and _change_before(units, reading.first):
        label = _subject(units, reading.first)
    return replace(figure, unit=label, rule="label and number") if label else figure


def _elliptical(units: Units, reading: Reading) -> bool:
    """Whether a number leaves out the noun of the one before: `450 copies in English and 700 in French`, `29 apprentices: 18 began …`."""
    if reading.low.value < 2 or not units.is_class(reading.first - 1, ",", ":", ";", "(", "AND", "OF_WHICH", "QUALIFIER"):
        return False
    if units.is_class(reading.last, "(") and units.is_class(reading.first - 1, ",", ":"):
        return True
    return units.is_class(reading.last, "STOP", "TO", "FOR", "PART_OF", "FROM", "WORD", "CHANGE", "PLANNED")


def _subject(units: Units, first: int) -> str | None:
    """What changed, where its verb stands before the amounts: `Late arrivals fell from 52 to 17`."""
    for unit in range(first - 1, max(-1, first - REACH), -1):
        if units.classes[unit] in ENDS:
            return None
        if units.is_class(unit, "CHANGE"):
            last = unit
            while last > 0 and units.is_class(last - 1, "STOP", "DEFINITE"):
                last -= 1
            begin = last
            while (
                begin > 0
                and last - begin < 4
                and units.is_class(begin - 1, "WORD", "NOUN", "CAPITAL", "UPPER", "OF", "ADJECTIVE", "MEASURE", "DURATION")
            ):
                begin -= 1
            while begin < last and units.is_class(begin, "OF"):
                begin += 1
            if begin < last:
                return units.words(begin, last)
    return None


def _before_brackets(units: Units, unit: int) -> int:
    """The unit after a label, brackets between them left out: `Participants (2021) :`."""
    if units.is_class(unit - 1, ")"):
        for opening in range(unit - 2, max(-1, unit - LONGEST_LABEL), -1):
            if units.is_class(opening, "("):
                return opening
    return unit


def _counted_after(units: Units, unit: int) -> str | None:
    """What `le nombre de` right after a number says is counted: `porter à 12 000 le nombre de logements`."""
    if not units.is_class(unit, "NUMBER_OF"):
        return None
    last = unit + 1
    while last - unit < LONGEST_LABEL and units.is_class(last, "WORD", "NOUN", "OF", "ADJECTIVE", "UPPER"):
        last += 1
    return units.words(unit + 1, last) or None


def _label(units: Units, first: int) -> str | None:
    """What a label says is counted: the words before a colon, or after `nombre de` in the sentence."""
    before = first - 1
    if units.is_class(before, "OF", "TARGET") and units.is_class(before - 1, "MEASURE"):
        return units.words(before - 1, before)
    if units.is_class(before, ":"):
        before = _before_brackets(units, before)
        begin = before
        while (
            begin > 0
            and before - begin < LONGEST_LABEL
            and units.is_class(
                begin - 1,
                "WORD",
                "CAPITAL",
                "UPPER",
                "NOUN",
                "OF",
                "OF_THE",
                "ADJECTIVE",
                "CHANGE",
                "NUMBER_OF",
                "DURATION",
                "STOP",
                "CODE",
                "TO",
                "PLANNED",
                "MEASURE",
                "SCORE",
            )
        ):
            begin -= 1
        ended = begin == 0 or units.is_class(begin - 1, ".", ";", ",", "•", "-", "–", "|", "(", "*")
        begin += units.is_class(begin, "NUMBER_OF")
        return (units.words(begin, before) or None) if ended else None
    for unit in range(before, max(-1, first - REACH), -1):
        if units.classes[unit] in ENDS:
            return None
        if units.is_class(unit, "NUMBER_OF"):
            last = unit + 1
            while last < first and last - unit < 6 and units.is_class(last, "WORD", "NOUN", "OF", "ADJECTIVE", "UPPER", "CODE", "DURATION"):
                last += 1
            return units.words(unit + 1, last) or None
    return None
