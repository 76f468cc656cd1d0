"""Figures: a number with what it counts, how exact it is, and what it is compared with.

Reads the amounts of a block (`numbers.py`) sentence by sentence. Each amount is a value, a start (`contre 860`, `de 110 à …`), a target
(`pour un objectif de 1 500`) or nothing of the kind (an article, an age, a part of an address). The words are in
`lexicons/<language>/figures.toml`. Which of them belong to which part or action, and tables of results, is `indicators.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from partnership_analysis.extraction.numbers import Amount, number_units
from partnership_analysis.extraction.records import Qualifier
from partnership_analysis.extraction.units import ReadBlock, Units, code
from partnership_analysis.language.lexicon import Lexicon

AMOUNT = code("AMOUNT")
LONGEST_PHRASE = 5
"""Words of an English noun phrase before its noun."""
REACH = 14
"""Units between a figure and what it is compared with."""
ENDS = frozenset(code(c) for c in (".", "!", "?", ";"))
Role = Literal["value", "baseline", "target"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a block's view. `value` is None where only a target is given."""

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
    rule: str = "number and noun"


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: its words in the view, first unit and one past the last."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Read:
    """An amount (or a range of two) with what stands around it."""

    first: int
    last: int
    low: Amount
    high: Amount | None
    noun: Noun | None
    unit: str | None
    qualifier: Qualifier
    role: Role
    start: int
    end: int
    changes: bool = False


def figures(block: ReadBlock, taken: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    """The figures of a block. `taken` are stretches of its view whose numbers are something else (dates, names), in order."""
    units = number_units(block)
    if AMOUNT not in units.classes:
        return ()
    reader = _Reader(units, block.lexicon, taken)
    return tuple(_merged(units, list(reader.read())))


class _Reader:
    """Reads the amounts of one block in order."""

    def __init__(self, units: Units, lexicon: Lexicon, taken: Sequence[tuple[int, int]]) -> None:
        self.units, self.taken = units, taken
        self.plural = tuple(lexicon.setting("figures", "plural_ends", ("s",)))
        self.not_plural = tuple(lexicon.setting("figures", "not_plural_ends", ()))
        self.adjectives_first = bool(lexicon.setting("figures", "adjectives_first", False))

    def read(self) -> Iterator[_Read]:
        """Each amount that counts something, is compared with something, or may borrow its noun from a neighbour."""
        units, unit = self.units, 0
        while True:
            unit = units.classes.find(AMOUNT, unit)
            if unit < 0:
                return
            found = None if self._taken(unit) or self._code(unit) else self._amount(unit)
            if found is not None:
                yield found
                unit = max(unit + 1, found.last)
            else:
                unit += 1

    def _taken(self, unit: int) -> bool:
        start, end = self.units.starts[unit], self.units.ends[unit]
        return any(first < end and start < last for first, last in self.taken)

    def _code(self, unit: int) -> bool:
        """Whether a number is a code, an age, a street's, a technical measure."""
        units = self.units
        if units.is_class(unit - 1, "CODE", "AGE") or units.is_class(unit + 1, "TECHNICAL"):
            return True
        street = unit + 2 if units.is_class(unit + 1, ",") else unit + 1
        if units.is_class(street, "STREET") and any(units.is_class(n, "CAPITAL", "UPPER") for n in range(street + 1, street + 4)):
            return True
        amount = units.values[unit]
        word = units.words(unit, unit + 1)
        return not amount.spelt and len(word) == 5 and word.isdigit() and units.is_class(unit + 1, "CAPITAL", "UPPER")

    def _amount(self, unit: int) -> _Read | None:
        units = self.units
        low: Amount = units.values[unit]
        first, last, high, changes = unit, unit + 1, None, False
        link = last
        if self._is_other(link + 1) and units.is_class(link, "TO", "-", "–", "AND", "OR"):
            opened = units.is_class(unit - 1, "BETWEEN", "FROM", "OF")
            if units.is_class(link, "AND") and not units.is_class(unit - 1, "BETWEEN"):
                pass
            elif units.is_class(link, "-") and units.starts[link] != units.ends[unit]:
                pass
            else:
                high, last = units.values[link + 1], link + 2
                changes = units.is_class(unit - 1, "FROM") or (
                    units.is_class(link, "TO") and (self._changed(unit) or (opened and low.value > high.value and low.sign == high.sign))
                )
                if opened:
                    first -= 1
                low = replace(low, sign=low.sign or high.sign)
                high = replace(high, sign=high.sign or low.sign)
        noun = self.noun(last, one=low.value == 1 and high is None) if not (high or low).sign else None
        unit_word: str | None = units.text[noun.start : noun.end] if noun else (high or low).sign
        if noun is not None and self._uncounted(noun):
            return None
        role, lead = self._lead(first)
        qualifier, first_word = self._qualifier(lead, low)
        if noun is None and units.is_class(last, "QUALIFIER") and not self._is_other(last + 1):
            qualifier = units.values[last]
            later = self.noun(last + 1, one=False)
            if later:
                noun, unit_word = later, units.text[later.start : later.end]
        if low.spelt and not low.rough and not low.share and high is None and not low.sign and units.is_class(first - 1, "DEFINITE"):
            if not (noun and units.is_class(noun.last, "PLANNED")) and not units.is_class(last, "PLANNED"):
                return None
        end = noun.end if noun else units.ends[last - 1]
        after = noun.last if noun else last
        if units.is_class(after, "PLANNED") and self._after_of(first):
            role, end, after = "target", units.ends[after], after + 1
        return _Read(first, after, low, high, noun, unit_word, qualifier, role, units.starts[first_word], end, changes)

    def _after_of(self, unit: int) -> bool:
        """Whether an amount is the whole of which another is a part: `sept séances sur les huit prévues`."""
        return self.units.is_class(unit - 1, "OF_THE", "OF", "DEFINITE", "PART_OF") or self.units.is_class(unit - 1, "VERSUS")

    def _is_other(self, unit: int) -> bool:
        return self.units.is_class(unit, "AMOUNT") and not self._taken(unit)

    def _changed(self, unit: int) -> bool:
        """Whether a verb or noun of change stands before an amount in its sentence."""
        units = self.units
        for before in range(unit - 1, max(-1, unit - REACH), -1):
            if units.classes[before] in ENDS:
                return False
            if units.is_class(before, "CHANGE", "FROM"):
                return True
        return False

    def _lead(self, first: int) -> tuple[Role, int]:
        """What an amount is, by the words before it, and the unit before which its qualifier is looked for."""
        units, before = self.units, first - 1
        while units.is_class(before, "QUALIFIER") or (units.is_class(before, "ONE") and units.is_class(before - 1, "QUALIFIER")):
            before -= 1
        if units.is_class(before, "TARGET"):
            return "target", first
        return ("baseline" if units.is_class(before, "VERSUS") else "value"), first

    def _qualifier(self, first: int, low: Amount) -> tuple[Qualifier, int]:
        """How exact an amount is and the unit its words begin with."""
        units = self.units
        if units.is_class(first - 1, "QUALIFIER"):
            return units.values[first - 1], first - 1
        return ("approximately" if low.rough else "exact"), first

    def noun(self, unit: int, *, one: bool) -> Noun | None:
        """The noun phrase that begins at a unit, or None. `one`: it may be singular."""
        return self._noun_after_adjectives(unit, one=one) if self.adjectives_first else self._noun_first(unit, one=one)

    def _word(self, unit: int) -> bool:
        return self.units.is_class(unit, "WORD", "NOUN", "ADJECTIVE", "CHANGE", "MULTIPLIER")

    def _plural(self, unit: int) -> bool:
        units = self.units
        if units.is_class(unit, "NOUN", "UPPER", "NOT_COUNTED"):
            return True
        if not units.is_class(unit, "WORD", "CHANGE", "NUMBER", "CODE", "STREET"):
            return False
        word = units.words(unit, unit + 1).lower()
        word = word if word.endswith(self.plural) else word.split("-")[0]
        return len(word) > 2 and word.endswith(self.plural) and not (self.not_plural and word.endswith(self.not_plural))

    def _noun_first(self, unit: int, *, one: bool) -> Noun | None:
        units = self.units
        if units.is_class(unit, "OF"):
            unit += 1
        begin = unit
        while units.is_class(unit, "ADJECTIVE", "ONLY"):
            unit += 1
            begin = unit
        if not (self._plural(unit) or (one and self._word(unit))):
            return None
        last = unit + 1
        while last - unit < 3 and units.is_class(last, "WORD", "ADJECTIVE") and self._plural(last):
            last += 1
        if units.is_class(last, "OF") and units.is_class(last + 1, "WORD", "NOUN", "UPPER"):
            last += 2
            if units.is_class(last, "WORD") and self._plural(last):
                last += 1
        return Noun(begin, last, units.starts[begin], units.ends[last - 1])

    def _noun_after_adjectives(self, unit: int, *, one: bool) -> Noun | None:
        units = self.units
        if units.is_class(unit, "OF"):
            unit += 1
        while units.is_class(unit, "ADJECTIVE", "ONLY"):
            unit += 1
        begin = unit
        for last in range(begin, min(begin + LONGEST_PHRASE, len(units))):
            if self._plural(last) or (one and units.is_class(last, "WORD") and not units.is_class(last + 1, "WORD")):
                last += 1
                while last - begin < LONGEST_PHRASE and self._plural(last) and units.is_class(last, "WORD", "NOUN"):
                    last += 1
                if units.is_class(last, "OF") and units.is_class(last + 1, "WORD", "NOUN", "UPPER"):
                    last += 2
                return Noun(begin, last, units.starts[begin], units.ends[last - 1])
            if not units.is_class(last, "WORD", "ADJECTIVE", "CAPITAL", "CHANGE", "-"):
                return None
        return None

    def _uncounted(self, noun: Noun) -> bool:
        return any(self.units.is_class(n, "NOT_COUNTED", "TECHNICAL") for n in range(noun.first, min(noun.first + 1, noun.last)))


def _merged(units: Units, reads: list[_Read]) -> Iterator[Figure]:
    """One figure for each value, with the start and target that its sentence gives; nouns borrowed from a neighbour where there is none."""
    done: set[int] = set()
    for index, read in enumerate(reads):
        if index in done:
            continue
        figure = _figure(read)
        reach = read.last
        for later in range(index + 1, min(index + 4, len(reads))):
            other = reads[later]
            if other.first - reach > REACH or _broken(units, reach, other.first):
                break
            if other.role == "value" and other.unit is None and read.unit and units.is_class(other.first - 1, "TO") and (read.changes or _from(units, read)):
                figure = replace(figure, baseline=figure.value, value=other.low.value, end=max(figure.end, other.end), rule="from one to another")
            elif other.role == "value" or not _same_kind(read, other):
                break
            elif other.role == "baseline" and figure.baseline is None:
                figure = replace(figure, baseline=other.low.value, end=max(figure.end, other.end), rule="compared with before")
            elif other.role == "target" and figure.target is None and read.role != "target":
                figure = replace(figure, target=other.low.value, end=max(figure.end, other.end), unit=figure.unit or other.unit, rule="compared with a target")
            else:
                break
            done.add(later)
            reach = other.last
        if figure.unit is None:
            figure = _borrowed(units, reads, index, figure)
        if figure.unit is not None and read.role != "baseline":
            yield figure


def _from(units: Units, read: _Read) -> bool:
    return units.is_class(read.first - 1, "FROM")


def _broken(units: Units, first: int, last: int) -> bool:
    """Whether a sentence ends between two units."""
    return any(c in ENDS for c in units.classes[first:last])


def _same_kind(read: _Read, other: _Read) -> bool:
    """Whether two amounts may speak of one thing: no other sign, no other noun."""
    if other.noun is None and other.unit is None:
        return True
    if read.low.sign or other.low.sign:
        return read.low.sign == other.low.sign or (read.unit is None)
    return read.unit is None or bool(set(read.unit.lower().split()) & set((other.unit or "").lower().split()))


def _figure(read: _Read) -> Figure:
    low, high = read.low, read.high
    figure = Figure(read.start, read.end, low.value, read.unit, qualifier=read.qualifier, sign=read.noun is None and read.unit is not None)
    if high is not None and read.changes:
        figure = replace(figure, value=high.value, baseline=low.value, rule="from one to another")
    elif high is not None:
        figure = replace(figure, value_max=high.value, rule="range")
    if read.role == "target":
        figure = replace(figure, value=None, target=figure.value, rule="target alone")
    return figure


def _borrowed(units: Units, reads: list[_Read], index: int, figure: Figure) -> Figure:
    """The figure with the noun of the whole it is part of (`31 des 38 lauréats`), or of its label (`Participants : 45`, `le nombre de … est de 12`)."""
    read = reads[index]
    if index + 1 < len(reads):
        whole = reads[index + 1]
        if whole.first <= read.last + 2 and units.is_class(read.last, "OF_THE", "OF", "PART_OF") and whole.unit and not whole.low.sign:
            return replace(figure, unit=whole.unit, rule="part of a whole")
    if index and units.is_class(read.last, "OF_THEM"):
        return replace(figure, unit=reads[index - 1].unit, end=units.ends[read.last], rule="part of a whole")
    label = _label(units, read.first)
    return replace(figure, unit=label, rule="label and number") if label else figure


def _label(units: Units, first: int) -> str | None:
    """What a label before a number says it counts: the words before a colon, or after `nombre de` in the sentence."""
    before = first - 1
    if units.is_class(before, ":"):
        begin = before
        while begin > 0 and before - begin < 8 and units.is_class(begin - 1, "WORD", "CAPITAL", "UPPER", "NOUN", "OF", "OF_THE", "ADJECTIVE", "CHANGE"):
            begin -= 1
        words = units.words(begin, before)
        return words or None
    for unit in range(before, max(-1, first - REACH), -1):
        if units.classes[unit] in ENDS:
            return None
        if units.is_class(unit, "NUMBER_OF"):
            last = unit + 1
            while last < first and last - unit < 5 and units.is_class(last, "WORD", "NOUN", "OF", "ADJECTIVE", "UPPER"):
                last += 1
            return units.words(unit + 1, last) or None
    return None

