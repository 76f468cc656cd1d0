"""Figures: a number with what it counts, how exact it is, and what part it plays.

Reads the amounts of a block (`numbers.py`) in order. Each is a value, a start (`contre 860`), a target (`pour un objectif de 1 500`), or nothing
of the kind (an article, an age, a part of an address). The words are in `lexicons/<language>/figures.toml`. How several amounts of a sentence
make one figure is `comparisons.py`; to which part and action it belongs, and tables of results, is `indicators.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Literal

from partnership_analysis.extraction.numbers import SCORE_REACH, Amount, share
from partnership_analysis.extraction.records import Qualifier
from partnership_analysis.extraction.units import Units, code
from partnership_analysis.extraction.windows import GAP, Stretches
from partnership_analysis.language.lexicon import Lexicon

AMOUNT = code("AMOUNT")
LONGEST_PHRASE = 5
"""Words of a noun phrase before its noun, where adjectives stand there."""
FULL_MARKS = frozenset((4, 5, 6, 10, 20, 100))
"""Out of what marks are given."""
REACH = 14
"""Units between a figure and what it is compared with."""
FEW = 6
"""A number in words up to this one, after a definite article, takes up what was told: `les trois axes`."""
WHOLE_REACH = 5
"""Units before `of the six schools` among which the part of them stands that makes them a figure."""
PLURAL_FROM = 2
"""From here on a noun is plural where adjectives follow it: `1,6 équivalent temps plein`."""
NEAR_VERB = 6
"""Units from a verb to how often it was done."""
SHORTEST_NOUN = 4
"""Letters of a word that is a verb elsewhere: `offers`, not `is`, `does`."""
MANY = 10
"""From so many on, `times` are counted: `downloaded about 4,500 times`."""
NOUN_LIKE = ("WORD", "CHANGE", "NUMBER", "CODE", "STREET", "COMPOUND", "MEASURE", "SCORE", "AIM")
"""Classes of words that may also be what is counted, where their end is a plural's."""
SIGNS = frozenset("%€£$")
ENDS = frozenset((".", "!", "?", ";", GAP))
Role = Literal["value", "baseline", "target"]


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: its units (`last` not included) and its words' place in the view."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount, or a range of two, with what stands around it. `first` and `last` are units (`last` not included), `start` and `end` offsets."""

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
    """Whether a range is a start and an end."""


@cache
def _words_of_time(lexicon: Lexicon) -> frozenset[str]:
    """Months, in small letters: a number before one is a day, though nothing tells its year."""
    return frozenset(entry.form.lower() for entry in lexicon.vocabulary("time").by_class.get("MONTH", ()))


class FigureReader:
    """Reads the amounts of one block in order. `taken`: stretches of its view whose numbers are something else (dates, names)."""

    def __init__(self, units: Units, lexicon: Lexicon, taken: Stretches, *, label: bool = False) -> None:
        self.units, self.taken, self.label, self.whole_label = units, taken, label, label
        self.time = _words_of_time(lexicon)
        self.plural = tuple(lexicon.setting("figures", "plural_ends", ("s",)))
        self.not_plural = tuple(lexicon.setting("figures", "not_plural_ends", ()))
        self.in_year = frozenset(lexicon.setting("figures", "in_year", ()))
        self.by = frozenset(lexicon.setting("figures", "by", ()))
        self.past = tuple(lexicon.setting("figures", "past_endings", ())) or ("\n",)
        self.met = frozenset(lexicon.setting("figures", "met", ()))
        self.adjectives_first = bool(lexicon.setting("figures", "adjectives_first", False))

    def read(self) -> Iterator[Reading]:
        """Each amount that counts something, is compared with something, or may borrow its noun from a neighbour."""
        unit = self.units.classes.find(AMOUNT)
        while unit >= 0:
            found = None if self._taken(unit) or self._code(unit) else self._reading(unit)
            unit = self.units.classes.find(AMOUNT, max(unit + 1, found.last) if found else unit + 1)
            if found is not None:
                yield found

    def _taken(self, unit: int) -> bool:
        return self.taken.touch(self.units.starts[unit], self.units.ends[unit])

    def _code(self, unit: int) -> bool:
        """Whether a number is a code, an age, how often, out of how many, a street's or a technical measure."""
        units = self.units
        if units.values[unit].share and units.words(unit - 1, unit).lower() in self.by and not units.is_class(unit + 1, "OF", "OF_THE"):
            return True  # `par un tiers`: by somebody else
        if units.is_class(unit - 1, "-", "–", "TO") and units.is_class(unit - 2, "AMOUNT") and units.is_class(unit - 3, "CODE"):
            return True  # `weeks 3-6`
        if units.is_class(unit - 1, "CODE", "AGE", "EVERY", "PER") or units.is_class(unit + 1, "TECHNICAL"):
            return not (units.values[unit].sign and units.is_class(unit - 1, "PER", "EVERY", "CODE"))
        street = unit + 2 if units.is_class(unit + 1, ",") else unit + 1
        if units.is_class(street, "STREET") and any(units.is_class(n, "CAPITAL", "UPPER") for n in range(street + 1, street + 4)):
            return True
        amount: Amount = units.values[unit]
        word = units.words(unit, unit + 1)
        return not amount.spelt and len(word) == 5 and word.isdigit() and units.is_class(unit + 1, "CAPITAL", "UPPER")

    def _reading(self, unit: int) -> Reading | None:
        units = self.units
        first, last, low, high, changes = self._range(unit)
        sign = (high or low).sign
        self.label = self.whole_label or units.is_class(first - 1, "·", "|")
        single = low.value == 1 or (not self.adjectives_first and low.value < PLURAL_FROM)
        noun = None if sign else self.noun(last, one=single and high is None)
        word = units.text[noun.start : noun.end] if noun else sign
        if noun is not None and not self._counted(noun, low, unit):
            return None
        if units.is_class(unit - 1, "BETWEEN") and high is None and low.spelt:
            return None
        qualifier, lead = self._qualifier(first, low)
        if noun is None and not sign and units.is_class(last, "+") and units.starts[last] == units.ends[last - 1]:
            qualifier, noun = "more_than", self.noun(last + 1, one=False)
            word = units.text[noun.start : noun.end] if noun else None
        if noun is None and not sign and units.is_class(last, "QUALIFIER") and not units.is_class(last + 1, "AMOUNT"):
            qualifier, noun = units.values[last], self.noun(last + 1, one=False)
            word = units.text[noun.start : noun.end] if noun else None
        after = noun.last if noun else last
        whole = units.is_class(first - 1, "OF_THE", "OF", "DEFINITE", "PART_OF", "VERSUS", "FOR")
        planned = whole and units.is_class(after, "PLANNED")
        aimed = planned or (whole and noun is not None and units.is_class(last, "PLANNED"))
        if self._told_before(first, low, high) and not aimed:
            return None
        if part := self._share(low, noun):
            low, word, noun, after = part, "%", None, after + 2 + units.is_class(after + 1, "EVERY")
        elif noun is None and not sign and self._scored(first, last):
            word, after = units.words(last, last + 2), last + 2
        end = units.ends[after] if planned else units.ends[after - 1]
        return Reading(
            first, after + planned, low, high, noun, word, qualifier, "target" if aimed else self._role(lead, last), units.starts[lead], end, changes
        )

    def _range(self, unit: int) -> tuple[int, int, Amount, Amount | None, bool]:
        """First and last unit, lower and upper amount of a range (`de 15 à 20`, `between 5 and 7`), and whether it is a change."""
        units = self.units
        low: Amount = units.values[unit]
        link = unit + 1
        other = units.is_class(link + 1, "AMOUNT") and not self._taken(link + 1)
        if not other or not units.is_class(link, "TO", "-", "–", "AND", "OR"):
            return unit, unit + 1, low, None, False
        if units.is_class(link, "AND") and not units.is_class(unit - 1, "BETWEEN"):
            return unit, unit + 1, low, None, False
        if units.is_class(link, "-") and units.starts[link] != units.ends[unit]:
            return unit, unit + 1, low, None, False
        high: Amount = units.values[link + 1]
        if low.sign != high.sign and (high.sign or units.words(unit, unit + 1)[-1:] in SIGNS) and low.sign:
            return unit, unit + 1, low, None, False
        opened = units.is_class(unit - 1, "BETWEEN", "FROM", "OF")
        changes = units.is_class(unit - 1, "FROM", "VERSUS") or (
            units.is_class(link, "TO") and (self._changed(unit) or (opened and low.value > high.value))
        )
        low, high = replace(low, sign=low.sign or high.sign), replace(high, sign=high.sign or low.sign)
        return unit - opened, link + 2, low, high, changes

    def _changed(self, unit: int) -> bool:
        """Whether a verb or noun of change stands before an amount in its sentence."""
        units = self.units
        for before in range(unit - 1, max(-1, unit - REACH), -1):
            if units.classes[before] in ENDS:
                return False
            if units.is_class(before, "CHANGE", "FROM"):
                return True
        return False

    def _told_before(self, first: int, low: Amount, high: Amount | None) -> bool:
        """Whether a small number in words takes up what was told (`les deux partenaires`)."""
        plain = low.spelt and not low.rough and not low.share and not low.sign and high is None
        if not plain or low.value > FEW:
            return False
        whole = self.units.is_class(first - 1, "OF_THE") and not self._part_of_them(first)
        return whole or self.units.is_class(first - 1, "DEFINITE")

    def _part_of_them(self, first: int) -> bool:
        """Whether so many of those counted stand before: `two of the six schools`."""
        before = range(first - 1, max(-1, first - WHOLE_REACH), -1)
        return any(self.units.is_class(n, "AMOUNT") for n in takewhile(lambda n: self.units.classes[n] not in ENDS, before))

    def _role(self, lead: int, last: int) -> Role:
        """What part an amount plays, by the words before it and its qualifier."""
        units = self.units
        if units.is_class(lead - 1, "TARGET") or (units.is_class(lead - 1, "AIM") and units.is_class(lead - 2, "(", ",", "–", "[")):
            return "target"
        if self._stood_before(lead, last):
            return "baseline"
        if units.is_class(last, "AIM") and units.is_class(lead - 1, "VERSUS", "ONE", "FOR"):
            return "target"
        return "baseline" if units.is_class(lead - 1, "VERSUS") else "value"

    def _stood_before(self, lead: int, last: int) -> bool:
        """Whether an amount in a bracket right behind another says what that was before: `31 % (24 % en 2021)`, `12 % (18 % au départ)`."""
        units = self.units
        if not units.is_class(lead - 1, "(") or not units.is_class(lead - 2, "AMOUNT", "NOUN", "WORD"):
            return False
        year = units.words(last, last + 1).lower() in self.in_year and units.words(last + 1, last + 2)[:4].isdigit()
        return (year and units.is_class(lead - 2, "AMOUNT")) or units.is_class(last, "AT_FIRST")

    def _qualifier(self, first: int, low: Amount) -> tuple[Qualifier, int]:
        """How exact an amount is, and the unit with which its words begin."""
        units = self.units
        if units.is_class(first - 1, "QUALIFIER"):
            nearer: Qualifier = units.values[first - 1]
            return ("approximately" if nearer == "exact" and low.rough else nearer), first - 1
        if units.is_class(first - 1, "COUNT_QUALIFIER") and not units.is_class(first + 1, "DURATION"):
            return units.values[first - 1], first - 1
        return ("approximately" if low.rough else "exact"), first

    def _share(self, low: Amount, noun: Noun | None) -> Amount | None:
        """`deux collectivités sur trois`, `three schools in five`: a share, told as per cent."""
        units = self.units
        if noun is None or not units.is_class(noun.last, "PART_OF"):
            return None
        whole = noun.last + 1 + units.is_class(noun.last + 1, "EVERY")
        if not units.is_class(whole, "AMOUNT") or self.noun(whole + 1, one=False):
            return None
        return share(low, units.values[whole])

    def _scored(self, first: int, last: int) -> bool:
        """Whether a number is a mark: `une note moyenne de 4,3 sur 5`, `a score of 8 out of 10`."""
        units = self.units
        if not units.is_class(last, "PART_OF") or not units.is_class(last + 1, "AMOUNT") or units.values[last + 1].value not in FULL_MARKS:
            return False
        return any(units.is_class(n, "SCORE", "COLLECTIVE") for n in range(max(0, first - SCORE_REACH), first))

    def noun(self, unit: int, *, one: bool) -> Noun | None:
        """The noun phrase that begins at a unit, or None. `one`: it may be singular."""
        units = self.units
        if units.is_class(unit, "-") and units.is_class(unit + 1, "COMPOUND", "CODE", "STREET") and units.starts[unit] == units.ends[unit - 1]:
            return Noun(unit + 1, unit + 2, units.starts[unit + 1], units.ends[unit + 1])
        if units.is_class(unit, "COMPOUND", "CODE", "STREET") and units.text[units.starts[unit] - 1] == "-":
            return Noun(unit, unit + 1, units.starts[unit], units.ends[unit])
        if units.is_class(unit, "-") and units.starts[unit] == units.ends[unit - 1]:
            return None
        if units.is_class(unit, "OF_THE", "OF"):
            unit += 1
            while units.is_class(unit, "DEFINITE"):
                unit += 1
        return self._adjectives_then_noun(unit, one=one) if self.adjectives_first else self._noun_then_adjectives(unit, one=one)

    def _plural(self, unit: int) -> bool:
        units = self.units
        if units.is_class(unit, "UPPER"):
            return units.words(unit, unit + 1).isalnum()
        if units.is_class(unit, "NOUN", "NOT_COUNTED", "DURATION", "TIMES", "POINTS"):
            return True
        if not units.is_class(unit, *NOUN_LIKE) and not (self.label and units.is_class(unit, "CAPITAL")):
            return False
        word = units.words(unit, unit + 1).lower()
        word = word if word.endswith(self.plural) else word.split("-")[0]
        return len(word) > 2 and word.endswith(self.plural) and not (self.not_plural and word.endswith(self.not_plural))

    def _noun_then_adjectives(self, unit: int, *, one: bool) -> Noun | None:
        units = self.units
        while units.is_class(unit, "ADJECTIVE", "ONLY"):
            unit += 1
        if not (self._plural(unit) or ((one or self.label) and units.is_class(unit, "WORD", "CHANGE", "CAPITAL"))):
            return None
        last = unit + 1
        while last - unit < 3 and units.is_class(last, "WORD", "ADJECTIVE") and self._plural(last):
            last += 1
        last = self._more(last)
        return Noun(unit, last, units.starts[unit], units.ends[last - 1])

    def _adjectives_then_noun(self, unit: int, *, one: bool) -> Noun | None:
        units = self.units
        while units.is_class(unit, "ADJECTIVE", "ONLY", "PLANNED"):
            unit += 1
        if (
            units.is_class(unit, "STOP")
            and units.is_class(unit - 2, "STOP")
            and self._plural(unit + 1)
            and units.words(unit, unit + 1).endswith(self.past)
        ):
            unit += 1  # `there were 113 registered apprentices`: the verb stands before
        for head in range(unit, min(unit + LONGEST_PHRASE, len(units))):
            named = (
                units.is_class(head, "NOUN") and not self.label and units.text[units.starts[head]].isupper() and units.words(head, head + 1).istitle()
            )
            if not named and (
                self._plural(head)
                or (head > unit and self._like_a_verb(head))
                or (one and units.is_class(head, "WORD") and not units.is_class(head + 1, "WORD"))
            ):
                last = head + 1
                while last - unit < LONGEST_PHRASE and self._plural(last) and units.is_class(last, "WORD", "NOUN"):
                    last += 1
                last = self._more(last)
                return Noun(unit, last, units.starts[unit], units.ends[last - 1])
            joins = units.is_class(head, "AND") and head > unit and units.is_class(head + 1, "WORD")
            joins = joins or (units.is_class(head, "CODE") and self._plural(head + 1))
            if not joins and not units.is_class(head, "WORD", "ADJECTIVE", "CAPITAL", "UPPER", "CHANGE", "-"):
                return None
        return None

    def _like_a_verb(self, unit: int) -> bool:
        """Whether a word that is a verb elsewhere ends a noun phrase: `57 conditional offers.`"""
        units = self.units
        word = units.words(unit, unit + 1)
        ends = unit + 1 >= len(units) or units.classes[unit + 1] in ENDS or units.is_class(unit + 1, ",", ")", "AND", "OF", "OF_THE", "FROM", "FOR")
        return ends and units.is_class(unit, "STOP") and word.islower() and len(word) > SHORTEST_NOUN and word.endswith(self.plural)

    def _more(self, last: int) -> int:
        """One past what goes on with a noun: `of cycle paths`, `and midwives`."""
        units = self.units
        if units.is_class(last, "OF") and units.is_class(last + 1, "WORD", "NOUN", "UPPER"):
            last += 2
            glued = last < len(units) and units.starts[last] == units.ends[last - 1]
            if (units.is_class(last, "WORD") and self._plural(last)) or (glued and units.is_class(last, "AMOUNT", "NUMBER")):
                last += 1
        elif units.is_class(last, "AND") and units.is_class(last + 1, "WORD") and self._plural(last + 1) and not units.is_class(last + 2, "OF"):
            last += 2
        return last

    def _ends_a_change(self, unit: int) -> bool:
        """Whether `to` closes a change of a duration: `fell from 12 days to 8 days`, not `was open from Monday to 8 days later`."""
        units = self.units
        start = next((n for n in range(unit - 1, max(-1, unit - REACH), -1) if units.is_class(n, "FROM", "OF")), 0)
        counted = bool(start) and any(units.is_class(n, "AMOUNT", "NUMBER") for n in range(start, unit))
        return counted and any(units.is_class(n, "CHANGE") for n in range(max(0, start - REACH), start))

    def _met(self, unit: int) -> bool:
        """Whether the verb before says that people met so often: `s'est réuni neuf fois`, `se sont rencontrés à cinq reprises`."""
        return any(self.units.words(n, n + 1).lower() in self.met for n in range(max(0, unit - NEAR_VERB), unit))

    def _counted(self, noun: Noun, low: Amount, unit: int) -> bool:
        """Whether what is counted says something: no partners, years, frequencies; no moment told by a duration."""
        units, head = self.units, noun.first
        if units.is_class(head, "NOT_COUNTED", "TECHNICAL") or units.words(head, head + 1).lower() in self.time:
            return False
        if units.is_class(head, "POINTS"):
            return self._changed(unit)
        if units.is_class(head, "TIMES"):
            return (low.value >= MANY or self._met(unit)) and not units.is_class(head + 1, "RATE")
        if units.is_class(head, "DURATION"):
            lead = unit - 1 - units.is_class(unit - 1, "QUALIFIER", "ONE")
            if units.is_class(unit - 1, "QUALIFIER") and units.values[unit - 1] in ("at_most", "at_least"):
                return not units.is_class(lead, "AFTER_TIME")
            if units.is_class(lead, "TO") and self._ends_a_change(lead):
                return True
            return not units.is_class(lead, "AFTER_TIME", "TO") and not units.is_class(noun.last, "AFTER_TIME", "PART_OF")
        return True
